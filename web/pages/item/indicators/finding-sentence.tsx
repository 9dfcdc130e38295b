import { Show } from 'solid-js'
import type { Indicator } from '../../../../shared/item.ts'
import { useFormat } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { findingOf } from './finding.ts'
import { useMonths } from './use-months.ts'

/** What the numbers say, in a sentence or two. */
export function FindingSentence(props: { indicator: Indicator }) {
  const { t } = useLanguage()
  const { change, course } = useFinding(() => props.indicator)
  return (
    <>
      {change()}
      <Show when={course()}>
        {(sentence) => (
          <>
            {' '}
            {sentence().before}
            <Show when={sentence().negation}>
              <strong>{t('item.finding.not')}</strong>
            </Show>
            {sentence().after}
          </>
        )}
      </Show>
    </>
  )
}

/** The sentences of a finding; the one about the course in three parts, since "niet" is stressed. */
export function useFinding(indicator: () => Indicator) {
  const { t } = useLanguage()
  const format = useFormat()
  const months = useMonths()
  const subject = () => {
    const { unit } = indicator()
    if (unit.includes('%')) return t('item.finding.percentage')
    return unit ? t('item.finding.amountOf', { unit }) : t('item.finding.amount')
  }
  const change = () => {
    const { change } = findingOf(indicator())
    const [what, to] = [subject(), change.kind === 'nothing' ? '' : format.measured(change.to)]
    switch (change.kind) {
      case 'nothing':
        return t('item.finding.nothing')
      case 'first':
        return t('item.finding.first', { what, to })
      case 'same':
        return t('item.finding.same', { what, to })
      case 'fell':
        return t('item.finding.fell', { what, from: format.measured(change.from), to })
      case 'rose':
        return t('item.finding.rose', { what, from: format.measured(change.from), to })
    }
  }
  const course = () => {
    const { course, targetDate } = findingOf(indicator())
    const when = targetDate ? months.long(targetDate) : ''
    switch (course) {
      case 'reached':
        return { before: t('item.finding.reached'), negation: false, after: '' }
      case 'on-course':
        return { before: t('item.finding.onCourse', { when }), negation: false, after: '' }
      case 'off-course':
        return {
          before: t('item.finding.offCourseBefore'),
          negation: true,
          after: t('item.finding.offCourseAfter', { when }),
        }
      case undefined:
        return undefined
    }
  }
  return { change, course }
}
