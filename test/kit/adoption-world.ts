import { partiesByVersion, recordAdoption, setSteps } from '../../server/rooms/record/adoption.ts'
import { command as commandIn } from '../../server/rooms/record/command.ts'
import { type Decision, refused } from '../../server/rooms/record/decision.ts'
import type { RecordTurn } from '../../server/rooms/record/turn.ts'
import type { VersionScene } from '../../server/rooms/record/versions.ts'
import type { Room } from '../../server/rooms/room.ts'
import type { RoomReader, RoomStore } from '../../server/store/room-store.ts'
import type {
  AdoptionSettingRow,
  AdoptionStateRow,
  AdoptionStepsRow,
  VersionHead,
} from '../../server/store/version-store.ts'
import type { Member, Organisation } from '../../shared/agenda.ts'
import type { Day } from '../../shared/date.ts'
import {
  asId,
  type MandateId,
  type OrganisationId,
  type PersonId,
  type StepId,
  type VersionId,
} from '../../shared/ids.ts'
import { type Action, may } from '../../shared/rights.ts'
import type { Adoption, AdoptionSetting, PartyAdoption, StepChange, StepsChange } from '../../shared/version/api.ts'

// A small agenda with somebody of every kind, to follow its adoption in: in a store of plain lists, fast enough for many
// thousands of commands, and in a real room.

export const today: Day = '2026-11-22'
const noon = Date.parse('2026-11-22T12:00:00.000Z')

const organisation = (id: string, kind: Organisation['kind']): Organisation => ({
  id: asId<OrganisationId>(id),
  name: id,
  short: id,
  kind,
})
export const parties = [
  organisation('gemeente', 'municipality'),
  organisation('swv', 'alliance'),
  organisation('ouders', 'parent-organisation'),
  // Came after the first version was frozen.
  organisation('later', 'care-provider'),
]

function member(
  person: string,
  role: Member['role'],
  mandate?: { of: string; from?: Day; until?: Day; deputy?: string },
): Member {
  const ground = { id: asId<MandateId>(person), ground: 'Besluit' }
  const { of = 'gemeente', from = '2020-01-01', until, deputy } = mandate ?? {}
  return {
    person: asId<PersonId>(person),
    name: person,
    initials: person.slice(0, 1),
    organisation: asId<OrganisationId>(of),
    role,
    ...(mandate && {
      mandates: [
        {
          ...ground,
          organisation: asId<OrganisationId>(of),
          from,
          ...(until && { until }),
          ...(deputy && { deputy: asId<PersonId>(deputy) }),
        },
      ],
    }),
  }
}

export const members: Member[] = [
  member('coordinator', 'coordinator'),
  member('directeur', 'coordinator', { of: 'swv' }),
  member('wethouder', 'editor', { of: 'gemeente', deputy: 'loco' }),
  member('loco', 'reader'),
  member('ambtenaar', 'editor'),
  member('voorzitter', 'commenter', { of: 'ouders', until: today }),
  member('ouder', 'commenter'),
  member('raadslid', 'reader'),
  member('aanbieder', 'reader', { of: 'later', from: today }),
  member('oud-wethouder', 'editor', { of: 'gemeente', until: '2026-11-21', deputy: 'ambtenaar' }),
  member('opvolger', 'commenter', { of: 'ouders', from: '2026-11-23' }),
]
const outsider = asId<PersonId>('buitenstaander')
export const people = [...members.map(({ person }) => person), outsider]

/** Who speaks for whom that day, and who coordinates: written out, so that it is told otherwise than by the code under test. */
const speakers: Record<string, readonly string[]> = {
  gemeente: ['wethouder', 'loco'],
  swv: ['directeur'],
  ouders: ['voorzitter'],
  later: ['aanbieder'],
}
const coordinators = ['coordinator', 'directeur']

/** On what somebody may record for a party with this ground; undefined when they may not. */
export function standingOf(
  person: string,
  party: string,
  ground: string | undefined,
): 'mandate' | 'behalf' | undefined {
  if (speakers[party]?.includes(person)) return 'mandate'
  return coordinators.includes(person) && ground?.trim() ? 'behalf' : undefined
}

export type Command = { as: PersonId; party: OrganisationId } & (
  | { kind: 'record'; version: number; step: StepId; change: StepChange }
  | { kind: 'set'; change: StepsChange }
)
export type Answer = Decision<PartyAdoption | AdoptionSetting>

/** All that is kept of it. */
export type Kept = { states: AdoptionStateRow[]; settings: AdoptionSettingRow[]; steps: AdoptionStepsRow[] }

export type World = {
  act: (command: Command) => Answer | Promise<Answer>
  parties: () => Adoption['versions']
  kept: () => Kept
  /** The kinds of the lines that the audit trail got, the first one first. */
  audited: () => string[]
}

const versionHeads = [1, 2].map(
  (number): VersionHead => ({
    number,
    id: asId<VersionId>(`versie-${number}`),
    at: noon,
    person: asId<PersonId>('coordinator'),
    metadata: {
      number,
      at: '2026-11-20T12:00:00.000Z',
      title: '',
      region: '',
      themes: [],
      plans: [],
      parties: number === 1 ? parties.slice(0, 3) : parties,
    },
    positions: {},
    hash: 'a',
  }),
)

/** In plain lists, by the same decisions as in a room. */
export function makeListWorld(): Omit<World, 'act'> & { act: (command: Command) => Answer } {
  const kept: Kept = { states: [], settings: [], steps: [] }
  const audited: string[] = []
  let at = noon
  const replace = <Row>(rows: Row[], row: Row, isSame: (other: Row) => boolean) => {
    const place = rows.findIndex(isSame)
    rows.splice(place < 0 ? rows.length : place, place < 0 ? 0 : 1, row)
  }
  const versions: Partial<RoomStore['versions']> = {
    heads: () => [...versionHeads],
    head: (number) => versionHeads[number - 1],
    adoptionStates: () => kept.states,
    adoptionSettings: () => kept.settings,
    adoptionSteps: () => kept.steps,
    adoptionReminders: () => [],
    addAdoptionState: (row) => void kept.states.push(Object.freeze(row)),
    setAdoptionSettings: (row) => replace(kept.settings, row, (other) => other.organisation === row.organisation),
    setAdoptionSteps: (row) =>
      replace(kept.steps, row, (other) => other.organisation === row.organisation && other.version === row.version),
  }
  const seat = { organisations: parties, members, plans: [] }
  // What these commands ask of a store, and no more.
  const store = { versions, seat: () => seat } as unknown as RoomStore
  return {
    act(command) {
      at += 1000
      const me = members.find(({ person }) => person === command.as)
      if (!me) return refused('not-found')
      if (!may(me.role, 'record-adoption')) return refused('not-allowed')
      const nothing = () => {}
      const turn: RecordTurn = {
        at,
        audit: (kind) => void audited.push(kind),
        tell: nothing,
        post: nothing,
        seatChanged: nothing,
        newsChanged: nothing,
        unreadChanged: nothing,
      }
      return carryOut({ store, me } as VersionScene, turn, command)
    },
    parties: () => partiesByVersion(store),
    kept: () => ({ states: [...kept.states], settings: [...kept.settings], steps: [...kept.steps] }),
    audited: () => audited,
  }
}

/** In a room of which the clock goes on by itself. */
export function makeRoomWorld(makeRoom: (clock: () => number) => Room): World & { close: () => void } {
  let at = noon
  const room = makeRoom(() => at)
  room.store.transaction(() => {
    room.store.setSeat({ organisations: parties, members, plans: [] })
    for (const head of versionHeads) room.store.versions.addVersion(head, [])
  })
  const store: RoomReader = room.store
  const action: Action = 'record-adoption'
  return {
    act(command) {
      at += 1000
      return commandIn(room, command.as, action, (turn, me) =>
        carryOut({ store: room.store, doc: room.doc, me }, turn, command),
      )
    },
    parties: () => partiesByVersion(store),
    kept: () => ({
      states: store.versions.adoptionStates(),
      settings: store.versions.adoptionSettings(),
      steps: store.versions.adoptionSteps(),
    }),
    audited: () => store.trail.lines().map(({ kind }) => kind),
    close: () => room.database.close(),
  }
}

function carryOut(scene: VersionScene, turn: RecordTurn, command: Command): Answer {
  const { party: organisation } = command
  if (command.kind === 'set') return setSteps(scene, turn, organisation, command.change)
  const { version, step, change } = command
  return recordAdoption(scene, turn, { version, organisation, step }, change)
}
