import * as v from 'valibot'
import { expect, it } from 'vitest'
import { takeInOnce } from '../../server/rooms/dossier.ts'
import { accept } from '../../server/rooms/record/arrivals.ts'
import type { Room } from '../../server/rooms/room.ts'
import { makeRoomApp } from '../../server/rooms/room-app.ts'
import { makeAuditStore } from '../../server/store/audit-store.ts'
import { organisationKinds } from '../../shared/agenda.ts'
import type { Me } from '../../shared/api.ts'
import { auditHash } from '../../shared/audit.ts'
import { dossierSchema } from '../../shared/dossier.ts'
import { asId, type CommentLinkId, type InvitationId, type OrganisationId, type PersonId } from '../../shared/ids.ts'
import { roles } from '../../shared/roles.ts'
import { Chance } from '../kit/chance.ts'
import { makeMemoryRoom } from '../kit/memory-room.ts'

// FUZZ_SEED and FUZZ_RUNS give other chances, and more of them.
const seed = Number(process.env.FUZZ_SEED ?? 20261122)
const runs = Number(process.env.FUZZ_RUNS ?? 5)
const steps = 150

const people = ['anna', 'bram', 'carla', 'dirk', 'eva'].map((name) => asId<PersonId>(name))
const parties = ['gemeente', 'ouders', 'school', 'nieuw'].map((name) => asId<OrganisationId>(name))
/** Few enough that the same is named again and again. */
const few = Array.from({ length: 24 }, (_, index) => `n${index}`)

class Table {
  readonly room: Room
  now = Date.UTC(2026, 10, 22)
  readonly #app: ReturnType<typeof makeRoomApp>
  readonly #chance: Chance

  constructor(chance: Chance) {
    this.#chance = chance
    this.room = makeMemoryRoom(() => this.now)
    this.#app = makeRoomApp(this.room, () => this.now)
    this.room.found({
      epoch: 'een',
      region: 'Proefregio',
      seat: {
        organisations: [
          { id: asId('gemeente'), name: 'Gemeente', short: 'G', kind: 'municipality' },
          { id: asId('ouders'), name: 'Ouders', short: 'O', kind: 'parent-organisation' },
        ],
        members: [
          { person: asId('anna'), name: 'Anna', initials: 'A', organisation: asId('gemeente'), role: 'coordinator' },
        ],
        plans: [],
      },
      author: asId('anna'),
      at: this.now,
      write: (doc) => {
        doc.getMap('agenda').set('title', 'Proef')
        return []
      },
    })
  }

  async act(): Promise<void> {
    const chance = this.#chance
    const pick = <Value>(values: readonly Value[]) => chance.oneOf(values)
    this.now += chance.below(4) === 0 ? chance.below(8) * 86_400_000 : chance.below(90_000)
    const some = <Value>(make: () => Value) => Array.from({ length: chance.below(3) }, make)
    switch (chance.below(11)) {
      case 0:
      case 1:
        return this.#send('POST', 'invitations', {
          invitations: [0, ...some(() => 0)].map(() => ({ id: pick(few), email: `${pick(people)}@x.example` })),
          organisation: pick(parties),
          role: pick(roles),
        })
      case 2:
      case 3: {
        const person = pick(people)
        const visitor = { person, name: person, initials: 'X' }
        const [invitation, link] = [pick(few) as InvitationId, pick(few) as CommentLinkId]
        const acceptance = chance.below(3) === 0 ? { link } : { invitation }
        await accept(this.room, acceptance, visitor, `${pick([person, pick(people)])}@x.example`)
        return
      }
      case 4:
        return this.#send('DELETE', `members/${pick(people)}`)
      case 5:
        return this.#send(pick(['POST', 'DELETE']), pick([`invitations/${pick(few)}`, `invitations/${pick(few)}/mail`]))
      case 6: {
        const day = new Date(this.now + chance.below(30) * 86_400_000).toISOString().slice(0, 10)
        const link = { id: pick(few), organisation: pick(parties), until: day, places: 1 + chance.below(3) }
        return chance.below(2) === 0
          ? this.#send('POST', 'comment-links', link)
          : this.#send('DELETE', `comment-links/${pick(few)}`)
      }
      case 7:
        return this.#send('POST', 'organisations', {
          organisations: [{ id: pick(parties), name: pick(few), short: 'X', kind: pick(organisationKinds) }],
        })
      case 8:
        return this.#send('PATCH', `organisations/${pick(parties)}`, { kind: pick(organisationKinds), code: pick(few) })
      default:
        return this.#send('PATCH', `members/${pick(people)}`, {
          ...(chance.below(2) === 0 && { role: pick(roles) }),
          ...(chance.below(3) === 0 && { organisation: pick(parties) }),
          ...(chance.below(3) === 0 && { alsoFor: some(() => pick(parties)) }),
          ...(chance.below(3) === 0 && {
            mandates: some(() => ({
              id: pick(few),
              organisation: pick(parties),
              from: '2026-01-01',
              ...(chance.below(2) === 0 && { until: pick(['2025-01-01', '2027-01-01']) }),
              ground: 'Besluit',
              ...(chance.below(2) === 0 && { deputy: pick(people) }),
            })),
          }),
        })
    }
  }

  /** Sends it as anyone at all, often twice: the answer must be the same, and nothing be done by who may not. */
  async #send(method: string, path: string, body?: unknown): Promise<void> {
    const person = this.#chance.oneOf(this.#chance.below(3) === 0 ? people : this.coordinators)
    const mayIt = this.coordinators.includes(person)
    const before = this.trail.length
    const text =
      body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const identity = { person, session: 's', until: this.now + 1 }
    const once = async () => {
      const request = new Request(`http://board.example/api/v1/agendas/proef/${path}`, { method, ...text })
      const { status } = await this.#app.fetch(request, { identity })
      return { status, lines: this.trail.length }
    }
    const [first, second] = [await once(), await once()]
    if (first.status === second.status) expect(second.lines).toBe(first.lines)
    const statuses = [first.status, second.status]
    expect(Math.max(...statuses)).toBeLessThan(500)
    if (!mayIt) expect([this.trail.length, [403, 404].includes(statuses[0] ?? 0)]).toEqual([before, true])
  }

  get coordinators(): PersonId[] {
    return this.room.store
      .seat()
      .members.filter(({ role }) => role === 'coordinator')
      .map(({ person }) => person)
  }

  get trail() {
    return makeAuditStore(this.room.database.database).lines()
  }

  /** What must hold whatever was done. */
  check(): void {
    const { members, organisations } = this.room.store.seat()
    expect(this.coordinators.length).toBeGreaterThan(0)
    const ids = organisations.map(({ id }) => id)
    for (const { organisation, alsoFor = [], mandates = [] } of members) {
      const own = [organisation, ...alsoFor]
      expect(new Set(own).size).toBe(own.length)
      expect(own.every((id) => ids.includes(id))).toBe(true)
      for (const mandate of mandates) {
        expect(own).toContain(mandate.organisation)
        expect(mandate.until === undefined || mandate.from <= mandate.until).toBe(true)
      }
    }
    const { invitations, commentLinks } = this.room.store.people
    const open = invitations().filter((row) => !row.acceptedAt && !row.withdrawnAt && row.until > this.now)
    expect(new Set(open.map(({ email }) => email)).size).toBe(open.length)
    for (const { used, places } of commentLinks()) expect(used).toBeLessThanOrEqual(places)
  }
}

it('[A5] [A7] [A8] [A9] [K1] whatever is done with people, in whoever’s name, what must hold holds', async () => {
  let lines = 0
  for (let run = 0; run < runs; run++) {
    const chance = new Chance(seed + run)
    const table = new Table(chance)
    try {
      for (let step = 0; step < steps; step++) {
        await table.act()
        table.check()
      }
      let hash = ''
      for (const line of table.trail) {
        expect(line.hash).toBe(auditHash(hash, line))
        hash = line.hash
      }
      lines += table.trail.length
      expect(JSON.stringify(table.trail)).not.toContain('@')

      const text = JSON.stringify(table.room.dossier())
      expect(text).not.toContain('@x.example')
      const there = makeMemoryRoom(() => 0)
      const taker = {
        person: table.coordinators[0],
        name: '',
        initials: '',
        organisation: '',
        organisationKind: 'other',
      }
      const dossier = v.parse(dossierSchema, JSON.parse(text))
      expect(await takeInOnce(() => there, dossier, taker as Me)).toEqual({ answer: 'made' })
      expect(JSON.stringify({ ...there.dossier(), epoch: 'een' })).toBe(text)
      there.database.close()
      table.room.database.close()
    } catch (error) {
      throw new Error(`seed ${seed + run}`, { cause: error })
    }
  }
  // Where nearly all is refused nothing is tried.
  expect(lines).toBeGreaterThan(15 * runs)
}, 60_000)
