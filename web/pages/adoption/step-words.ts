import type { PlannedStep } from '../../../shared/adoption.ts'
import { useLanguage } from '../../ui/language.tsx'

/** A body by the name that it has itself, or else its usual one; and what it does. */
export function useStepWords() {
  const { t } = useLanguage()
  const body = (step: Pick<PlannedStep, 'body' | 'name'>) => step.name ?? t(`version.adoption.body.${step.body}`)
  return {
    body,
    /** college van B en W stelt vast */
    whole: (step: PlannedStep) =>
      t('adoption.table.stepName', body(step), t(`version.adoption.capacity.${step.capacity}`)),
  }
}
