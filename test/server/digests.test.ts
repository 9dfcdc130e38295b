import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../server/node/database.ts'
import type { Mail, OutboxMessage } from '../../server/ports.ts'
import { nextMonday, nextMorning } from '../../server/rooms/directory/mornings.ts'
import { Directory } from '../../server/rooms/directory.ts'
import { openDirectoryStore } from '../../server/store/directory-store.ts'
import type { DigestRhythm, NoticeKind } from '../../shared/account.ts'
import { type AgendaId, asId, type CommentId, type ItemId, type PersonId } from '../../shared/ids.ts'
import type { Role } from '../../shared/roles.ts'

const agenda = asId<AgendaId>('drechtsteden')
const anna = asId<PersonId>('anna')
const minute = 60_000
const hour = 60 * minute
/** A Wednesday, ten in the morning in the Netherlands. */
const wednesday = Date.parse('2026-11-25T09:00:00Z')

let now: number
let directory: Directory
let sent: Mail[]
let seq: number
let origin: string | undefined
let close: () => void

beforeEach(() => {
  origin = 'https://agenda.example.nl'
  now = wednesday
  sent = []
  seq = 0
  const opened = openDatabase(':memory:', { checkpoint: () => {} })
  close = opened.close
  const store = openDirectoryStore(opened.database)
  directory = new Directory({
    store,
    clock: () => now,
    log: () => {},
    mail: () => ({ to: 'server', onWaiting: () => {} }),
    origin: () => origin,
  })
  store.addPerson({
    id: anna,
    name: 'Anna',
    initials: 'AN',
    organisation: 'Ouderplatform',
    organisationKind: 'parent-organisation',
    email: 'anna@example.nl',
  })
  seated('commenter')
})

afterEach(() => close())

function tell(message: OutboxMessage): void {
  seq += 1
  directory.hear(agenda, 'e', [{ seq, message }])
}

function seated(role: Role | undefined): void {
  tell({
    kind: 'agenda',
    agenda,
    title: 'Ontwikkelagenda',
    region: 'Drechtsteden',
    parties: 0,
    organisations: [],
    members: role ? [{ person: anna, role, unread: 1 }] : [],
  })
}

function happens(notice: NoticeKind, item: string, excerpt: string): void {
  tell({
    kind: 'notice',
    people: [anna],
    notice,
    item: asId<ItemId>(item),
    itemTitle: `Punt ${item}`,
    comment: asId<CommentId>(`reactie-${seq}`),
    by: 'Bea',
    excerpt,
    at: now,
  })
}

async function mailsAt(moment: number): Promise<Mail[]> {
  now = moment
  sent = []
  await directory.sendMails(async (mail) => void sent.push(mail))
  return sent
}

describe('a digest', () => {
  it('[M2] comes the next morning at seven, as one mail grouped by item', async () => {
    happens('comment', 'een', 'Eerste')
    happens('reply', 'twee', 'Tweede')
    happens('comment', 'een', 'Derde')
    expect(await mailsAt(now + 2 * hour)).toEqual([])
    expect(directory.nextMailAt).toBe(Date.parse('2026-11-26T06:00:00Z'))

    const [mail, ...others] = await mailsAt(Date.parse('2026-11-26T06:00:00Z'))
    expect(others).toEqual([])
    expect(mail?.to).toBe('anna@example.nl')
    expect(mail?.text.match(/\/agenda\/drechtsteden\/punt\//g)).toHaveLength(2)
    expect(mail?.text.indexOf('Derde')).toBeLessThan(mail?.text.indexOf('Tweede') ?? 0)
    expect(await mailsAt(now + 48 * hour)).toEqual([])
  })

  it('[M2] can be stopped with one press, without signing in (RFC 8058)', async () => {
    happens('comment', 'een', 'Eerste')
    const [mail] = await mailsAt(nextMorning(now))
    expect(mail?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    const address = mail?.headers?.['List-Unsubscribe'] ?? ''
    const token = /\/api\/v1\/stop\/([\w-]+)>/.exec(address)?.[1] ?? ''
    expect(mail?.text).toContain(`/stop/${token}`)
    directory.stopMails(token)
    happens('mention', 'een', 'Nog een')
    expect(await mailsAt(now + 400 * hour)).toEqual([])
  })

  it.each<[DigestRhythm, string | undefined]>([
    ['at-once', '2026-11-25T09:01:00Z'],
    ['daily', '2026-11-26T06:00:00Z'],
    ['weekly', '2026-11-30T06:00:00Z'],
    ['none', undefined],
  ])('[M2] comes at the rhythm that its reader chose: %s', async (digest, expected) => {
    directory.changeSettings(anna, { digest })
    happens('mention', 'een', 'Anna, kijk eens')
    expect(directory.nextMailAt).toBe(expected && Date.parse(expected))
    const mails = await mailsAt(expected ? Date.parse(expected) : now + 1000 * hour)
    expect(mails).toHaveLength(expected ? 1 : 0)
  })

  it('[M2] at once holds what cannot wait, and the rest waits for the morning', async () => {
    directory.changeSettings(anna, { digest: 'at-once' })
    happens('comment', 'een', 'Kan wachten')
    happens('answer', 'twee', 'Deels overgenomen')
    const [mail] = await mailsAt(now + minute)
    expect(mail?.text).toContain('Deels overgenomen')
    expect(mail?.text).not.toContain('Kan wachten')
    const [later] = await mailsAt(nextMorning(now))
    expect(later?.text).toContain('Kan wachten')
    expect(later?.text).not.toContain('Deels overgenomen')
  })

  it('[M2] leaves out what was read, and what may not be quoted any more', async () => {
    happens('comment', 'een', 'Gelezen')
    tell({ kind: 'read', person: anna, item: asId<ItemId>('een') })
    happens('comment', 'twee', 'Verborgen')
    tell({ kind: 'comment-gone', comment: asId<CommentId>(`reactie-${seq - 1}`) })
    expect(await mailsAt(nextMorning(now))).toEqual([])
  })

  it('[M2] quotes what a comment says now, not what its author corrected', async () => {
    happens('comment', 'een', 'Bel Jan op 0612345678')
    tell({ kind: 'comment-corrected', comment: asId<CommentId>(`reactie-${seq - 1}`), excerpt: 'Bel de school' })
    const [mail] = await mailsAt(nextMorning(now))
    expect(mail?.text).toContain('“Bel de school”')
    expect(mail?.text).not.toContain('0612345678')
  })

  it('[A2] tells nothing of the living agenda to who is a reader now', async () => {
    happens('mention', 'een', 'Nog niet vastgesteld')
    seated('reader')
    expect(directory.waiting(anna).notices).toEqual([])
    expect(directory.nextMailAt).toBeUndefined()
    expect(await mailsAt(nextMorning(now))).toEqual([])
  })

  it('[M2] waits, and keeps nobody awake, while nobody knows under which address people reach the board', async () => {
    origin = undefined
    happens('mention', 'een', 'Kijk eens')
    expect(await mailsAt(nextMorning(now))).toEqual([])
    expect(directory.nextMailAt).toBeUndefined()
    origin = 'https://agenda.example.nl'
    expect(await mailsAt(now)).toHaveLength(1)
  })

  it('[M2] is about the last half year', async () => {
    directory.changeSettings(anna, { digest: 'none' })
    happens('mention', 'een', 'Lang geleden')
    now += 200 * 24 * hour
    directory.changeSettings(anna, { digest: 'daily' })
    happens('mention', 'twee', 'Vandaag')
    const [mail] = await mailsAt(nextMorning(now))
    expect(mail?.text).toContain('Vandaag')
    expect(mail?.text).not.toContain('Lang geleden')
    expect(directory.waiting(anna).notices.map(({ item }) => item)).toEqual(['twee'])
  })

  it('[M2] tells nothing of an agenda to who is on it no longer', async () => {
    happens('comment', 'een', 'Nieuws')
    seated(undefined)
    expect(await mailsAt(nextMorning(now))).toEqual([])
  })
})

describe('seven in the morning', () => {
  it.each([
    ['2026-03-28T12:00:00Z', '2026-03-29T05:00:00.000Z'],
    ['2026-10-24T12:00:00Z', '2026-10-25T06:00:00.000Z'],
    ['2026-11-25T05:59:00Z', '2026-11-25T06:00:00.000Z'],
    ['2026-11-25T06:00:00Z', '2026-11-26T06:00:00.000Z'],
  ])('after %s is %s, also when the clock is moved', (after, morning) => {
    expect(new Date(nextMorning(Date.parse(after))).toISOString()).toBe(morning)
  })

  it('on a Monday is on a Monday', () => {
    expect(new Date(nextMonday(wednesday)).getUTCDay()).toBe(1)
  })
})
