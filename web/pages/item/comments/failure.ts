import type { Answer } from '../../../live/api.ts'
import { useLanguage } from '../../../ui/language.tsx'

/** What to say of a command that did not go through: what happened, and what is safe. */
export function useFailure() {
  const { t } = useLanguage()
  return (answer: Answer<unknown>): string | undefined => {
    if (answer.ok) return undefined
    if (answer.reason === 'unreachable') return t('comment.failed.unreachable')
    return t('comment.failed.problem', answer.problem.detail || answer.problem.title)
  }
}
