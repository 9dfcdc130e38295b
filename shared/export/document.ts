import type { RichText } from '../document/rich-text.ts'
import type { HouseStyle } from '../house-style.ts'
import type { TextPart } from '../version/text-difference.ts'
import { annexBlocks } from './annex-blocks.ts'
import { factsOf, listed } from './facts.ts'
import type { ExportLanguage } from './formats.ts'
import { withHeadingLevels } from './heading-levels.ts'
import type { ExportedAgenda, ExportedItem } from './model.ts'
import { type ExportWords, exportWords } from './words.ts'

/** An agenda as a document to read, before it is PDF, ODT, DOCX or Markdown: those only differ in how they draw this. */
export type ExportedDocument = {
  language: ExportLanguage
  /** As the file says it: `nl-NL`. */
  locale: string
  title: string
  /** Region, period and edition: the lines under the title. */
  subtitle: string[]
  /** The mark of what is not agreed yet. */
  draft?: { mark: string; meaning: string }
  /** When it is as it is: the moment of the version, or of the draft. */
  at: string
  blocks: DocumentBlock[]
  /** What the region looks like. */
  style?: HouseStyle | undefined
}

export type DocumentBlock =
  /** 1 is a theme, 2 an item with its number, 3 a part of an item. */
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; number?: number }
  | { kind: 'paragraph'; text: string }
  /** Headings in it belong under that of the item. */
  | { kind: 'text'; text: RichText }
  /** Two columns: what a fact is called, and what it says. */
  | { kind: 'facts'; rows: [name: string, value: string][] }
  /** A table with a header row; `widths` are shares of the whole. */
  | { kind: 'table'; title: string; header: string[]; widths: number[]; rows: string[][] }
  /** A paragraph with the words that came into it and went out of it; each form says so without colour alone. */
  | { kind: 'difference'; parts: TextPart[] }

export function toDocument(agenda: ExportedAgenda, language: ExportLanguage): ExportedDocument {
  const words = exportWords(language)
  const { text, day, edition: editionOf } = words
  const { edition, period, region, parties, plans, themes, struck } = agenda
  const blocks: DocumentBlock[] = []
  if (hasMasked(agenda)) blocks.push({ kind: 'paragraph', text: text.maskedMeaning })
  if (parties.length > 0) {
    blocks.push({ kind: 'heading', level: 1, text: text.parties })
    blocks.push({
      kind: 'table',
      title: text.parties,
      header: [text.party, text.partyKind],
      widths: [3, 2],
      rows: parties.map(({ name, kind }) => [name, words.words.organisation[kind]]),
    })
  }
  if (plans.length > 0) {
    blocks.push({ kind: 'heading', level: 1, text: text.plans })
    blocks.push({
      kind: 'table',
      title: text.plans,
      header: [text.plan, text.partyKind, text.planOf, text.planDeadline],
      widths: [4, 3, 4, 3],
      rows: plans.map(({ name, kind, organisation, deadline }) => [
        name,
        words.words.plan[kind],
        organisation,
        deadline ? day(deadline) : '',
      ]),
    })
  }
  if (themes.length === 0) blocks.push({ kind: 'paragraph', text: text.noItems })
  for (const { name, items } of themes) {
    blocks.push({ kind: 'heading', level: 1, text: name || text.noTheme })
    for (const item of items) blocks.push(...itemBlocks(item, words))
  }
  if (struck && struck.length > 0) {
    blocks.push({ kind: 'heading', level: 1, text: text.struck })
    for (const item of struck) blocks.push(...itemBlocks(item, words))
  }
  blocks.push(...annexBlocks(agenda, words))
  return {
    language,
    locale: words.locale,
    title: words.title(agenda),
    subtitle: [
      region,
      period ? text.period(day(period.from), day(period.to)) : '',
      editionOf(agenda),
      edition.kind === 'version' ? text.hash(edition.hash) : '',
    ].filter((line) => line !== ''),
    ...(edition.kind === 'draft' && { draft: { mark: text.draft, meaning: text.draftMeaning } }),
    at: edition.at,
    blocks,
  }
}

function itemBlocks(item: ExportedItem, words: ExportWords): DocumentBlock[] {
  const { text, day, itemTitle } = words
  const { column } = text
  const blocks: DocumentBlock[] = [
    {
      kind: 'heading',
      level: 2,
      text: itemTitle(item),
      ...(item.number !== undefined && { number: item.number }),
    },
    { kind: 'facts', rows: factsOf(item, words) },
  ]
  if (item.body.length > 0) blocks.push({ kind: 'text', text: withHeadingLevels(item.body) })
  if (item.agreements.length > 0) {
    blocks.push({ kind: 'heading', level: 3, text: column.agreements })
    blocks.push({
      kind: 'table',
      title: text.agreementsOf(itemTitle(item)),
      header: [column.agreement, column.who, column.due, column.done],
      widths: [8, 7, 4.6, 4.6],
      rows: item.agreements.map(({ text: what, organisation, person, due, done }) => [
        what,
        listed([organisation, person]),
        due ? day(due) : '',
        done ? day(done) : '',
      ]),
    })
  }
  if (item.indicators.length > 0) {
    blocks.push({ kind: 'heading', level: 3, text: column.indicators })
    blocks.push({
      kind: 'table',
      title: text.indicatorsOf(itemTitle(item)),
      header: [column.indicator, column.baseline, column.target, column.measurements],
      widths: [4, 2, 3, 5],
      rows: item.indicators.map((indicator) => indicatorRow(indicator, words)),
    })
  }
  for (const { municipality, text: annex } of item.annexes) {
    blocks.push(
      { kind: 'heading', level: 3, text: column.annex(municipality) },
      { kind: 'text', text: withHeadingLevels(annex) },
    )
  }
  return blocks
}

function indicatorRow(indicator: ExportedItem['indicators'][number], { text, day, number }: ExportWords): string[] {
  const { name, unit, baseline, target, targetDate, measurements } = indicator
  const aim = target === undefined ? '' : number(target)
  return [
    unit ? `${name} (${unit})` : name,
    baseline === undefined ? '' : number(baseline),
    aim && targetDate ? text.targetBy(aim, day(targetDate)) : aim || (targetDate ? day(targetDate) : ''),
    measurements.map(({ date, value, source }) => text.measurement(number(value), day(date), source)).join('\n'),
  ]
}

function hasMasked({ themes, struck = [] }: ExportedAgenda): boolean {
  return [...themes.flatMap(({ items }) => items), ...struck].some(({ indicators }) =>
    indicators.some(
      ({ baseline, target, measurements }) =>
        baseline === 'masked' || target === 'masked' || measurements.some(({ value }) => value === 'masked'),
    ),
  )
}

/** A heading on one line, its number before it. */
export function headingText({ number, text }: { number?: number; text: string }): string {
  return number === undefined ? text : `${number}. ${text}`
}
