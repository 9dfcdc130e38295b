import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { ExportFormat } from '../../../shared/export/formats.ts'
import { zipTime } from '../zip.ts'

/** Their libraries write into these forms when they were made. */
const dated: ReadonlySet<ExportFormat> = new Set(['docx', 'xlsx'])
const properties = 'docProps/core.xml'

/** A form as if it was made at the moment of its version, so that making it again gives the same bytes. */
export function atItsDate(format: ExportFormat, bytes: Uint8Array, at: Date): Uint8Array {
  if (!dated.has(format)) return bytes
  const mtime = zipTime(at)
  const parts: Zippable = {}
  for (const [name, part] of Object.entries(unzipSync(bytes)))
    parts[name] = [name === properties ? withMoment(part, at) : part, { level: 6, mtime }]
  return zipSync(parts)
}

function withMoment(part: Uint8Array, at: Date): Uint8Array {
  const moment = `${at.toISOString().slice(0, 19)}Z`
  return strToU8(strFromU8(part).replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`))
}
