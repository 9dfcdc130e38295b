import type { Problem } from '../api.ts'

// How a file is answered that may take a while (docs/export.md): lines of JSON that say how far it is, then one that names
// the file and its size, then its bytes. Part of the HTTP contract of POST /api/v1/agendas/<id>/export/<form>.

export const exportStreamType = 'application/vnd.ontwikkelagenda.export'

/** How far a file is: so many are made before it, or so much of it is made. */
export type ExportProgress = { stage: 'waiting'; before: number } | { stage: 'making'; done: number; of: number }

export type ExportLine =
  | ExportProgress
  /** So many bytes follow this line, and nothing after them. */
  | { stage: 'file'; name: string; type: string; size: number }
  /** It came to nothing; nothing follows. */
  | { stage: 'failed'; problem: Problem }

export function writeExportLine(line: ExportLine): string {
  return `${JSON.stringify(line)}\n`
}

/** A line of this board's own server, which alone writes them. */
export function readExportLine(line: string): ExportLine {
  return JSON.parse(line) as ExportLine
}
