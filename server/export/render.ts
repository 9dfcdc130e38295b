import { toCsv } from '../../shared/export/csv.ts'
import { toDocument } from '../../shared/export/document.ts'
import type { ExportFormat, ExportOrder } from '../../shared/export/formats.ts'
import { toIcs } from '../../shared/export/ics.ts'
import { toJson } from '../../shared/export/json.ts'
import { toMarkdown } from '../../shared/export/markdown.ts'
import { toTables } from '../../shared/export/tables.ts'
import { toOdt } from './odt/odt.ts'
import { toXlsx } from './xlsx.ts'

/** What every host can make: small and quick enough for a Worker too. */
export type LightFormat = Exclude<ExportFormat, HeavyFormat>
/** What brings libraries that would make a Worker twice as large, for each of its starts. */
export type HeavyFormat = 'pdf' | 'docx'

export function isHeavy(format: ExportFormat): format is HeavyFormat {
  return format === 'pdf' || format === 'docx'
}

export async function renderLight(format: LightFormat, { agenda, language, table }: ExportOrder): Promise<Uint8Array> {
  switch (format) {
    case 'odt':
      return toOdt(toDocument(agenda, language))
    case 'xlsx':
      return await toXlsx(agenda, language)
    case 'csv':
      return bytes(toCsv(toTables(agenda, language)[table]))
    case 'json':
      return bytes(toJson(agenda))
    case 'ics':
      return bytes(toIcs(agenda, language))
    case 'md':
      return bytes(toMarkdown(agenda, language))
    default:
      return format satisfies never
  }
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
