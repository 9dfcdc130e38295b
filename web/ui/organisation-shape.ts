import type { OrganisationKind } from '../../shared/agenda.ts'

/** One shape for each kind of organisation: equally large and heavy, without a colour of its own. */
export const organisationShapes: Record<OrganisationKind, string> = {
  municipality: 'M3.5 3.5h17v17h-17z',
  alliance: 'M12 1.8l9 5.1v10.2l-9 5.1-9-5.1V6.9z',
  'school-board': 'M12 2l9.5 8.2V21.5h-19V10.2z',
  'care-provider': 'M2.3 12a9.7 9.7 0 1 0 19.4 0a9.7 9.7 0 1 0 -19.4 0',
  'parent-organisation': 'M5 3h14a3 3 0 0 1 3 3v9a3 3 0 0 1-3 3h-8l-5 4.5V18H5a3 3 0 0 1-3-3V6a3 3 0 0 1 3-3z',
  'health-insurer': 'M12 2l9 3v7c0 5-4 8.5-9 10.5C7 20.5 3 17 3 12V5z',
  'knowledge-institute': 'M12 1.5L22.5 12 12 22.5 1.5 12z',
  other: 'M7 5.5h10a6.5 6.5 0 0 1 0 13H7a6.5 6.5 0 0 1 0-13z',
}

export function shapeOf(kind: string): string {
  return kind in organisationShapes ? organisationShapes[kind as OrganisationKind] : organisationShapes.other
}
