import { createMemo, Show } from 'solid-js'
import { moveItem, setItemValues, setOwner } from '../../../shared/document/write.ts'
import { type ItemId, isId, type OrganisationId, type ThemeId } from '../../../shared/ids.ts'
import {
  agreementsDone,
  type Duty,
  duties,
  type Item,
  isOverdue,
  type Priority,
  priorities,
  statuses,
} from '../../../shared/item.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useLanguage } from '../../ui/language.tsx'
import { OrganisationMark } from '../../ui/organisation-mark.tsx'
import { PriorityMark } from '../../ui/priority-mark.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { today } from '../../ui/today.ts'
import { useAddresses } from '../agenda/addresses.ts'
import { useBoard } from '../board/board-state.tsx'
import { DueFact } from '../board/due-fact.tsx'
import { ChoiceCell } from './choice-cell.tsx'
import { TitleCell } from './title-cell.tsx'

export function ItemRow(props: { id: ItemId }) {
  const agenda = useAgenda()
  return <Show when={agenda.text.items[props.id]}>{(item) => <Row item={item()} />}</Show>
}

function Row(props: { item: Item }) {
  const agenda = useAgenda()
  const board = useBoard()
  const addresses = useAddresses()
  const { t } = useLanguage()
  const id = () => props.item.id
  const name = () => board.itemName(id())
  const alone = (write: () => void) => {
    agenda.undo.boundary()
    write()
    agenda.undo.boundary()
  }
  const agreements = createMemo(() => agreementsDone(props.item), undefined, {
    equals: (a, b) => a.done === b.done && a.total === b.total,
  })
  const status = () => board.since()?.status(props.item) ?? props.item.status
  const owner = () => board.parties.organisation(props.item.owner.organisation)
  const themes = () =>
    agenda.text.themes
      .filter(({ hidden, id: theme }) => !hidden || theme === props.item.theme)
      .map((theme) => ({ value: theme.id, label: theme.name }))
  // Striking asks for a reason, which a cell has no room for; the item's sheet and the board's menu ask for it.
  const openStatuses = () => statuses.filter((status) => status !== 'struck')

  return (
    <tr
      classList={{
        'oa-table__row--late': isOverdue(props.item, today()),
        'oa-table__row--struck': props.item.status === 'struck',
      }}
      data-item={id()}
    >
      <td class="oa-table__number" data-label={t('board.table.number')}>
        <a href={addresses.item(id())} aria-label={t('board.table.open', name())}>
          {agenda.number(id()) ?? t('board.card.new')}
        </a>
      </td>
      <TitleCell item={props.item} name={name()} mark={board.since()?.mark(id())} />
      <ChoiceCell
        what={t('board.table.theme')}
        name={name()}
        value={props.item.theme ?? ''}
        shown={(props.item.theme && board.themeName(props.item.theme)) || t('board.group.noTheme')}
        isNone={!props.item.theme}
        choices={() => [{ value: '', label: t('board.group.noTheme') }, ...themes()]}
        onChoose={(value) =>
          alone(() => setItemValues(agenda.doc, id(), { theme: isId<ThemeId>(value) ? value : undefined }))
        }
      />
      <ChoiceCell
        what={t('board.table.duty')}
        fixed
        name={name()}
        value={props.item.duty}
        shown={t(`words.duty.${props.item.duty}`)}
        choices={() => duties.map((duty) => ({ value: duty, label: t(`words.duty.${duty}`) }))}
        onChoose={(value) => alone(() => moveItem(agenda.doc, id(), { duty: value as Duty }))}
      />
      <ChoiceCell
        what={t('board.table.status')}
        fixed
        name={name()}
        value={props.item.status}
        shown={t(`words.status.${status()}`)}
        mark={<StatusMark status={status()} />}
        choices={() =>
          [...openStatuses(), ...(props.item.status === 'struck' ? (['struck'] as const) : [])].map((status) => ({
            value: status,
            label: t(`words.status.${status}`),
          }))
        }
        onChoose={(value) => {
          const status = openStatuses().find((known) => known === value)
          if (status) alone(() => setItemValues(agenda.doc, id(), { status }))
        }}
      />
      <ChoiceCell
        what={t('board.table.priority')}
        fixed
        name={name()}
        value={props.item.priority ?? ''}
        shown={props.item.priority ? t(`words.priority.${props.item.priority}`) : t('board.table.none')}
        mark={props.item.priority && <PriorityMark priority={props.item.priority} />}
        isNone={!props.item.priority}
        choices={() => [
          ...priorities.map((priority) => ({ value: priority, label: t(`words.priority.${priority}`) })),
          { value: '', label: t('words.priority.none') },
        ]}
        onChoose={(value) =>
          alone(() => setItemValues(agenda.doc, id(), { priority: (value || undefined) as Priority | undefined }))
        }
      />
      <ChoiceCell
        what={t('board.table.owner')}
        name={name()}
        value={props.item.owner.organisation ?? ''}
        shown={owner()?.short || owner()?.name || t('board.table.noOwner')}
        mark={<Show when={owner()}>{(organisation) => <OrganisationMark organisation={organisation()} />}</Show>}
        isNone={!owner()}
        choices={() => [
          { value: '', label: t('board.table.noOwner') },
          ...board.owners().map((party) => ({ value: party.id, label: party.short || party.name })),
        ]}
        onChoose={(value) =>
          alone(() =>
            setOwner(agenda.doc, id(), {
              organisation: isId<OrganisationId>(value) ? value : undefined,
              person: undefined,
            }),
          )
        }
      />
      <td data-label={t('board.table.deadline')}>
        <span>
          <DueFact item={props.item} />
        </span>
      </td>
      <td data-label={t('board.table.agreements')}>
        <Show when={agreements().total > 0} fallback={<span class="oa-subtle">–</span>}>
          {t('board.table.done', agreements().done, agreements().total)}
        </Show>
      </td>
    </tr>
  )
}
