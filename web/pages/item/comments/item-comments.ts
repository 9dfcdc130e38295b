import { type Accessor, batch, createContext, createMemo, createSignal, onCleanup, untrack, useContext } from 'solid-js'
import { type Anchor, type Comment, isUnread } from '../../../../shared/comment.ts'
import type { CommentId, ItemId } from '../../../../shared/ids.ts'
import { plainText } from '../../../../shared/passage/plain-text.ts'
import { findPassage } from '../../../../shared/passage.ts'
import { may } from '../../../../shared/rights.ts'
import type { CommentStore } from '../../../live/comments.ts'
import type { OpenAgenda } from '../../../live/open-agenda.ts'
import type { Passages, SelectedText } from './passages.ts'

export type PassageField = Anchor['field']
/** Where in the item a thread belongs now. A passage that is gone keeps its quote. */
export type ThreadPlace =
  | { at: 'item' }
  | { at: 'passage'; field: PassageField; from: number; to: number; quote: string }
  | { at: 'gone'; field: PassageField; quote: string }

/** The comments of the item that the sheet shows, and which of them somebody is at. */
export type ItemComments = {
  item: ItemId
  agenda: OpenAgenda
  store: CommentStore
  threads: Accessor<CommentId[]>
  placeOf: (thread: CommentId) => ThreadPlace
  /** The threads that stand in the margin, in the order of their passages; none on a narrow sheet. */
  inMargin: Accessor<CommentId[]>
  /** Somebody is in the properties below the margin: nothing may move them. */
  setBelow: (isBelow: boolean) => void
  /** The plain text of a field, as it is now. */
  textOf: (field: PassageField) => string
  /** The thread whose passage stands out in the text. */
  active: Accessor<CommentId | undefined>
  setActive: (thread: CommentId | undefined) => void
  /** The passage about which a comment is being written. */
  chosen: Accessor<Anchor | undefined>
  /** Which form it is written in: the one in the margin, or the one under the comments. */
  chosenIn: Accessor<'margin' | 'section'>
  choose: (anchor: Anchor | undefined, where?: 'margin' | 'section') => void
  /** Where the chosen passage is now. */
  chosenAt: Accessor<{ from: number; to: number } | undefined>
  /** The passages as they stand on the screen, once they do. */
  passages: Accessor<Passages | undefined>
  setPassages: (passages: Passages) => void
  /** Whether the sheet is wide enough for comments beside its text. */
  isWide: Accessor<boolean>
  setWide: (isWide: boolean) => void
  /** Begins a comment on what is selected. */
  commentOnSelection: () => void
  onComment: (begin: (selected: SelectedText | undefined) => void) => void
  mayComment: Accessor<boolean>
  mayAnswer: Accessor<boolean>
  mayModerate: Accessor<boolean>
  /** What I had read when I came here: what is later is marked as new while I am here. */
  isNew: (comment: Comment) => boolean
  /** This comment was on the screen as it is now. */
  see: (comment: Comment) => void
}

/** How long the places of passages may lie behind while somebody types. */
const behindMs = 80

export function createItemComments(agenda: OpenAgenda, store: CommentStore, item: ItemId): ItemComments {
  const [written, setWritten] = createSignal(0)
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      setWritten((count) => count + 1)
    }, behindMs)
  }
  agenda.doc.on('update', later)
  onCleanup(() => {
    agenda.doc.off('update', later)
    clearTimeout(timer)
  })

  const threads = createMemo(() => store.threads(item), undefined, { equals: isSame })
  const places = createMemo(() => {
    written()
    return new Map(threads().map((thread) => [thread, readPlace(agenda, item, store.comment(thread)?.anchor)]))
  })
  const [isWide, setWide] = createSignal(false)
  const [isBelow, setBelow] = createSignal(false)
  const inMargin = createMemo<CommentId[]>(
    (before) => {
      const placed = threads().flatMap((id) => {
        const place = places().get(id) ?? wholeItem
        if (place.at !== 'passage' || !isWide() || (isBelow() && !before.includes(id))) return []
        return { id, order: place.field === 'title' ? place.from - longestTitle : place.from }
      })
      return placed.sort((a, b) => a.order - b.order).map(({ id }) => id)
    },
    [],
    { equals: isSame },
  )
  const [active, setActive] = createSignal<CommentId>()
  const [chosen, setChosen] = createSignal<Anchor>()
  const [chosenIn, setChosenIn] = createSignal<'margin' | 'section'>('section')
  const [passages, setPassages] = createSignal<Passages>()
  const chosenAt = createMemo(() => {
    written()
    const anchor = chosen()
    const found = anchor && findPassage(agenda.doc, item, anchor)
    return found === 'gone' ? undefined : found
  })
  let begin: (selected: SelectedText | undefined) => void = () => {}
  const role = () => agenda.record.role
  const isOpen = () => agenda.saved().state !== 'closed'
  const readAtFirst = createMemo<number | undefined>((before) =>
    before === undefined && store.isKnown() ? store.readUpTo(item) : before,
  )

  const seen = new Set<CommentId>()
  function see({ id }: Comment): void {
    seen.add(id)
    const { person } = agenda.record.me
    const isLeft = (comment: Comment) =>
      comment.item === item && isUnread(comment, person, store.readUpTo(item)) && !seen.has(comment.id)
    if (!untrack(() => store.all().some(isLeft))) untrack(() => store.markRead(item))
  }

  return {
    see,
    item,
    agenda,
    store,
    threads,
    inMargin,
    setBelow,
    placeOf: (thread) => places().get(thread) ?? wholeItem,
    textOf: (field) => {
      written()
      return plainText(agenda.doc, item, field)?.text ?? ''
    },
    active,
    setActive,
    chosen,
    chosenIn,
    choose: (anchor, where = 'section') =>
      batch(() => {
        setChosen(anchor)
        setChosenIn(anchor ? where : 'section')
      }),
    commentOnSelection: () => begin(untrack(passages)?.lastSelected()),
    onComment: (started) => {
      begin = started
    },
    passages,
    setPassages,
    isWide,
    setWide,
    chosenAt,
    mayComment: () => isOpen() && may(role(), 'comment'),
    mayAnswer: () => isOpen() && may(role(), 'answer-comment'),
    mayModerate: () => isOpen() && may(role(), 'moderate-comments'),
    isNew: (comment) => isUnread(comment, agenda.record.me.person, readAtFirst() ?? Number.POSITIVE_INFINITY),
  }
}

/** The title stands before the body: its places count from below nought. */
const longestTitle = 1e6
const wholeItem: ThreadPlace = { at: 'item' }

function readPlace(agenda: OpenAgenda, item: ItemId, anchor: Anchor | undefined): ThreadPlace {
  if (!anchor) return wholeItem
  const { field, quote } = anchor
  const found = findPassage(agenda.doc, item, anchor)
  return found === 'gone' ? { at: 'gone', field, quote } : { at: 'passage', field, ...found, quote }
}

function isSame(a: CommentId[], b: CommentId[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}

const ItemCommentsContext = createContext<ItemComments>()
export const ItemCommentsProvider = ItemCommentsContext.Provider

export function useItemComments(): ItemComments {
  const value = useContext(ItemCommentsContext)
  if (!value) throw new Error('useItemComments outside the comments of an item')
  return value
}
