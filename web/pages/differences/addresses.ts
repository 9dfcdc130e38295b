import type { AgendaId, ItemId } from '../../../shared/ids.ts'
import { type Moment, writeMoment } from '../../../shared/version/moment.ts'

/** The page that says what changed between two moments; at one item, where one is named. Such an address can be mailed. */
export function differencesPath(
  agenda: AgendaId,
  { from, to, party, item }: { from?: Moment; to?: Moment; party?: string | undefined; item?: ItemId } = {},
): string {
  const question = new URLSearchParams({
    ...(from && { van: writeMoment(from) }),
    ...(to && { tot: writeMoment(to) }),
    ...(party && { partij: party }),
  })
  const asked = question.size > 0 ? `?${question}` : ''
  return `/agenda/${agenda}/verschillen${asked}${item ? `#${itemAnchor(item)}` : ''}`
}

export function itemAnchor(item: ItemId): string {
  return `punt-${item}`
}
