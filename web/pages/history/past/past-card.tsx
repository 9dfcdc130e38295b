import { createMemo, Show } from 'solid-js'
import { agreementsDone, type Item, lateAgreements, nextDeadline } from '../../../../shared/item.ts'
import { useAgenda } from '../../../live/open-agenda.ts'
import { useFormat } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { OrganisationMark } from '../../../ui/organisation-mark.tsx'
import { PriorityMark } from '../../../ui/priority-mark.tsx'
import { Spark } from '../../../ui/spark.tsx'
import { StatusIcon, StatusMark } from '../../../ui/status-mark.tsx'
import type { Parties } from '../../agenda/parties.ts'
import { localDay } from './time.ts'
import { pastSearch } from './use-moment.ts'

type Props = { item: Item; at: string; parties: Parties; isOpen: boolean }

/** One item as it stood on the board. It looks as cards do, and leads to the item of then. */
export function PastCard(props: Props) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const struck = () => props.item.status === 'struck'
  const title = () => props.item.title || t('board.card.untitled')
  return (
    <li
      class="oa-card"
      classList={{ 'oa-card--struck': struck(), 'oa-card--current': props.isOpen }}
      data-item={props.item.id}
    >
      <span class="oa-card__number">
        <Show when={agenda.number(props.item.id)}>
          {(number) => (
            <>
              <span class="oa-visually-hidden">{t('board.card.itemBefore')}</span>
              {number()}
            </>
          )}
        </Show>
      </span>
      <h5 class="oa-card__title">
        <a href={pastSearch(props.at, props.item.id)} aria-current={props.isOpen ? 'true' : undefined}>
          <Show when={struck()} fallback={title()}>
            <s>{title()}</s>
          </Show>
        </a>
      </h5>
      <Show
        when={!struck()}
        fallback={
          <div class="oa-card__facts">
            <span class="oa-fact oa-fact--wrap">
              <StatusIcon status="struck" />
              <span>{t('board.card.struck', props.item.struckReason)}</span>
            </span>
          </div>
        }
      >
        <Facts {...props} />
        <Foot {...props} />
      </Show>
    </li>
  )
}

function Facts(props: Props) {
  const { t } = useLanguage()
  const format = useFormat()
  // What was late or came next then, not what is now.
  const day = () => localDay(props.at)
  const late = createMemo(() => (props.item.status === 'done' ? 0 : lateAgreements(props.item, day()).length))
  const next = createMemo(() => nextDeadline(props.item, day()))
  return (
    <div class="oa-card__facts">
      <span class="oa-fact oa-fact--strong">
        <StatusMark status={props.item.status} />
      </span>
      <Show when={props.item.priority}>
        {(priority) => (
          <span class="oa-fact">
            <PriorityMark priority={priority()} />
          </span>
        )}
      </Show>
      <Show
        when={late() > 0}
        fallback={
          <Show when={next()}>
            {(deadline) => (
              <span class="oa-fact" title={deadline().name}>
                <Icon name="calendar" />
                <span class="oa-visually-hidden">{t('board.card.next')}</span>
                {format.shortDay(deadline().date)}
              </span>
            )}
          </Show>
        }
      >
        <span class="oa-fact oa-fact--late">
          <Icon name="late" />
          {t('past.lateAgreements', late())}
        </span>
      </Show>
    </div>
  )
}

function Foot(props: Props) {
  const { t } = useLanguage()
  const owner = () => props.parties.organisation(props.item.owner.organisation)
  const person = () => props.parties.member(props.item.owner.person)
  const agreements = createMemo(() => agreementsDone(props.item))
  return (
    <div class="oa-card__facts">
      <span class="oa-fact">
        <Show when={owner()} fallback={t('board.card.nobody')}>
          {(organisation) => (
            <OrganisationMark organisation={organisation()}>
              <Show when={person()}>
                {(member) => (
                  <span class="oa-subtle" title={member().name}>
                    {member().initials}
                  </span>
                )}
              </Show>
            </OrganisationMark>
          )}
        </Show>
      </span>
      <span class="oa-card__facts oa-card__end">
        <Show when={props.item.indicators[0]}>{(shown) => <Spark indicator={shown()} />}</Show>
        <Show when={agreements().total > 0}>
          <span class="oa-fact">
            <Icon name="agreement" />
            <span class="oa-visually-hidden">{t('board.card.agreements')}</span>
            {agreements().done}/{agreements().total}
          </span>
        </Show>
      </span>
    </div>
  )
}
