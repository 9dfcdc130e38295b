import { nanoid } from 'nanoid'
import type { DemoPerson, Me } from '../../shared/api.ts'
import { type Day, isDay } from '../../shared/date.ts'
import { type AgendaId, asId } from '../../shared/ids.ts'
import type { Room } from '../rooms/room.ts'
import type { Seat } from '../store/room-store.ts'
import { converse } from './converse.ts'
import { demoItemId, fillDemo } from './fill.ts'
import { demoOrganisations, demoPeople, demoPlans, personId } from './region.ts'

/** The demo's agenda is always to be found here. */
export const demoAgendaId = asId<AgendaId>('drechtsteden')

/** The demo region: its people can be picked at the start screen, and it has an agenda that looks lived in. */
export const demoRegion = {
  /** The people that can be picked. */
  people: demoPeople.map(toDemoPerson),

  /** Fills the room of the demo's agenda, once. */
  found(room: Room, now: number): void {
    if (room.epoch !== '') return
    room.found({
      epoch: nanoid(),
      region: 'Drechtsteden',
      seat: { organisations: demoOrganisations, members: demoPeople, plans: demoPlans(dayOf(now)) },
      author: personId('coordinator'),
      isDemo: true,
      at: now,
      write: (doc) => fillDemo(doc, dayOf(now)),
      converse: (store, doc) => converse(store, doc, demoItemId, now),
    })
  },

  /** The whole region sits at the table of an agenda that is made in the demo, its maker as coordinator. */
  seatOf(maker: Me, now: number): Seat {
    const members = demoPeople.map((member) =>
      member.person === maker.person ? { ...member, role: 'coordinator' as const } : member,
    )
    return { organisations: demoOrganisations, members, plans: demoPlans(dayOf(now)) }
  },
}

function toDemoPerson({ person, name, initials, organisation, role }: (typeof demoPeople)[number]): DemoPerson {
  const party = demoOrganisations.find(({ id }) => id === organisation)
  return { person, name, initials, organisation: party?.name ?? '', organisationKind: party?.kind ?? 'other', role }
}

function dayOf(now: number): Day {
  const day = new Date(now).toISOString().slice(0, 10)
  if (!isDay(day)) throw new RangeError('the clock shows no day')
  return day
}
