import { type ExportChoices, numbersInAddress } from '../../shared/export/choices.ts'
import type { ExportFormat } from '../../shared/export/formats.ts'
import { type ExportProgress, readExportLine } from '../../shared/export/stream.ts'
import type { AgendaId } from '../../shared/ids.ts'
import { type Answer, isProblem } from './api.ts'

/** A form of the agenda, or a package that holds a version in all of them. */
export type FileForm = ExportFormat | 'zip'

/** A file that the server made, with the name that it gave it. */
export type MadeFile = { blob: Blob; name: string }

type Watch = { signal: AbortSignal; tell: (progress: ExportProgress) => void }

/**
 * Has a file made and tells how far it is. It may take a while, so it has no deadline but the signal, which ends the work
 * on the server too; undefined when it did.
 */
export async function fetchExport(
  agenda: AgendaId,
  form: FileForm,
  choices: ExportChoices,
  { signal, tell }: Watch,
  send: typeof fetch = fetch,
): Promise<Answer<MadeFile> | undefined> {
  try {
    const response = await send(`/api/v1/agendas/${agenda}/export/${form}`, {
      method: 'POST',
      signal,
      headers: { 'accept-language': document.documentElement.lang, 'content-type': 'application/json' },
      body: JSON.stringify(choices),
    })
    if (response.ok && response.body) return await readFile(response.body, tell)
    const content: unknown = await response.json()
    if (isProblem(content)) return { ok: false, reason: 'problem', problem: content }
  } catch {
    if (signal.aborted) return undefined
    // No network, or an answer of something in between that is not our server.
  }
  return { ok: false, reason: 'unreachable' }
}

/** Reads the lines that say how far it is, and then the file. What ends too early is no file. */
async function readFile(body: ReadableStream<Uint8Array>, tell: Watch['tell']): Promise<Answer<MadeFile>> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = new Uint8Array()
  const more = async (): Promise<boolean> => {
    const { done, value } = await reader.read()
    if (value) rest = joined(rest, value)
    return !done
  }
  for (;;) {
    const end = rest.indexOf(newline)
    if (end < 0) {
      if (!(await more())) return { ok: false, reason: 'unreachable' }
      continue
    }
    const line = readExportLine(decoder.decode(rest.subarray(0, end)))
    rest = rest.slice(end + 1)
    if (line.stage === 'failed') return { ok: false, reason: 'problem', problem: line.problem }
    if (line.stage !== 'file') {
      tell(line)
      continue
    }
    const parts: BlobPart[] = [rest]
    let size = rest.length
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      parts.push(new Uint8Array(value))
      size += value.length
    }
    if (size !== line.size) return { ok: false, reason: 'unreachable' }
    return { ok: true, value: { blob: new Blob(parts, { type: line.type }), name: line.name } }
  }
}

const newline = 10

function joined(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

/** So many runs of numbers does an address hold (shared/export/choices.ts). */
const mostRuns = 1000

/**
 * The agenda as a page to look at before it is a file. An address names items by their numbers: of an item that has none
 * yet, or of thousands that are far apart, it cannot.
 */
export function previewAddress(
  agenda: AgendaId,
  choices: ExportChoices,
  numbers: readonly number[] | undefined,
): string | { none: 'unnumbered' | 'tooMany' } {
  const { version, language = 'nl', party, theme, struck, annexes = [], items = [] } = choices
  if (numbers && numbers.length < items.length) return { none: 'unnumbered' }
  const runs = numbers && numbersInAddress(numbers)
  if (runs && runs.split(',').length > mostRuns) return { none: 'tooMany' }
  const question = new URLSearchParams({
    ...(version !== undefined && { version: String(version) }),
    ...(language !== 'nl' && { language }),
    ...(party && { party }),
    ...(theme && { theme }),
    ...(runs && { items: runs }),
    ...(struck && { struck: 'yes' }),
    ...(annexes.length > 0 && { annexes: annexes.join(',') }),
  })
  return `/api/v1/agendas/${agenda}/export/html${question.size > 0 ? `?${question}` : ''}`
}

/**
 * Whether there is a page at that address. A frame cannot say why it shows none, and what the board's policy lets into a
 * frame is a page of the board and nothing made in the browser: so it is asked before.
 */
export async function askPreview(
  address: string,
  signal: AbortSignal,
  send: typeof fetch = fetch,
): Promise<Answer<undefined>> {
  try {
    const response = await send(address, { signal, headers: { 'accept-language': document.documentElement.lang } })
    if (response.ok) return { ok: true, value: undefined }
    const content: unknown = await response.json()
    if (isProblem(content)) return { ok: false, reason: 'problem', problem: content }
  } catch {
    // No network, or an answer of something in between that is not our server.
  }
  return { ok: false, reason: 'unreachable' }
}
