import { createUniqueId, Show } from 'solid-js'
import { createItem, setItemValues, setOwner, strikeItem } from '../../../shared/document/write.ts'
import { type ItemId, makeId } from '../../../shared/ids.ts'
import type { Duty } from '../../../shared/item.ts'
import { rankAt } from '../../../shared/rank.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { singleKeys } from '../../ui/single-keys.ts'
import { useToast } from '../../ui/toast.tsx'
import { useBoard } from './board-state.tsx'

/** Write a title, press Enter, and it is on the board; the field stays for the next one. */
export function NewItem(props: { duty: Duty }) {
  const agenda = useAgenda()
  const board = useBoard()
  const { t } = useLanguage()
  const announce = useAnnounce()
  const toast = useToast()
  const id = createUniqueId()
  let field!: HTMLInputElement
  const column = () => t(`words.duty.${props.duty}`)
  const isJoint = () => props.duty === 'joint'

  // A new item takes over what the filters ask for, so that it shows up where its writer looks.
  const fitToFilters = (item: ItemId) => {
    const { theme, owner, priority, mine } = board.filtering.filters()
    const [onlyTheme, onlyPriority] = [only(theme), only(priority)]
    if (onlyTheme) setItemValues(agenda.doc, item, { theme: onlyTheme })
    if (onlyPriority && onlyPriority !== 'none') setItemValues(agenda.doc, item, { priority: onlyPriority })
    const organisation = mine ? agenda.record.me.organisation : only(owner)
    if (organisation) setOwner(agenda.doc, item, { organisation })
  }

  const add = () => {
    const title = field.value.trim()
    if (!title) return
    field.value = ''
    const item = makeId<ItemId>()
    const ranks = board
      .all()
      .filter(({ duty }) => duty === props.duty)
      .map(({ rank }) => rank)
      .sort()
    agenda.undo.boundary()
    createItem(agenda.doc, { id: item, title, duty: props.duty, rank: rankAt(ranks, ranks.length) })
    fitToFilters(item)
    agenda.undo.made(
      () => strikeItem(agenda.doc, item, t('board.newItem.undone')),
      () => setItemValues(agenda.doc, item, { status: 'proposed' }),
    )
    if (board.shown().some((entry) => entry.id === item)) announce(t('board.newItem.added', title, column()))
    else
      toast({
        text: t('board.newItem.hidden', title),
        action: { label: t('board.filter.clear'), run: board.filtering.clear },
      })
  }

  return (
    <form
      class="oa-new"
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <Icon name="plus" />
      <label class="oa-visually-hidden" for={id}>
        {isJoint() ? t('board.newItem.label') : t('board.newItem.inColumn', column())}
      </label>
      <input
        ref={field}
        class="oa-input"
        id={id}
        maxlength="300"
        autocomplete="off"
        enterkeyhint="done"
        placeholder={isJoint() ? t('board.newItem.placeholder') : t('board.newItem.short')}
        data-new-item={props.duty}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing) return
          event.stopPropagation()
          if (field.value) field.value = ''
          else field.blur()
        }}
      />
      <Show when={isJoint() && singleKeys()}>
        <kbd>n</kbd>
      </Show>
    </form>
  )
}

function only<Value>(values: readonly Value[]): Value | undefined {
  return values.length === 1 ? values[0] : undefined
}
