import { canonical, type Json } from '../version/canonical.ts'
import type { Differences, DifferentItem } from '../version/differences.ts'
import { type Effort, makeEffort, type TextPart } from '../version/text-difference.ts'
import { cleanLine } from './clean.ts'
import { differenceLines } from './difference-lines.ts'
import { type DifferenceWords, differenceWords } from './difference-words.ts'
import type { DocumentBlock, ExportedDocument } from './document.ts'
import { asName, type DifferenceFormat, type ExportLanguage } from './formats.ts'
import { aboutLine, type NamedLine, progressLine } from './progress-lines.ts'

/** Under which heading an item of a difference stands: what only went to another column or theme was moved. */
export const differenceGroups = ['added', 'changed', 'moved', 'struck'] as const
export type DifferenceGroup = (typeof differenceGroups)[number]

const places: readonly string[] = ['duty', 'theme']

export function differenceGroup({ kind, fields }: Pick<DifferentItem, 'kind' | 'fields'>): DifferenceGroup {
  if (kind !== 'changed') return kind
  return fields.every(({ field }) => places.includes(field)) ? 'moved' : 'changed'
}

/** How much is different, in a sentence. */
export function differenceSummary({ items, progress, about }: Differences, { difference }: DifferenceWords): string {
  const [added = 0, changed = 0, moved = 0, struck = 0] = differenceGroups.map(
    (group) => items.filter((item) => differenceGroup(item) === group).length,
  )
  const summary = difference.summary(added, changed, moved, struck, progress.length, about.length > 0)
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
  if (isSame(found)) return blocks
  blocks.push({ kind: 'paragraph', text: difference.legend })
  if (hasMasked(found)) blocks.push({ kind: 'paragraph', text: difference.maskedMeaning })
  const chapter = (name: string) => (annex === undefined ? name : `${annex}: ${name.toLowerCase()}`)
  if (found.about.length > 0) {
    blocks.push({ kind: 'heading', level: 1, text: chapter(difference.about.heading) })
    for (const change of found.about) blocks.push(lineBlock(aboutLine(change, words)))
  }
  for (const group of differenceGroups) {
    const items = found.items.filter((item) => differenceGroup(item) === group)
    if (items.length === 0) continue
    blocks.push({ kind: 'heading', level: 1, text: chapter(difference.group[group]) })
    for (const item of items) blocks.push(...itemBlocks(item, found, { words, effort }))
  }
  if (found.progress.length > 0) {
    blocks.push({ kind: 'heading', level: 1, text: chapter(difference.progress.heading) })
    blocks.push({ kind: 'paragraph', text: difference.progress.explain })
    for (const item of found.progress) {
      blocks.push(titleOf(item, words))
      for (const step of item.steps) blocks.push(lineBlock(progressLine(step, words)))
    }
  }
  return blocks
}

function itemBlocks(
  item: DifferentItem,
  { names }: Differences,
  { words, effort }: { words: DifferenceWords; effort: Effort },
): DocumentBlock[] {
  const { difference } = words
  const blocks: DocumentBlock[] = [titleOf(item, words)]
  if (item.reason) blocks.push({ kind: 'paragraph', text: difference.reason(cleanLine(item.reason)) })
  for (const { name, isText, paragraphs } of differenceLines(item, names, words, effort)) {
    if (isText) blocks.push({ kind: 'heading', level: 3, text: name })
    for (const parts of paragraphs) blocks.push({ kind: 'difference', parts: isText ? parts : named(name, parts) })
  }
  return blocks
}

/** Whether nothing came, changed or went on. */
export function isSame({ items, progress, about }: Differences): boolean {
  return items.length === 0 && progress.length === 0 && about.length === 0
}

function titleOf({ title, number }: Pick<DifferentItem, 'title' | 'number'>, words: DifferenceWords): DocumentBlock {
  const text = words.itemTitle({ title: cleanLine(title) })
  return { kind: 'heading', level: 2, text, ...(number !== undefined && { number }) }
}

function lineBlock({ name, parts }: NamedLine): DocumentBlock {
  return { kind: 'difference', parts: named(name, parts) }
}

function named(name: string, parts: TextPart[]): TextPart[] {
  return [{ text: `${name}: `, change: 'same' }, ...parts]
}

function hasMasked({ items, progress }: Differences): boolean {
  if (progress.some(({ steps }) => steps.some(({ before, after }) => before === 'masked' || after === 'masked'))) {
    return true
  }
  return items.some(({ fields }) =>
    fields.some(({ before, after }) =>
      [before, after].some(
        (value) => typeof value === 'object' && value !== null && Object.values(value).includes('masked'),
      ),
    ),
  )
}
