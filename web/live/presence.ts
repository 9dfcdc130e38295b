import type { Accessor } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import * as v from 'valibot'
import type { Awareness } from 'y-protocols/awareness'
import type { Member, Organisation } from '../../shared/agenda.ts'
import type { ItemId } from '../../shared/ids.ts'
import type { Place, PresentUser } from '../../shared/wire.ts'
import type { Present } from './open-agenda.ts'

export type PresenceStore = {
  present: Accessor<Present[]>
  presentIn: (item: ItemId) => Present[]
  setPlace: (place: Place) => void
  /** Follows this presence from now on, in place of the one before. Returns how to stop. */
  follow: (awareness: Awareness) => () => void
  /** How the server presents this window to everybody. */
  stamped: (user: unknown) => void
}

/** What anyone's presence must look like to be shown; carets are read by the editor itself. */
const presenceSchema = v.object({
  user: v.object({
    person: v.string(),
    name: v.string(),
    initials: v.string(),
    organisation: v.string(),
    kind: v.string(),
    tone: v.number(),
  }),
  item: v.optional(v.string()),
  field: v.optional(v.string()),
})

/** Who is where, as a store: a card reruns only when somebody enters or leaves its item. */
export function createPresence(self: PresentUser): PresenceStore {
  const [people, setPeople] = createStore<{ all: Present[]; byItem: Record<string, Present[]> }>({
    all: [],
    byItem: {},
  })
  let awareness: Awareness | undefined
  let own = self
  let place: Place = {}

  function look(): void {
    if (!awareness) return
    const { clientID, states } = awareness
    const all: Present[] = [{ client: clientID, self: true, user: { ...own }, place: withoutCaret(place) }]
    for (const [client, state] of states) {
      const presence = v.safeParse(presenceSchema, state)
      if (client === clientID || !presence.success) continue
      const { user, ...where } = presence.output
      all.push({ client, self: false, user, place: where })
    }
    const byItem: Record<string, Present[]> = {}
    for (const one of all) {
      if (one.self || one.place.item === undefined) continue
      // Copies: the store merges in place, and one object in two places would be merged twice.
      const copy = { ...one, user: { ...one.user }, place: { ...one.place } }
      byItem[one.place.item] = [...(byItem[one.place.item] ?? []), copy]
    }
    setPeople('all', reconcile(all, { key: 'client' }))
    setPeople('byItem', reconcile(byItem, { key: 'client' }))
  }

  function setPlace(next: Place): void {
    // A caret belongs to its field; it stays while the field does.
    const isSameField = next.item === place.item && next.field === place.field
    const cursor = 'cursor' in next ? next.cursor : isSameField ? awareness?.getLocalState()?.cursor : undefined
    place = { ...next, ...(cursor !== undefined && { cursor }) }
    awareness?.setLocalState(place)
  }

  function follow(next: Awareness): () => void {
    awareness = next
    next.setLocalState(place)
    next.on('change', look)
    look()
    return () => next.off('change', look)
  }

  return {
    present: () => people.all,
    presentIn: (item) => people.byItem[item] ?? none,
    setPlace,
    follow,
    stamped: (user) => {
      const stamp = v.safeParse(presenceSchema.entries.user, user)
      if (!stamp.success) return
      own = stamp.output
      look()
    },
  }
}

/** How this window shows itself until the server has said so. */
export function presentUser(me: Member, organisations: Organisation[]): PresentUser {
  const organisation = organisations.find(({ id }) => id === me.organisation)
  return {
    person: me.person,
    name: me.name,
    initials: me.initials,
    organisation: organisation?.short ?? '',
    kind: organisation?.kind ?? 'other',
    tone: 0,
  }
}

const none: Present[] = []

function withoutCaret({ item, field }: Place): Place {
  return { ...(item !== undefined && { item }), ...(field !== undefined && { field }) }
}
