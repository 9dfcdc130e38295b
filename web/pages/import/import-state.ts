import { type Accessor, createSignal, type Setter } from 'solid-js'
import { createStore, type SetStoreFunction } from 'solid-js/store'
import type { AgendaFile } from '../../../shared/from-export/file.ts'
import { type Column, chooseColumns, findHeader } from '../../../shared/import/fields.ts'
import type { ImportLine } from '../../../shared/import/imported-item.ts'
import { suggestTables } from '../../../shared/import/sheets.ts'
import type { ImportTable } from '../../../shared/import/table.ts'
import type { ThemeChoices } from '../../../shared/import/themes.ts'
import type { WrittenImport } from '../../../shared/import/write-import.ts'
import type { Duty } from '../../../shared/item.ts'
import type { OpenAgenda } from '../../live/open-agenda.ts'

/** A table with what was chosen for it. `header`: which of its rows names the columns. */
export type Sheet = { table: ImportTable; isIn: boolean; header: number | undefined; columns: Column[] }
export type ImportSource =
  | { kind: 'tables'; name: string }
  /** `lineage`: what it is called where its items say where they come from. */
  | { kind: 'export'; name: string; exported: AgendaFile; lineage: string }
export type ImportStep = 'source' | 'columns' | 'preview' | 'done'

/** What came of it: the lines as they were, which were put on the agenda, and which were left out by hand. */
export type ImportResult = { name: string; lines: ImportLine[]; leftOut: ReadonlySet<string>; written: WrittenImport }

export type ImportState = {
  step: Accessor<ImportStep>
  goTo: Setter<ImportStep>
  pasted: Accessor<string>
  setPasted: Setter<string>
  source: Accessor<ImportSource | undefined>
  sheets: Sheet[]
  setSheets: SetStoreFunction<Sheet[]>
  duty: Accessor<Duty>
  setDuty: Setter<Duty>
  themes: Accessor<ThemeChoices>
  setThemes: Setter<ThemeChoices>
  leftOut: Accessor<ReadonlySet<string>>
  setLeftOut: Setter<ReadonlySet<string>>
  hasLineage: Accessor<boolean>
  setLineage: Setter<boolean>
  hasDone: Accessor<boolean>
  setDone: Setter<boolean>
  result: Accessor<ImportResult | undefined>
  setResult: Setter<ImportResult | undefined>
  beginWithTables: (name: string, tables: ImportTable[]) => void
  beginWithExport: (source: Omit<Extract<ImportSource, { kind: 'export' }>, 'kind'>, isEarlier: boolean) => void
  startOver: () => void
}

const states = new WeakMap<OpenAgenda, ImportState>()

/**
 * What somebody is importing into an open agenda. It is kept for as long as the agenda is open in this window, not with the
 * page: a refusal by the server replaces everything that is on the screen, and a look at the board must cost nothing.
 */
export function importInto(agenda: OpenAgenda): ImportState {
  const state = states.get(agenda) ?? createImportState()
  states.set(agenda, state)
  return state
}

function createImportState(): ImportState {
  const [step, goTo] = createSignal<ImportStep>('source')
  const [pasted, setPasted] = createSignal('')
  const [source, setSource] = createSignal<ImportSource>()
  const [sheets, setSheets] = createStore<Sheet[]>([])
  const [duty, setDuty] = createSignal<Duty>('joint')
  const [themes, setThemes] = createSignal<ThemeChoices>(new Map())
  const [leftOut, setLeftOut] = createSignal<ReadonlySet<string>>(new Set())
  const [hasLineage, setLineage] = createSignal(false)
  const [hasDone, setDone] = createSignal(true)
  const [result, setResult] = createSignal<ImportResult>()
  const begin = (next: ImportSource | undefined) => {
    setSource(next)
    setSheets([])
    setThemes(new Map())
    setLeftOut(new Set<string>())
    setResult(undefined)
  }
  return {
    ...{ step, goTo, pasted, setPasted, source, sheets, setSheets, duty, setDuty, themes, setThemes },
    ...{ leftOut, setLeftOut, hasLineage, setLineage, hasDone, setDone, result, setResult },
    beginWithTables: (name, tables) => {
      begin({ kind: 'tables', name })
      const chosen = tables.map((table) => chooseColumns(table))
      const isIn = new Set(suggestTables(chosen))
      setSheets(
        tables.map((table, index) => ({
          table,
          isIn: isIn.has(index),
          header: findHeader(table.rows),
          columns: chosen[index]?.columns ?? [],
        })),
      )
      goTo('columns')
    },
    beginWithExport: (next, isEarlier) => {
      begin({ kind: 'export', ...next })
      setLineage(isEarlier)
      setDone(!isEarlier)
      goTo('preview')
    },
    startOver: () => {
      begin(undefined)
      setPasted('')
      goTo('source')
    },
  }
}
