import type { Block } from '../../../../shared/document/rich-text.ts'

/** An entry of a list as Word writes it: flat, with its level. */
export type ListEntry = { level: number; ordered: boolean; content: Block[] }

/** Lists within lists out of entries that only tell their level. */
export function nestLists(entries: readonly ListEntry[]): Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < entries.length) {
    const first = entries[at]
    if (!first) break
    const items: Block[][] = []
    for (let entry: ListEntry | undefined = first; entry && belongs(entry, first); entry = entries[at]) {
      if (entry.level === first.level) {
        items.push([...entry.content])
        at++
      } else {
        const start = at
        while ((entries[at]?.level ?? 0) > first.level) at++
        items.at(-1)?.push(...nestLists(entries.slice(start, at)))
      }
    }
    blocks.push({ type: first.ordered ? 'ordered_list' : 'bullet_list', items })
  }
  return blocks
}

function belongs(entry: ListEntry, first: ListEntry): boolean {
  return entry.level > first.level || (entry.level === first.level && entry.ordered === first.ordered)
}
