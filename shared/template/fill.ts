import type * as Y from 'yjs'
import { origins } from '../document/layout.ts'
import { bodyFragment } from '../document/read.ts'
import { writeRichText } from '../document/rich-text.ts'
import { addIndicator, createItem, createTheme, setInSet, setItemValues } from '../document/write.ts'
import { type EntryId, type ItemId, makeId } from '../ids.ts'
import { type Rank, ranksBetween } from '../rank.ts'
import { bodyText } from './body.ts'
import { templateItems } from './items.ts'
import type { TemplateItem } from './template-item.ts'
import { templateThemes, themeId } from './themes.ts'

/** Writes the themes and the starting items into an empty agenda, as one update. */
export function fillFromTemplate(doc: Y.Doc): void {
  doc.transact(() => {
    fillThemes(doc)
    const ranks = ranksBetween(undefined, undefined, templateItems.length)
    templateItems.forEach((item, index) => {
      fillItem(doc, item, ranks[index] ?? '')
    })
  }, origins.create)
}

/** Writes the themes that every agenda starts from. */
export function fillThemes(doc: Y.Doc): void {
  doc.transact(() => {
    const ranks = ranksBetween(undefined, undefined, templateThemes.length)
    templateThemes.forEach((theme, index) => {
      createTheme(doc, { ...theme, rank: ranks[index] ?? '' })
    })
  }, origins.create)
}

function fillItem(doc: Y.Doc, item: TemplateItem, rank: Rank): void {
  const id = makeId<ItemId>()
  createItem(doc, { id, title: item.title, duty: item.duty, kind: item.kind, theme: themeId(item.theme), rank })
  setItemValues(doc, id, { reach: item.reach, ...(item.transition && { transition: item.transition }) })
  for (const sector of item.sectors) setInSet(doc, id, 'sectors', sector, true)
  for (const law of item.legalBasis) setInSet(doc, id, 'legalBasis', law, true)
  for (const principle of item.principles) setInSet(doc, id, 'principles', principle, true)
  for (const indicator of item.indicators) addIndicator(doc, id, { id: makeId<EntryId>(), ...indicator })
  const body = bodyFragment(doc, id)
  if (body) writeRichText(body, bodyText(item.body))
}
