import * as v from 'valibot'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeInOnce } from '../../server/rooms/dossier.ts'
import { accept, linkIsOpen } from '../../server/rooms/record/arrivals.ts'
import type { Room } from '../../server/rooms/room.ts'
import { makeRoomApp } from '../../server/rooms/room-app.ts'
import { makeAuditStore } from '../../server/store/audit-store.ts'
import type { Organisation } from '../../shared/agenda.ts'
import type { Me } from '../../shared/api.ts'
import { auditHash, contentHash } from '../../shared/audit.ts'
import { dossierSchema } from '../../shared/dossier.ts'
import { asId, type CommentLinkId, type InvitationId, type OrganisationId, type PersonId } from '../../shared/ids.ts'
import type { People } from '../../shared/people.ts'
import { makeMemoryRoom } from '../kit/memory-room.ts'

const day = 86_400_000
const began = Date.UTC(2026, 10, 22)
const id = asId
const me = id<PersonId>('coordinator')
const anna = { person: id<PersonId>('anna'), name: 'Anna de Vries', initials: 'AV' }
const address = 'anna@ouders.example'
const organisations: Organisation[] = [
  { id: id<OrganisationId>('gemeente'), name: 'Gemeente', short: 'G', kind: 'municipality' },
  { id: id<OrganisationId>('ouders'), name: 'Ouders', short: 'O', kind: 'parent-organisation' },
]
const maker = { person: me, name: 'Coördinator', initials: 'CO', organisation: 'Gemeente', organisationKind: 'other' }

let now: number
let room: Room
const rooms: Room[] = []

function emptyRoom(): Room {
  const made = makeMemoryRoom(() => now)
  rooms.push(made)
  return made
}

beforeEach(() => {
  now = began
  room = emptyRoom()
  room.found({
    epoch: 'een',
    region: 'Proefregio',
    seat: {
      organisations,
      members: [
        { person: me, name: 'Coördinator', initials: 'CO', organisation: id('gemeente'), role: 'coordinator' },
        { person: id('bram'), name: 'Bram', initials: 'B', organisation: id('gemeente'), role: 'editor' },
      ],
      plans: [],
    },
    author: me,
    at: now,
    write: (doc) => {
      doc.getMap('agenda').set('title', 'Proef')
      return []
    },
  })
})

afterEach(() => {
  for (const made of rooms.splice(0)) made.database.close()
})

async function send(method: string, path: string, body?: unknown): Promise<Response> {
  const text = body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const request = new Request(`http://board.example/api/v1/agendas/proef/${path}`, { method, ...text })
  return await makeRoomApp(room, () => now).fetch(request, { identity: { person: me, session: 's', until: now + day } })
}

async function invited(role = 'commenter', organisation = 'ouders', email = address): Promise<InvitationId> {
  const invitation = id<InvitationId>(`i${Math.random().toString(36).slice(2)}`)
  const answer = await send('POST', 'invitations', { invitations: [{ id: invitation, email }], organisation, role })
  expect(answer.status).toBe(201)
  return invitation
}

async function linked(places = 2): Promise<{ link: CommentLinkId; secret: string }> {
  const link = id<CommentLinkId>(`l${Math.random().toString(36).slice(2)}`)
  const wanted = { id: link, organisation: 'ouders', until: '2026-12-01', places }
  expect((await send('POST', 'comment-links', wanted)).status).toBe(201)
  return { link, secret: room.store.people.commentLink(link)?.secret ?? '' }
}

async function people(): Promise<People> {
  return (await (await send('GET', 'people')).json()) as People
}

const trail = () => makeAuditStore(room.database.database).lines()
const visitor = (name: string) => ({ ...anna, person: id<PersonId>(name) })

describe('who comes in by an invitation', () => {
  it('[A9] is a member of that organisation in that role, once, and the directory hears that it was used', async () => {
    const invitation = await invited()
    room.heard(room.letters.at(-1)?.seq ?? 0)
    now += day
    for (let times = 0; times < 2; times++) expect(await accept(room, { invitation }, anna, address)).toBe('in')
    expect(room.member(anna.person)).toEqual({ ...anna, organisation: 'ouders', role: 'commenter' })
    expect(room.letters.map(({ message }) => message.kind)).toEqual(['invitation-over', 'agenda'])
    expect(trail().filter(({ kind }) => kind === 'invitation-accepted')).toHaveLength(1)
    const { contacts, invitations } = await people()
    expect(contacts.at(-1)).toEqual({ person: 'anna', email: address, since: new Date(now).toISOString() })
    expect(invitations).toMatchObject([{ state: 'accepted', person: 'anna' }])
  })

  it('[A9] has the address that was invited, and nobody else comes in by it', async () => {
    const invitation = await invited()
    expect(await accept(room, { invitation }, anna, 'bram@ouders.example')).toBe('over')
    expect(await accept(room, { invitation }, anna, ' Anna@Ouders.example')).toBe('in')
    expect(await accept(room, { invitation }, visitor('eva'), address)).toBe('over')
    expect(await accept(room, { invitation: id<InvitationId>('geen') }, anna, address)).toBe('over')
  })

  it('[A9] is in time: after two weeks it has to be sent again', async () => {
    const invitation = await invited()
    now += 14 * day
    expect(await accept(room, { invitation }, anna, address)).toBe('over')
    expect((await people()).invitations).toMatchObject([{ state: 'expired' }])
    expect((await send('POST', `invitations/${invitation}/mail`)).status).toBe(200)
    const { invitations } = await people()
    expect(invitations).toMatchObject([{ state: 'open', sentAt: new Date(now).toISOString() }])
    expect(room.letters.filter(({ message }) => message.kind === 'invited')).toHaveLength(2)
    expect(await accept(room, { invitation }, anna, address)).toBe('in')
    expect((await send('POST', `invitations/${invitation}/mail`)).status).toBe(409)
    expect((await send('DELETE', `invitations/${invitation}`)).status).toBe(409)
  })

  it('[A9] comes too late when it was withdrawn, also when another to the same address is open', async () => {
    const first = await invited()
    expect((await send('DELETE', `invitations/${first}`)).status).toBe(204)
    const second = await invited()
    expect(await accept(room, { invitation: first }, anna, address)).toBe('over')
    expect(await accept(room, { invitation: second }, anna, address)).toBe('in')
    const again = { invitations: [{ id: 'nog-een', email: address }], organisation: 'ouders', role: 'reader' }
    expect((await send('POST', 'invitations', again)).status).toBe(422)
  })

  it('[A9] and is here already acts for that organisation as well, in the higher of both roles', async () => {
    const bram = { person: id<PersonId>('bram'), name: 'Bram', initials: 'B' }
    await accept(room, { invitation: await invited('reader', 'ouders', 'bram@g.example') }, bram, 'bram@g.example')
    expect(room.member(bram.person)).toMatchObject({ organisation: 'gemeente', alsoFor: ['ouders'], role: 'editor' })
    const reader = visitor('eva')
    await accept(room, { invitation: await invited('reader', 'ouders', 'e@g.example') }, reader, 'e@g.example')
    const more = { invitations: [{ id: 'meer', email: 'eva@g.example' }], organisation: 'gemeente', role: 'editor' }
    expect((await send('POST', 'invitations', more)).status).toBe(201)
    await accept(room, { invitation: id<InvitationId>('meer') }, reader, 'eva@g.example')
    expect(room.member(reader.person)).toMatchObject({ organisation: 'ouders', alsoFor: ['gemeente'], role: 'editor' })
  })

  it('[A9] after they left, is back as who was invited, without the mandates of before', async () => {
    await accept(room, { invitation: await invited('editor') }, anna, address)
    const mandate = { id: 'm', organisation: 'ouders', from: '2026-01-01', ground: 'Besluit' }
    expect((await send('PATCH', 'members/anna', { mandates: [mandate] })).status).toBe(200)
    expect((await send('DELETE', 'members/anna')).status).toBe(204)
    expect(room.member(anna.person)).toBeUndefined()
    now += day
    await accept(room, { invitation: await invited('reader', 'gemeente') }, { ...anna, name: 'A. de Vries' }, address)
    expect(room.member(anna.person)).toEqual({ ...anna, name: 'A. de Vries', organisation: 'gemeente', role: 'reader' })
    expect(room.store.people.memberRecords().at(-1)?.mandates).toEqual([{ ...mandate, endedAt: began }])
  })
})

describe('who comes in by a comment link', () => {
  it('[A9] is a commenter of its organisation, and takes one of its places once', async () => {
    const { link, secret } = await linked(2)
    expect(linkIsOpen(room, link, secret, now)).toBe(true)
    expect([linkIsOpen(room, link, `${secret}x`, now), linkIsOpen(room, id('geen'), secret, now)]).toEqual([
      false,
      false,
    ])
    for (let times = 0; times < 2; times++) expect(await accept(room, { link }, anna, address)).toBe('in')
    expect(room.member(anna.person)).toEqual({ ...anna, organisation: 'ouders', role: 'commenter' })
    expect((await people()).links).toMatchObject([{ used: 1 }])
    expect(await accept(room, { link }, visitor('eva'), 'eva@ouders.example')).toBe('in')
    expect(linkIsOpen(room, link, secret, now)).toBe(false)
    expect(await accept(room, { link }, visitor('finn'), 'finn@ouders.example')).toBe('over')
  })

  it('[A9] finds it closed after its last day, when it was withdrawn, and when it is for no parent organisation any more', async () => {
    const [one, two, three] = [await linked(), await linked(), await linked()]
    expect((await send('DELETE', `comment-links/${one.link}`)).status).toBe(204)
    expect(linkIsOpen(room, one.link, one.secret, now)).toBe(false)
    expect(await accept(room, { link: one.link }, anna, address)).toBe('over')
    now = Date.UTC(2026, 11, 1, 23)
    expect(linkIsOpen(room, two.link, two.secret, now)).toBe(true)
    now = Date.UTC(2026, 11, 2)
    expect(linkIsOpen(room, two.link, two.secret, now)).toBe(false)
    expect(await accept(room, { link: two.link }, anna, address)).toBe('over')
    now = began
    expect((await send('PATCH', 'organisations/ouders', { kind: 'other' })).status).toBe(200)
    expect(await accept(room, { link: three.link }, anna, address)).toBe('over')
  })

  it('[A9] was not shown out before: back is by an invitation only', async () => {
    const { link } = await linked()
    await accept(room, { link }, anna, address)
    await send('DELETE', 'members/anna')
    expect(await accept(room, { link }, anna, address)).toBe('over')
    expect(await accept(room, { invitation: await invited() }, anna, address)).toBe('in')
  })
})

describe('the record of people', () => {
  it('[K1] [K2] has a line for each command, chained, with ids and salted hashes and nobody’s name or address', async () => {
    await accept(room, { invitation: await invited() }, anna, address)
    await send('PATCH', 'members/anna', { role: 'reader' })
    await send('PATCH', 'members/anna', { role: 'reader' })
    await send('POST', 'organisations', {
      organisations: [{ id: 'school', name: 'School', short: 'S', kind: 'other' }],
    })
    await send('PATCH', 'organisations/school', { name: 'Scholen' })
    await send('DELETE', `comment-links/${(await linked()).link}`)
    await send('DELETE', `invitations/${await invited('reader', 'ouders', 'weg@ouders.example')}`)
    await send('DELETE', 'members/anna')
    const lines = trail()
    expect(lines.map(({ kind }) => kind)).toEqual([
      'invitation-made',
      'invitation-accepted',
      'member-changed',
      'organisation-added',
      'organisation-changed',
      'comment-link-made',
      'comment-link-withdrawn',
      'invitation-made',
      'invitation-withdrawn',
      'member-ended',
    ])
    expect(JSON.stringify(lines)).not.toMatch(/@|Vries|Scholen/)
    lines.forEach((line, index) => {
      expect(line.hash).toBe(auditHash(lines[index - 1]?.hash ?? '', line))
    })
    const [first] = lines
    expect(first?.contentHash).toBe(contentHash(first?.salt ?? '', address))
  })

  it('[A10] takes no command of somebody whose right ended while its body came in', async () => {
    expect((await send('PATCH', 'members/bram', { role: 'coordinator' })).status).toBe(200)
    let finish = () => {}
    const body = new ReadableStream({
      start(controller) {
        finish = () => {
          controller.enqueue(new TextEncoder().encode('{"role":"reader"}'))
          controller.close()
        }
      },
    })
    const headers = { 'content-type': 'application/json' }
    const init: RequestInit & { duplex: 'half' } = { method: 'PATCH', headers, body, duplex: 'half' }
    const request = new Request('http://board.example/api/v1/agendas/proef/members/coordinator', init)
    const identity = { person: id<PersonId>('bram'), session: 't', until: now + day }
    const answer = makeRoomApp(room, () => now).fetch(request, { identity })
    expect((await send('PATCH', 'members/bram', { role: 'editor' })).status).toBe(200)
    finish()
    expect((await answer).status).toBe(403)
    expect(room.member(me)?.role).toBe('coordinator')
  })

  it('[K1] is not written, nor is anything else, when a command is refused', async () => {
    const before = [trail(), room.letters, room.store.people.memberRecords()]
    expect((await send('DELETE', 'members/coordinator')).status).toBe(409)
    expect((await send('PATCH', 'members/bram', { role: 'reader', organisation: 'nergens' })).status).toBe(422)
    expect([trail(), room.letters, room.store.people.memberRecords()]).toEqual(before)
  })

  it('[B6] is carried in a dossier, with who left and what they were; addresses and ways in are not', async () => {
    await accept(room, { invitation: await invited('editor') }, anna, address)
    const held = { id: 'm', organisation: 'ouders', from: '2026-01-01', ground: 'Besluit', deputy: 'bram' }
    const other = { id: 'n', organisation: 'gemeente', from: '2026-01-01', until: '2027-01-01', ground: 'Brief' }
    await send('PATCH', 'members/anna', { alsoFor: ['gemeente'], mandates: [held, other] })
    await send('PATCH', 'members/anna', { mandates: [other] })
    await invited('reader', 'ouders', 'open@ouders.example')
    const { secret } = await linked()
    now += day
    await send('DELETE', 'members/anna')
    const text = JSON.stringify(room.dossier())
    expect(text).not.toMatch(/@ouders/)
    expect(text).not.toContain(secret)
    const dossier = v.parse(dossierSchema, JSON.parse(text))
    expect(dossier).toMatchObject({
      version: 2,
      members: [
        { person: 'coordinator' },
        { person: 'bram' },
        {
          person: 'anna',
          alsoFor: ['gemeente'],
          mandates: [
            { ...held, endedAt: began },
            { ...other, endedAt: now },
          ],
          role: 'editor',
          since: began,
          endedAt: now,
        },
      ],
    })
    const there = emptyRoom()
    expect(await takeInOnce(() => there, dossier, maker as Me)).toEqual({ answer: 'made' })
    expect(JSON.stringify({ ...there.dossier(), epoch: 'een' })).toBe(text)
  })

  it('[B8] is refused where it does not fit together', async () => {
    const dossier = room.dossier()
    const mandate = { id: 'm', organisation: 'ouders', from: '2026-01-01', ground: 'Besluit' }
    const spoiled: [string, object][] = [
      ['members.0.alsoFor.0', { alsoFor: ['nergens'] }],
      ['members.0.alsoFor.1', { alsoFor: ['gemeente'] }],
      ['members.0.mandates.1', { mandates: [mandate, mandate] }],
      ['members.0.mandates.0.organisation', { mandates: [{ ...mandate, organisation: 'nergens' }] }],
      ['members.0.mandates.0.deputy', { mandates: [{ ...mandate, deputy: 'niemand' }] }],
    ]
    for (const [path, change] of spoiled) {
      const members = dossier.members.map((member, index) => (index === 0 ? { ...member, ...change } : member))
      const taken = await takeInOnce(emptyRoom, v.parse(dossierSchema, { ...dossier, members }), maker as Me)
      expect(taken).toMatchObject({ answer: 'invalid', mistakes: [{ path }] })
    }
  })

  it('of a dossier of version 1 is who sat at the table then', async () => {
    const { members, ...rest } = room.dossier()
    const first = { ...rest, version: 1, members: members.map(({ since, ...member }) => member) }
    const there = emptyRoom()
    expect(await takeInOnce(() => there, v.parse(dossierSchema, first), maker as Me)).toEqual({ answer: 'made' })
    expect(there.store.seat()).toEqual(room.store.seat())
    expect(there.dossier().version).toBe(2)
  })
})
