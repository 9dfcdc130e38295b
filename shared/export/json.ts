import { canonical, type Json } from '../version/canonical.ts'
import type { ExportedAgenda } from './model.ts'
import type { ExportedFile } from './schema.ts'

/** The agenda as JSON for machines, by docs/export.schema.json, in canonical form: the same agenda, the same bytes. */
export function toJson(agenda: ExportedAgenda): string {
  const file: ExportedFile = { ...agenda, format: 'ontwikkelagenda-export', formatVersion: 1 }
  // What differs is of any type, but the room read it from JSON.
  return canonical(file as Json)
}
