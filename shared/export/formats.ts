import type { ExportedAgenda } from './model.ts'

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
} as const

export type ExportFormat = keyof typeof exportFormats

export function isExportFormat(value: string): value is ExportFormat {
  return Object.hasOwn(exportFormats, value)
}

export const exportLanguages = ['nl', 'en'] as const
export type ExportLanguage = (typeof exportLanguages)[number]

/** CSV holds one table, so it says which. */
export const exportTables = ['items', 'agreements', 'indicators'] as const
export type ExportTable = (typeof exportTables)[number]

/** The name of the file: `ontwikkelagenda-drechtsteden-v2-2026-11-22.pdf`. */
export function exportFileName(agenda: ExportedAgenda, format: ExportFormat, table?: ExportTable): string {
  const { edition } = agenda
  const which = edition.kind === 'draft' ? ['concept', edition.at.slice(0, 10)] : [`v${edition.number}`, edition.date]
  const parts = ['ontwikkelagenda', asName(agenda.region) || asName(agenda.title), ...which]
  // The items are what one expects of it; what else the table holds, its name says.
  if (format === 'csv' && table && table !== 'items') parts.push(table)
  return `${parts.filter((part) => part !== '').join('-')}.${format}`
}

/** Letters and digits without accents, with hyphens between: safe in every file system and in a header. */
function asName(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '')
}

/** One file to make: of what, in which form and language. The table is that of a CSV. */
export type ExportOrder = { agenda: ExportedAgenda; format: ExportFormat; language: ExportLanguage; table: ExportTable }
