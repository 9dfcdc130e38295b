import { createEffect, createMemo, createSignal, on, Show, untrack } from 'solid-js'
import type { ImportedItem } from '../../../shared/import/imported-item.ts'
import { importBytes, largestImportBytes } from '../../../shared/import/write-import.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import type { ImportState } from './import-state.ts'
import { LineTable } from './line-table.tsx'
import { contextOf, makePlan } from './make-plan.ts'
import { ThemeQuestions } from './theme-questions.tsx'
import { useWriteImport } from './use-write-import.ts'

/** What would be put on the agenda, line by line, and what not; then all of it at once. */
export function PreviewStep(props: { state: ImportState }) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const write = useWriteImport(props.state)
  const [wrong, setWrong] = createSignal('')
  const [onlyRemarks, setOnlyRemarks] = createSignal(false)
  // As the agenda is now: what colleagues do meanwhile must not change what one is reading.
  const context = untrack(() => contextOf(agenda))
  const plan = createMemo(() =>
    makePlan(props.state, context, agenda.mayCoordinate(), (from, number, title) =>
      t('imports.earlier.lineage', from, number, title),
    ),
  )
  const isOut = (key: string) => props.state.leftOut().has(key)
  const lines = () => plan().lines
  const good = createMemo(() => lines().filter(({ item, key }) => item && !isOut(key)))
  const bad = () => lines().filter(({ item }) => !item).length
  const out = () => lines().filter(({ item, key }) => item && isOut(key)).length
  const remarked = () => good().filter(({ warnings }) => warnings.length > 0).length
  createEffect(on(good, () => setWrong(''), { defer: true }))
  const setOut = (key: string, isLeftOut: boolean) => {
    const next = new Set(props.state.leftOut())
    if (isLeftOut) next.add(key)
    else next.delete(key)
    props.state.setLeftOut(next)
  }
  const go = () => {
    const items: ImportedItem[] = good().flatMap(({ item }) => item ?? [])
    if (items.length === 0) return
    if (importBytes(items) > largestImportBytes) return void setWrong(t('imports.preview.tooLarge'))
    write(items, lines())
  }
  return (
    <form
      class="oa-stack"
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <p class="oa-subtle">{t('imports.columns.from', props.state.source()?.name ?? '')}</p>
      <div role="status">
        <ul class="oa-import-sums">
          <li>
            <Icon name="check" />
            {good().length > 0 ? t('imports.preview.good', good().length) : t('imports.preview.nothing')}
          </li>
          <Show when={bad() > 0}>
            <li class="oa-import-sums--bad">
              <Icon name="late" />
              {t('imports.preview.bad', bad())}
            </li>
          </Show>
          <Show when={remarked() > 0}>
            <li>
              <Icon name="info" />
              {t('imports.preview.look', remarked())}
            </li>
          </Show>
          <Show when={out() > 0}>
            <li>
              <Icon name="close" />
              {t('imports.preview.out', out())}
            </li>
          </Show>
        </ul>
      </div>
      <Show when={props.state.source()?.kind === 'export'}>
        <ExportQuestions state={props.state} />
      </Show>
      <Show when={plan().unknownThemes.length > 0}>
        <ThemeQuestions state={props.state} names={plan().unknownThemes} themes={context.themes} />
      </Show>
      <Actions state={props.state} count={good().length} />
      <FieldError text={wrong()} />
      <Show when={lines().length > 0}>
        <label class="oa-check">
          <input
            type="checkbox"
            checked={onlyRemarks()}
            onChange={(event) => setOnlyRemarks(event.currentTarget.checked)}
          />
          <span>{t('imports.preview.onlyRemarks')}</span>
        </label>
        <LineTable
          lines={
            onlyRemarks() ? lines().filter(({ problems, warnings }) => problems.length + warnings.length > 0) : lines()
          }
          kind={props.state.source()?.kind}
          isOut={isOut}
          onOut={setOut}
        />
      </Show>
    </form>
  )
}

function Actions(props: { state: ImportState; count: number }) {
  const { t } = useLanguage()
  const back = () => props.state.goTo(props.state.source()?.kind === 'export' ? 'source' : 'columns')
  return (
    <p class="oa-row">
      <Show when={props.count > 0}>
        <button type="submit" class="oa-button oa-button--primary">
          {t('imports.preview.go', props.count)}
        </button>
      </Show>
      <button type="button" class="oa-button oa-button--quiet" onClick={back}>
        {t('imports.back')}
      </button>
    </p>
  )
}

function ExportQuestions(props: { state: ImportState }) {
  const { t } = useLanguage()
  return (
    <div class="oa-stack oa-stack--tight">
      <label class="oa-check">
        <input
          type="checkbox"
          checked={props.state.hasLineage()}
          onChange={(event) => props.state.setLineage(event.currentTarget.checked)}
        />
        <span>{t('imports.preview.lineage')}</span>
      </label>
      <label class="oa-check">
        <input
          type="checkbox"
          checked={props.state.hasDone()}
          onChange={(event) => props.state.setDone(event.currentTarget.checked)}
        />
        <span>{t('imports.preview.doneAgreements')}</span>
      </label>
    </div>
  )
}
