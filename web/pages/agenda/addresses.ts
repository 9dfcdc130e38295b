import { useLocation, useParams } from '@solidjs/router'
import type { ItemId } from '../../../shared/ids.ts'

/** The addresses within this agenda. The filters go along, so that one comes back to what one was looking at. */
export function useAddresses() {
  const location = useLocation()
  const params = useParams<{ id: string; item?: string }>()
  const base = () => `/agenda/${params.id}`
  return {
    board: () => base() + location.search,
    table: () => `${base()}/tabel${location.search}`,
    item: (id: ItemId) => itemPath(params.id, id) + location.search,
    isTable: () => location.pathname.replace(/\/$/, '') === `${base()}/tabel`,
    history: () => `${base()}/geschiedenis`,
    versions: () => `${base()}/versies`,
    adoption: () => `${base()}/vaststelling`,
    answers: () => `${base()}/reacties`,
    /** A page of its own within the agenda, rather than the board or the table with perhaps an item beside it. */
    isWholePage: () =>
      params.item === undefined && ![base(), `${base()}/tabel`].includes(location.pathname.replace(/\/$/, '')),
    /** Whether the board, alone or with an item beside it, is what is shown. */
    isBoard: () => params.item !== undefined || location.pathname.replace(/\/$/, '') === base(),
    openItem: () => params.item,
  }
}

/** An item's address without filters. A board of thousands of links must not rewrite them all when a filter changes. */
export function itemPath(agenda: string, item: ItemId): string {
  return `/agenda/${agenda}/punt/${item}`
}
