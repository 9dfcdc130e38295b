import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import { isDay } from '../shared/date.ts'
import { exportedAgenda } from '../shared/export/schema.ts'
import { isId } from '../shared/ids.ts'

// Writes docs/export.schema.json from the validator: node tools/export-schema.ts

export const exportSchemaFile = join(import.meta.dirname, '../docs/export.schema.json')

/** The form of the JSON export as a JSON Schema, for whoever reads it with other programs. */
export function exportSchema(): string {
  const schema = toJsonSchema(exportedAgenda as Parameters<typeof toJsonSchema>[0], {
    target: 'draft-2020-12',
    overrideSchema({ valibotSchema }) {
      const { check } = valibotSchema as { check?: unknown }
      if (check === isId) return { type: 'string' }
      return check === isDay ? { type: 'string', format: 'date' } : undefined
    },
  })
  return `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Ontwikkelagenda: export', ...schema }, undefined, 2)}\n`
}

if (import.meta.main) writeFileSync(exportSchemaFile, exportSchema())
