import { origins } from '../../../shared/document/layout.ts'
import { moveItem, putItemBack, setItemValues, setOwner, strikeItem } from '../../../shared/document/write.ts'
import type { ItemId, OrganisationId, ThemeId } from '../../../shared/ids.ts'
import { type Duty, duties, type Item, type Priority } from '../../../shared/item.ts'
import { type Rank, rankAt } from '../../../shared/rank.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { GroupKey } from './arrangement.ts'
import { useBoard } from './board-state.tsx'
import type { Grouping } from './filters.ts'
import { keepFocus } from './keep-focus.ts'

/** A place on the board: a column, a group in it, and how many cards stand before. */
export type BoardPlace = { duty: Duty; key: GroupKey; index: number }
export type MoveDirection = 'up' | 'down' | 'left' | 'right'

/** Every way to move an item ends here: one write, said aloud, with a way back. */
export function useMoving() {
  const agenda = useAgenda()
  const board = useBoard()
  const { t } = useLanguage()
  const announce = useAnnounce()
  const toast = useToast()

  const placeOf = (id: ItemId): BoardPlace | undefined => {
    for (const duty of duties) {
      for (const { key, ids } of board.groups(duty)) {
        const index = ids.indexOf(id)
        if (index >= 0) return { duty, key, index }
      }
    }
    return undefined
  }

  const writeAlone = (write: () => void) => {
    agenda.undo.boundary()
    agenda.doc.transact(write, origins.edit)
    agenda.undo.boundary()
  }

  const moveTo = (id: ItemId, place: BoardPlace) => {
    const item = agenda.text.items[id]
    if (!item || !agenda.mayEdit()) return
    const others = board.group(place.duty, place.key).filter((other) => other !== id)
    const ranks = others.map((other) => agenda.text.items[other]?.rank ?? '')
    const before = { ...whereabouts(item), owner: { ...item.owner } }
    const from = placeOf(id)
    if (from && from.duty === place.duty && from.key === place.key && from.index === place.index) return
    const rank = rankAt(ranks, place.index)
    writeAlone(() => {
      moveItem(agenda.doc, id, { duty: place.duty, rank })
      if (from?.key !== place.key) enterGroup(id, item, place.key)
    })
    const [name, column] = [board.itemName(id), t(`words.duty.${place.duty}`)]
    toast({
      text:
        from?.key === place.key
          ? t('board.moving.done', name, column, place.index + 1)
          : t('board.moving.doneInGroup', name, board.groupName(place.key), column, place.index + 1),
      action: {
        label: t('board.menu.undo'),
        icon: 'undo',
        run: () => {
          writeAlone(() => {
            setItemValues(agenda.doc, id, before.values)
            setOwner(agenda.doc, id, { organisation: before.owner.organisation, person: before.owner.person })
          })
          announce(t('board.moving.undone', board.itemName(id)))
        },
      },
    })
  }

  /** Gives an item what makes it belong to a group: its theme, priority, status or owner. */
  const enterGroup = (id: ItemId, item: Item, key: GroupKey) => {
    const grouping: Grouping = board.filtering.grouping()
    const value = key === 'none' ? undefined : key
    switch (grouping) {
      case 'theme':
        return moveItem(agenda.doc, id, { theme: value as ThemeId | undefined })
      case 'priority':
        return moveItem(agenda.doc, id, { priority: value as Priority | undefined })
      case 'status':
        return moveItem(agenda.doc, id, { status: key as Exclude<Item['status'], 'struck'> })
      case 'owner':
        if (item.owner.organisation === value) return
        return setOwner(agenda.doc, id, { organisation: value as OrganisationId | undefined, person: undefined })
    }
  }

  const step = (id: ItemId, direction: MoveDirection) => {
    const at = placeOf(id)
    if (!at) return
    const name = board.itemName(id)
    const ids = board.group(at.duty, at.key)
    switch (direction) {
      case 'up':
        return at.index === 0 ? announce(t('board.moving.first', name)) : moveTo(id, { ...at, index: at.index - 1 })
      case 'down':
        return at.index >= ids.length - 1
          ? announce(t('board.moving.last', name))
          : moveTo(id, { ...at, index: at.index + 1 })
      default: {
        const duty = duties[duties.indexOf(at.duty) + (direction === 'left' ? -1 : 1)]
        if (!duty) return announce(t('board.moving.edge', name))
        // At the same height in the same group, where there is one: the eye finds it back.
        moveTo(id, { duty, key: at.key, index: Math.min(at.index, board.group(duty, at.key).length) })
      }
    }
  }

  return {
    placeOf,
    moveTo,
    step: (id: ItemId, direction: MoveDirection) => keepFocus(id, () => step(id, direction)),
    setTheme: (id: ItemId, theme: ThemeId | undefined) => {
      if (board.filtering.grouping() === 'theme') {
        const duty = agenda.text.items[id]?.duty
        if (duty) moveTo(id, { duty, key: theme ?? 'none', index: board.group(duty, theme ?? 'none').length })
      } else writeAlone(() => setItemValues(agenda.doc, id, { theme }))
    },
    strike: (id: ItemId, reason: string) => {
      const status = agenda.text.items[id]?.status
      writeAlone(() => strikeItem(agenda.doc, id, reason))
      toast({
        text: t('board.strike.done', board.itemName(id)),
        action: {
          label: t('board.menu.undo'),
          icon: 'undo',
          run: () => {
            if (status && status !== 'struck') writeAlone(() => setItemValues(agenda.doc, id, { status }))
            announce(t('board.strike.putBack', board.itemName(id)))
          },
        },
      })
    },
    putBack: (id: ItemId) => {
      writeAlone(() => putItemBack(agenda.doc, id))
      announce(t('board.strike.putBack', board.itemName(id)))
    },
  }
}
export type Moving = ReturnType<typeof useMoving>

/** What a move can change in the values of an item, to be written again when it is undone. */
function whereabouts(item: Item) {
  const values: {
    duty: Duty
    rank: Rank
    theme: Item['theme']
    priority: Item['priority']
    status?: Exclude<Item['status'], 'struck'>
  } = {
    duty: item.duty,
    rank: item.rank,
    theme: item.theme,
    priority: item.priority,
  }
  if (item.status !== 'struck') values.status = item.status
  return { values }
}
