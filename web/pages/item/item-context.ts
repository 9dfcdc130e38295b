import { type Accessor, createContext, useContext } from 'solid-js'
import type { ItemId } from '../../../shared/ids.ts'
import type { Item } from '../../../shared/item.ts'
import type { OpenAgenda } from '../../live/open-agenda.ts'
import type { OwnPlace } from './place.ts'

/** The item that the sheet shows, for everything on the sheet. */
export type ItemContextValue = {
  id: ItemId
  item: Accessor<Item>
  agenda: OpenAgenda
  /** Whether I may change the item; who may not sees values, never a field. */
  mayEdit: Accessor<boolean>
  place: OwnPlace
}

const ItemContext = createContext<ItemContextValue>()
export const ItemProvider = ItemContext.Provider

export function useItem(): ItemContextValue {
  const value = useContext(ItemContext)
  if (!value) throw new Error('useItem outside an item sheet')
  return value
}
