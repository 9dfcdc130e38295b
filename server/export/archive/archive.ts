import { strToU8 } from 'fflate'
import {
  type AgendaOrder,
  type ArchiveOrder,
  type ExportFormat,
  type ExportTable,
  exportFileName,
  exportFormatNames,
  exportTables,
} from '../../../shared/export/formats.ts'
import { exportWords } from '../../../shared/export/words.ts'
import { sha256OfParts } from '../../../shared/hash.ts'
import type { Version } from '../../../shared/version/version.ts'
import { noTick, type Tick } from '../tick.ts'
import { zipTime } from '../zip.ts'
import { atItsDate } from './at-its-date.ts'
import { type FileKind, fileKinds, javaScript, plainText } from './file-kinds.ts'
import { GatheredZip } from './gathered-zip.ts'
import { type ArchivedFile, type ArchivedVersion, fileToMdto, versionToMdto } from './mdto.ts'
import { archiveTexts, readMe } from './read-me.ts'
import { verifyScript } from './verify-script.ts'

/** Progress counts each form in so many parts. */
const partsOfForm = 100

/** Makes one form. */
export type MakeForm = (order: AgendaOrder, tick: Tick) => Promise<Uint8Array>

/** These are ZIPs themselves, or small already by their own means. */
const packed: ReadonlySet<ExportFormat> = new Set(['pdf', 'odt', 'docx', 'xlsx'])

/**
 * A version to keep: in every form, with checksums and metadata (rule X15). The same version gives the
 * same bytes. One form is made after another, and only what it was packed to stays in memory.
 */
export async function toArchive(
  order: ArchiveOrder,
  make: MakeForm,
  tick: Tick = noTick,
): Promise<Uint8Array<ArrayBuffer>> {
  const { agenda, language, archive, style } = order
  // What our own room says of a version.
  const version = JSON.parse(archive.version) as Version
  const at = new Date(version.metadata.at)
  const folder = exportFileName(agenda, 'md').replace(/\.md$/, '')
  const zip = new GatheredZip(folder, zipTime(at))
  const described: ArchivedVersion = {
    agenda: agenda.id,
    number: version.number,
    hash: version.hash,
    metadata: version.metadata,
    name: archiveTexts(language).title(shortened(exportWords(language).title(agenda)), version.number),
    language,
    address: `${archive.address}/agenda/${agenda.id}/versies/${version.number}`,
  }
  const files: ArchivedFile[] = []
  const sums: string[] = []

  const add = (name: string, bytes: Uint8Array, isPacked = false) => {
    const sha256 = sha256OfParts([bytes])
    sums.push(`${sha256}  ${name}`)
    zip.add(name, bytes, isPacked)
    return { name, size: bytes.length, sha256 }
  }
  const keep = (name: string, kind: FileKind, bytes: Uint8Array, more: { url?: string; isPacked?: boolean } = {}) => {
    const { url, isPacked } = more
    files.push({ ...add(name, bytes, isPacked), kind, ...(url && { url }) })
  }

  for (const [index, format] of exportFormatNames.entries()) {
    // Each form is a part of the whole, whose own pieces count as far as they go.
    const step: Tick = (done, of) =>
      tick(index * partsOfForm + Math.floor((done / of) * partsOfForm), exportFormatNames.length * partsOfForm)
    await step(0, 1)
    for (const table of format === 'csv' ? exportTables : exportTables.slice(0, 1)) {
      const bytes = await make({ agenda, format, language, table, style }, step)
      keep(exportFileName(agenda, format, table), fileKinds[format], atItsDate(format, bytes, at), {
        url: addressOf(order, version.number, format, table),
        isPacked: packed.has(format),
      })
    }
  }
  const whole = `versie-${version.number}.json`
  keep(whole, fileKinds.json, strToU8(archive.version), {
    url: `${archive.address}/api/v1/agendas/${agenda.id}/versions/${version.number}`,
  })
  keep('verify-version.mjs', javaScript, strToU8(verifyScript))
  keep('LEESMIJ.txt', plainText, strToU8(readMe({ agenda, language, version, whole })))

  add(`${folder}.mdto.xml`, strToU8(versionToMdto(described, files)))
  for (const file of files) add(`${file.name}.bestand.mdto.xml`, strToU8(fileToMdto(described, file)))
  zip.add('SHA256SUMS', strToU8(`${sums.join('\n')}\n`))
  return zip.bytes()
}

/** The standard advises to keep a name within 80 signs; the number of the version comes behind this. */
function shortened(title: string): string {
  const signs = [...title]
  return signs.length > 64 ? `${signs.slice(0, 63).join('')}…` : title
}

/** Where the board gives the same file, to who may have it. */
function addressOf(
  { archive, agenda, language }: ArchiveOrder,
  version: number,
  format: ExportFormat,
  table: ExportTable,
) {
  const question = new URLSearchParams({
    version: String(version),
    ...(language !== 'nl' && { language }),
    ...(format === 'csv' && { table }),
  })
  return `${archive.address}/api/v1/agendas/${agenda.id}/export/${format}?${question}`
}
