import { type Accessor, createMemo } from 'solid-js'

/**
 * The entries in the order in which they stood when the sheet opened, new ones last: a list that is sorted by name must
 * not jump about while somebody types a name in it.
 */
export function createStableOrder<Entry extends { id: string }>(
  entries: Accessor<readonly Entry[]>,
): Accessor<Entry[]> {
  return createMemo<Entry[]>((before) => {
    const now = entries()
    const known = new Set(before.map(({ id }) => id))
    const kept = before.flatMap(({ id }) => now.find((entry) => entry.id === id) ?? [])
    return [...kept, ...now.filter(({ id }) => !known.has(id))]
  }, [])
}
