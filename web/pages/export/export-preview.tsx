import { createEffect, createSignal, createUniqueId, onCleanup, Show } from 'solid-js'
import type { ExportChoices } from '../../../shared/export/choices.ts'
import type { AgendaId } from '../../../shared/ids.ts'
import { previewAddress } from '../../live/export.ts'
import { useLanguage } from '../../ui/language.tsx'

/** So long the choices must rest before a preview is asked for, in ms. */
const pause = 400
/** Beside the choices there is room for it from this width. */
const wide = '(min-width: 60rem)'

/** The document as it would be, to look at before it is a file; where there is little room only when asked for. */
export function ExportPreview(props: {
  agenda: AgendaId
  choices: ExportChoices
  numbers: number[] | undefined
  isDocument: boolean
}) {
  const { t } = useLanguage()
  const heading = createUniqueId()
  const [open, setOpen] = createSignal(matchMedia(wide).matches)
  const address = () => previewAddress(props.agenda, props.choices, props.numbers)
  const [shown, setShown] = createSignal(address())
  createEffect(() => {
    const next = address()
    const timer = setTimeout(() => setShown(next), pause)
    onCleanup(() => clearTimeout(timer))
  })
  return (
    <section class="oa-export__preview oa-stack" aria-labelledby={heading}>
      <div class="oa-row oa-row--apart">
        <h3 id={heading}>{t('exports.preview')}</h3>
        <button
          type="button"
          class="oa-button oa-button--quiet"
          aria-expanded={open()}
          onClick={() => setOpen(!open())}
        >
          {open() ? t('exports.hidePreview') : t('exports.showPreview')}
        </button>
      </div>
      <Show when={open()}>
        <Show when={props.isDocument} fallback={<p class="oa-subtle">{t('exports.noPreview')}</p>}>
          <p class="oa-subtle">{t('exports.previewOf')}</p>
          {/* It may use its own style; scripts run in it never. */}
          <iframe class="oa-export__frame" title={t('exports.preview')} src={shown()} sandbox="allow-same-origin" />
        </Show>
      </Show>
    </section>
  )
}
