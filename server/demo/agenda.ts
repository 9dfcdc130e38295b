import type { Day } from '../../shared/date.ts'
import { type AgendaId, asId } from '../../shared/ids.ts'
import { calendarFrom } from './calendar.ts'
import type { DemoItem } from './demo-item.ts'
import { access } from './items/access.ts'
import { consultation } from './items/consultation.ts'
import { housing } from './items/housing.ts'
import { integratedProvision } from './items/integrated-provision.ts'
import { monitoring } from './items/monitoring.ts'
import { prevention } from './items/prevention.ts'
import { schoolAbsence } from './items/school-absence.ts'
import { schoolToWork } from './items/school-to-work.ts'
import { transitions } from './items/transitions.ts'
import { transport } from './items/transport.ts'

export const demoAgenda = {
  id: asId<AgendaId>('drechtsteden'),
  title: 'Ontwikkelagenda passend onderwijs en jeugdhulp',
  region: 'Drechtsteden',
  from: '2027-01-01',
  to: '2030-12-31',
} as const

/** The items in the order in which people dragged them, theme by theme. */
export function demoItems(today: Day): DemoItem[] {
  const at = calendarFrom(today)
  return [
    ...transport(at),
    ...housing(at),
    ...schoolAbsence(at),
    ...transitions(at),
    ...access(at),
    ...integratedProvision(at),
    ...prevention(at),
    ...schoolToWork(at),
    ...monitoring(at),
    ...consultation(at),
  ]
}
