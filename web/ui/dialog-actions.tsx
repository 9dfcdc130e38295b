import { useLanguage } from './language.tsx'

/** The last row of a form in a dialog: do it, or leave everything as it is. */
export function DialogActions(props: { go: string; isDanger?: boolean; onCancel: () => void }) {
  const { t } = useLanguage()
  return (
    <p class="oa-row">
      <button
        type="submit"
        class="oa-button"
        classList={{ 'oa-button--danger': props.isDanger === true, 'oa-button--primary': props.isDanger !== true }}
      >
        {props.go}
      </button>
      <button type="button" class="oa-button oa-button--quiet" onClick={() => props.onCancel()}>
        {t('board.cancel')}
      </button>
    </p>
  )
}
