import { createSignal, createUniqueId, Show } from 'solid-js'
import type { ExportChoices } from '../../../shared/export/choices.ts'
import type { AgendaId } from '../../../shared/ids.ts'
import { previewAddress } from '../../live/export.ts'
import { useLanguage } from '../../ui/language.tsx'
import { createPreview } from './create-preview.ts'
import { PreviewFrame } from './preview-frame.tsx'

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
  const preview = createPreview(() =>
    open() && props.isDocument ? previewAddress(props.agenda, props.choices, props.numbers) : undefined,
  )
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
          <PreviewFrame preview={preview} />
        </Show>
      </Show>
    </section>
  )
}
