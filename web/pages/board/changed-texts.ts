import type { Change } from '../../../shared/api.ts'
import type { AgendaId, ItemId, PersonId } from '../../../shared/ids.ts'
import type { Api } from '../../live/api.ts'

/** Who was away for so many pages of changes sees what the latest of them changed. */
const mostPages = 25

/** The items of which somebody other than `me` changed the text after a moment, as far as the server can be asked. */
export async function textsChangedSince(
  { history }: Pick<Api, 'history'>,
  { agenda, me, since }: { agenda: AgendaId; me: PersonId; since: string },
): Promise<Set<ItemId>> {
  const items = new Set<ItemId>()
  let last: Change | undefined
  for (let page = 0; page < mostPages; page++) {
    const answer = await history(agenda, last ? { before: last.seq } : {})
    if (!answer.ok) return items
    const { changes } = answer.value
    for (const { at, item, person } of changes) if (at > since && person !== me && item !== '') items.add(item)
    last = changes.at(-1)
    if (!last || last.at <= since) return items
  }
  return items
}
