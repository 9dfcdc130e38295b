import type { NewComment } from '../../../../shared/comment.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useItemComments } from './item-comments.ts'

/**
 * Sends a comment and says what became of it. One that cannot go now, or was refused, stays visible among the comments:
 * that is no failure of the form.
 */
export function useSend() {
  const { store } = useItemComments()
  const { t } = useLanguage()
  const announce = useAnnounce()
  return async (comment: NewComment): Promise<undefined> => {
    const sent = await store.write(comment)
    if (sent === 'sent') announce(t('comment.form.sent'))
    else if (sent === 'waiting') announce(t('comment.form.waits'))
    // A refused one says so itself, as an alert beside its text.
    return undefined
  }
}
