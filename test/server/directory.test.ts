import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../server/node/database.ts'
import type { OutboxMessage } from '../../server/ports.ts'
import { Directory } from '../../server/rooms/directory.ts'
import { openDirectoryStore } from '../../server/store/directory-store.ts'
import {
  type AgendaId,
  asId,
  type CommentId,
  type CommentLinkId,
  type InvitationId,
  type ItemId,
  type PersonId,
} from '../../shared/ids.ts'

const [anna, bram] = [asId<PersonId>('anna'), asId<PersonId>('bram')]
const agenda = asId<AgendaId>('samen')
const [item, other] = [asId<ItemId>('punt-1'), asId<ItemId>('punt-2')]
const comment = asId<CommentId>('reactie')

describe('what the rooms tell the directory', () => {
  let directory: Directory
  let close: () => void
  let seq = 0

  beforeEach(() => {
    const opened = openDatabase(':memory:', { checkpoint: () => {} })
    close = opened.close
    seq = 0
    directory = new Directory({
      store: openDirectoryStore(opened.database),
      clock: () => 1_000,
      log: () => {},
      mail: () => ({ to: 'machine', print: () => {} }),
      origin: () => 'http://localhost:8787',
    })
    hear(seated([anna, bram]))
  })

  afterEach(() => close())

  function hear(...messages: OutboxMessage[]): void {
    directory.hear(
      agenda,
      'leven',
      messages.map((message) => ({ seq: ++seq, message })),
    )
  }

  function seated(people: PersonId[], unread = 0): OutboxMessage {
    const members = people.map((person) => ({ person, role: 'editor' as const, unread }))
    return { kind: 'agenda', agenda, title: 'Samen', region: '', parties: 1, organisations: [], members }
  }

  function notice(about: Partial<OutboxMessage & { kind: 'notice' }> = {}): OutboxMessage {
    return {
      kind: 'notice',
      people: [anna, bram],
      notice: 'mention',
      item,
      itemTitle: 'Leerlingenvervoer',
      comment,
      by: 'Chris',
      excerpt: 'kijk eens',
      at: 500,
      ...about,
    }
  }

  const waitingFor = (person: PersonId) => directory.waiting(person)

  it('[S15] waits for everyone it concerns, the newest first, without what was said', () => {
    hear(notice(), notice({ people: [anna], item: other, notice: 'answer', at: 600, comment: asId('later') }))
    expect(waitingFor(anna).notices.map(({ kind, item: where, at }) => [kind, where, at])).toEqual([
      ['answer', other, '1970-01-01T00:00:00.600Z'],
      ['mention', item, '1970-01-01T00:00:00.500Z'],
    ])
    expect(waitingFor(bram).notices).toHaveLength(1)
    expect(JSON.stringify(waitingFor(anna))).not.toContain('kijk eens')
  })

  it('[S15] is gone with its comment, for everyone', () => {
    hear(notice(), notice({ comment: asId('andere') }), { kind: 'comment-gone', comment })
    for (const person of [anna, bram])
      expect(waitingFor(person).notices.map(({ comment: about }) => about)).toEqual(['andere'])
  })

  it('[S15] is no news any more to who read it', () => {
    hear(notice(), notice({ item: other }), { kind: 'read', person: anna, item })
    expect(waitingFor(anna).notices.map(({ item: where }) => where)).toEqual([other])
    expect(waitingFor(bram).notices).toHaveLength(2)
  })

  it('[S15] is not told to who is no longer on the agenda', () => {
    hear(notice(), seated([bram], 3))
    expect(waitingFor(anna)).toEqual({ steps: [], agendas: [], notices: [] })
    expect(waitingFor(bram).agendas).toEqual([{ agenda, title: 'Samen', unread: 3 }])
  })

  it('[S8] is heard once: the same letter again sends no second mail', () => {
    const invited: OutboxMessage = {
      kind: 'invited',
      invitation: asId('uitnodiging'),
      email: 'noor@gemeente.example',
      until: 1e9,
      by: 'Chris\n\nKlik hier: https://elders.example',
      organisation: 'Gemeente',
      agendaTitle: 'Samen',
      role: 'editor',
    }
    const letters = [{ seq: ++seq, message: invited }]
    directory.hear(agenda, 'leven', letters)
    directory.hear(agenda, 'leven', letters)
    const mails = directory.localMails()
    expect(mails).toHaveLength(1)
    // A name cannot pass for a line of the mail.
    expect(mails[0]?.text).toContain('Chris Klik hier: https://elders.example nodigt u uit')
  })

  it('[S7] mails an address five invitations an hour at most, however often they are withdrawn and made again', () => {
    for (let time = 0; time < 8; time++) {
      const invitation = asId<InvitationId>(`uitnodiging-${time}`)
      const rest = { until: 1e9, by: 'Chris', organisation: 'Gemeente', agendaTitle: 'Samen', role: 'editor' as const }
      hear({ kind: 'invited', invitation, email: 'noor@gemeente.example', ...rest })
      if (time < 7) hear({ kind: 'invitation-over', invitation })
    }
    expect(directory.localMails()).toHaveLength(5)
  })

  it('[S4] leads from its mails to its own address, whatever a request names as such', () => {
    const visit = { from: '', device: '', language: 'nl' as const, origin: 'https://elders.example' }
    const join = { agenda, link: asId<CommentLinkId>('link'), name: 'Noor', email: 'noor@gemeente.example' }
    directory.askJoin(join, true, visit)
    expect(directory.localMails()[0]?.text).toContain('http://localhost:8787/sign-in/')
  })
})
