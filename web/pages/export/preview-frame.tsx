import { Show } from 'solid-js'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import type { Preview } from './create-preview.ts'

/** The page itself, or why it is not there. */
export function PreviewFrame(props: { preview: Preview }) {
  const { t } = useLanguage()
  const address = () => {
    const seen = props.preview.seen()
    return seen && 'address' in seen ? seen.address : undefined
  }
  const failure = () => {
    const seen = props.preview.seen()
    return seen && 'why' in seen ? seen : undefined
  }
  return (
    <>
      <p class="oa-subtle" role="status">
        {props.preview.isAsking() ? t('exports.makingPreview') : address() && t('exports.previewOf')}
      </p>
      <FieldError text={failure()?.why} />
      <Show when={failure()?.mayAskAgain}>
        <p>
          <button type="button" class="oa-button" onClick={() => props.preview.again()}>
            {t('exports.previewAgain')}
          </button>
        </p>
      </Show>
      <Show when={address()}>
        {(src) => (
          // It may use its own style, and open what it links to elsewhere; scripts run in it never.
          <iframe
            class="oa-export__frame"
            title={t('exports.preview')}
            src={src()}
            sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
            onLoad={(event) => {
              if (!leadElsewhere(event.currentTarget)) props.preview.lost()
            }}
          />
        )}
      </Show>
    </>
  )
}

/**
 * Links out of a preview open beside the board: within it they would take the place of the preview, and the board lets no
 * other website into a frame. False when what the frame holds is no preview.
 */
function leadElsewhere({ contentDocument }: HTMLIFrameElement): boolean {
  if (!contentDocument?.getElementById('content')) return false
  for (const link of contentDocument.querySelectorAll<HTMLAnchorElement>('a[href]:not([href^="#"])'))
    link.target = '_blank'
  return true
}
