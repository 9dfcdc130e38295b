import { nanoid } from 'nanoid'
import * as Y from 'yjs'
import type { Organisation } from '../../shared/agenda.ts'
import type { Me } from '../../shared/api.ts'
import type { AgendaFile, NewFromFile } from '../../shared/from-export/file.ts'
import { type FileMistake, fileReasons, mistakesIn } from '../../shared/from-export/mistakes.ts'
import { peopleIn } from '../../shared/from-export/people.ts'
import { writeFile } from '../../shared/from-export/write.ts'
import { sha256Hex } from '../../shared/hash.ts'
import { asId, type ItemId, makeId, type OrganisationId, type PersonId } from '../../shared/ids.ts'
import type { TakenIn } from '../ports.ts'
import type { MemberRecord } from '../store/people-store.ts'
import { initialsOf } from './directory/initials.ts'
import type { Founding } from './founding.ts'
import { judge } from './gate/judge.ts'
import type { Room } from './room.ts'
import { seatOfMaker } from './seat.ts'

/** No more than these are named: a person mends the first few. */
const mistakesNamed = 20

/**
 * Founds a room from the JSON of an export, once: the same request again finds it made (rules I20 and I21). The room is only
 * opened when everything in the file could have been written on a board.
 */
export function foundFromFile(room: () => Room, request: NewFromFile, maker: Me, at: number): TakenIn {
  const mistakes = firstMistakes(request)
  if (mistakes.length > 0) {
    const named = mistakes.map(({ path, reason }) => ({ path, message: fileReasons[reason] }))
    // Somebody can say that these are reference numbers, but only when there is nothing else to mend.
    const isNumbers = mistakes.every(({ reason }) => reason === 'bsn')
    return { answer: isNumbers ? 'bsn' : 'invalid', mistakes: named }
  }
  const people = new Map(peopleIn(request.file).map(({ name }) => [name, makeId<PersonId>()]))
  const rule = ruleAgainst(request.file, people, maker)
  if (rule) return { answer: 'invalid', mistakes: [{ path: 'file', message: `Refused by the gate: ${rule}` }] }
  const target = room()
  const fingerprint = sha256Hex(JSON.stringify(request))
  if (target.epoch !== '') {
    const isSame = target.store.setting('file') === fingerprint
    return { answer: isSame && target.member(maker.person)?.role === 'coordinator' ? 'made' : 'taken' }
  }
  target.found(foundingOf(request, people, maker, { at, fingerprint }))
  return { answer: 'made' }
}

function firstMistakes(request: NewFromFile): FileMistake[] {
  const named: FileMistake[] = []
  for (const mistake of mistakesIn(request)) if (named.push(mistake) === mistakesNamed) break
  return named
}

/** The gate itself has the last word: what it lets nobody write, no file brings in. */
function ruleAgainst(
  file: AgendaFile,
  people: ReadonlyMap<string, PersonId>,
  { person }: Pick<Me, 'person'>,
): string | undefined {
  const [empty, doc] = [new Y.Doc(), new Y.Doc()]
  try {
    writeFile(doc, file, people)
    const update = Y.encodeStateAsUpdate(doc)
    const verdict = judge(empty, update, { person, role: 'coordinator', epoch: '', ownerOf: () => undefined })
    return verdict.answer === 'refused' ? verdict.rule : undefined
  } finally {
    empty.destroy()
    doc.destroy()
  }
}

function foundingOf(
  { file, party }: NewFromFile,
  people: ReadonlyMap<string, PersonId>,
  maker: Me,
  { at, fingerprint }: { at: number; fingerprint: string },
): Founding {
  const parties = file.parties.map((one): Organisation => {
    const { id, name, short, kind, code, website } = one
    return { id: asId<OrganisationId>(id), name, short, kind, ...(code && { code }), ...(website && { website }) }
  })
  const table = tableOf(parties, party, maker)
  // Those of the file alone: the maker's own organisation can have the name of one of them.
  const byName = new Map(parties.map(({ id, name }) => [name, id]))
  const plans = file.plans.flatMap(({ id, kind, name, organisation, deadline }) => {
    const of = byName.get(organisation)
    return of
      ? {
          id: asId<Founding['seat']['plans'][number]['id']>(id),
          kind,
          name,
          organisation: of,
          ...(deadline && { deadline }),
        }
      : []
  })
  const items = [...file.themes.flatMap((theme) => theme.items), ...(file.struck ?? [])]
  return {
    epoch: nanoid(),
    region: file.region,
    seat: { ...table, plans },
    author: maker.person,
    isDemo: maker.demo,
    at,
    numbers: new Map(items.flatMap(({ id, number }) => (number === undefined ? [] : [[asId<ItemId>(id), number]]))),
    write(doc) {
      writeFile(doc, file, people)
      // Those without a number get theirs after all that have one.
      return items
        .sort((a, b) => (a.number ?? Number.MAX_SAFE_INTEGER) - (b.number ?? Number.MAX_SAFE_INTEGER))
        .map(({ id }) => asId<ItemId>(id))
    },
    converse(store) {
      store.setSetting('file', fingerprint)
      for (const { name, parties: named } of peopleIn(file)) {
        const person = people.get(name)
        if (person) store.people.addMember(formerMember({ person, name, named }, byName, table.members[0], at))
      }
    },
  }
}

type Table = Pick<Founding['seat'], 'organisations' | 'members'>

/** The parties of the file, at whose table only its maker sits yet: for one of them, or for their own organisation. */
function tableOf(parties: Organisation[], chosen: string | undefined, maker: Me): Table {
  const own = seatOfMaker(maker)
  const party =
    parties.find(({ id }) => id === chosen) ??
    parties.find(({ name, kind }) => name === maker.organisation && kind === maker.organisationKind)
  return {
    organisations: party ? parties : [...parties, ...own.organisations],
    members: own.members.map((member) => ({ ...member, ...(party && { organisation: party.id }) })),
  }
}

/** Who is named in the file is on record as who was there before: without an account, and without a way in (rule I23). */
function formerMember(
  { person, name, named }: { person: PersonId; name: string; named: readonly string[] },
  parties: ReadonlyMap<string, OrganisationId>,
  maker: Table['members'][number] | undefined,
  at: number,
): MemberRecord {
  const [first, ...others] = named.flatMap((party) => parties.get(party) ?? [])
  const organisation = first ?? maker?.organisation
  if (!organisation) throw new Error('a table at which nobody sits')
  return {
    ...{ person, name, initials: initialsOf(name), organisation, role: 'reader', since: at, endedAt: at },
    ...(others.length > 0 && { alsoFor: others }),
  }
}
