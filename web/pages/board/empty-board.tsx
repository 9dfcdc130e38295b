import '../dialog-texts.ts'
import { createSignal, Show } from 'solid-js'
import { useAgenda } from '../../live/open-agenda.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'

/** The first look at a new agenda offers a first step. Themes are the coordinator's; an editor can begin to write. */
export function EmptyBoard() {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const toast = useToast()
  const [dismissed, setDismissed] = createSignal(false)
  const fill = async (what: 'all' | 'themes') => {
    // Fetched when it is wanted: the texts of the template are no part of the board.
    const { fillFromTemplate, fillThemes } = await import('../../../shared/template/fill.ts')
    if (what === 'all') fillFromTemplate(agenda.doc)
    else fillThemes(agenda.doc)
    setDismissed(true)
    toast({ text: t('board.empty.filled') })
  }
  return (
    <Show when={!dismissed()}>
      <div class="oa-paper oa-stack oa-empty">
        <h2>{agenda.mayEdit() ? t('board.empty.title') : t('board.empty.reader')}</h2>
        <Show when={agenda.mayCoordinate()}>
          <p class="oa-text">{t('board.empty.text')}</p>
          <p class="oa-row">
            <button type="button" class="oa-button oa-button--primary" onClick={() => void fill('all')}>
              {t('board.empty.template')}
            </button>
            <Show when={agenda.text.themes.length === 0}>
              <button type="button" class="oa-button" onClick={() => void fill('themes')}>
                {t('board.empty.themes')}
              </button>
            </Show>
            <button
              type="button"
              class="oa-button oa-button--quiet"
              onClick={() => {
                setDismissed(true)
                document.querySelector<HTMLInputElement>('[data-new-item="joint"]')?.focus()
              }}
            >
              {t('board.empty.none')}
            </button>
          </p>
        </Show>
        <Show when={agenda.mayEdit()}>
          <p class="oa-row">
            <a class="oa-button" href={`/agenda/${agenda.record.id}/importeren?begin=earlier`}>
              {t('board.empty.earlier')}
            </a>
            <a class="oa-button" href={`/agenda/${agenda.record.id}/importeren?begin=paste`}>
              {t('board.empty.paste')}
            </a>
          </p>
        </Show>
      </div>
    </Show>
  )
}
