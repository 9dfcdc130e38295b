import type { Amount } from '../amount.ts'
import type { Day } from '../date.ts'
import { type RichText, richTextToPlain } from '../document/rich-text.ts'
import { bodyWords } from './adoption-annex.ts'
import { factsOf, listed, transitionOf } from './facts.ts'
import type { ExportLanguage, ExportTable } from './formats.ts'
import type { ExportedAdoption, ExportedAgenda, ExportedItem } from './model.ts'
import { type ExportWords, exportWords } from './words.ts'

/** A cell is text, a number or a day; what is absent is an empty cell. */
export type Cell = string | number | { day: Day } | undefined
export type Table = { name: string; columns: { name: string; width: number }[]; rows: Cell[][] }

/** The agenda as tables to count with: what spreadsheets and CSV are made from. */
export function toTables(agenda: ExportedAgenda, language: ExportLanguage): Record<ExportTable, Table> {
  const words = exportWords(language)
  const items = [...agenda.themes.flatMap(({ items }) => items), ...(agenda.struck ?? [])]
  return {
    items: itemsTable(items, words),
    agreements: agreementsTable(items, words),
    indicators: indicatorsTable(items, words),
    adoption: adoptionTable(agenda.adoption ?? [], words),
  }
}

function itemsTable(items: ExportedItem[], words: ExportWords): Table {
  const { text, itemTitle, day } = words
  const { column } = text
  return {
    name: text.table.items,
    columns: [
      { name: column.number, width: 8 },
      { name: column.title, width: 50 },
      { name: column.theme, width: 30 },
      { name: column.duty, width: 16 },
      { name: column.kind, width: 24 },
      { name: column.status, width: 16 },
      { name: column.priority, width: 12 },
      { name: column.owner, width: 30 },
      { name: column.ownerPerson, width: 24 },
      { name: column.involved, width: 40 },
      { name: column.sectors, width: 20 },
      { name: column.transition, width: 20 },
      { name: column.reach, width: 14 },
      { name: column.legalBasis, width: 24 },
      { name: column.principles, width: 40 },
      { name: column.plans, width: 40 },
      { name: column.lineage, width: 24 },
      { name: column.related, width: 30 },
      { name: column.deadlines, width: 40 },
      { name: column.links, width: 40 },
      { name: column.body, width: 60 },
      { name: column.agreements, width: 60 },
      { name: column.struckReason, width: 30 },
      { name: column.id, width: 24 },
    ],
    rows: items.map((item) => {
      const fact = new Map(factsOf(item, words))
      return [
        item.number,
        itemTitle(item),
        item.theme,
        fact.get(column.duty),
        fact.get(column.kind),
        fact.get(column.status),
        fact.get(column.priority),
        item.owner?.organisation,
        item.owner?.person,
        fact.get(column.involved),
        fact.get(column.sectors),
        transitionOf(item, words),
        fact.get(column.reach),
        fact.get(column.legalBasis),
        fact.get(column.principles),
        fact.get(column.plans),
        item.lineage,
        fact.get(column.related),
        fact.get(column.deadlines),
        fact.get(column.links),
        bodyOf(item, words),
        item.agreements
          .map((agreement) => {
            const whom = listed([agreement.organisation, agreement.person, agreement.due && day(agreement.due)])
            return whom ? `${agreement.text} (${whom})` : agreement.text
          })
          .join('\n'),
        fact.get(column.struckReason),
        item.id,
      ]
    }),
  }
}

/** The text and the local annexes, without their formatting. */
function bodyOf({ body, annexes }: ExportedItem, { text }: ExportWords): string {
  const parts: [title: string, text: RichText][] = annexes.map(({ municipality, text: annex }) => [
    text.column.annex(municipality),
    annex,
  ])
  return [richTextToPlain(body), ...parts.map(([title, annex]) => `${title}\n${richTextToPlain(annex)}`)]
    .filter((part) => part !== '')
    .join('\n\n')
}

function agreementsTable(items: ExportedItem[], { text, itemTitle }: ExportWords): Table {
  const { column } = text
  return {
    name: text.table.agreements,
    columns: [
      { name: column.number, width: 8 },
      { name: column.item, width: 50 },
      { name: column.theme, width: 30 },
      { name: column.agreement, width: 60 },
      { name: column.who, width: 30 },
      { name: column.person, width: 24 },
      { name: column.due, width: 14 },
      { name: column.done, width: 14 },
      { name: column.id, width: 24 },
    ],
    rows: items.flatMap((item) =>
      item.agreements.map((agreement) => [
        item.number,
        itemTitle(item),
        item.theme,
        agreement.text,
        agreement.organisation,
        agreement.person,
        dayCell(agreement.due),
        dayCell(agreement.done),
        agreement.id,
      ]),
    ),
  }
}

/** One row for each measurement, and one for an indicator that was not measured yet. */
function indicatorsTable(items: ExportedItem[], { text, words, itemTitle }: ExportWords): Table {
  const { column } = text
  const amount = (value: Amount | undefined) => (value === 'masked' ? text.masked : value)
  return {
    name: text.table.indicators,
    columns: [
      { name: column.number, width: 8 },
      { name: column.item, width: 50 },
      { name: column.theme, width: 30 },
      { name: column.indicator, width: 50 },
      { name: column.unit, width: 16 },
      { name: column.direction, width: 18 },
      { name: column.baseline, width: 12 },
      { name: column.target, width: 12 },
      { name: column.targetDate, width: 14 },
      { name: column.measured, width: 14 },
      { name: column.value, width: 12 },
      { name: column.source, width: 30 },
      { name: column.id, width: 24 },
    ],
    rows: items.flatMap((item) =>
      item.indicators.flatMap((indicator) => {
        const measurements = indicator.measurements.length > 0 ? indicator.measurements : [undefined]
        return measurements.map((measurement) => [
          item.number,
          itemTitle(item),
          item.theme,
          indicator.name,
          indicator.unit,
          words.direction[indicator.direction],
          amount(indicator.baseline),
          amount(indicator.target),
          dayCell(indicator.targetDate),
          dayCell(measurement?.date),
          amount(measurement?.value),
          measurement?.source,
          indicator.id,
        ])
      }),
    ),
  }
}

/** One row for each step of each party. */
function adoptionTable(adoption: readonly ExportedAdoption[], words: ExportWords): Table {
  const { text } = words
  const { column } = text.adoption
  return {
    name: text.table.adoption,
    columns: [
      { name: column.version, width: 8 },
      { name: text.party, width: 30 },
      { name: text.partyKind, width: 24 },
      { name: column.body, width: 30 },
      { name: column.capacity, width: 20 },
      { name: column.outcome, width: 20 },
      { name: column.prepared, width: 14 },
      { name: column.submitted, width: 14 },
      { name: column.due, width: 14 },
      { name: column.date, width: 14 },
      { name: column.words, width: 40 },
      { name: column.reference, width: 20 },
      { name: column.link, width: 40 },
      { name: column.ground, width: 40 },
      { name: text.column.id, width: 24 },
    ],
    rows: adoption.flatMap(({ version, parties }) =>
      parties.flatMap(({ organisation, kind, steps }) =>
        steps.map((step) => [
          version,
          organisation,
          words.words.organisation[kind],
          bodyWords(step, words),
          words.adoption.capacity[step.capacity],
          words.adoption.outcome[step.outcome],
          dayCell(step.prepared),
          dayCell(step.submitted),
          dayCell(step.due),
          dayCell(step.date),
          step.words,
          step.reference,
          step.link,
          step.ground,
          step.id,
        ]),
      ),
    ),
  }
}

function dayCell(day: Day | undefined): Cell {
  return day && { day }
}
