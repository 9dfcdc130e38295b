import * as Y from 'yjs'
import type { Day } from '../../../shared/date.ts'
import { readItems, readThemes } from '../../../shared/document/read.ts'
import { createTheme } from '../../../shared/document/write.ts'
import { makeExportModel } from '../../../shared/export/make-model.ts'
import type { ExportedAgenda } from '../../../shared/export/model.ts'
import { chooseColumns } from '../../../shared/import/fields.ts'
import type { ImportedItem, ImportPlan } from '../../../shared/import/imported-item.ts'
import type { ImportContext } from '../../../shared/import/known-names.ts'
import { type ExportChoices, readExport } from '../../../shared/import/read-export.ts'
import { readTables } from '../../../shared/import/read-tables.ts'
import { type ImportTable, plainWord } from '../../../shared/import/table.ts'
import { writeImport } from '../../../shared/import/write-import.ts'
import { demoSource } from '../../server/export/agendas.ts'

/** An agenda with the demo's people and themes and nothing else, on which an import is to land. */
export function emptyAgenda(): { doc: Y.Doc; context: ImportContext } {
  const source = demoSource()
  const doc = new Y.Doc()
  for (const { id, name, rank } of readThemes(source.doc)) createTheme(doc, { id, name, rank })
  return { doc, context: contextOf(doc) }
}

export function contextOf(doc: Y.Doc): ImportContext {
  const { organisations, members, plans } = demoSource()
  return {
    organisations,
    members: members.map((member) => ({ organisation: organisations[0]?.id ?? missing(), ...member })),
    plans,
    themes: readThemes(doc),
    today: '2027-01-15' as Day,
    titles: readItems(doc).map(({ title }) => title),
  }
}

/** Everything that the tables hold, as its own export would say it. Themes that are not there are made. */
export function throughTables(tables: readonly ImportTable[]): { plan: ImportPlan; agenda: ExportedAgenda } {
  const { doc, context } = emptyAgenda()
  const chosen = tables.map((table) => chooseColumns(table))
  const { unknownThemes } = readTables(chosen, context, { duty: 'joint', themes: new Map() })
  const themes = new Map(unknownThemes.map((name) => [plainWord(name), { make: true } as const]))
  const plan = readTables(chosen, context, { duty: 'joint', themes })
  writeImport(doc, itemsOf(plan))
  return { plan, agenda: exported(doc) }
}

export function throughExport(
  from: ExportedAgenda,
  choices: Omit<ExportChoices, 'themes'>,
): { plan: ImportPlan; agenda: ExportedAgenda } {
  const { doc, context } = emptyAgenda()
  const plan = readExport(from, context, { ...choices, themes: new Map() })
  writeImport(doc, itemsOf(plan))
  return { plan, agenda: exported(doc) }
}

export function itemsOf({ lines }: ImportPlan): ImportedItem[] {
  return lines.flatMap(({ item }) => item ?? [])
}

function exported(doc: Y.Doc): ExportedAgenda {
  return makeExportModel({ ...demoSource(), doc, numbers: new Map() }, { struck: true })
}

function missing(): never {
  throw new Error('the demo has organisations')
}
