import { canonical, type Json } from '../version/canonical.ts'
import type { Differences, DifferentItem } from '../version/differences.ts'
import { type Effort, makeEffort, type TextPart } from '../version/text-difference.ts'
import { cleanLine } from './clean.ts'
import { differenceLines } from './difference-lines.ts'
import { type DifferenceWords, differenceWords } from './difference-words.ts'
import type { DocumentBlock, ExportedDocument } from './document.ts'
import { asName, type DifferenceFormat, type ExportLanguage } from './formats.ts'

/** Under which heading an item of a difference stands: what only went to another column or theme was moved. */
export const differenceGroups = ['added', 'changed', 'moved', 'struck'] as const
export type DifferenceGroup = (typeof differenceGroups)[number]

const places: readonly string[] = ['duty', 'theme']

export function differenceGroup({ kind, fields }: Pick<DifferentItem, 'kind' | 'fields'>): DifferenceGroup {
  if (kind !== 'changed') return kind
  return fields.every(({ field }) => places.includes(field)) ? 'moved' : 'changed'
}

/** How much is different, in a sentence. */
export function differenceSummary({ items }: Differences, { difference }: DifferenceWords): string {
  const [added = 0, changed = 0, moved = 0, struck = 0] = differenceGroups.map(
    (group) => items.filter((item) => differenceGroup(item) === group).length,
  )
  const summary = difference.summary(added, changed, moved, struck)
  return summary === '' ? difference.nothing : `${summary[0]?.toUpperCase()}${summary.slice(1)}.`
}

/** A difference as a document of its own (rule V8). */
export function differenceDocument(found: Differences, language: ExportLanguage): ExportedDocument {
  const words = differenceWords(language)
  const { text, difference } = words
  const { from, to, party, region, names } = found
  const isDraft = to.kind === 'now' || to.kind === 'past'
  const at = [from, to].flatMap((moment) => ('at' in moment ? moment.at : [])).sort()
  return {
    language,
    locale: words.locale,
    title: difference.documentTitle(cleanLine(found.title) || text.untitled),
    subtitle: [
      cleanLine(region),
      difference.between(words.moment(from, names), words.moment(to, names)),
      party === undefined ? '' : difference.ofParty(cleanLine(names.organisations[party] ?? difference.unknown)),
    ].filter((line) => line !== ''),
    ...(isDraft && { draft: { mark: text.draft, meaning: text.draftMeaning } }),
    at: at.at(-1) ?? new Date(0).toISOString(),
    blocks: differenceBlocks(found, language),
  }
}

/** The difference for machines, in canonical form. */
export function differencesToJson(found: Differences): string {
  return canonical({ ...found, format: 'ontwikkelagenda-differences', formatVersion: 1 } as Json)
}

/** The name of its file: `verschillen-drechtsteden-v1-v2.pdf`. */
export function differenceFileName({ from, to, region, title }: Differences, format: DifferenceFormat): string {
  const names = [from, to].map((moment) => {
    if (moment.kind === 'version') return `v${moment.number}`
    return moment.kind === 'nothing' ? 'niets' : moment.at.slice(0, 16).replaceAll(':', '')
  })
  const parts = ['verschillen', asName(region) || asName(title), ...names]
  return `${parts.filter((part) => part !== '').join('-')}.${format}`
}

/** What came, changed, moved and went, as blocks under headings of level 1; in an annex these begin with its title. */
export function differenceBlocks(found: Differences, language: ExportLanguage, annex?: string): DocumentBlock[] {
  const words = differenceWords(language)
  const { difference } = words
  const effort = makeEffort()
  const blocks: DocumentBlock[] = [{ kind: 'paragraph', text: differenceSummary(found, words) }]
  if (found.items.length === 0) return blocks
  blocks.push({ kind: 'paragraph', text: difference.legend })
  if (hasMasked(found)) blocks.push({ kind: 'paragraph', text: difference.maskedMeaning })
  for (const group of differenceGroups) {
    const items = found.items.filter((item) => differenceGroup(item) === group)
    if (items.length === 0) continue
    const name = difference.group[group]
    blocks.push({ kind: 'heading', level: 1, text: annex === undefined ? name : `${annex}: ${name.toLowerCase()}` })
    for (const item of items) blocks.push(...itemBlocks(item, found, { words, effort }))
  }
  return blocks
}

function itemBlocks(
  item: DifferentItem,
  { names }: Differences,
  { words, effort }: { words: DifferenceWords; effort: Effort },
): DocumentBlock[] {
  const { difference } = words
  const title = words.itemTitle({ title: cleanLine(item.title) })
  const blocks: DocumentBlock[] = [
    { kind: 'heading', level: 2, text: title, ...(item.number !== undefined && { number: item.number }) },
  ]
  if (item.reason) blocks.push({ kind: 'paragraph', text: difference.reason(cleanLine(item.reason)) })
  for (const { name, isText, paragraphs } of differenceLines(item, names, words, effort)) {
    if (isText) blocks.push({ kind: 'heading', level: 3, text: name })
    for (const parts of paragraphs) blocks.push({ kind: 'difference', parts: isText ? parts : named(name, parts) })
  }
  return blocks
}

function named(name: string, parts: TextPart[]): TextPart[] {
  return [{ text: `${name}: `, change: 'same' }, ...parts]
}

function hasMasked({ items }: Differences): boolean {
  return items.some(({ fields }) =>
    fields.some(({ before, after }) =>
      [before, after].some(
        (value) => typeof value === 'object' && value !== null && Object.values(value).includes('masked'),
      ),
    ),
  )
}
