import { onCleanup } from 'solid-js'
import type { ItemId } from '../../../shared/ids.ts'
import type { Place } from '../../../shared/wire.ts'
import type { OpenAgenda } from '../../live/open-agenda.ts'

export type Cursor = Place['cursor']

/** Where I am on the sheet, told to the others as the focus moves. */
export type OwnPlace = {
  /** The focus came into this field, or left all fields. */
  enter: (field: string | undefined) => void
  /** My caret in a text; `null` when it left that text. */
  setCursor: (field: string, cursor: Cursor) => void
}

export function createPlace(agenda: OpenAgenda, item: ItemId): OwnPlace {
  let field: string | undefined
  let cursor: Cursor = null
  const tell = () => agenda.setPlace({ item, ...(field !== undefined && { field }), cursor })
  tell()
  onCleanup(() => agenda.setPlace({}))
  return {
    enter(entered) {
      if (entered === field) return
      field = entered
      cursor = null
      tell()
    },
    setCursor(inField, moved) {
      if (moved === null && field !== inField) return
      if (moved !== null) field = inField
      cursor = moved
      tell()
    },
  }
}

/** The field that an element belongs to: fields name themselves by `data-field`. */
export function fieldOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<HTMLElement>('[data-field]')?.dataset.field : undefined
}
