import { useLanguage } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'

/** Notices stand at the top of the page: who is further down gets a toast that leads there, and nothing scrolls by itself. */
export function useLeadTo(): (notice: HTMLElement, text: string) => void {
  const { t } = useLanguage()
  const toast = useToast()
  return (notice, text) => {
    if (notice.getBoundingClientRect().top >= 0) return
    const show = () => {
      notice.scrollIntoView({ block: 'center' })
      notice.focus({ preventScroll: true })
    }
    toast({ text, action: { label: t('board.notice.show'), run: show } })
  }
}
