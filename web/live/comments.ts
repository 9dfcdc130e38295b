import { type Accessor, batch, createComputed, createMemo, createSignal, onCleanup } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import {
  type Comment,
  type Comments,
  type Correction,
  type EarlierTexts,
  isUnread,
  type NewAnswer,
  type NewComment,
  type ReactionChange,
  type StateChange,
  type Visit,
} from '../../shared/comment.ts'
import type { AgendaId, CommentId, ItemId, PersonId } from '../../shared/ids.ts'
import { type Answer, type Api, statusOf } from './api.ts'
import type { Copies, WaitingComment } from './offline.ts'

/** What became of a comment that was just written. */
export type Sent = 'sent' | 'waiting' | 'refused'

export type CommentStore = {
  /** Whether the comments are known, from the server or from this device. */
  isKnown: Accessor<boolean>
  /** By id; reactive in what of it is read. */
  comment: (id: CommentId) => Comment | undefined
  all: Accessor<Comment[]>
  /** The comments that began a thread at this item, the oldest first. */
  threads: (item: ItemId) => CommentId[]
  replies: (thread: CommentId) => CommentId[]
  unread: (item: ItemId) => number
  unreadInAll: Accessor<number>
  /** How far I have read of this item. */
  readUpTo: (item: ItemId) => number
  /** I have seen the comments of this item as they are now. */
  markRead: (item: ItemId) => void
  /** Written here and not on the server yet, or refused. */
  waiting: Accessor<WaitingComment[]>
  write: (comment: NewComment) => Promise<Sent>
  /** Takes back what waits here: it is on this device alone. */
  discard: (comment: CommentId) => void
  /** Sends what waits. */
  sendWaiting: () => Promise<void>
  correct: (comment: CommentId, change: Correction) => Promise<Answer<unknown>>
  setState: (comment: CommentId, change: StateChange) => Promise<Answer<unknown>>
  react: (comment: CommentId, change: ReactionChange) => Promise<Answer<unknown>>
  answer: (comment: CommentId, answer: NewAnswer) => Promise<Answer<unknown>>
  earlierTexts: (comment: CommentId) => Promise<Answer<EarlierTexts>>
  /** When I was here before; undefined when I never was, or while it is not known. */
  lastVisit: Accessor<string | undefined>
  /** A comment is new, or another than it was. */
  take: (comment: Comment) => void
  /** The connection is there again: asks what was missed, and sends what waits. */
  returned: () => void
  /** The room began a new life. */
  renew: () => void
}

export type CommentSurroundings = {
  agenda: AgendaId
  person: PersonId
  api: Api
  copies: Copies
  /** The comments as this device last knew them. */
  known: Comments | undefined
  remember: (comments: Comments) => void
  now: () => number
}

/** A comment that could not be sent is tried again after so long, then ever less often, in ms. */
const firstPause = 2_000
const longestPause = 60_000

/** Everybody's comments on an open agenda, how far I have read them, and those of mine that wait on this device. */
export function createComments(surroundings: CommentSurroundings): CommentStore {
  const { agenda, person, api, copies, now } = surroundings
  const here = { agenda, person }
  const at = (path: string) => `/agendas/${agenda}${path}`
  const first = surroundings.known
  const [byId, setById] = createStore<Record<CommentId, Comment>>(toRecord(structuredClone(first?.comments ?? [])))
  const [read, setRead] = createStore<Record<string, number>>({ ...first?.read })
  const [ids, setIds] = createSignal<CommentId[]>((first?.comments ?? []).map(({ id }) => id))
  const [isKnown, setKnown] = createSignal(first !== undefined)
  const [waiting, setWaiting] = createSignal(copies.waiting(here))
  const [lastVisit, setLastVisit] = createSignal<string>()
  let seq = first?.seq ?? 0
  let isClosed = false
  let pause = firstPause
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => {
    isClosed = true
    clearTimeout(timer)
  })

  const all = createMemo(() =>
    ids()
      .flatMap((id) => byId[id] ?? [])
      .sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1)),
  )
  const threadsByItem = createMemo(() => group(all(), ({ id, thread, item }) => (thread === id ? item : undefined)))
  const repliesByThread = createMemo(() => group(all(), ({ id, thread }) => (thread === id ? undefined : thread)))
  // A store of counts, so that a comment on one item touches the card of that item alone.
  const [unread, setUnread] = createStore<Record<string, number>>({})
  const counted = createMemo(() => {
    const counts: Record<string, number> = {}
    for (const comment of all()) {
      const { item } = comment
      if (isUnread(comment, person, read[item] ?? 0)) counts[item] = (counts[item] ?? 0) + 1
    }
    return counts
  })
  createComputed(() => setUnread(reconcile(counted())))

  function put(comments: readonly Comment[]): void {
    const added: CommentId[] = []
    for (const comment of comments) {
      const known = byId[comment.id]
      if (known && known.seq > comment.seq) continue
      if (known) setById(comment.id, reconcile(comment))
      else {
        setById(comment.id, comment)
        added.push(comment.id)
      }
      copies.dropWaiting(here, comment.id)
    }
    if (added.length > 0) setIds([...ids(), ...added])
    setWaiting(copies.waiting(here))
  }

  function remember(): void {
    surroundings.remember({ comments: structuredClone(unwrapAll()), seq, read: { ...read } })
  }
  const unwrapAll = () => ids().flatMap((id) => (byId[id] ? [JSON.parse(JSON.stringify(byId[id])) as Comment] : []))

  /** Of what lies after this the text may have been held back from me. */
  let heldBackAfter = Number.POSITIVE_INFINITY

  function take(comment: Comment): void {
    if ((byId[comment.id]?.seq ?? -1) >= comment.seq) return
    batch(() => put([comment]))
    if (comment.state.state !== 'shown') {
      // An event tells nobody a hidden text; who may see it nonetheless has to ask.
      heldBackAfter = Math.min(heldBackAfter, comment.seq - 1)
      void load()
    } else if (comment.seq === seq + 1) {
      seq = comment.seq
      remember()
    } else if (comment.seq > seq) void load()
  }

  let loading: Promise<void> | undefined
  let loadAgain = false
  /** Asks what changed since the last time. Asked for while asking, it asks once more: something may lie in between. */
  function load(): Promise<void> {
    if (loading) loadAgain = true
    loading ??= ask().finally(() => {
      loading = undefined
      if (!loadAgain || isClosed) return
      loadAgain = false
      void load()
    })
    return loading
  }
  async function ask(): Promise<void> {
    const after = Math.min(seq, heldBackAfter)
    heldBackAfter = Number.POSITIVE_INFINITY
    const answer = await api.ask<Comments>('GET', at(after > 0 ? `/comments?since=${after}` : '/comments'))
    if (!answer.ok) heldBackAfter = Math.min(after, heldBackAfter)
    if (!answer.ok || isClosed) return
    const { comments, seq: upTo, read: marks } = answer.value
    batch(() => {
      put(comments)
      for (const [item, mark] of Object.entries(marks)) if (mark > (read[item] ?? 0)) setRead(item, mark)
      seq = Math.max(seq, upTo)
      setKnown(true)
    })
    remember()
  }
  async function write(comment: NewComment): Promise<Sent> {
    copies.keepWaiting(here, { ...comment, at: new Date(now()).toISOString() })
    setWaiting(copies.waiting(here))
    await sendWaiting()
    const left = waiting().find(({ id }) => id === comment.id)
    if (!left) return 'sent'
    return left.refused === undefined ? 'waiting' : 'refused'
  }

  let sending: Promise<void> | undefined
  /** One by one in the order in which they were written: a reply may wait behind what it replies to. */
  async function sendWaiting(): Promise<void> {
    while (sending) await sending
    sending = sendAll().finally(() => {
      sending = undefined
    })
    await sending
  }
  async function sendAll(): Promise<void> {
    for (const { at: _at, refused, ...comment } of copies.waiting(here)) {
      if (refused !== undefined) continue
      const answer = await api.ask<Comment>('POST', at('/comments'), comment)
      if (isClosed) return
      if (answer.ok) {
        const { value } = answer
        pause = firstPause
        batch(() => put([value]))
        void load()
        continue
      }
      if (answer.reason === 'unreachable' || mayPass(statusOf(answer))) return sendLater()
      copies.keepWaiting(here, { ...comment, at: _at, refused: answer.problem.detail || answer.problem.title })
      setWaiting(copies.waiting(here))
    }
  }

  /** The live connection may be there while a request still fails: nobody else would try again then. */
  function sendLater(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void sendWaiting(), pause)
    pause = Math.min(pause * 2, longestPause)
  }

  async function change(method: string, path: string, body: unknown): Promise<Answer<unknown>> {
    const answer = await api.ask<Comment>(method, at(path), body)
    // The event may come later, or not at all on a broken connection: what I did shows at once.
    if (answer.ok && !isClosed) {
      const { value } = answer
      batch(() => put([value]))
      await load()
    }
    return answer
  }

  function markRead(item: ItemId): void {
    const upTo = Math.max(0, ...all().flatMap((comment) => (comment.item === item ? comment.seq : [])))
    if (upTo <= (read[item] ?? 0)) return
    setRead(item, upTo)
    remember()
    void api.ask('PUT', at('/read'), { item, seq: upTo })
  }

  async function begin(): Promise<void> {
    await load()
    await visit()
    await sendWaiting()
  }
  void begin()

  let hasVisited = false
  async function visit(): Promise<void> {
    if (hasVisited) return
    const answer = await api.ask<Visit>('PUT', at('/visit'))
    if (!answer.ok || isClosed) return
    hasVisited = true
    setLastVisit(answer.value.before)
  }

  /** The room began a new life: what was known may never have been. */
  function renew(): void {
    batch(() => {
      setById(reconcile({}))
      setIds([])
      setRead(reconcile({}))
      seq = 0
    })
    void load()
  }

  return {
    isKnown,
    comment: (id) => byId[id],
    all,
    threads: (item) => threadsByItem()[item] ?? none,
    replies: (thread) => repliesByThread()[thread] ?? none,
    unread: (item) => unread[item] ?? 0,
    unreadInAll: () => Object.values(counted()).reduce((sum, count) => sum + count, 0),
    readUpTo: (item) => read[item] ?? 0,
    markRead,
    waiting,
    write,
    discard: (comment) => {
      copies.dropWaiting(here, comment)
      setWaiting(copies.waiting(here))
    },
    sendWaiting,
    correct: (comment, body) => change('PATCH', `/comments/${comment}`, body),
    setState: (comment, body) => change('PUT', `/comments/${comment}/state`, body),
    react: (comment, body) => change('PUT', `/comments/${comment}/reactions`, body),
    answer: (comment, body) => change('PUT', `/comments/${comment}/answer`, body),
    earlierTexts: (comment) => api.ask('GET', at(`/comments/${comment}/texts`)),
    lastVisit,
    take,
    returned: () => void load().then(visit).then(sendWaiting),
    renew,
  }
}

const none: CommentId[] = []

/** Whether trying again later can help: the server is busy, or cannot write now. */
function mayPass(status: number): boolean {
  return status === 401 || status === 408 || status === 429 || status >= 500
}

function toRecord(comments: readonly Comment[]): Record<CommentId, Comment> {
  return Object.fromEntries(comments.map((comment) => [comment.id, comment]))
}

function group(comments: readonly Comment[], keyOf: (comment: Comment) => string | undefined) {
  const groups: Record<string, CommentId[]> = {}
  for (const comment of comments) {
    const key = keyOf(comment)
    if (key === undefined) continue
    groups[key] ??= []
    groups[key].push(comment.id)
  }
  return groups
}
