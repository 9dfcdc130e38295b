import { comment as commentTexts } from '../../shared/messages/nl/comment.ts'
import { Dialog } from '../ui/dialog.tsx'
import { addDutchTexts, useLanguage } from '../ui/language.tsx'

addDutchTexts({ comment: commentTexts })

/** Says why an input was not accepted, and lets a reference number pass. Closing it leaves the number out. */
export function NumberDialog(props: { onReference: () => void; onClose: () => void }) {
  const { t } = useLanguage()
  return (
    <Dialog title={t('comment.number.title')} onClose={props.onClose}>
      <p>{t('comment.number.text')}</p>
      <p class="oa-row">
        <button type="button" class="oa-button oa-button--primary" onClick={() => props.onClose()}>
          {t('comment.number.fine')}
        </button>
        <button type="button" class="oa-button" onClick={() => props.onReference()}>
          {t('comment.number.reference')}
        </button>
      </p>
    </Dialog>
  )
}
