import type { Direction, Duty, ItemKind, LegalBasis, Principle, Reach, Sector, Transition } from '../item.ts'
import type { ItemBody } from './body.ts'
import type { TemplateTheme } from './themes.ts'

/** An item to start from: what a region would otherwise have to find out again. Who pulls it and when is up to them. */
export type TemplateItem = {
  theme: TemplateTheme
  title: string
  duty: Duty
  kind: ItemKind
  sectors: readonly Sector[]
  legalBasis: readonly LegalBasis[]
  principles: readonly Principle[]
  reach: Reach
  transition?: Transition
  body: ItemBody
  indicators: readonly TemplateIndicator[]
}

/** Something to measure. The region adds where it stands now and by when it wants to be there. */
export type TemplateIndicator = { name: string; unit: string; direction: Direction; target: number }
