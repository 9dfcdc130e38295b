import { type ExportLine, exportStreamType, readExportLine } from '../../shared/export/stream.ts'

/** The lines and the file of an answer that says how far it is, read as `docs/export.md` says. */
export async function readExportStream(answer: Response): Promise<{ lines: ExportLine[]; bytes: Uint8Array }> {
  if (answer.headers.get('content-type') !== exportStreamType) throw new Error(`no stream: ${answer.status}`)
  const whole = new Uint8Array(await answer.arrayBuffer())
  const lines: ExportLine[] = []
  let at = 0
  for (;;) {
    const end = whole.indexOf(10, at)
    if (end < 0) throw new Error('ended before the file')
    const line = readExportLine(new TextDecoder().decode(whole.subarray(at, end)))
    lines.push(line)
    at = end + 1
    if (line.stage === 'file' || line.stage === 'failed') return { lines, bytes: whole.slice(at) }
  }
}
