import { nanoid } from 'nanoid'
import * as Y from 'yjs'
import type { Me } from '../../shared/api.ts'
import { itemMap, itemsMap } from '../../shared/document/layout.ts'
import { bytesToText, type Dossier, dossierHeading, textToBytes } from '../../shared/dossier.ts'
import { sha256Hex } from '../../shared/hash.ts'
import { type AgendaId, type ItemId, isId, type MandateId, type OrganisationId } from '../../shared/ids.ts'
import type { TakenIn } from '../ports.ts'
import type { UpdateRow } from '../store/log-store.ts'
import type { MemberRecord } from '../store/people-store.ts'
import type { RoomReader, RoomStore, Seat } from '../store/room-store.ts'
import { judge } from './gate/judge.ts'
import { exportRecord, importRecord, mistakesInSaid } from './record/dossier-record.ts'
import type { Room } from './room.ts'
import { UnreadableRoom } from './room-document.ts'
import { seatOfMaker } from './seat.ts'

/** Everything of one agenda as it stands in the store. The same store gives the same text, byte for byte. */
export function exportDossier(agenda: AgendaId, store: RoomReader): Dossier {
  const log = store.log()
  if (log.some(({ seq }, index) => seq !== index + 1)) throw new UnreadableRoom('A row of the log is missing')
  const { organisations, plans } = store.seat()
  const dossier: Dossier = {
    ...dossierHeading,
    agenda,
    epoch: store.setting('epoch') ?? '',
    settings: { region: store.setting('region') ?? '' },
    organisations,
    members: store.people.memberRecords(),
    plans,
    items: store.items(),
    clients: store.clients(),
    log: log.map(({ at, person, bytes }) => ({ at, person, bytes: bytesToText(bytes) })),
    history: store.changes().map(({ at, person, item, field, before, after }) => ({
      at,
      person,
      item,
      field,
      before: JSON.parse(before) as unknown,
      after: JSON.parse(after) as unknown,
    })),
    ...exportRecord(store),
    document: bytesToText(documentOf(log)),
  }
  return dossier
}

/** Everything of a dossier, checked and decoded. */
export type CheckedDossier = Omit<Dossier, 'log' | 'document'> & {
  log: UpdateRow[]
  document: Uint8Array
  /** By which the same dossier is known again when it is sent twice. */
  fingerprint: string
}

type Mistake = { path: string; message: string }
type Checked = { ok: true; dossier: CheckedDossier } | { ok: false; mistakes: Mistake[] }

/** No more than these are named: a person mends the first few, and a broken dossier can have millions. */
const mistakesNamed = 20
/** The gate's own depth, and what a value has around it. */
const deepestValue = 128
/** After so many edits others get their turn. */
const breatheEvery = 500

/**
 * Takes an agenda into a room that is new, once: the same dossier again finds it made. The room is only opened when
 * everything fits together.
 */
export async function takeInOnce(room: () => Room, dossier: Dossier, taker: Me): Promise<TakenIn> {
  const checked = await checkDossier(dossier)
  if (!checked.ok) return { answer: 'invalid', mistakes: checked.mistakes }
  const target = room()
  if (target.epoch !== '') {
    const isSame = target.store.setting('dossier') === checked.dossier.fingerprint
    return { answer: isSame && target.member(taker.person)?.role === 'coordinator' ? 'made' : 'taken' }
  }
  target.takeIn(checked.dossier, taker, nanoid())
  return { answer: 'made' }
}

/**
 * Whether everything in a dossier fits together (rule B8). Its log is replayed through the gate, edit by edit: what no
 * client could have written, no dossier brings in either.
 */
export async function checkDossier(dossier: Dossier): Promise<Checked> {
  const mistakes = first(mistakesInRecord(dossier))
  if (mistakes.length > 0) return { ok: false, mistakes }
  const doc = new Y.Doc()
  try {
    const replayed = await replay(doc, dossier)
    if (!replayed.ok) return { ok: false, mistakes: [replayed.mistake] }
    const unfit = first(mistakesInWhole(doc, replayed.log, dossier))
    if (unfit.length > 0) return { ok: false, mistakes: unfit }
    const fingerprint = sha256Hex(JSON.stringify(dossier))
    return { ok: true, dossier: { ...dossier, log: replayed.log, document: Y.encodeStateAsUpdate(doc), fingerprint } }
  } finally {
    doc.destroy()
  }
}

function first(mistakes: Iterable<Mistake>): Mistake[] {
  const named: Mistake[] = []
  for (const mistake of mistakes) if (named.push(mistake) === mistakesNamed) break
  return named
}

function* mistakesInRecord({ organisations, members, plans, items, clients, history }: Dossier): Iterable<Mistake> {
  yield* twice('organisations', organisations, ({ id }) => id)
  yield* twice('members', members, ({ person }) => person)
  yield* twice('plans', plans, ({ id }) => id)
  yield* twice('items', items, ({ item }) => item)
  yield* twice('clients', clients, ({ client }) => client)
  const parties = new Set(organisations.map(({ id }) => id))
  for (const [name, list] of Object.entries({ members, plans })) {
    for (const [index, { organisation }] of list.entries())
      if (!parties.has(organisation))
        yield { path: `${name}.${index}.organisation`, message: 'Not among organisations' }
  }
  yield* mistakesInMembers(members, parties)
  // An agenda that was made from a file has the numbers of that file, with gaps where some were left out.
  for (const [index, { number }] of items.entries())
    if (number <= (items[index - 1]?.number ?? 0))
      yield { path: `items.${index}.number`, message: 'Numbers go up, each once' }
  const numbered = new Set(items.map(({ item }) => item))
  for (const [index, { item, before, after }] of history.entries()) {
    if (item !== '' && !numbered.has(item)) yield { path: `history.${index}.item`, message: 'Not among items' }
    if (!isShallow([before, after], deepestValue)) yield { path: `history.${index}`, message: 'Nests too deep' }
  }
}

function* mistakesInMembers(members: Dossier['members'], parties: ReadonlySet<OrganisationId>): Iterable<Mistake> {
  const everyone = new Set(members.map(({ person }) => person))
  const mandates = new Set<MandateId>()
  for (const [index, { organisation, alsoFor = [], mandates: held = [] }] of members.entries()) {
    const at = `members.${index}`
    yield* twice(`${at}.alsoFor`, [organisation, ...alsoFor], (party) => party)
    for (const [place, party] of alsoFor.entries())
      if (!parties.has(party)) yield { path: `${at}.alsoFor.${place}`, message: 'Not among organisations' }
    for (const [place, mandate] of held.entries()) {
      const path = `${at}.mandates.${place}`
      if (mandates.has(mandate.id)) yield { path, message: 'There twice' }
      mandates.add(mandate.id)
      if (!parties.has(mandate.organisation)) yield { path: `${path}.organisation`, message: 'Not among organisations' }
      if (mandate.deputy !== undefined && !everyone.has(mandate.deputy))
        yield { path: `${path}.deputy`, message: 'Not among members' }
    }
  }
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1))
}

function* twice<Entry>(name: string, list: readonly Entry[], keyOf: (entry: Entry) => unknown): Iterable<Mistake> {
  const seen = new Set<unknown>()
  for (const [index, entry] of list.entries()) {
    const key = keyOf(entry)
    if (seen.has(key)) yield { path: `${name}.${index}`, message: 'There twice' }
    seen.add(key)
  }
}

type Replayed = { ok: true; log: UpdateRow[] } | { ok: false; mistake: Mistake }

async function replay(doc: Y.Doc, { log, clients }: Dossier): Promise<Replayed> {
  // Epochs of the past have no say here: each id writes in the name of its one owner.
  const owners = new Map(clients.map(({ client, person }) => [client, { person, epoch: '' }]))
  const ownerOf = (client: number) => owners.get(client)
  const rows: UpdateRow[] = []
  for (const [index, { at, person, bytes }] of log.entries()) {
    if (index % breatheEvery === breatheEvery - 1) await new Promise((resolve) => setTimeout(resolve, 0))
    const mistake = (message: string) => ({ ok: false as const, mistake: { path: `log.${index}.bytes`, message } })
    const update = textToBytes(bytes)
    const verdict = judge(doc, update, { person, role: 'coordinator', epoch: '', ownerOf, isOfLog: true })
    if (verdict.answer === 'refused') return mistake(`Refused by the gate: ${verdict.rule}`)
    if (verdict.answer === 'resync') return mistake('Builds on an edit that is not before it')
    // An edit that is known already is no mistake: people who delete the same at once leave such rows.
    if (verdict.answer === 'accepted' && verdict.newClients.length > 0)
      return mistake('Written under a client id that is not among clients')
    try {
      // As a room reads its log: Yjs tidies up marks by itself only after what comes from elsewhere.
      doc.transact(() => Y.applyUpdate(doc, update))
    } catch {
      // What Yjs throws says nothing to a person: what matters is which edit it was.
      return mistake('Cannot be applied')
    }
    if (doc.store.pendingStructs || doc.store.pendingDs) return mistake('Cannot be applied')
    rows.push({ at, person, bytes: update })
  }
  return { ok: true, log: rows }
}

function* mistakesInWhole(doc: Y.Doc, log: UpdateRow[], dossier: Dossier): Iterable<Mistake> {
  yield* mistakesInDocument(doc, log, dossier)
  yield* mistakesInSaid(dossier, log)
}

function* mistakesInDocument(doc: Y.Doc, log: UpdateRow[], { items, document }: Dossier): Iterable<Mistake> {
  // Edit by edit, and at once as a room reads its log: both must give the document that is claimed.
  if (!isSameDocument([() => Y.encodeStateAsUpdate(doc), () => documentOf(log), () => textToBytes(document)]))
    yield { path: 'document', message: 'Not what replaying the log gives' }
  const numbered = new Set(items.map(({ item }) => item))
  for (const key of itemsMap(doc).keys())
    if (isId<ItemId>(key) && itemMap(doc, key) && !numbered.has(key))
      yield { path: 'items', message: `Lacks ${key}, which is in the document` }
}

function isSameDocument(ways: (() => Uint8Array)[]): boolean {
  try {
    const [one, ...others] = ways.map((encode) => bytesToText(normalForm(encode())))
    return others.every((other) => other === one)
  } catch {
    // One of them is no document at all.
    return false
  }
}

/** The document that a log makes, in one form whatever the order in which its edits once came. */
function documentOf(log: readonly UpdateRow[]): Uint8Array {
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const { bytes } of log) Y.applyUpdate(doc, bytes)
  })
  const document = normalForm(Y.encodeStateAsUpdate(doc))
  doc.destroy()
  return document
}

/** A document as one update, however it came about: loading it joins what can be joined. */
function normalForm(document: Uint8Array): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, document)
  const encoded = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return encoded
}

/** Writes a dossier into the store of a room that is new. Belongs in a transaction. Its taker becomes a coordinator. */
export function importDossier(
  store: RoomStore,
  dossier: CheckedDossier,
  { taker, epoch }: { taker: Me; epoch: string },
) {
  const { settings, items, clients, log, history, document, fingerprint } = dossier
  if (store.setting('epoch') !== undefined) throw new Error('The room is not empty')
  store.setSetting('epoch', epoch)
  store.setSetting('region', settings.region)
  store.setSetting('dossier', fingerprint)
  const { organisations, members, plans } = withCoordinator(dossier, taker)
  store.setSeat({ organisations, members: [], plans })
  for (const member of members) store.people.addMember(member)
  for (const { client, person, epoch: since, at } of clients) store.bindClient(client, person, since, at)
  for (const item of items) store.addItem(item)
  importRecord(store, dossier)
  let seq = 0
  for (const row of log) seq = store.appendUpdate(row)
  if (seq > 0) store.writeCheckpoint(seq, document)
  store.addHistory(
    history.map(({ before, after, ...change }) => ({
      ...change,
      before: JSON.stringify(before ?? null),
      after: JSON.stringify(after ?? null),
    })),
  )
}

type Table = Pick<Seat, 'organisations' | 'plans'> & { members: MemberRecord[] }

function withCoordinator({ organisations, members, plans }: Table, taker: Me): Table {
  if (members.some(({ person }) => person === taker.person)) {
    const appointed = members.map((member) => {
      if (member.person !== taker.person) return member
      const { endedAt, ...present } = member
      return { ...present, role: 'coordinator' as const }
    })
    return { organisations, members: appointed, plans }
  }
  const own = seatOfMaker(taker)
  const party = organisations.find(({ name, kind }) => name === taker.organisation && kind === taker.organisationKind)
  const maker = own.members.map((member) => ({ ...member, ...(party && { organisation: party.id }), since: 0 }))
  return {
    organisations: party ? organisations : [...organisations, ...own.organisations],
    members: [...members, ...maker],
    plans,
  }
}
