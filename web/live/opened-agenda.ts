import { createMemo, createSignal, getOwner, runWithOwner, untrack } from 'solid-js'
import type { Agenda } from '../../shared/api.ts'
import { schemaVersion } from '../../shared/document/layout.ts'
import { mayWrite, mayWriteText } from '../../shared/roles.ts'
import { closeCodes, type Hello, type RoomEvent } from '../../shared/wire.ts'
import { type Access, askAccess } from './access.ts'
import type { Api } from './api.ts'
import type { CommentStore } from './comments.ts'
import type { ConnectionEvents } from './connection.ts'
import { createCopy, type LiveCopy } from './copy.ts'
import { createDocumentStore } from './document-store.ts'
import type { Copies, CopyNote } from './offline.ts'
import type { OpenAgenda, SavedState } from './open-agenda.ts'
import { createPresence, presentUser } from './presence.ts'
import { createRecord } from './record.ts'
import { createSavings } from './saved-state.ts'
import { makeTransport } from './transport.ts'

export type OpenedAgenda = OpenAgenda & {
  close: () => void
  /** Goes up when the document was replaced by a fresh copy: what is bound to `doc` must then be bound anew. */
  generation: () => number
}

/** All that an open agenda has around it. */
export type Surroundings = {
  api: Api
  copies: Copies
  socket: typeof WebSocket
  /** What stands in for it where something blocks WebSockets. */
  polled: () => Promise<typeof WebSocket>
  /** The address of the server's WebSockets, without path. */
  liveOrigin: string
  /** What to call a colleague whose name is not known, in the language of the page. */
  colleague: () => string
  /** Another person signed in in this browser: the page must start over. */
  startOver: () => void
  now: () => number
}

/** A refused copy is replaced by itself once in this time; a second refusal so soon would be a loop. */
const freshCopyEvery = 60_000
const retryEvery = 5_000

/** `isRecordFresh`: the record in the note came from the server just now. */
export function createOpenedAgenda(
  first: CopyNote,
  isRecordFresh: boolean,
  surroundings: Surroundings,
  dispose: () => void,
): OpenedAgenda {
  const { api, copies, now } = surroundings
  const { agenda: id, person } = first
  const transport = makeTransport(surroundings.socket, surroundings.polled, now)
  const kept = createRecord(first, api, copies)
  const store = createDocumentStore()
  const presence = createPresence(presentUser(first.record.me, first.record.organisations))
  /** Windows of before whose edits this copy holds: they are sent when ours are. */
  let earlier = copies.unsent(first)
  const savings = createSavings(earlier.length > 0, (unsent) => {
    copies.markUnsent(kept.note(), copy().doc.clientID, unsent)
    if (!unsent) forgetEarlier()
  })
  const [copy, setCopy] = createSignal(makeCopy(first.epoch, () => show(copy())))
  const [generation, setGeneration] = createSignal(0)
  const [frozen, setFrozen] = createSignal(0)
  const [isSettled, setSettled] = createSignal(true)
  let isKnown = isRecordFresh
  let isClosed = false
  let replacing: LiveCopy | undefined
  let lastFreshCopy = Number.NEGATIVE_INFINITY

  const [comments, setComments] = createSignal<CommentStore>()
  const owner = getOwner()
  /** Nothing of comments is needed to draw the board: they come after it. */
  async function openComments(): Promise<void> {
    const { createComments } = await import('./comments.ts')
    if (isClosed) return
    const remember = (known: CopyNote['comments']) => void kept.remember({ ...(known && { comments: known }) })
    const known = kept.note().comments
    runWithOwner(owner, () =>
      setComments(() => createComments({ agenda: id, person, api, copies, known, remember, now })),
    )
  }

  async function begin(): Promise<void> {
    const current = copy()
    await current.keep(copies, kept.note())
    if (isClosed) return
    const clients = kept.note().clients.filter((client) => current.doc.store.clients.has(client))
    void kept.remember({ clients: [...clients, current.doc.clientID] })
    if (current.doc.store.clients.size > 0) show(current)
    current.connection.connect()
    if (!isKnown) void check()
  }

  let shown: LiveCopy | undefined
  let stopShowing: (() => void)[] = []
  /** Puts a copy on the screen, once it holds something to show. */
  function show(next: LiveCopy): void {
    if (shown === next || isClosed) return
    for (const stop of stopShowing) stop()
    stopShowing = [store.show(next.doc), presence.follow(next.awareness)]
    shown = next
    savings.setLoaded(true)
  }

  function makeCopy(epoch: string, synced: () => void): LiveCopy {
    const to = { origin: surroundings.liveOrigin, agenda: id, epoch, socket: transport.socket }
    const events: ConnectionEvents = {
      status: (status) => {
        if (status === 'connecting') savings.connecting()
        else savings.setConnected(status === 'connected')
        if (status === 'connected') transport.opened()
      },
      hello,
      synced,
      event: happen,
      documentFrameSent: savings.frameSent,
      saved: savings.saved,
      stamped: presence.stamped,
      ended: (code) => void afterEnd(code),
      failed: afterFailure,
    }
    return createCopy(to, events, {
      edited: savings.edited,
      isWaiting: () => isWaiting(untrack(savings.state)),
      whoIsIn: (item) =>
        untrack(() => nameOfOnly(presence.presentIn(item).map(({ user }) => user))) ?? surroundings.colleague(),
      now,
    })
  }

  function hello(said: Hello): void {
    if (said.person !== person) return surroundings.startOver()
    if (said.schemaVersion > schemaVersion) return end('reload')
    kept.setRole(said.role)
    // The server never asks for the edits of a role that writes nothing: what was still waiting becomes drafts.
    if (!mayWriteText(said.role) && isWaiting(untrack(savings.state))) void takeFreshCopy('refused-again')
    savings.setServerReadOnly(said.readOnly)
    void kept.loadNumbers()
    untrack(comments)?.returned()
    if (!isKnown) void check()
    isKnown = false
  }

  function happen(event: RoomEvent): void {
    switch (event.kind) {
      case 'numbers':
        return kept.addNumbers(event.numbers)
      case 'read-only':
        return savings.setServerReadOnly(event.readOnly)
      case 'people':
        return void check()
      case 'comment':
        return untrack(comments)?.take(event.comment)
      case 'version':
        setFrozen(event.number)
        return
      case 'adoption':
        // Whoever shows it asks for it when it is shown.
        return
      default:
        event satisfies never
    }
  }

  let checking: Promise<Access['state'] | 'other-epoch'> | undefined
  function check(): Promise<Access['state'] | 'other-epoch'> {
    checking ??= askAccess(api, id, person)
      .then(takeAccess)
      .finally(() => {
        checking = undefined
      })
    return checking
  }

  function takeAccess(access: Access): Access['state'] | 'other-epoch' {
    if (isClosed) return access.state
    if (access.state === 'other-person') surroundings.startOver()
    if (access.state === 'refused') end(access.reason === 'signed-out' ? 'signed-out' : 'not-allowed')
    if (access.state !== 'allowed') return access.state
    if (access.record.epoch !== kept.note().epoch) {
      void takeFreshCopy('renewed-again')
      return 'other-epoch'
    }
    kept.setRecord(access.record)
    return 'allowed'
  }

  let lastFailure = Number.NEGATIVE_INFINITY
  function afterFailure(): void {
    if (now() - lastFailure < retryEvery) return
    lastFailure = now()
    void check().then((answer) => {
      if (answer === 'allowed') return transport.failedWhileServerAnswers()
    })
  }

  async function afterEnd(code: number): Promise<void> {
    switch (code) {
      case closeCodes.notSignedIn:
        if ((await check()) === 'allowed') end('reload')
        return
      case closeCodes.notAllowed:
        // Still on the agenda: then it was an edit of a role that I no longer have.
        if ((await check()) === 'allowed') await takeFreshCopy('refused-again')
        return
      case closeCodes.otherEpoch:
        return takeFreshCopy('renewed-again')
      default:
        return takeFreshCopy('refused-again')
    }
  }

  /**
   * The server does not take this copy any more: it refused an edit, or began a new life. A fresh copy is fetched beside
   * it; until that is there the old one stays on the screen and on this device, and cannot be changed. When it comes too
   * soon after the last, it ends for the reason given.
   */
  async function takeFreshCopy(tooSoon: 'refused-again' | 'renewed-again'): Promise<void> {
    if (!untrack(isSettled) || isClosed) return
    if (now() - lastFreshCopy < freshCopyEvery) return end(tooSoon)
    lastFreshCopy = now()
    setSettled(false)
    const old = copy()
    old.connection.close()
    savings.setConnected(false)
    let access = await askAccess(api, id, person)
    while (access.state === 'unreachable' && !isClosed) {
      await new Promise((resolve) => setTimeout(resolve, retryEvery))
      access = await askAccess(api, id, person)
    }
    if (access.state !== 'allowed' || isClosed) return void takeAccess(access)
    const { record } = access
    const fresh = makeCopy(record.epoch, () => void replace(old, fresh, record))
    replacing = fresh
    fresh.connection.connect()
  }

  /** What the server lacks becomes drafts, which are written down before the old copy goes. */
  async function replace(old: LiveCopy, fresh: LiveCopy, record: Agenda): Promise<void> {
    if (isClosed || replacing !== fresh) return
    replacing = undefined
    const before = kept.note()
    const { findDrafts } = await import('./drafts.ts')
    const found = findDrafts(old.doc, fresh.doc, new Set(before.clients))
    const others = before.drafts.filter((draft) => !found.some((newer) => newer.id === draft.id))
    await kept.remember({ epoch: record.epoch, drafts: [...others, ...found], clients: [fresh.doc.clientID] })
    await old.close()
    for (const client of copies.unsent(before)) copies.markUnsent(before, client, false)
    earlier = []
    await (before.epoch === record.epoch ? copies.empty(before) : copies.remove(before))
    await fresh.keep(copies, kept.note())
    if (isClosed) return fresh.close()
    kept.setRecord(record)
    setCopy(fresh)
    savings.reset()
    show(fresh)
    if (before.epoch !== record.epoch) untrack(comments)?.renew()
    setGeneration((count) => count + 1)
    setSettled(true)
  }

  function forgetEarlier(): void {
    for (const client of earlier) copies.markUnsent(kept.note(), client, false)
    earlier = []
  }

  function end(reason: Extract<SavedState, { state: 'closed' }>['reason']): void {
    savings.close(reason)
    copy().connection.disconnect()
    replacing?.connection.disconnect()
  }

  function close(): void {
    if (isClosed) return
    isClosed = true
    for (const stop of stopShowing) stop()
    void replacing?.close()
    void copy().close()
    dispose()
  }

  const isUsable = createMemo(() => {
    const { state } = savings.state()
    return isSettled() && state !== 'loading' && state !== 'closed'
  })
  void begin()
  void openComments()

  return {
    record: kept.record,
    get doc() {
      return copy().doc
    },
    get awareness() {
      return copy().awareness
    },
    text: store.text,
    itemIds: store.itemIds,
    number: kept.number,
    mayEdit: () => isUsable() && mayWrite(kept.record.role, 'items'),
    mayCoordinate: () => isUsable() && mayWrite(kept.record.role, 'agenda'),
    saved: savings.state,
    drafts: kept.drafts,
    dismissDraft: kept.dismissDraft,
    overtaken: () => copy().overtaken.overtaken(),
    frozen,
    comments,
    present: presence.present,
    presentIn: presence.presentIn,
    setPlace: presence.setPlace,
    undo: {
      canUndo: () => copy().undo.canUndo(),
      canRedo: () => copy().undo.canRedo(),
      undo: () => copy().undo.undo(),
      redo: () => copy().undo.redo(),
      made: (undo, redo) => copy().undo.made(undo, redo),
      boundary: () => copy().undo.boundary(),
      get manager() {
        return copy().undo.manager
      },
    },
    generation,
    close,
  }
}

function isWaiting(state: SavedState): boolean {
  return 'waiting' in state && state.waiting > 0
}

/** The name, when all of them are one person. */
function nameOfOnly(users: { person: string; name: string }[]): string | undefined {
  const persons = new Set(users.map(({ person }) => person))
  return persons.size === 1 ? users[0]?.name : undefined
}
