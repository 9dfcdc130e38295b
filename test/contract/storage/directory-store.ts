import type { AgendaNews, Database } from '../../../server/ports.ts'
import { openDirectoryStore } from '../../../server/store/directory-store.ts'
import type { DemoPerson } from '../../../shared/api.ts'
import { type AgendaId, asId, type PersonId } from '../../../shared/ids.ts'
import { isRefused, messageOf, type StorageRule } from './rule.ts'

const [anna, bram] = [asId<PersonId>('anna'), asId<PersonId>('bram')]
const [first, second] = [asId<AgendaId>('eerste'), asId<AgendaId>('tweede')]

function demoPerson(person: PersonId, name: string): DemoPerson {
  return { person, name, initials: 'X', organisation: 'Gemeente', organisationKind: 'municipality', role: 'editor' }
}

function withPeople(open: () => Database): ReturnType<typeof openDirectoryStore> {
  const store = openDirectoryStore(open())
  store.setDemoPeople([demoPerson(bram, 'Bram'), demoPerson(anna, 'Anna')])
  return store
}

function newsOf(agenda: AgendaId, title: string, members: AgendaNews['members']): AgendaNews {
  return {
    kind: 'agenda',
    agenda,
    title,
    region: 'Proefregio',
    from: '2026-01-01',
    to: '2029-12-31',
    parties: 2,
    organisations: [],
    members,
  }
}

const both: AgendaNews['members'] = [
  { person: anna, role: 'coordinator', unread: 0 },
  { person: bram, role: 'editor', unread: 0 },
]

/** What the directory may count on, whatever keeps its rows. */
export const directoryStoreRules: StorageRule[] = [
  {
    name: 'the people of the demo are there once, in the order given, however often they are put there',
    see(open) {
      withPeople(open)
      withPeople(open).setDemoPeople([demoPerson(anna, 'Anna Jansen'), demoPerson(bram, 'Bram')])
      const after = openDirectoryStore(open())
      return {
        names: after.demoPeople().map(({ name }) => name),
        me: after.person(anna),
        nobody: !after.person(asId('x')),
      }
    },
    is: {
      names: ['Anna Jansen', 'Bram'],
      me: {
        person: anna,
        name: 'Anna Jansen',
        initials: 'X',
        organisation: 'Gemeente',
        organisationKind: 'municipality',
        demo: true,
      },
      nobody: true,
    },
  },
  {
    name: '[S2] a session is there until it is ended, and says when it was last used',
    see(open) {
      const store = withPeople(open)
      store.addSession('een', anna, 100)
      store.addSession('twee', anna, 100)
      store.touchSession('een', 200)
      store.removeSession('twee')
      const after = openDirectoryStore(open())
      const { person, createdAt, seenAt } = after.session('een') ?? {}
      return [{ person, createdAt, seenAt }, after.session('twee') ?? 'over', after.session('drie') ?? 'never there']
    },
    is: [{ person: anna, createdAt: 100, seenAt: 200 }, 'over', 'never there'],
  },
  {
    name: '[S2] old sessions are forgotten: unused for too long, or begun too long ago',
    see(open) {
      const store = withPeople(open)
      store.addSession('unused', anna, 100)
      store.addSession('used', anna, 100)
      store.addSession('new', anna, 300)
      store.touchSession('used', 400)
      const left = () => ['unused', 'used', 'new'].filter((hash) => openDirectoryStore(open()).session(hash))
      store.removeOldSessions(200, 0)
      const afterIdle = left()
      store.removeOldSessions(0, 200)
      return { afterIdle, afterAbsolute: left() }
    },
    is: { afterIdle: ['used', 'new'], afterAbsolute: ['new'] },
  },
  {
    name: 'a session belongs to somebody who is known, and its hash to one session',
    see(open) {
      const store = withPeople(open)
      store.addSession('een', anna, 1)
      return [
        isRefused(() => store.addSession('twee', asId<PersonId>('niemand'), 1)),
        isRefused(() => store.addSession('een', bram, 1)),
        store.session('een')?.person,
      ]
    },
    is: [true, true, anna],
  },
  {
    name: 'the same news twice changes nothing',
    see(open) {
      const store = withPeople(open)
      store.takeNews(newsOf(first, 'Samen', both), 100)
      const before = JSON.stringify(store.agendasOf(anna))
      store.takeNews(newsOf(first, 'Samen', both), 999)
      return JSON.stringify(openDirectoryStore(open()).agendasOf(anna)) === before
    },
    is: true,
  },
  {
    name: 'news replaces what was known of an agenda: its title, its period, and who is on it',
    see(open) {
      const store = withPeople(open)
      store.takeNews(newsOf(first, 'Samen', both), 100)
      const { from: _from, to: _to, ...news } = newsOf(first, 'Samen verder', both.slice(1))
      store.takeNews(news, 200)
      const after = openDirectoryStore(open())
      const seen = (person: PersonId) =>
        after
          .agendasOf(person)
          .map(({ title, people, role, from, to }) => [title, people, role, from ?? to ?? 'any time'])
      return { anna: seen(anna), bram: seen(bram) }
    },
    is: {
      anna: [],
      bram: [['Samen verder', 1, 'editor', 'any time']],
    },
  },
  {
    name: 'the agendas of somebody are given the newest first, and nobody else’s',
    see(open) {
      const store = withPeople(open)
      store.takeNews(newsOf(first, 'Eerste', both), 100)
      store.takeNews(newsOf(second, 'Tweede', both.slice(0, 1)), 200)
      const after = openDirectoryStore(open())
      const titles = (person: PersonId) => after.agendasOf(person).map(({ title, from, to }) => [title, from, to])
      return { anna: titles(anna), bram: titles(bram), has: [after.hasAgenda(first), after.hasAgenda(asId('derde'))] }
    },
    is: {
      anna: [
        ['Tweede', '2026-01-01', '2029-12-31'],
        ['Eerste', '2026-01-01', '2029-12-31'],
      ],
      bram: [['Eerste', '2026-01-01', '2029-12-31']],
      has: [true, false],
    },
  },
  {
    name: 'news that cannot be taken in whole is not taken in at all',
    see(open) {
      const store = withPeople(open)
      store.takeNews(newsOf(first, 'Samen', both), 100)
      const broken = newsOf(
        first,
        'Half',
        [both[0], both[0]].flatMap((member) => member ?? []),
      )
      const refused = isRefused(() => store.takeNews(broken, 200))
      const after = openDirectoryStore(open())
      return { refused, titles: [anna, bram].map((person) => after.agendasOf(person)[0]?.title) }
    },
    is: { refused: true, titles: ['Samen', 'Samen'] },
  },
  {
    name: 'a text with quotes and other scripts comes back letter for letter',
    see(open) {
      const title = `'; drop table agendas; -- “é” 漢字 👩‍👧 \u0000 slot`
      withPeople(open).takeNews(newsOf(first, title, both), 1)
      const after = openDirectoryStore(open())
      return [after.agendasOf(anna)[0]?.title === title, messageOf(() => after.agendasOf(bram))]
    },
    is: [true, 'nothing is thrown'],
  },
]
