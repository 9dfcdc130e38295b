import './import-texts.ts'
import '../../styles/import.css'
import { createEffect, Match, on, Show, Switch } from 'solid-js'
import { useAgenda } from '../../live/open-agenda.ts'
import { useLanguage } from '../../ui/language.tsx'
import { PageTitle } from '../page-title.tsx'
import { ColumnsStep } from './columns-step.tsx'
import { importInto } from './import-state.ts'
import { PreviewStep } from './preview-step.tsx'
import { ResultStep } from './result-step.tsx'
import { SourceStep } from './source-step.tsx'

/** Items from a table or another agenda: where from, which column is what, what will come, and what came of it. */
export function ImportPage() {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const state = importInto(agenda)
  let heading!: HTMLHeadingElement
  const steps = () =>
    state.source()?.kind === 'export'
      ? (['source', 'preview', 'done'] as const)
      : (['source', 'columns', 'preview', 'done'] as const)
  const number = () => (steps() as readonly string[]).indexOf(state.step()) + 1
  // What was pressed to get here is gone: reading goes on where the step begins.
  createEffect(on(state.step, () => heading.focus(), { defer: true }))
  return (
    <div class="oa-page oa-stack oa-import-page">
      <PageTitle title={t('imports.title')} />
      <div>
        <h1>{t('imports.title')}</h1>
        <p class="oa-text oa-subtle">{t('imports.intro')}</p>
      </div>
      <Show when={agenda.mayEdit() || state.step() === 'done'} fallback={<p>{t('imports.notNow')}</p>}>
        <h2 ref={heading} tabindex="-1">
          {t('imports.step', number(), steps().length, t(`imports.stepName.${state.step()}`))}
        </h2>
        <Switch>
          <Match when={state.step() === 'source'}>
            <SourceStep state={state} />
          </Match>
          <Match when={state.step() === 'columns'}>
            <ColumnsStep state={state} />
          </Match>
          <Match when={state.step() === 'preview'}>
            <PreviewStep state={state} />
          </Match>
          <Match when={state.step() === 'done' && state.result()} keyed>
            {(result) => <ResultStep state={state} result={result} />}
          </Match>
        </Switch>
      </Show>
    </div>
  )
}
