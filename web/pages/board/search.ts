import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js'
import { bodyFragment } from '../../../shared/document/read.ts'
import { readRichText, richTextToPlain } from '../../../shared/document/rich-text.ts'
import type { ItemId } from '../../../shared/ids.ts'
import type { OpenAgenda } from '../../live/open-agenda.ts'
import type { Parties } from '../agenda/parties.ts'

/** How long the bodies may lie behind while somebody searches and others write. */
const behindMs = 400

/**
 * Whether an item is found: every word of the query is in its title, number, owner or text. Nothing is read, kept or
 * listened to while nobody searches.
 */
export function createSearch(
  agenda: OpenAgenda,
  parties: Parties,
  query: Accessor<string>,
): Accessor<(id: ItemId) => boolean> {
  const words = createMemo(() => plain(query()).split(/\s+/).filter(Boolean))
  const searching = createMemo(() => words().length > 0)
  const [written, setWritten] = createSignal(0)
  const bodies = new Map<ItemId, string>()

  createEffect(() => {
    if (!searching()) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        bodies.clear()
        setWritten((count) => count + 1)
      }, behindMs)
    }
    agenda.doc.on('update', later)
    onCleanup(() => {
      agenda.doc.off('update', later)
      clearTimeout(timer)
      bodies.clear()
    })
  })

  const bodyOf = (id: ItemId) => {
    const known = bodies.get(id)
    if (known !== undefined) return known
    const body = plain(richTextToPlain(readRichText(bodyFragment(agenda.doc, id))))
    bodies.set(id, body)
    return body
  }

  const isFound = (id: ItemId) => {
    const item = agenda.text.items[id]
    if (!item) return false
    const owner = parties.organisation(item.owner.organisation)
    const facts = plain([item.title, agenda.number(id), owner?.name, owner?.short].join(' '))
    return words().every((word) => facts.includes(word) || bodyOf(id).includes(word))
  }

  const found = createMemo(() => {
    if (!searching()) return undefined
    written()
    return new Set(agenda.itemIds().filter(isFound))
  })
  return () => {
    const ids = found()
    return ids ? (id) => ids.has(id) : () => true
  }
}

/** Without capitals and accents, so that "cooperatie" finds "Coöperatie". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
