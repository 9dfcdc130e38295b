import type { Priority } from '../../shared/item.ts'
import { useLanguage } from './language.tsx'

/** One to three bars, with the word. */
export function PriorityMark(props: { priority: Priority }) {
  const { t } = useLanguage()
  return (
    <>
      <PriorityIcon priority={props.priority} />
      {t(`words.priority.${props.priority}`)}
    </>
  )
}

export function PriorityIcon(props: { priority: Priority }) {
  const bars = () => ({ low: 1, medium: 2, high: 3 })[props.priority]
  return (
    <svg class="oa-icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M5 15v4" stroke-width="4" />
      <path d="M12 10v9" stroke-width="4" opacity={bars() >= 2 ? 1 : 0.28} />
      <path d="M19 5v14" stroke-width="4" opacity={bars() === 3 ? 1 : 0.28} />
    </svg>
  )
}
