import { sql } from 'drizzle-orm'
import type { OutboxMessage } from '../../../server/ports.ts'
import { openRoomStore, type RoomStore, type Seat } from '../../../server/store/room-store.ts'
import {
  asId,
  type CommentId,
  type ItemId,
  type OrganisationId,
  type PersonId,
  type PlanId,
} from '../../../shared/ids.ts'
import { areEqual, isRefused, messageOf, type StorageRule, someBytes } from './rule.ts'

const person = asId<PersonId>('anna')
const item = asId<ItemId>('punt')
const mebibyte = 1 << 20

function append(store: RoomStore, length = 3): number {
  return store.appendUpdate({ at: 1, person, bytes: someBytes(length) })
}

function seatWith(name: string): Seat {
  const organisation = asId<OrganisationId>('gemeente')
  return {
    organisations: [
      { id: organisation, name, short: 'G', kind: 'municipality', website: 'https://gemeente.example' },
      { id: asId<OrganisationId>('alliantie'), name: 'Samenwerkingsverband', short: 'S', kind: 'alliance' },
    ],
    members: [
      { person: asId<PersonId>('bram'), name: 'Bram', initials: 'B', organisation, role: 'editor' },
      { person, name: 'Anna', initials: 'A', organisation, role: 'coordinator' },
    ],
    plans: [{ id: asId<PlanId>('plan'), kind: 'youth-plan', name: 'Jeugdplan', organisation, deadline: '2027-05-01' }],
  }
}

function goneMessage(comment: string): OutboxMessage {
  return { kind: 'comment-gone', comment: asId<CommentId>(comment) }
}

const frozenTables = [
  ['versions', 'hash'],
  ['version_items', 'salt'],
  ['version_contents', 'bytes'],
  ['item_salts', 'salt'],
] as const

/** What a room may count on, whatever keeps its rows. */
export const roomStoreRules: StorageRule[] = [
  {
    name: '[V1] what was frozen is not changed and not taken away, by whatever statement',
    see(open) {
      const database = open()
      const { versions } = openRoomStore(database)
      openRoomStore(database).setSeat(seatWith('Gemeente'))
      const metadata = { number: 1, at: '', title: 'Zo', region: '', parties: [], themes: [], plans: [] }
      const content = { title: 'Vervoer', duty: 'joint', reach: 'regional' } as const
      const aside = { rank: 'a', kind: 'oogo-subject', status: 'proposed' } as const
      const frozen = { item, salt: versions.saltOf(item), hash: 'h', content, aside }
      versions.addVersion({ number: 1, id: asId('v1'), at: 1, person, metadata, positions: {}, hash: 'a' }, [frozen])
      const isHeld = frozenTables.flatMap(([table, column]) =>
        [`update ${table} set ${column} = ${column}`, `delete from ${table}`].map((statement) =>
          messageOf(() => database.run(sql.raw(statement))).includes('What was frozen stays as it is'),
        ),
      )
      return { isHeld, title: versions.items(1)[0]?.content.title }
    },
    is: { isHeld: frozenTables.flatMap(() => [true, true]), title: 'Vervoer' },
  },
  ...[0, 1, 255, mebibyte].map((length) => ({
    name: `an edit of ${length} bytes comes back byte for byte`,
    see(open: () => Parameters<typeof openRoomStore>[0]) {
      // A view of a larger buffer, as what comes off the wire is: only what is in the view may be kept.
      const bytes = someBytes(length + 20).subarray(7, 7 + length)
      openRoomStore(open()).appendUpdate({ at: 1_790_000_000_000, person, bytes })
      const [row] = openRoomStore(open()).log()
      const isOurs = row?.bytes instanceof Uint8Array && row.bytes.constructor === Uint8Array
      return { at: row?.at, person: row?.person, equal: areEqual(row?.bytes, bytes), isOurs }
    },
    is: { at: 1_790_000_000_000, person, equal: true, isOurs: true },
  })),
  {
    name: 'the log is numbered from 1 without gaps, and what is rolled back gives its number back',
    see(open) {
      const store = openRoomStore(open())
      const first = append(store)
      const lost = messageOf(() =>
        store.transaction(() => {
          append(store)
          throw new Error('halfway')
        }),
      )
      return { first, lost, second: append(openRoomStore(open())), whole: store.document().updates.length }
    },
    is: { first: 1, lost: 'halfway', second: 2, whole: 2 },
  },
  {
    name: 'a transaction gives back what its callback gives',
    see: (open) => openRoomStore(open()).transaction(() => 'zo'),
    is: 'zo',
  },
  {
    name: 'a transaction that throws leaves nothing of what it wrote, in any table',
    see(open) {
      const store = openRoomStore(open())
      store.setSetting('epoch', 'voor')
      store.setSeat(seatWith('Voor'))
      const message = messageOf(() =>
        store.transaction(() => {
          store.setSetting('epoch', 'na')
          store.setSeat(seatWith('Na'))
          append(store)
          store.bindClient(1, person, 'e', 1)
          store.addItem({ item, number: 1, person, at: 1 })
          store.addToOutbox(goneMessage('een'))
          throw new Error('halfway')
        }),
      )
      const after = openRoomStore(open())
      const { log, items, clients, outbox } = { ...after }
      return {
        message,
        epoch: after.setting('epoch'),
        organisation: after.seat().organisations[0]?.name,
        rows: [log(), items(), clients(), outbox()].map(({ length }) => length),
      }
    },
    is: { message: 'halfway', epoch: 'voor', organisation: 'Voor', rows: [0, 0, 0, 0] },
  },
  {
    name: 'an inner transaction that throws takes only its own rows with it when the outer one goes on',
    see(open) {
      const store = openRoomStore(open())
      store.transaction(() => {
        store.setSetting('outer', '1')
        messageOf(() =>
          store.transaction(() => {
            store.setSetting('inner', '1')
            throw new Error('halfway')
          }),
        )
        store.setSetting('later', '1')
      })
      const after = openRoomStore(open())
      return ['outer', 'inner', 'later'].filter((key) => after.setting(key) === '1')
    },
    is: ['outer', 'later'],
  },
  {
    name: 'an inner transaction is gone when the outer one throws after it',
    see(open) {
      const store = openRoomStore(open())
      messageOf(() =>
        store.transaction(() => {
          store.transaction(() => store.setSetting('inner', '1'))
          throw new Error('halfway')
        }),
      )
      return openRoomStore(open()).setting('inner') ?? 'gone'
    },
    is: 'gone',
  },
  ...[0, mebibyte, mebibyte + 1, 5 * mebibyte + 3].map((length) => ({
    name: `a checkpoint of ${length} bytes comes back whole, with the rows after it, and replaces the one before`,
    see(open: () => Parameters<typeof openRoomStore>[0]) {
      const store = openRoomStore(open())
      for (let count = 0; count < 5; count++) append(store, count)
      store.transaction(() => store.writeCheckpoint(1, someBytes(3 * mebibyte)))
      store.transaction(() => store.writeCheckpoint(3, someBytes(length)))
      const after = openRoomStore(open())
      const { checkpoint, checkpointSeq, updates } = after.document()
      const largest = open().get<{ length: number }>(sql`select max(length(bytes)) length from checkpoints`)
      const seqs = open().all<{ seq: number }>(sql`select distinct seq from checkpoints`)
      return {
        equal: areEqual(checkpoint, someBytes(length)),
        checkpointSeq,
        after: updates.map(({ seq }) => seq),
        lengths: updates.map(({ bytes }) => bytes.length),
        log: after.log().map(({ seq }) => seq),
        logTo2: after.log(2).map(({ seq }) => seq),
        kept: seqs.map(({ seq }) => seq),
        // A Durable Object takes no value of more than 2 MB.
        fits: (largest?.length ?? 0) < 2_000_000,
      }
    },
    is: {
      equal: true,
      checkpointSeq: 3,
      after: [4, 5],
      lengths: [3, 4],
      log: [1, 2, 3, 4, 5],
      logTo2: [1, 2],
      kept: [3],
      fits: true,
    },
  })),
  {
    name: 'a new room has no document yet',
    see: (open) => openRoomStore(open()).document(),
    is: { checkpointSeq: 0, updates: [] },
  },
  ...[1, 2].map((seq) => ({
    name: `[R3] a log without its row ${seq} is not read as if it were whole`,
    see(open: () => Parameters<typeof openRoomStore>[0]) {
      const store = openRoomStore(open())
      for (let count = 0; count < 3; count++) append(store)
      open().run(sql`delete from updates where seq = ${seq}`)
      return messageOf(() => openRoomStore(open()).document())
    },
    is: 'A row of the log is missing',
  })),
  {
    name: '[R3] a checkpoint without one of its pieces is not read as if it were whole',
    see(open) {
      openRoomStore(open()).writeCheckpoint(0, someBytes(3 * mebibyte))
      open().run(sql`delete from checkpoints where piece = 1`)
      return messageOf(() => openRoomStore(open()).document())
    },
    is: 'A piece of the checkpoint is missing',
  },
  {
    name: '[G2] a client id stays with whom it was bound to first',
    see(open) {
      const largest = Number.MAX_SAFE_INTEGER
      const store = openRoomStore(open())
      store.bindClient(largest, person, 'eerst', 1)
      store.bindClient(largest, asId<PersonId>('bram'), 'later', 2)
      const after = openRoomStore(open())
      return { owner: after.clientOwner(largest), all: after.clients(), other: after.clientOwner(7) ?? 'nobody' }
    },
    is: {
      owner: { person, epoch: 'eerst' },
      all: [{ client: Number.MAX_SAFE_INTEGER, person, epoch: 'eerst', at: 1 }],
      other: 'nobody',
    },
  },
  {
    name: 'who sits at the table is replaced whole, in the order given',
    see(open) {
      const store = openRoomStore(open())
      store.setSeat(seatWith('Oud'))
      store.setSeat(seatWith('Nieuw'))
      return openRoomStore(open()).seat()
    },
    is: seatWith('Nieuw'),
  },
  {
    name: '[N1] a number is given once',
    see(open) {
      const store = openRoomStore(open())
      store.addItem({ item, number: 1, person, at: 5 })
      const sameNumber = isRefused(() => store.addItem({ item: asId<ItemId>('b'), number: 1, person, at: 6 }))
      const sameItem = isRefused(() => store.addItem({ item, number: 2, person, at: 7 }))
      return { sameNumber, sameItem, items: openRoomStore(open()).items() }
    },
    is: { sameNumber: true, sameItem: true, items: [{ item, number: 1, person, at: 5 }] },
  },
  {
    name: '[H1] the history of an item is given from the newest on, and all of it in order',
    see(open) {
      const row = (field: string, of = item) => ({ at: 1, person, item: of, field, before: 'null', after: '"x"' })
      openRoomStore(open()).addHistory([row('a'), row('b', asId<ItemId>('ander')), row('c')])
      openRoomStore(open()).addHistory([row('d')])
      const after = openRoomStore(open())
      return {
        item: after.history({ item, limit: 2 }).map(({ field }) => field),
        all: after.changes().map(({ field }) => field),
      }
    },
    is: { item: ['d', 'c'], all: ['a', 'b', 'c', 'd'] },
  },
  {
    name: 'what the directory has yet to hear is kept until it heard it',
    see(open) {
      const store = openRoomStore(open())
      for (const comment of ['een', 'twee', 'drie']) store.addToOutbox(goneMessage(comment))
      const [, second] = openRoomStore(open()).outbox()
      store.removeFromOutbox(second?.seq ?? 0)
      return openRoomStore(open())
        .outbox()
        .map(({ message }) => message)
    },
    is: [goneMessage('drie')],
  },
]
