import { createMemo, Show } from 'solid-js'
import type { Duty } from '../../../shared/item.ts'
import { nextDeadline } from '../../../shared/item.ts'
import { planSubjects } from '../../../shared/template/plan-subjects.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { today } from '../../ui/today.ts'

/** What a side answers for: what it lays down in its own plan, and its further duties. */
export function PlanParagraph(props: { side: Exclude<Duty, 'joint'> }) {
  const { t, language } = useLanguage()
  const subjects = () => planSubjects[props.side]
  const names = (list: readonly { nl: string; en: string }[]) => list.map((subject) => subject[language()]).join(', ')
  return (
    <p class="oa-column__plan">
      <strong>{t(props.side === 'municipality' ? 'board.plan.youth-plan' : 'board.plan.support-plan')}</strong>{' '}
      {names(subjects().plan)}
      <Show when={subjects().further.length > 0}>
        . <strong>{t('board.plan.further')}</strong> {names(subjects().further)}
      </Show>
    </p>
  )
}

/** What comes next on the joint agenda, over all its items. */
export function UpcomingParagraph() {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const format = useFormat()
  const next = createMemo(() =>
    agenda
      .itemIds()
      .map((id) => agenda.text.items[id])
      .filter((item) => item?.duty === 'joint' && item.status !== 'struck' && item.status !== 'done')
      .flatMap((item) => (item && nextDeadline(item, today())) ?? [])
      .reduce<ReturnType<typeof nextDeadline>>(
        (first, other) => (first && first.date <= other.date ? first : other),
        undefined,
      ),
  )
  return (
    <Show when={next()}>
      {(deadline) => (
        <p class="oa-column__plan">
          {t('board.upcoming', t('board.upcomingWhen', deadline().name, format.day(deadline().date)))}
        </p>
      )}
    </Show>
  )
}
