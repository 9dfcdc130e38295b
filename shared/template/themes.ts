import { asId, type ThemeId } from '../ids.ts'

const names = {
  leerlingenvervoer: 'Leerlingenvervoer',
  onderwijshuisvesting: 'Onderwijshuisvesting',
  thuiszitters: 'Thuiszitters en verzuim',
  overgangen: 'Overgangen',
  toegang: 'Toegang tot hulp',
  'integraal-aanbod': 'Integraal aanbod',
  preventie: 'Preventie en signalering',
  'van-school-naar-werk': 'Van school naar werk',
  monitoring: 'Monitoring en evaluatie',
  'organisatie-oogo': 'Organisatie van het OOGO',
}

/** The themes that every new agenda can start from, by ids that stay the same for ever. */
export type TemplateTheme = keyof typeof names

export const templateThemes: { id: ThemeId; name: string }[] = Object.entries(names).map(([id, name]) => ({
  id: asId<ThemeId>(id),
  name,
}))

export function themeId(theme: TemplateTheme): ThemeId {
  return asId<ThemeId>(theme)
}
