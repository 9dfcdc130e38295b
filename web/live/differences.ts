import type { DifferenceFormat, ExportLanguage } from '../../shared/export/formats.ts'
import type { AgendaId, OrganisationId } from '../../shared/ids.ts'
import type { Differences } from '../../shared/version/differences.ts'
import { type Moment, writeMoment } from '../../shared/version/moment.ts'
import { type Answer, type Ask, isProblem, makeAsk } from './api.ts'
import type { MadeFile } from './export.ts'

/** Between which moments, and for which party only. */
export type DifferenceQuestion = { from: Moment; to: Moment; party: OrganisationId | undefined }

/** What changed on an agenda between two moments. */
export function askDifferences(
  agenda: AgendaId,
  question: DifferenceQuestion,
  ask: Ask = makeAsk(),
): Promise<Answer<Differences>> {
  return ask('GET', `/agendas/${agenda}/differences?${asQuery(question)}`)
}

/**
 * The same as a file, with the name that the server gave it. Making it may take a while, so it has no deadline but the
 * signal, which ends the work on the server too; undefined when it did.
 */
export async function fetchDifferencesFile(
  agenda: AgendaId,
  question: DifferenceQuestion,
  { format, language }: { format: DifferenceFormat; language: ExportLanguage },
  signal: AbortSignal,
  send: typeof fetch = fetch,
): Promise<Answer<MadeFile> | undefined> {
  const query = asQuery(question)
  query.set('language', language)
  try {
    const response = await send(`/api/v1/agendas/${agenda}/differences/export/${format}?${query}`, {
      signal,
      headers: { 'accept-language': language },
    })
    if (response.ok) {
      const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
      return { ok: true, value: { blob: await response.blob(), name: named?.[1] ?? `verschillen.${format}` } }
    }
    const content: unknown = await response.json()
    if (isProblem(content)) return { ok: false, reason: 'problem', problem: content }
  } catch {
    if (signal.aborted) return undefined
    // No network, or an answer of something in between that is not our server.
  }
  return { ok: false, reason: 'unreachable' }
}

function asQuery({ from, to, party }: DifferenceQuestion): URLSearchParams {
  return new URLSearchParams({ from: writeMoment(from), to: writeMoment(to), ...(party && { party }) })
}
