import { dutchDayOf } from '../dutch-day.ts'
import type { HouseStyle } from '../house-style.ts'
import type { Differences } from '../version/differences.ts'
import type { ExportedAgenda } from './model.ts'
import type { PublishedPage } from './published-page.ts'

/** The forms in which an agenda leaves the board, and how the web names them. */
export const exportFormats = {
  pdf: 'application/pdf',
  odt: 'application/vnd.oasis.opendocument.text',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
  ics: 'text/calendar; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const

/** The forms of a difference between two moments: it has no tables and no days to keep. */
export const differenceFormats = ['pdf', 'odt', 'docx', 'md', 'html', 'json'] as const
export type DifferenceFormat = (typeof differenceFormats)[number]

export type ExportFormat = keyof typeof exportFormats
// Its keys are those of the table above.
export const exportFormatNames = Object.keys(exportFormats) as ExportFormat[]

export function isExportFormat(value: string): value is ExportFormat {
  return Object.hasOwn(exportFormats, value)
}

export const exportLanguages = ['nl', 'en'] as const
export type ExportLanguage = (typeof exportLanguages)[number]

/** CSV holds one table, so it says which. */
export const exportTables = ['items', 'agreements', 'indicators', 'adoption'] as const
export type ExportTable = (typeof exportTables)[number]

/** What must be known of an agenda on its way to a file: how the file is called, and whose house style it is in. */
export type AboutAgenda = Pick<ExportedAgenda, 'region' | 'title' | 'edition'>

/** The name of the file: `ontwikkelagenda-drechtsteden-v2-2026-11-22.pdf`. */
export function exportFileName(agenda: AboutAgenda, format: ExportFormat, table?: ExportTable): string {
  const { edition } = agenda
  const which =
    edition.kind === 'draft' ? ['concept', dutchDayOf(Date.parse(edition.at))] : [`v${edition.number}`, edition.date]
  const parts = ['ontwikkelagenda', asName(agenda.region) || asName(agenda.title), ...which]
  // The items are what one expects of it; what else the table holds, its name says.
  if (format === 'csv' && table && table !== 'items') parts.push(table)
  return `${parts.filter((part) => part !== '').join('-')}.${format}`
}

/** Letters and digits without accents, with hyphens between: safe in every file system and in a header. */
export function asName(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
}

/** A difference between two moments as a file. */
export type DifferenceOrder = {
  differences: Differences
  format: DifferenceFormat
  language: ExportLanguage
  style?: HouseStyle | undefined
}
/** One file to make. */
export type ExportOrder = AgendaOrder | DifferenceOrder
/** A version in all its forms, to keep. */
export type ArchiveOrder = {
  agenda: ExportedAgenda
  language: ExportLanguage
  /** All of the version as the API gives it, word by word, and where the board is. */
  archive: { version: string; address: string }
  style?: HouseStyle | undefined
}
/** Of an agenda: in which form and language. The table is that of a CSV. */
export type AgendaOrder = {
  agenda: ExportedAgenda
  format: ExportFormat
  language: ExportLanguage
  table: ExportTable
  /** What the region looks like; the board itself when it has nothing of its own. */
  style?: HouseStyle | undefined
  /** Around the agenda as HTML: it is the page of a version that everyone may read. */
  page?: PublishedPage
}
/** An agenda as its room wrote it: JSON that nobody reads before the file is made, so that it holds up nobody on its way. */
export type WrittenOrder = Omit<AgendaOrder, 'agenda' | 'page'> & { about: AboutAgenda; written: string }
/** All that can be made. */
export type AnyOrder = ExportOrder | ArchiveOrder | WrittenOrder
