import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { produce } from 'solid-js/store'
import {
  agreementFields,
  type Column,
  chooseColumns,
  fieldsOfMany,
  findHeader,
  type ImportField,
  importFields,
  indicatorFields,
} from '../../../shared/import/fields.ts'
import { duties } from '../../../shared/item.ts'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError, SelectField } from '../../ui/text-field.tsx'
import type { ImportState, Sheet } from './import-state.ts'

/** Which column is what: guessed by its name, chosen by who knows. */
export function ColumnsStep(props: { state: ImportState }) {
  const { t } = useLanguage()
  const [wrong, setWrong] = createSignal('')
  const has = (field: ImportField) =>
    props.state.sheets.some(({ isIn, columns }) => isIn && columns.some((column) => column.field === field))
  const setColumns = (index: number, change: (columns: Column[]) => void) => {
    setWrong('')
    props.state.setSheets(index, 'columns', produce(change))
  }
  const setHeader = (index: number, table: Sheet['table'], header: number | undefined) =>
    props.state.setSheets(index, { header, columns: chooseColumns(table, header ?? -1).columns })
  return (
    <form
      class="oa-stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (!has('title')) return void setWrong(t('imports.columns.noTitle'))
        props.state.setLeftOut(new Set<string>())
        props.state.goTo('preview')
      }}
    >
      <p class="oa-subtle">{t('imports.columns.from', props.state.source()?.name ?? '')}</p>
      <Show when={props.state.sheets.length > 1}>
        <fieldset class="oa-stack oa-stack--tight">
          <legend class="oa-field__label">{t('imports.columns.sheets')}</legend>
          <For each={props.state.sheets}>
            {({ table, isIn }, index) => (
              <label class="oa-check">
                <input
                  type="checkbox"
                  checked={isIn}
                  onChange={(event) => props.state.setSheets(index(), 'isIn', event.currentTarget.checked)}
                />
                <span>{t('imports.columns.sheet', table.name, table.rows.length)}</span>
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <For each={props.state.sheets}>
        {(sheet, index) => (
          <Show when={sheet.isIn}>
            <SheetColumns
              sheet={sheet}
              heading={props.state.sheets.length > 1 ? t('imports.columns.sheetHeading', sheet.table.name) : ''}
              onHeader={(header) => setHeader(index(), sheet.table, header)}
              onField={(column, field) =>
                setColumns(index(), (columns) => {
                  // What only one column can be, the other one is no longer.
                  for (const other of columns) {
                    if (field && other.field === field && !fieldsOfMany.has(field)) other.field = undefined
                  }
                  const chosen = columns[column]
                  if (chosen) chosen.field = field
                })
              }
            />
          </Show>
        )}
      </For>
      <Show when={!has('duty')}>
        <SelectField
          label={t('imports.columns.duty')}
          onChange={({ currentTarget: { value } }) =>
            props.state.setDuty(duties.find((duty) => duty === value) ?? 'joint')
          }
        >
          <For each={duties}>
            {(duty) => (
              <option value={duty} selected={props.state.duty() === duty}>
                {t(`words.duty.${duty}`)}
              </option>
            )}
          </For>
        </SelectField>
      </Show>
      <FieldError text={wrong()} />
      <p class="oa-row">
        <button type="submit" class="oa-button oa-button--primary">
          {t('imports.columns.go')}
        </button>
        <button type="button" class="oa-button oa-button--quiet" onClick={() => props.state.goTo('source')}>
          {t('imports.back')}
        </button>
      </p>
    </form>
  )
}

type SheetProps = {
  sheet: Sheet
  heading: string
  onHeader: (header: number | undefined) => void
  onField: (column: number, field: ImportField | undefined) => void
}

function SheetColumns(props: SheetProps) {
  const { t } = useLanguage()
  const id = createUniqueId()
  /** The row that names the columns, or would: the one that was found, else the first. */
  const headerRow = () => findHeader(props.sheet.table.rows) ?? 0
  const below = createMemo(() => chooseColumns(props.sheet.table, props.sheet.header ?? -1).rows)
  return (
    <section class="oa-stack" aria-labelledby={props.heading ? id : undefined}>
      <Show when={props.heading}>
        <h3 id={id}>{props.heading}</h3>
      </Show>
      <label class="oa-check">
        <input
          type="checkbox"
          checked={props.sheet.header !== undefined}
          onChange={(event) => props.onHeader(event.currentTarget.checked ? headerRow() : undefined)}
        />
        <span>{t('imports.columns.header', props.sheet.table.rows[headerRow()]?.line ?? 1)}</span>
      </label>
      <ul class="oa-import-columns">
        <For each={props.sheet.columns}>
          {(column, index) => (
            <ColumnChoice
              name={column.name || t('imports.columns.unnamed', letterOf(index()))}
              field={column.field}
              samples={samplesOf(below(), index())}
              onField={(field) => props.onField(index(), field)}
            />
          )}
        </For>
      </ul>
    </section>
  )
}

const fieldsOfItem = importFields.filter(
  (field) =>
    ![...agreementFields, ...indicatorFields].includes(field) && field !== 'agreement' && field !== 'indicator',
)

function ColumnChoice(props: {
  name: string
  field: ImportField | undefined
  samples: string[]
  onField: (field: ImportField | undefined) => void
}) {
  const { t } = useLanguage()
  const groups: [label: string, fields: readonly ImportField[]][] = [
    [t('imports.columns.ofItem'), fieldsOfItem],
    [t('imports.columns.ofAgreement'), ['agreement', ...agreementFields]],
    [t('imports.columns.ofIndicator'), ['indicator', ...indicatorFields]],
  ]
  return (
    <li class="oa-import-column" classList={{ 'oa-import-column--skipped': props.field === undefined }}>
      <div>
        <strong>{props.name}</strong>
        <Show
          when={props.samples.length > 0}
          fallback={<p class="oa-small oa-subtle">{t('imports.columns.noExamples')}</p>}
        >
          <p class="oa-small oa-subtle oa-import-column__samples">
            {t('imports.columns.examples')} {props.samples.join(' · ')}
          </p>
        </Show>
      </div>
      <select
        class="oa-input"
        aria-label={t('imports.columns.is', props.name)}
        onChange={({ currentTarget: { value } }) => props.onField(importFields.find((field) => field === value))}
      >
        <option value="" selected={props.field === undefined}>
          {t('imports.columns.skip')}
        </option>
        <For each={groups}>
          {([label, fields]) => (
            <optgroup label={label}>
              <For each={fields}>
                {(field) => (
                  <option value={field} selected={props.field === field}>
                    {t(`imports.columns.field.${field}`)}
                  </option>
                )}
              </For>
            </optgroup>
          )}
        </For>
      </select>
    </li>
  )
}

const mostSamples = 3
const longestSample = 50

function samplesOf(rows: Sheet['table']['rows'], column: number): string[] {
  const samples = new Set<string>()
  for (const row of rows) {
    const text = 'cells' in row ? (row.cells[column] ?? '').replace(/\s+/g, ' ').trim() : ''
    if (text !== '') samples.add(text.length > longestSample ? `${text.slice(0, longestSample)}…` : text)
    if (samples.size === mostSamples) break
  }
  return [...samples]
}

/** A, B … Z, AA: as spreadsheets name columns. */
function letterOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letterOf(Math.floor(index / 26) - 1) + last
}
