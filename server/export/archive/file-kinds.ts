import type { ExportFormat } from '../../../shared/export/formats.ts'

/** A file format as the PRONOM register of The National Archives (UK) names it. */
export type FileKind = { puid: string; name: string }

/** The forms as they are in the package: what they are to an archive. */
export const fileKinds = {
  pdf: { puid: 'fmt/476', name: 'Acrobat PDF/A - Portable Document Format 2a' },
  odt: { puid: 'fmt/1756', name: 'OpenDocument Text 1.3' },
  docx: { puid: 'fmt/412', name: 'Microsoft Word for Windows 2007 onwards' },
  xlsx: { puid: 'fmt/214', name: 'Microsoft Excel for Windows 2007 onwards' },
  csv: { puid: 'x-fmt/18', name: 'Comma Separated Values' },
  json: { puid: 'fmt/817', name: 'JSON Data Interchange Format' },
  ics: { puid: 'fmt/388', name: 'Internet Calendar and Scheduling format' },
  md: { puid: 'fmt/1149', name: 'Markdown' },
  html: { puid: 'fmt/471', name: 'Hypertext Markup Language 5' },
} as const satisfies Record<ExportFormat, FileKind>

export const plainText: FileKind = { puid: 'x-fmt/111', name: 'Plain Text File' }
export const javaScript: FileKind = { puid: 'x-fmt/423', name: 'JavaScript file' }
