import { createMemo, Match, Switch } from 'solid-js'
import { type Day, daysBetween } from '../../../shared/date.ts'
import { type Item, lateAgreements, nextDeadline } from '../../../shared/item.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { today } from '../../ui/today.ts'

/** What is late, or else what comes next. Nothing when there is neither. */
export function DueFact(props: { item: Item }) {
  const { t } = useLanguage()
  const format = useFormat()
  const lateSentence = (item: Item): string => {
    if (item.status === 'done' || item.status === 'struck') return ''
    const agreements = lateAgreements(item, today())
    const oldest = agreements[0]
    if (oldest && agreements.length > 1)
      return t('board.card.lateAgreements', agreements.length, format.late(oldest.due))
    if (oldest) return t('board.card.lateAgreement', format.late(oldest.due))
    const deadline = item.deadlines.map(({ date }) => date).find((date): date is Day => isPast(date))
    return deadline ? t('board.card.lateDeadline', format.late(deadline)) : ''
  }
  const late = createMemo(() => lateSentence(props.item))
  const next = createMemo(() => nextDeadline(props.item, today()))
  return (
    <Switch>
      <Match when={late()}>
        <span class="oa-fact oa-fact--late">
          <Icon name="late" />
          {late()}
        </span>
      </Match>
      <Match when={next()}>
        {(deadline) => (
          <span class="oa-fact" title={deadline().name}>
            <Icon name="calendar" />
            <span class="oa-visually-hidden">{t('board.card.next')}</span>
            {format.shortDay(deadline().date)}
          </span>
        )}
      </Match>
    </Switch>
  )
}

function isPast(date: Day | undefined): boolean {
  return date !== undefined && daysBetween(date, today()) > 0
}
