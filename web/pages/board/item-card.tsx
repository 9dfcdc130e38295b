import { useParams } from '@solidjs/router'
import { createMemo, Match, Show, Switch } from 'solid-js'
import type { ItemId } from '../../../shared/ids.ts'
import { agreementsDone, type Item } from '../../../shared/item.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { OrganisationMark } from '../../ui/organisation-mark.tsx'
import { PersonMark } from '../../ui/person-mark.tsx'
import { personName } from '../../ui/person-name.ts'
import { presenceTone } from '../../ui/presence-tone.ts'
import { PriorityMark } from '../../ui/priority-mark.tsx'
import { Spark } from '../../ui/spark.tsx'
import { StatusIcon, StatusMark } from '../../ui/status-mark.tsx'
import { itemPath } from '../agenda/addresses.ts'
import { useBoard } from './board-state.tsx'
import { DueFact } from './due-fact.tsx'

/** One item on the board. Everything in it is read where it is shown, so that an edit touches that spot alone. */
export function ItemCard(props: { id: ItemId }) {
  const agenda = useAgenda()
  return <Show when={agenda.text.items[props.id]}>{(item) => <Card item={item()} />}</Show>
}

function Card(props: { item: Item }) {
  const agenda = useAgenda()
  const board = useBoard()
  const { t } = useLanguage()
  const params = useParams<{ id: string }>()
  const struck = () => props.item.status === 'struck'
  const here = createMemo(() => agenda.presentIn(props.item.id))
  const first = () => here()[0]
  const doing = () => {
    if (here().length > 1) return t('board.people.alsoHere', here().length - 1)
    return first()?.place.field === undefined ? t('board.people.reads') : t('board.people.writes')
  }
  const style = () => {
    const present = first()
    return present ? { '--oa-person-color': presenceTone(present.user.tone) } : {}
  }
  return (
    <li
      class="oa-card"
      classList={{
        'oa-card--struck': struck(),
        'oa-card--live': first() !== undefined,
        'oa-card--current': board.isOpen(props.item.id),
        'oa-card--dragged': board.isDragged(props.item.id),
      }}
      data-item={props.item.id}
      style={style()}
    >
      <span class="oa-card__number">
        <Show
          when={agenda.number(props.item.id)}
          fallback={<span class="oa-visually-hidden">{t('board.card.newItem')}</span>}
        >
          {(number) => (
            <>
              <span class="oa-visually-hidden">{t('board.card.itemBefore')}</span>
              {number()}
            </>
          )}
        </Show>
      </span>
      <h4 class="oa-card__title">
        <a
          href={itemPath(params.id, props.item.id)}
          draggable={false}
          aria-current={board.isOpen(props.item.id) ? 'true' : undefined}
        >
          <Show when={struck()} fallback={props.item.title || t('board.card.untitled')}>
            <s>{props.item.title || t('board.card.untitled')}</s>
          </Show>
        </a>
      </h4>
      <Show when={!struck()} fallback={<StruckFacts reason={props.item.struckReason} />}>
        <Facts item={props.item} />
        <Foot item={props.item} />
      </Show>
      <Show when={agenda.mayEdit()}>
        <button
          type="button"
          class="oa-button oa-button--quiet oa-button--icon oa-card__move"
          aria-haspopup="menu"
          aria-expanded={board.isMenuOpen(props.item.id)}
          aria-label={t('board.move.button', board.itemName(props.item.id))}
          data-menu-button
          onClick={() => board.setMenuItem((open) => (open === props.item.id ? undefined : props.item.id))}
        >
          <Icon name="move" small />
        </button>
      </Show>
      <Show when={first()}>
        {(present) => (
          <p class="oa-card__live">
            <PersonMark
              name={present().user.name}
              initials={present().user.initials}
              kind={present().user.kind}
              tone={present().user.tone}
              hidden
            />
            <span>
              {personName(present().user.name, present().user.organisation)} <span class="oa-subtle">{doing()}</span>
            </span>
          </p>
        )}
      </Show>
    </li>
  )
}

function StruckFacts(props: { reason: string }) {
  const { t } = useLanguage()
  return (
    <div class="oa-card__facts">
      <span class="oa-fact oa-fact--wrap">
        <StatusIcon status="struck" />
        <span>{t('board.card.struck', props.reason)}</span>
      </span>
    </div>
  )
}

function Facts(props: { item: Item }) {
  const agenda = useAgenda()
  const board = useBoard()
  const { t } = useLanguage()
  return (
    <div class="oa-card__facts">
      <Show when={agenda.number(props.item.id) === undefined}>
        <span class="oa-fact">{t('board.card.new')}</span>
      </Show>
      <span class="oa-fact oa-fact--strong">
        <StatusMark status={board.since()?.status(props.item) ?? props.item.status} />
      </span>
      <Show when={props.item.priority}>
        {(priority) => (
          <span class="oa-fact">
            <PriorityMark priority={priority()} />
          </span>
        )}
      </Show>
      <DueFact item={props.item} />
      {board.since()?.mark(props.item.id)}
    </div>
  )
}

function Foot(props: { item: Item }) {
  const agenda = useAgenda()
  const board = useBoard()
  const { t } = useLanguage()
  const owner = () => board.parties.organisation(props.item.owner.organisation)
  const person = () => board.parties.member(props.item.owner.person)
  const indicator = () => props.item.indicators[0]
  const unread = () => agenda.comments()?.unread(props.item.id) ?? 0
  const agreements = createMemo(() => agreementsDone(props.item), undefined, {
    equals: (a, b) => a.done === b.done && a.total === b.total,
  })
  return (
    <div class="oa-card__facts">
      <Switch fallback={<span class="oa-fact">{t('board.card.nobody')}</span>}>
        <Match when={owner()}>
          {(organisation) => (
            <span class="oa-fact">
              <OrganisationMark organisation={organisation()}>
                <Show when={person()}>
                  {(member) => (
                    <span class="oa-subtle" title={member().name}>
                      {member().initials}
                    </span>
                  )}
                </Show>
              </OrganisationMark>
            </span>
          )}
        </Match>
      </Switch>
      <span class="oa-card__facts oa-card__end">
        <Show when={indicator()}>{(shown) => <Spark indicator={shown()} />}</Show>
        <Show when={agreements().total > 0}>
          <span class="oa-fact">
            <Icon name="agreement" />
            <span class="oa-visually-hidden">{t('board.card.agreements')}</span>
            {agreements().done}/{agreements().total}
          </span>
        </Show>
        <Show when={unread() > 0}>
          <span class="oa-fact oa-fact--strong">
            <Icon name="comment" />
            <span class="oa-visually-hidden">{t('board.card.unread')}</span>
            {unread()}
          </span>
        </Show>
      </span>
    </div>
  )
}
