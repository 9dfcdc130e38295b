import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { ExportFormat } from '../../../shared/export/formats.ts'
import { zipTime } from '../zip.ts'

/** Their libraries write into these forms when they were made. */
const dated: ReadonlySet<ExportFormat> = new Set(['docx', 'xlsx'])
const properties = 'docProps/core.xml'

/** What leads elsewhere goes by a name that the library of DOCX draws by lot. */
const drawnName = /(?<=")rId[\w-]{21}(?=")/g

/** A form as if it was made at the moment of its version, so that making it again gives the same bytes. */
export function atItsDate(format: ExportFormat, bytes: Uint8Array, at: Date): Uint8Array {
  if (!dated.has(format)) return bytes
  const mtime = zipTime(at)
  const parts: Zippable = {}
  const names = new Map<string, string>()
  for (const [name, part] of Object.entries(unzipSync(bytes))) {
    const made = name === properties ? withMoment(part, at) : isLinking(name) ? withNames(part, names) : part
    parts[name] = [made, { level: 6, mtime }]
  }
  return zipSync(parts)
}

function isLinking(name: string): boolean {
  return name === 'word/document.xml' || name === 'word/_rels/document.xml.rels'
}

/** Names in the order in which they are met. */
function withNames(part: Uint8Array, names: Map<string, string>): Uint8Array {
  const named = strFromU8(part).replaceAll(drawnName, (drawn) => {
    const name = names.get(drawn) ?? `rIdLink${names.size + 1}`
    names.set(drawn, name)
    return name
  })
  return strToU8(named)
}

function withMoment(part: Uint8Array, at: Date): Uint8Array {
  const moment = `${at.toISOString().slice(0, 19)}Z`
  return strToU8(strFromU8(part).replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`))
}
