import { createSignal, For, Show } from 'solid-js'
import type { NoticeKind, Waiting } from '../../../shared/account.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { useLanguage } from '../../ui/language.tsx'
import { today } from '../../ui/today.ts'

const signs: Record<NoticeKind, IconName> = {
  mention: 'at',
  reply: 'comment',
  answer: 'check',
  reported: 'late',
  comment: 'comment',
}
const shownAtFirst = 8

/** What a mandate asks of me: it leads to where that is filled in. */
function WaitingStep(props: { step: Waiting['steps'][number] }) {
  const { t } = useLanguage()
  const format = useFormat()
  const isLate = () => props.step.due < today()
  return (
    <li>
      <a class="oa-list__link" href={`/agenda/${props.step.agenda}/vaststelling?versie=${props.step.version}`}>
        <span class="oa-list__sign">
          <Icon name="agreement" />
        </span>
        <span>
          <strong>{t('doors.waiting.step', props.step.version, props.step.party)}</strong>
          <span class="oa-subtle">{props.step.title}</span>
        </span>
        <span class="oa-fact" classList={{ 'oa-fact--late': isLate() }}>
          <Show when={isLate()} fallback={t('doors.waiting.before', format.day(props.step.due))}>
            <Icon name="late" />
            {format.late(props.step.due)}
          </Show>
        </span>
      </a>
    </li>
  )
}

/** What waits for me on all my agendas, each leading to where it is. */
export function WaitingList(props: { waiting: Waiting }) {
  const { t } = useLanguage()
  const format = useFormat()
  const [all, setAll] = createSignal(false)
  const shown = () => (all() ? props.waiting.notices : props.waiting.notices.slice(0, shownAtFirst))
  const rest = () => props.waiting.notices.length - shown().length
  // Which agenda it is only has to be said to who is on more than one.
  const agendaOf = (notice: Waiting['notices'][number]) =>
    props.waiting.agendas.length > 1
      ? (props.waiting.agendas.find(({ agenda }) => agenda === notice.agenda)?.title ?? '')
      : ''
  return (
    <section class="oa-stack" aria-labelledby="waiting">
      <h1 id="waiting">{t('doors.waiting.title', props.waiting.notices.length + props.waiting.steps.length)}</h1>
      <ul class="oa-list oa-list--waiting">
        <For each={props.waiting.steps}>{(step) => <WaitingStep step={step} />}</For>
        <For each={shown()}>
          {(notice) => (
            <li>
              <a class="oa-list__link" href={`/agenda/${notice.agenda}/punt/${notice.item}#comment-${notice.comment}`}>
                <span class="oa-list__sign">
                  <Icon name={signs[notice.kind]} />
                </span>
                <span>
                  <strong>{t(`doors.waiting.notice.${notice.kind}`, notice.by)}</strong>
                  <span class="oa-subtle">{t('doors.waiting.at', notice.itemTitle, agendaOf(notice))}</span>
                </span>
                <span class="oa-fact">{format.moment(notice.at)}</span>
              </a>
            </li>
          )}
        </For>
      </ul>
      <Show when={rest() > 0}>
        <p class="oa-row">
          <button type="button" class="oa-button oa-button--quiet" onClick={() => setAll(true)}>
            {t('doors.waiting.more', rest())}
          </button>
        </p>
      </Show>
    </section>
  )
}
