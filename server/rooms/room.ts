import * as Y from 'yjs'
import type { Member } from '../../shared/agenda.ts'
import type { Me } from '../../shared/api.ts'
import { itemMap, schemaVersion } from '../../shared/document/layout.ts'
import { readAgendaHead } from '../../shared/document/read.ts'
import type { Dossier } from '../../shared/dossier.ts'
import { type AgendaId, type ItemId, isId, type PersonId } from '../../shared/ids.ts'
import { mayReadDraft, mayWriteText, type Role } from '../../shared/roles.ts'
import type { CloseReason, RoomEvent } from '../../shared/wire.ts'
import type { Clock, Identity, Log, OpenDatabase, Remembered, Socket } from '../ports.ts'
import {
  type ClientOwner,
  type HistoryQuestion,
  type HistoryRow,
  type Letter,
  openRoomStore,
  type RoomStore,
} from '../store/room-store.ts'
import { Bursts } from './bursts.ts'
import { type Connection, rememberConnection, seatedConnection } from './connection.ts'
import { type CheckedDossier, exportDossier, importDossier } from './dossier.ts'
import type { Founding } from './founding.ts'
import {
  eventFrame,
  type Frame,
  helloFrame,
  type PresenceEntry,
  readFrame,
  savedFrame,
  syncFrame,
  syncSteps,
} from './frames.ts'
import { judge } from './gate/judge.ts'
import type { Touched } from './gate/verdict.ts'
import { GatheredSync } from './gathered-sync.ts'
import type { Limits } from './limits.ts'
import { PresenceBook } from './presence.ts'
import { sealLog } from './record/log-seal.ts'
import { openStepsOf } from './record/open-steps.ts'
import { beginTurn, ReadOnlyRoom, type RecordTurn } from './record/turn.ts'
import { RoomDocument, UnreadableRoom } from './room-document.ts'
import type { Tally } from './tally.ts'

/** A larger edit may take more than one row of the log. */
const oneRow = 1 << 20
/** Who was let in at the gate before their session ended stands here by then, in ms. */
const endedIsKnownFor = 60_000
/** How long a room that could not write waits before it tries again. */
const retryAfter = 3_000

export type RoomOptions = {
  agenda: AgendaId
  database: OpenDatabase
  clock: Clock
  log: Log
  limits: Limits
  tally: Tally
  /** Called when there is something for the directory in the outbox. */
  news: () => void
  /** How long commits are gathered before they are synced to the disk together, in ms. */
  gatherFor: number
  /** A working burst ends after so much silence, in ms. */
  burstSilence: number
  /** Reads the document when it is first asked for: who only says where they are must not wait for all of an agenda. */
  readsLater?: boolean
}

/** How a connection came in: by our own client or a plain one, and which life of the room it knows. */
export type Arrival = { identity: Identity; ours: boolean; epoch: string | undefined }

/**
 * One agenda: an actor that owns one database and takes one thing at a time. It is entered by plain calls, each of which
 * decides, writes and sends in one synchronous stretch. See docs/architecture.md, "The way of an edit".
 */
export class Room {
  readonly agenda: AgendaId
  readonly store: RoomStore
  readonly database: OpenDatabase
  readonly #clock: Clock
  readonly #log: Log
  readonly #limits: Limits
  readonly #tally: Tally
  readonly #news: () => void
  readonly #sync: GatheredSync<{ connection: Connection; received: number }[]>
  readonly #connections = new Map<Socket, Connection>()
  /** The sessions that ended just now, and when. */
  readonly #ended = new Map<string, number>()
  readonly #presence: PresenceBook<Connection>
  readonly #bursts: Bursts
  readonly #numbers = new Map<ItemId, number>()
  #lastNumber = 0
  /** Whose the client ids are that were asked for; the truth is in the store. */
  readonly #owners = new Map<number, ClientOwner>()
  #loaded: RoomDocument | undefined
  #epoch: string
  /** How many comments each person has not read; unknown again when something changed. */
  #unread: Map<PersonId, number> | undefined
  /** The directory has yet to hear of those. */
  #isUnreadDue: boolean
  #state: { state: 'open' } | { state: 'full'; retryAt: number } | { state: 'broken' } = { state: 'open' }

  constructor(options: RoomOptions) {
    const { agenda, database, clock, log, limits, tally, news, gatherFor, burstSilence, readsLater } = options
    this.agenda = agenda
    this.database = database
    this.#clock = clock
    this.#log = log
    this.#limits = limits
    this.#tally = tally
    this.#news = news
    this.#sync = new GatheredSync({
      durable: () => database.durable(),
      gatherFor,
      cover: () => this.#received(),
      covered: (written) => this.#acknowledge(written),
      failed: (error) => this.#loseDisk(error),
    })
    this.#bursts = new Bursts(burstSilence)
    this.store = openRoomStore(database.database)
    this.#epoch = this.store.setting('epoch') ?? ''
    this.#isUnreadDue = this.store.setting('unread') === 'due'
    this.#readNumbers()
    if (!readsLater) this.#loaded = this.#load()
    this.#presence = new PresenceBook(limits.presenceBytes)
  }

  get #document(): RoomDocument {
    this.read()
    // Read just now, or before.
    return this.#loaded as RoomDocument
  }

  #load(): RoomDocument {
    const document = new RoomDocument(this.store)
    // Items that got numbers were written once: a log and a checkpoint that both know nothing of them were lost.
    if (this.#numbers.size > 0 && document.isEmpty) throw new UnreadableRoom('The log is gone')
    return document
  }

  get doc(): Y.Doc {
    return this.#document.doc
  }

  /** Makes sure that its document is in memory; throws `UnreadableRoom` when it cannot be read whole. */
  read(): void {
    this.#loaded ??= this.#load()
  }

  get epoch(): string {
    return this.#epoch
  }

  get readOnly(): boolean {
    return this.#state.state !== 'open'
  }

  get connections(): number {
    return this.#connections.size
  }

  member(person: PersonId): Member | undefined {
    return this.store.seat().members.find((member) => member.person === person)
  }

  /** Whether somebody may see the living agenda. To someone who is not on it, it does not exist (rule A3). */
  mayConnect(person: PersonId): 'yes' | 'not-allowed' | 'not-found' {
    const member = this.member(person)
    if (!member) return 'not-found'
    return mayReadDraft(member.role) ? 'yes' : 'not-allowed'
  }

  /** Fills a room that is new: who sits at its table, and what it starts with. All in one transaction. */
  found(founding: Founding): void {
    let order: ItemId[] = []
    const encoded = this.#document.change(() => {
      order = founding.write(this.doc)
    })
    const { author, at } = founding
    try {
      this.store.transaction(() => {
        this.store.bindClient(this.doc.clientID, author, founding.epoch, at)
        this.store.setSetting('epoch', founding.epoch)
        this.store.setSetting('region', founding.region)
        if (founding.isDemo) this.store.setSetting('demo', 'yes')
        this.store.setSeat(founding.seat)
        for (const bytes of encoded) this.#append(author, bytes, at)
        for (const item of order) this.#numberItem(item, author, at, founding.numbers?.get(item))
        founding.converse?.(this.store, this.doc)
        this.#unread = undefined
        this.#tellDirectory()
      })
    } catch (error) {
      // Nothing of it is on record, so nothing of it may stay in memory: the next try must begin with nothing.
      this.#rebuild()
      throw error
    }
    this.#epoch = founding.epoch
    this.#news()
  }

  /** Fills a room that is new with an agenda that was carried here. All in one transaction. */
  takeIn(dossier: CheckedDossier, taker: Me, epoch: string): void {
    try {
      this.store.transaction(() => {
        importDossier(this.store, dossier, { taker, epoch })
        this.#rebuild()
        this.#tellDirectory()
      })
    } catch (error) {
      this.#rebuild()
      throw error
    }
    this.#epoch = epoch
    this.#news()
  }

  /** Begins a new life after a restore: copies of before are set aside, and what they hold is offered again (rule B5). */
  renewEpoch(epoch: string): void {
    this.store.transaction(() => {
      this.store.setSetting('epoch', epoch)
      this.#tellDirectory()
    })
    this.#epoch = epoch
    for (const connection of [...this.#connections.values()]) this.#drop(connection, 'otherEpoch')
    this.#news()
  }

  /** A connection whose identity the gateway verified. The role is checked here once more: the room decides. */
  connect(socket: Socket, { identity, ours, epoch }: Arrival): void {
    if (this.#ended.has(identity.session)) return socket.close('notSignedIn')
    if (epoch !== undefined && epoch !== this.#epoch) return socket.close('otherEpoch')
    const connection = this.#seated(socket, { ...identity, ours, received: 0, acknowledged: 0, owes: false })
    if (!connection) return socket.close('notAllowed')
    this.#tally.connections += 1
    const { role, person } = connection.member
    if (ours) socket.send([helloFrame({ epoch: this.#epoch, schemaVersion, role, person, readOnly: this.readOnly })])
    this.#remember(connection)
  }

  /** A connection that stayed open while the room slept: nothing is said, it only goes on. */
  resume(socket: Socket, remembered: Remembered): void {
    const connection = this.#seated(socket, remembered)
    if (!connection) return socket.close('roleChanged')
    if (remembered.presence) this.#presence.resume(connection, remembered.presence)
  }

  #seated(socket: Socket, remembered: Remembered): Connection | undefined {
    const connection = seatedConnection(socket, remembered, this.store.seat(), this.#limits, this.#clock())
    if (connection) this.#connections.set(socket, connection)
    return connection
  }

  #remember(connection: Connection): void {
    if (connection.socket.remember) rememberConnection(connection, this.#presence.entryOf(connection))
  }

  /** One frame of a connection. */
  message(socket: Socket, bytes: Uint8Array): void {
    const connection = this.#connections.get(socket)
    if (!connection) return
    const now = this.#clock()
    if (now > connection.until) return this.#drop(connection, 'notSignedIn')
    const { writerFrameBytes, otherFrameBytes } = this.#limits
    const largest = mayWriteText(connection.member.role) ? writerFrameBytes : otherFrameBytes
    if (bytes.length > largest) return this.#dismiss(connection, 'tooBig', 'L2 frame size')
    if (!connection.frames.spend(1, now) || !connection.bytes.spend(bytes.length, now)) {
      return this.#dismiss(connection, 'tooFast', 'L3 rate')
    }
    // Who asks and asks again without reading the answers would have them all wait in memory.
    if (this.#isSlow(connection)) return this.#drop(connection, 'slow')
    const frame = readFrame(bytes)
    if (frame?.kind === 'presence' && bytes.length > otherFrameBytes) {
      return this.#dismiss(connection, 'tooBig', 'L2 presence size')
    }
    if (!frame) return this.#dismiss(connection, 'refused', 'L1 malformed frame')
    try {
      this.#turn(connection, frame, now)
      this.#remember(connection)
    } catch (error) {
      // A bug. What is in memory may run ahead of the log now, and what builds on that could never be read again.
      const cause = error instanceof Error ? (error.stack ?? error.name) : ''
      this.#log('error', 'turn-failed', { agenda: this.agenda, kind: frame.kind, cause })
      this.#rebuild()
      this.#drop(connection, 'restart')
    }
  }

  #turn(connection: Connection, frame: Frame, now: number): void {
    switch (frame.kind) {
      case 'sync-request':
        if (!connection.requests.spend(1, now)) return this.#dismiss(connection, 'tooFast', 'L3 requests')
        return this.#answer(connection, frame.stateVector)
      case 'document':
        connection.received += 1
        return this.#edit(connection, frame.update, frame.isAnswer, now)
      case 'presence':
        return this.#present(connection, frame.entries, now)
      case 'presence-request': {
        const everybody = this.#presence.everybody()
        if (everybody) connection.socket.send([everybody])
        return
      }
      default:
        frame satisfies never
    }
  }

  /** The connection is gone, whoever ended it. */
  closed(socket: Socket): void {
    const connection = this.#connections.get(socket)
    if (!connection) return
    this.#connections.delete(socket)
    const gone = this.#presence.leave(connection)
    if (gone) this.#broadcast(gone)
    if (this.#connections.size === 0) this.#writeHistory(true)
  }

  /** Ends the connections of a session, at once (rule L7). */
  endSession(session: string): void {
    const now = this.#clock()
    for (const [other, at] of this.#ended) if (now - at > endedIsKnownFor) this.#ended.delete(other)
    this.#ended.set(session, now)
    for (const connection of [...this.#connections.values()]) {
      if (connection.session === session) this.#drop(connection, 'notSignedIn')
    }
  }

  /**
   * Carries out one command of the record (rule K1): everything it writes is one transaction with its lines of the audit
   * trail, or nothing of it happens. Who is here hears of it at once; it resolves when it is on the disk. Throws
   * `ReadOnlyRoom` when the room cannot write.
   */
  async record<Result>(person: PersonId, write: (turn: RecordTurn) => Result): Promise<Result> {
    const now = this.#clock()
    if (this.#state.state === 'full' && now >= this.#state.retryAt) this.#tryAgain(now)
    if (this.readOnly) throw new ReadOnlyRoom()
    const { turn, outcome } = beginTurn(person, now, this.store.trail)
    const result = this.#write(now, () => {
      const result = write(turn)
      for (const message of outcome.messages) this.store.addToOutbox(message)
      if (outcome.unreadChanged || outcome.seatChanged) this.#unread = undefined
      // Written down, since a room may be put away before it comes to telling.
      if (outcome.unreadChanged && !this.#isUnreadDue) this.store.setSetting('unread', 'due')
      if (outcome.seatChanged || outcome.newsChanged) this.#tellDirectory()
      return result
    })
    this.#isUnreadDue ||= outcome.unreadChanged
    if (outcome.seatChanged) this.#reseat()
    for (const event of outcome.events) this.#tell(event)
    if (outcome.seatChanged || outcome.newsChanged || outcome.messages.length > 0) this.#news()
    await this.#onDisk()
    return result
  }

  /** Resolves when what was written is on the disk. When nobody knows, nothing may be called saved any more. */
  async #onDisk(): Promise<void> {
    try {
      await this.database.durable()
    } catch (error) {
      this.#sync.stop()
      this.#loseDisk(error)
      throw new ReadOnlyRoom()
    }
  }

  /** All of a command of the record, or nothing; `ReadOnlyRoom` when it is the storage that fails. */
  #write<Result>(now: number, write: () => Result): Result {
    try {
      return this.store.transaction(write)
    } catch (error) {
      if (!isOfStorage(error)) throw error
      this.#tally.commitFailures += 1
      this.#log('error', 'room-cannot-write', { agenda: this.agenda, cause: nameOf(error) })
      if (this.#state.state === 'open') this.#state = { state: 'full', retryAt: now + retryAfter }
      this.#tell({ kind: 'read-only', readOnly: true })
      throw new ReadOnlyRoom()
    }
  }

  /** Connections whose member is another than when they came in: the one who left is shown out, others come in anew. */
  #reseat(): void {
    const { members } = this.store.seat()
    for (const connection of [...this.#connections.values()]) {
      const member = members.find(({ person }) => person === connection.member.person)
      if (!member || !mayReadDraft(member.role)) this.#drop(connection, 'notAllowed')
      else if (JSON.stringify(member) !== JSON.stringify(connection.member)) this.#drop(connection, 'roleChanged')
    }
  }

  /** What changed in an item or in the whole agenda, the last change first, up to this moment. */
  history(question: HistoryQuestion): (HistoryRow & { seq: number })[] {
    // What somebody is still at is not on record yet, and reading must not end it.
    const open = question.before === undefined ? this.#bursts.openIn(this.doc, question.item) : []
    return [...open.map((row) => ({ ...row, seq: 0 })), ...this.store.history(question)]
  }

  /** Everything of this agenda, up to this moment. */
  dossier(): Dossier {
    this.#writeHistory(true)
    // What is taken out can be verified elsewhere, up to its last edit.
    if (!this.readOnly) this.#commit(this.#clock(), true, () => sealLog(this.store, this.#clock()))
    return exportDossier(this.agenda, this.store)
  }

  /** What the directory has yet to hear, the oldest first. */
  get letters(): Letter[] {
    return this.store.outbox()
  }

  /** The directory has heard everything up to this letter. */
  heard(seq: number): void {
    this.store.removeFromOutbox(seq)
  }

  /** Whether the room may not be opened anew in this process: nobody knows what is on the disk. */
  get isBroken(): boolean {
    return this.#state.state === 'broken'
  }

  /** Whether a sign of life may be answered: they count as frames, and nobody may have the answers pile up. */
  mayAnswer(socket: Socket): boolean {
    const connection = this.#connections.get(socket)
    if (!connection) return false
    if (connection.frames.spend(1, this.#clock()) && !this.#isSlow(connection)) return true
    this.#drop(connection, 'slow')
    return false
  }

  /** Says goodbye to everyone, writes what is left to write, and closes the database. */
  async stop(): Promise<void> {
    this.#sync.stop()
    for (const connection of [...this.#connections.values()]) this.#drop(connection, 'restart')
    this.#writeHistory(true)
    this.#tellUnread()
    if (!this.readOnly) this.#commit(this.#clock(), true, () => this.#checkpoint(this.#clock()))
    await this.database.durable().catch(() => this.#log('error', 'room-not-durable', { agenda: this.agenda }))
    this.#loaded?.destroy()
    this.database.close()
  }

  #answer(connection: Connection, stateVector: Uint8Array): void {
    let missing: Uint8Array
    try {
      missing = Y.encodeStateAsUpdate(this.doc, stateVector)
    } catch {
      return this.#dismiss(connection, 'refused', 'L1 malformed state vector')
    }
    connection.answered = missing.length
    const frames = [syncFrame(syncSteps.step2, missing)]
    if (mayWriteText(connection.member.role) && !this.readOnly) frames.push(this.#request())
    const everybody = connection.askedPresence ? undefined : this.#presence.everybody()
    connection.askedPresence = true
    connection.socket.send(everybody ? [...frames, everybody] : frames)
  }

  #edit(connection: Connection, update: Uint8Array, isAnswer: boolean, now: number): void {
    if (this.#state.state === 'full' && now >= this.#state.retryAt) this.#tryAgain(now)
    const { person, role } = connection.member
    const verdict = judge(this.doc, update, { person, role, epoch: this.#epoch, ownerOf: this.#ownerOf })
    switch (verdict.answer) {
      case 'known':
        if (isAnswer) connection.owes = false
        return this.#sync.ask()
      case 'resync':
        connection.owes = true
        connection.socket.send([this.#request()])
        return
      case 'refused':
        return this.#dismiss(connection, verdict.reason, verdict.rule)
      case 'accepted':
        if (this.readOnly) {
          connection.owes = true
          return
        }
        return this.#accept(connection, update, isAnswer, verdict, now)
      default:
        verdict satisfies never
    }
  }

  #accept(
    connection: Connection,
    update: Uint8Array,
    isAnswer: boolean,
    { newClients, touched, touchesAgenda }: { newClients: number[]; touched: Touched[]; touchesAgenda: boolean },
    now: number,
  ): void {
    const { person } = connection.member
    this.#bursts.begin(this.doc, person, { touched, touchesAgenda }, now)
    let encoded: Uint8Array[]
    try {
      encoded = this.#document.apply(update)
    } catch (error) {
      // Yjs can throw after it took something in. What is in memory now is worth nothing; the log is.
      this.#log('warn', 'room-rebuilt', { agenda: this.agenda, cause: nameOf(error) })
      this.#rebuild()
      return this.#dismiss(connection, 'refused', 'G5 not applicable')
    }
    const numbers: Record<string, number> = {}
    const makesItem = touched.some(({ item }) => !this.#numbers.has(item as ItemId))
    const isOneRow =
      newClients.length + this.#bursts.over.length === 0 &&
      encoded.length === 1 &&
      update.length < oneRow &&
      !touchesAgenda &&
      !makesItem
    const written = this.#commit(now, !isOneRow, () => {
      for (const client of newClients) this.store.bindClient(client, person, this.#epoch, now)
      for (const bytes of encoded) this.#append(person, bytes, now)
      this.store.addHistory(this.#bursts.over)
      for (const { item } of touched) {
        if (!isId<ItemId>(item) || this.#numbers.has(item) || !itemMap(this.doc, item)) continue
        numbers[item] = this.#numberItem(item, person, now)
      }
      if (touchesAgenda) this.#tellDirectory()
    })
    if (!written) {
      connection.owes = true
      return
    }
    this.#bursts.written()
    if (isAnswer) connection.owes = false
    this.#tally.edits += 1
    this.#tally.editBytes += update.length
    // The first is what the sender sent. What Yjs adds of its own (it tidies up after formatting) the sender needs as well.
    for (const [index, bytes] of encoded.entries()) {
      this.#broadcast(syncFrame(syncSteps.update, bytes), index === 0 ? connection : undefined)
    }
    if (Object.keys(numbers).length > 0) this.#tell({ kind: 'numbers', numbers })
    if (touchesAgenda) this.#news()
    this.#sync.ask()
    // Apart from the edit itself: a checkpoint that fails must not undo what everyone has seen.
    if (this.#document.isCheckpointDue) this.#commit(now, true, () => this.#checkpoint(now))
  }

  #checkpoint(now: number): void {
    this.#document.checkpoint(this.store)
    sealLog(this.store, now)
  }

  #append(person: PersonId, bytes: Uint8Array, at: number): void {
    const seq = this.store.appendUpdate({ at, person, bytes })
    this.#document.logged(seq, bytes.length)
  }

  #numberItem(item: ItemId, person: PersonId, at: number, wanted?: number): number {
    const number = wanted ?? this.#lastNumber + 1
    this.store.addItem({ item, number, person, at })
    this.#number(item, number)
    return number
  }

  #number(item: ItemId, number: number): void {
    this.#numbers.set(item, number)
    this.#lastNumber = Math.max(this.#lastNumber, number)
  }

  #readNumbers(): void {
    this.#numbers.clear()
    this.#lastNumber = 0
    for (const { item, number } of this.store.items()) this.#number(item, number)
  }

  #tellDirectory(): void {
    const { organisations, members } = this.store.seat()
    this.store.addToOutbox({
      kind: 'agenda',
      agenda: this.agenda,
      ...readAgendaHead(this.doc),
      region: this.store.setting('region') ?? '',
      parties: organisations.length,
      organisations,
      members: members.map(({ person, role, organisation }) => {
        return { person, role, unread: this.#unreadOf(person, role), organisation }
      }),
      openSteps: openStepsOf(this.store),
    })
  }

  #unreadOf(person: PersonId, role: Role): number {
    this.#unread ??= this.store.comments.unread()
    return mayReadDraft(role) ? (this.#unread.get(person) ?? 0) : 0
  }

  /** Tells the directory how much everyone has to read: not with every comment, since it costs what all comments cost. */
  #tellUnread(): void {
    if (!this.#isUnreadDue || this.readOnly) return
    const isTold = this.#commit(this.#clock(), true, () => {
      this.store.setSetting('unread', 'told')
      this.#tellDirectory()
    })
    if (!isTold) return
    this.#isUnreadDue = false
    this.#news()
  }

  /**
   * Writes all of it or nothing; one row alone needs no transaction to be that. When it fails nothing was sent yet: back
   * to what the log holds, and no more writing for now. Says whether it succeeded.
   */
  #commit(now: number, inTransaction: boolean, write: () => void): boolean {
    try {
      if (inTransaction) this.store.transaction(write)
      else write()
      return true
    } catch (error) {
      this.#tally.commitFailures += 1
      this.#log('error', 'room-cannot-write', { agenda: this.agenda, cause: nameOf(error) })
      this.#rebuild()
      if (this.#state.state !== 'broken') this.#state = { state: 'full', retryAt: now + retryAfter }
      this.#tell({ kind: 'read-only', readOnly: true })
      return false
    }
  }

  /** Whether there is room again is only known by writing. If so, everyone sends what was not taken in meanwhile. */
  #tryAgain(now: number): void {
    try {
      this.store.transaction(() => this.store.setSetting('resumed', String(now)))
    } catch {
      this.#state = { state: 'full', retryAt: now + retryAfter }
      return
    }
    this.#state = { state: 'open' }
    this.#log('info', 'room-resumes', { agenda: this.agenda })
    this.#tell({ kind: 'read-only', readOnly: false })
    for (const { socket, member } of this.#connections.values()) {
      if (mayWriteText(member.role)) socket.send([this.#request()])
    }
  }

  /** Whether there is something to do later, when nobody says anything: history to write, or a disk to try again. */
  get hasWork(): boolean {
    return this.#state.state === 'full' || this.#bursts.isOpen || this.#isUnreadDue
  }

  /** Lets a room that could not write try again, also when nobody types. The host calls this now and then. */
  wake(): void {
    const now = this.#clock()
    if (this.#state.state === 'full' && now >= this.#state.retryAt) this.#tryAgain(now)
    this.#writeHistory(false)
    this.#tellUnread()
  }

  readonly #ownerOf = (client: number): ClientOwner | undefined => {
    const known = this.#owners.get(client) ?? this.store.clientOwner(client)
    if (known) this.#owners.set(client, known)
    return known
  }

  #rebuild(): void {
    this.#owners.clear()
    this.#loaded?.destroy()
    this.#loaded = undefined
    try {
      this.#loaded = new RoomDocument(this.store)
    } catch (error) {
      // What is in memory is no longer true: nothing of it may be written, acknowledged or shown any more.
      this.#state = { state: 'broken' }
      for (const { socket } of this.#connections.values()) socket.close('restart')
      this.#connections.clear()
      throw error
    }
    this.#readNumbers()
  }

  #writeHistory(all: boolean): void {
    if (this.readOnly) return
    const now = this.#clock()
    this.#bursts.end(this.doc, now, all)
    const { over } = this.#bursts
    if (over.length > 0 && this.#commit(now, true, () => this.store.addHistory(over))) this.#bursts.written()
  }

  /** What is written by now, by connection. */
  #received(): { connection: Connection; received: number }[] {
    return [...this.#connections.values()]
      .filter(({ owes, received, acknowledged }) => !owes && received > acknowledged)
      .map((connection) => ({ connection, received: connection.received }))
  }

  #acknowledge(written: { connection: Connection; received: number }[]): void {
    for (const { connection, received } of written) {
      if (connection.owes || !this.#connections.has(connection.socket)) continue
      connection.acknowledged = received
      this.#remember(connection)
      if (connection.ours) connection.socket.send([savedFrame(received)])
    }
  }

  #loseDisk(error: unknown): void {
    this.#state = { state: 'broken' }
    this.#log('error', 'room-not-durable', { agenda: this.agenda, cause: nameOf(error) })
    this.#tell({ kind: 'read-only', readOnly: true })
  }

  #present(connection: Connection, entries: readonly PresenceEntry[], now: number): void {
    if (this.#presence.clientOf(connection) === undefined) {
      const client = this.#clientOfFirst(connection, entries, now)
      if (client === undefined) return
      this.#presence.enter(connection, client)
    }
    const own = entries.find(({ client }) => client === this.#presence.clientOf(connection))
    const frame = own && this.#presence.take(connection, own, connection.user)
    if (frame) this.#broadcast(frame)
  }

  /** Plain clients send everybody's presence: the id that is theirs is the one that is bound to nobody, or to them. */
  #clientOfFirst({ member }: Connection, entries: readonly PresenceEntry[], now: number): number | undefined {
    const unbound: number[] = []
    const mine: number[] = []
    for (const { client } of entries) {
      const owner = this.#ownerOf(client)
      if (!owner) unbound.push(client)
      else if (owner.person === member.person && owner.epoch === this.#epoch) mine.push(client)
      // It can be neither the only unbound one nor the only own one any more, and every look-up costs.
      if (unbound.length > 1 || mine.length > 1) return undefined
    }
    const [only] = unbound
    if (only === undefined) return mine[0]
    if (!this.readOnly) this.#commit(now, false, () => this.store.bindClient(only, member.person, this.#epoch, now))
    return only
  }

  #request(): Uint8Array {
    return syncFrame(syncSteps.step1, Y.encodeStateVector(this.doc))
  }

  /** To everyone but the one who sent it. */
  #broadcast(frame: Uint8Array, except?: Connection): void {
    this.#sendTo(frame, (connection) => connection !== except)
  }

  /** To our own clients. */
  #tell(event: RoomEvent): void {
    this.#sendTo(eventFrame(event), ({ ours }) => ours)
  }

  /** Whose session is over or who lags too far behind is cut instead. */
  #sendTo(frame: Uint8Array, isMeant: (connection: Connection) => boolean): void {
    const now = this.#clock()
    const gone: [Connection, CloseReason][] = []
    for (const connection of this.#connections.values()) {
      if (!isMeant(connection)) continue
      if (now > connection.until) gone.push([connection, 'notSignedIn'])
      else if (this.#isSlow(connection)) gone.push([connection, 'slow'])
      else connection.socket.send([frame])
    }
    for (const [connection, reason] of gone) this.#drop(connection, reason)
  }

  #isSlow({ socket, answered }: Connection): boolean {
    return socket.unsent() > this.#limits.unsentBytes + answered
  }

  #dismiss(connection: Connection, reason: CloseReason, rule: string): void {
    this.#tally.dismissals += 1
    this.#log('warn', 'connection-dismissed', { agenda: this.agenda, person: connection.member.person, reason, rule })
    this.#drop(connection, reason)
  }

  #drop(connection: Connection, reason: CloseReason): void {
    connection.socket.close(reason)
    this.closed(connection.socket)
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? ((error as Error & { code?: string }).code ?? error.name) : 'unknown'
}

/** Whether SQLite itself could not go on (its disk is full, its file is gone), and not what was asked of it. */
function isOfStorage(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code = '' } = error as { code?: string }
  return /SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN|NOMEM)/.test(`${code} ${error.message}`) || isOfStorage(error.cause)
}
