import type { ItemList } from '../../../shared/document/layout.ts'
import { setEntryRemoved } from '../../../shared/document/write.ts'
import type { EntryId } from '../../../shared/ids.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useItem } from './item-context.ts'

/** Making and removing entries of one of the item's lists, each with its way back. */
export function useEntries(list: ItemList) {
  const { agenda, id } = useItem()
  const { t } = useLanguage()
  const toast = useToast()
  const setRemoved = (entry: EntryId, removed: boolean) => setEntryRemoved(agenda.doc, id, list, entry, removed)
  return {
    /** Notes that an entry was made: it is never deleted, so undoing it is flagging it. */
    made(entry: EntryId) {
      agenda.undo.made(
        () => setRemoved(entry, true),
        () => setRemoved(entry, false),
      )
    },
    /** Takes an entry out and says so. The row goes, so the focus goes on to `next`. */
    remove(entry: EntryId, sentence: string, next: HTMLElement | undefined) {
      agenda.undo.boundary()
      next?.focus()
      setRemoved(entry, true)
      toast({
        text: sentence,
        action: { label: t('item.undo'), icon: 'undo', run: () => setRemoved(entry, false) },
      })
    },
  }
}
