import { canonical } from '../version/canonical.ts'
import type { ExportedAgenda } from './model.ts'
import type { ExportedFile } from './schema.ts'

/** The agenda as JSON for machines, by docs/export.schema.json, in canonical form: the same agenda, the same bytes. */
export function toJson(agenda: ExportedAgenda): string {
  return canonical({ ...agenda, format: 'ontwikkelagenda-export', formatVersion: 1 } satisfies ExportedFile)
}
