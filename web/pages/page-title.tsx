import { createEffect } from 'solid-js'
import { useLanguage } from '../ui/language.tsx'

/** The title of the window: what is shown, then the product. */
export function PageTitle(props: { title: string }) {
  const { t } = useLanguage()
  createEffect(() => {
    document.title = props.title ? `${props.title} · ${t('words.product')}` : t('words.product')
  })
  return null
}
