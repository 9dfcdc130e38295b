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
import type { TemplateItem } from './template-item.ts'

/** The starting set, theme by theme, in the order in which the themes are shown. */
export const templateItems: readonly TemplateItem[] = [
  ...transport,
  ...housing,
  ...schoolAbsence,
  ...transitions,
  ...access,
  ...integratedProvision,
  ...prevention,
  ...schoolToWork,
  ...monitoring,
  ...consultation,
]
