import { type ChosenTable, chooseColumns } from '../../../shared/import/fields.ts'
import type { ImportPlan } from '../../../shared/import/imported-item.ts'
import type { ImportContext } from '../../../shared/import/known-names.ts'
import { readExport } from '../../../shared/import/read-export.ts'
import { readTables } from '../../../shared/import/read-tables.ts'
import { plainWord } from '../../../shared/import/table.ts'
import type { ThemeChoices } from '../../../shared/import/themes.ts'
import type { OpenAgenda } from '../../live/open-agenda.ts'
import { today } from '../../ui/today.ts'
import type { ImportState, Sheet } from './import-state.ts'

/** Whom and what the agenda knows at this moment. */
export function contextOf(agenda: OpenAgenda): ImportContext {
  return {
    organisations: agenda.record.organisations,
    members: agenda.record.members,
    plans: agenda.record.plans,
    themes: agenda.text.themes,
    today: today(),
    titles: agenda.itemIds().map((id) => agenda.text.items[id]?.title ?? ''),
  }
}

/** What would come of it as it was chosen. A theme nobody chose for is made by who may, and else left out. */
export function makePlan(
  state: ImportState,
  context: ImportContext,
  mayMakeThemes: boolean,
  lineage: (agenda: string, number: number | undefined, title: string) => string,
): ImportPlan {
  const source = state.source()
  const plan = (themes: ThemeChoices): ImportPlan => {
    if (source?.kind !== 'export')
      return readTables(chosenTables(state.sheets), context, { duty: state.duty(), themes })
    return readExport(source.exported, context, {
      themes,
      done: state.hasDone(),
      lineage: state.hasLineage() ? ({ number, title }) => lineage(source.lineage, number, title) : undefined,
    })
  }
  const chosen = state.themes()
  const first = plan(chosen)
  const unchosen = first.unknownThemes.filter((name) => !chosen.has(plainWord(name)))
  if (!mayMakeThemes || unchosen.length === 0) return first
  return plan(new Map([...unchosen.map((name) => [plainWord(name), { make: true } as const] as const), ...chosen]))
}

function chosenTables(sheets: readonly Sheet[]): ChosenTable[] {
  return sheets
    .filter(({ isIn }) => isIn)
    .map(({ table, header, columns }) => ({ ...rowsBelow(table, header), columns }))
}

function rowsBelow(table: Sheet['table'], header: number | undefined): Omit<ChosenTable, 'columns'> {
  const { name, rows } = chooseColumns(table, header)
  return { name, rows }
}
