import type { ExportFormat, ExportLanguage, ExportTable } from '../../shared/export/formats.ts'
import type { AgendaId } from '../../shared/ids.ts'
import { type Answer, isProblem } from './api.ts'

export type ExportChoices = {
  format: ExportFormat
  language: ExportLanguage
  table: ExportTable
  /** Undefined for the living agenda. */
  version: number | undefined
  part: { theme: string } | { party: string } | undefined
  struck: boolean
}

/** A file that the server made, with the name that it gave it. */
export type MadeFile = { blob: Blob; name: string }

/** Has a file made. It may take a while, so it has no deadline but the signal; undefined when that ended it. */
export async function fetchExport(
  agenda: AgendaId,
  choices: ExportChoices,
  signal: AbortSignal,
  send: typeof fetch = fetch,
): Promise<Answer<MadeFile> | undefined> {
  try {
    const response = await send(exportAddress(agenda, choices), {
      signal,
      headers: { 'accept-language': document.documentElement.lang },
    })
    if (response.ok) {
      return { ok: true, value: { blob: await response.blob(), name: nameOf(response) } }
    }
    const content: unknown = await response.json()
    if (isProblem(content)) return { ok: false, reason: 'problem', problem: content }
  } catch {
    if (signal.aborted) return undefined
    // No network, or an answer of something in between that is not our server.
  }
  return { ok: false, reason: 'unreachable' }
}

export function exportAddress(
  agenda: AgendaId,
  { format, language, table, version, part, struck }: ExportChoices,
): string {
  const question = new URLSearchParams({
    ...(version !== undefined && { version: String(version) }),
    ...(language !== 'nl' && { language }),
    ...(format === 'csv' && table !== 'items' && { table }),
    ...part,
    ...(struck && { struck: 'yes' }),
  })
  const asked = question.size > 0 ? `?${question}` : ''
  return `/api/v1/agendas/${agenda}/export/${format}${asked}`
}

function nameOf(response: Response): string {
  return /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'ontwikkelagenda'
}
