import type { AnswerOutcome, Comment } from '../../../../shared/comment.ts'
import { useFormat } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { IconName } from '../../../ui/icon-paths.ts'
import { useLanguage } from '../../../ui/language.tsx'

const icons: Record<AnswerOutcome, IconName> = { 'taken-over': 'check', partly: 'provided', not: 'close' }
const tones: Record<AnswerOutcome, string> = { 'taken-over': 'positive', partly: 'caution', not: 'negative' }

/** What was done with a contribution: the word and its reason, by whom and when. */
export function AnswerView(props: { answer: NonNullable<Comment['answer']>; by: string }) {
  const { t } = useLanguage()
  const format = useFormat()
  return (
    <div class="oa-answer">
      <p class="oa-row oa-row--facts">
        <span class={`oa-badge oa-badge--${tones[props.answer.outcome]}`}>
          <Icon name={icons[props.answer.outcome]} />
          {t(`comment.answer.outcome.${props.answer.outcome}`)}
        </span>
        <span class="oa-small oa-subtle">{t('comment.answer.by', props.by, format.moment(props.answer.at))}</span>
      </p>
      <p class="oa-said">{props.answer.reason}</p>
    </div>
  )
}
