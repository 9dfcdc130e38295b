import './dialog-texts.ts'
import { useLanguage } from '../ui/language.tsx'
import { useToast } from '../ui/toast.tsx'

/** Copies a text and says so, or says that it could not be done. */
export function useCopy() {
  const { t } = useLanguage()
  const toast = useToast()
  return async (text: string, done: string): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      toast({ text: done })
    } catch {
      // There is no clipboard on a plain http address, and a browser's policy may refuse it.
      toast({ text: t('board.copyFailed') })
    }
  }
}
