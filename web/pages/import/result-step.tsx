import { createMemo, Show } from 'solid-js'
import { isWritten } from '../../../shared/import/write-import.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useAddresses } from '../agenda/addresses.ts'
import { useCopy } from '../copy-text.ts'
import { saveFile } from '../export/save-file.ts'
import type { ImportResult, ImportState } from './import-state.ts'
import { useRemarkText } from './remark-text.ts'

/** What came of it, to copy or keep. After a refusal by the server: that nothing came of it, and that nothing is lost. */
export function ResultStep(props: { state: ImportState; result: ImportResult }) {
  const agenda = useAgenda()
  const addresses = useAddresses()
  const { t } = useLanguage()
  const copy = useCopy()
  const say = useRemarkText(() => props.state.source()?.kind)
  const report = createMemo(() => say.report(props.result))
  // Asked when this is drawn: after a refusal everything is drawn anew, over a fresh document.
  const isThere = isWritten(agenda.doc, props.result.written)
  const leftOut = () => props.result.lines.length - props.result.written.items.length
  return (
    <Show
      when={isThere}
      fallback={
        <div class="oa-stack">
          <div class="oa-notice oa-notice--negative">
            <Icon name="late" />
            <p>{t('imports.done.refused')}</p>
          </div>
          <p>
            <button type="button" class="oa-button oa-button--primary" onClick={() => props.state.goTo('preview')}>
              {t('imports.done.again')}
            </button>
          </p>
        </div>
      }
    >
      <div class="oa-stack">
        <div class="oa-notice oa-notice--positive">
          <Icon name="check" />
          <div>
            <p>
              <strong>{t('imports.done.added', props.result.written.items.length)}</strong>
            </p>
            <Show when={leftOut() > 0}>
              <p>{t('imports.done.leftOut', leftOut())}</p>
            </Show>
            <p>{t('imports.done.undo')}</p>
          </div>
        </div>
        <p class="oa-row">
          <a class="oa-button oa-button--primary" href={addresses.board()}>
            {t('imports.done.board')}
          </a>
          <button type="button" class="oa-button" onClick={() => props.state.startOver()}>
            {t('imports.done.another')}
          </button>
        </p>
        <h3>{t('imports.done.report')}</h3>
        <section class="oa-import-report" tabindex="0" aria-label={t('imports.done.report')}>
          {report()}
        </section>
        <p class="oa-row">
          <button type="button" class="oa-button" onClick={() => void copy(report(), t('imports.done.copied'))}>
            <Icon name="copy" />
            {t('imports.done.copy')}
          </button>
          <button
            type="button"
            class="oa-button"
            onClick={() => saveFile(new Blob([`${report()}\n`], { type: 'text/plain' }), t('imports.done.fileName'))}
          >
            <Icon name="export" />
            {t('imports.done.save')}
          </button>
        </p>
      </div>
    </Show>
  )
}
