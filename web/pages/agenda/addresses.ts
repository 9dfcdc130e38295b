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
    openItem: () => params.item,
  }
}

/** An item's address without filters. A board of thousands of links must not rewrite them all when a filter changes. */
export function itemPath(agenda: string, item: ItemId): string {
  return `/agenda/${agenda}/punt/${item}`
}
