import * as v from 'valibot'
import type { AgendaSummary } from '../../shared/agenda.ts'
import { type AgendaFile, agendaFile, largestFile, type NewFromFile } from '../../shared/from-export/file.ts'
import { type FileMistake, mistakesIn } from '../../shared/from-export/mistakes.ts'
import type { AgendaId } from '../../shared/ids.ts'
import { type Answer, makeAsk } from './api.ts'

/** What a chosen file turned out to be. */
export type ReadFile =
  | { state: 'unreadable' | 'too-large' | 'not-export' }
  | { state: 'damaged'; where: string }
  /** It would be refused. Where `onlyNumbers`, somebody can say that those are reference numbers. */
  | { state: 'mistaken'; file: AgendaFile; mistakes: FileMistake[]; onlyNumbers: boolean }
  | { state: 'good'; file: AgendaFile }

/** Reads a file as the server will, so that somebody hears what is wrong before anything is sent. */
export async function readAgendaFile(chosen: Pick<File, 'size' | 'text'>): Promise<ReadFile> {
  if (chosen.size > largestFile) return { state: 'too-large' }
  let content: unknown
  try {
    content = JSON.parse(await chosen.text())
  } catch {
    // Not JSON at all, whatever the parser makes of it.
    return { state: 'unreadable' }
  }
  if (!isExport(content)) return { state: 'not-export' }
  const read = v.safeParse(agendaFile, content, { abortEarly: true })
  if (!read.success) return { state: 'damaged', where: v.getDotPath(read.issues[0]) ?? '' }
  const mistakes = [...mistakesIn({ file: read.output })]
  if (mistakes.length === 0) return { state: 'good', file: read.output }
  const onlyNumbers = mistakes.every(({ reason }) => reason === 'bsn')
  return { state: 'mistaken', file: read.output, mistakes, onlyNumbers }
}

function isExport(content: unknown): boolean {
  return typeof content === 'object' && content !== null && 'format' in content && content.format === format
}

const format = agendaFile.entries.format.literal

/** Long enough for sixteen megabytes over a slow line. */
const patience = 300_000

/** Makes an agenda from a file. The same request again makes nothing twice. */
export function makeFromFile(agenda: AgendaId, request: NewFromFile): Promise<Answer<AgendaSummary>> {
  const ask = makeAsk('', (to, options) => fetch(to, { ...options, signal: AbortSignal.timeout(patience) }))
  return ask('PUT', `/agendas/${agenda}/import`, request)
}
