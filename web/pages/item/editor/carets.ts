import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition, ySyncPluginKey } from 'y-prosemirror'
import type { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { PresentUser } from '../../../../shared/wire.ts'
import type { Cursor } from '../place.ts'
import { type CaretLook, flipAtEdge, makeCaret, toneClass } from './caret-element.ts'

const caretsKey = new PluginKey<DecorationSet>('carets')
const fullNameMs = 2000

type Options = {
  awareness: Awareness
  lookOf: (user: PresentUser) => CaretLook
  /** Tells the others where my caret is; `null` when it left this text. */
  tell: (cursor: Cursor) => void
}

/**
 * Colleagues' carets and selections in the text, and mine for them. y-prosemirror's own plugin writes inline styles, which
 * the content policy forbids, and writes presence that is not ours to write.
 */
export function carets({ awareness, lookOf, tell }: Options): Plugin<DecorationSet> {
  const elements = new Map<number, HTMLElement>()
  const draw = (state: EditorState) => {
    const decorations: Decoration[] = []
    for (const [client, presence] of awareness.getStates()) {
      const user = presence.user as PresentUser | undefined
      if (client === awareness.clientID || !user) continue
      const range = rangeOf(state, presence.cursor as Cursor)
      if (!range) continue
      const look = lookOf(user)
      const toDOM = (view: EditorView) => {
        const caret = makeCaret(view.dom.ownerDocument, look)
        elements.set(client, caret)
        return caret
      }
      decorations.push(Decoration.widget(range.head, toDOM, { key: `${client} ${look.tone} ${look.short}`, side: 10 }))
      const [from, to] = [Math.min(range.anchor, range.head), Math.max(range.anchor, range.head)]
      if (from < to) decorations.push(Decoration.inline(from, to, { class: `oa-selection ${toneClass(look.tone)}` }))
    }
    return DecorationSet.create(state.doc, decorations)
  }

  return new Plugin<DecorationSet>({
    key: caretsKey,
    state: {
      init: (_config, state) => draw(state),
      apply: (transaction, before, _old, state) =>
        transaction.getMeta(caretsKey) || isRemote(transaction)
          ? draw(state)
          : before.map(transaction.mapping, transaction.doc),
    },
    props: { decorations: (state) => caretsKey.getState(state) },
    view: (view) => watch(view, awareness, elements, tell),
  })
}

function watch(view: EditorView, awareness: Awareness, elements: Map<number, HTMLElement>, tell: Options['tell']) {
  const timers = new Map<number, ReturnType<typeof setTimeout>>()
  const places = new Map<number, string>()
  let told = 'null'
  let frame = 0
  let redraw: ReturnType<typeof setTimeout> | undefined

  const tellPlace = () => {
    const cursor = view.hasFocus() ? cursorOf(view.state) : null
    const text = JSON.stringify(cursor)
    if (text === told) return
    told = text
    tell(cursor)
  }
  const flip = () => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => flipAtEdge(view.dom))
  }
  const showFullName = (client: number) => {
    clearTimeout(timers.get(client))
    elements.get(client)?.classList.add('oa-caret--moved')
    timers.set(
      client,
      setTimeout(() => {
        elements.get(client)?.classList.remove('oa-caret--moved')
        flip()
      }, fullNameMs),
    )
  }
  const onAwareness = ({ added, updated, removed }: { added: number[]; updated: number[]; removed: number[] }) => {
    const moved = [...added, ...updated].filter((client) => {
      if (client === awareness.clientID) return false
      const place = JSON.stringify(awareness.getStates().get(client)?.cursor ?? null)
      const changed = place !== places.get(client)
      places.set(client, place)
      return changed
    })
    for (const client of removed) {
      places.delete(client)
      elements.delete(client)
    }
    if (moved.length === 0 && removed.length === 0) return
    // Presence can arrive in the middle of the editor's own update, in which it must not be given another.
    clearTimeout(redraw)
    redraw = setTimeout(() => {
      if (view.isDestroyed) return
      view.dispatch(view.state.tr.setMeta(caretsKey, true))
      for (const client of moved) showFullName(client)
      flip()
    })
  }

  awareness.on('change', onAwareness)
  view.dom.addEventListener('focusin', tellPlace)
  view.dom.addEventListener('focusout', tellPlace)
  return {
    update: () => {
      tellPlace()
      flip()
    },
    destroy: () => {
      awareness.off('change', onAwareness)
      view.dom.removeEventListener('focusin', tellPlace)
      view.dom.removeEventListener('focusout', tellPlace)
      for (const timer of timers.values()) clearTimeout(timer)
      clearTimeout(redraw)
      cancelAnimationFrame(frame)
      if (told !== 'null') tell(null)
    },
  }
}

type SyncState = {
  doc: Y.Doc
  type: Y.XmlFragment
  isChangeOrigin: boolean
  binding: { mapping: Parameters<typeof absolutePositionToRelativePosition>[2] }
}

/** What y-prosemirror keeps of this editor; its types leave it open. */
function syncState(state: EditorState): SyncState {
  return ySyncPluginKey.getState(state) as SyncState
}

function isRemote(transaction: Transaction): boolean {
  return (transaction.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin === true
}

function cursorOf(state: EditorState): NonNullable<Cursor> {
  const { type, binding } = syncState(state)
  const relative = (position: number) => absolutePositionToRelativePosition(position, type, binding.mapping) as unknown
  return { anchor: relative(state.selection.anchor), head: relative(state.selection.head) }
}

/** Where a colleague's caret stands in this text; undefined when it is elsewhere, or what they sent is no place at all. */
function rangeOf(state: EditorState, cursor: Cursor | undefined): { anchor: number; head: number } | undefined {
  if (!cursor) return undefined
  const { doc, type, binding } = syncState(state)
  const absolute = (relative: unknown) => {
    try {
      const position = Y.createRelativePositionFromJSON(relative)
      return relativePositionToAbsolutePosition(doc, type, position, binding.mapping)
    } catch {
      // Presence is free text to other clients: a malformed place, or one in a node that is not drawn yet, is no caret.
      return null
    }
  }
  const [anchor, head] = [absolute(cursor.anchor), absolute(cursor.head)]
  if (anchor === null || head === null) return undefined
  const last = Math.max(state.doc.content.size - 1, 0)
  return { anchor: Math.min(anchor, last), head: Math.min(head, last) }
}
