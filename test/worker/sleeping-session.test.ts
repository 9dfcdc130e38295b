import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemsMap } from '../../shared/document/layout.ts'
import { readItem, readItems, titleText } from '../../shared/document/read.ts'
import { createItem, setItemValues, setText } from '../../shared/document/write.ts'
import { type AgendaId, asId, type ItemId } from '../../shared/ids.ts'
import { Chance } from '../kit/chance.ts'
import { connectPlain, synced, until } from '../kit/plain-client.ts'
import { kindOf, readAwareness } from '../kit/raw-client.ts'
import { makeAgenda, type Visitor } from '../kit/server.ts'
import { startTestWorker, type TestWorker } from '../kit/worker.ts'
import { isStep, WritingClient } from '../kit/writing-client.ts'

let worker: TestWorker
let coordinator: Visitor
let editor: Visitor

beforeAll(async () => {
  worker = await startTestWorker()
  coordinator = await worker.signIn('coordinator')
  editor = await worker.signIn('beleidsadviseur-dordrecht')
}, 60_000)

afterAll(() => worker.stop())

/** One frame goes out; the answer is what shows that the room has had it. */
type Step = { what: string; send: () => void; answer: () => Promise<unknown> }

const [first, second] = [asId<ItemId>('een'), asId<ItemId>('twee')]

/** A whole meeting of two people, frame by frame: they arrive, say where they are, write, lose a frame, repeat one. */
function session(mine: WritingClient, theirs: WritingClient): Step[] {
  const write = (client: WritingClient, change: (doc: Y.Doc) => void) => () => {
    change(client.doc)
    client.sendUpdate()
  }
  const retitle = (client: WritingClient, item: ItemId, title: string) =>
    write(client, (doc) => {
      const text = titleText(doc, item)
      if (text) setText(text, title)
    })
  /** Saved for who wrote, and seen by the other. */
  const arrived = (from: WritingClient, to: WritingClient, isThere: () => boolean) => async () => {
    await from.allSaved()
    await until(to.doc, isThere)
  }
  const seenAt = (client: WritingClient, of: WritingClient, item: string | undefined) => () =>
    client.raw.frame(
      (frame) =>
        kindOf(frame) === 1 &&
        readAwareness(frame).some(
          ({ client: id, state }) => id === of.doc.clientID && (state as { item?: string } | null)?.item === item,
        ),
    )
  let repeated: Uint8Array = new Uint8Array()
  return [
    {
      what: 'I ask for the state',
      send: () => mine.askState(),
      answer: () => mine.next((frame) => isStep(frame, 'step2')),
    },
    { what: 'so do they', send: () => theirs.askState(), answer: () => theirs.next((frame) => isStep(frame, 'step2')) },
    { what: 'I say where I am', send: () => mine.sendPresence({ item: first }), answer: seenAt(theirs, mine, first) },
    {
      what: 'I make an item',
      send: write(mine, (doc) => createItem(doc, { id: first, title: 'Ver', duty: 'joint', rank: 'a0' })),
      answer: arrived(mine, theirs, () => itemsMap(theirs.doc).has(first)),
    },
    {
      what: 'they write in it',
      send: () => {
        setText(titleOf(theirs, first), 'Vervoer')
        repeated = theirs.takeUpdate()
        theirs.sendUpdate(repeated)
      },
      answer: arrived(theirs, mine, () => readItem(mine.doc, first)?.title === 'Vervoer'),
    },
    { what: 'they send that again', send: () => theirs.sendUpdate(repeated), answer: () => theirs.allSaved() },
    {
      what: 'they say where they are',
      send: () => theirs.sendPresence({ item: first }),
      answer: seenAt(mine, theirs, first),
    },
    {
      what: 'I go on',
      send: retitle(mine, first, 'Vervoer naar school'),
      answer: arrived(mine, theirs, () => readItem(theirs.doc, first)?.title === 'Vervoer naar school'),
    },
    {
      what: 'they make another, of which the first frame is lost',
      send: () => {
        createItem(theirs.doc, { id: second, title: 'Wachttijd', duty: 'municipality', rank: 'a1' })
        theirs.takeUpdate()
        setItemValues(theirs.doc, second, { priority: 'high' })
        theirs.sendUpdate()
      },
      answer: () => theirs.next((frame) => isStep(frame, 'step1')),
    },
    {
      what: 'I write meanwhile',
      send: write(mine, (doc) => setItemValues(doc, first, { status: 'in-progress' })),
      answer: arrived(mine, theirs, () => readItem(theirs.doc, first)?.status === 'in-progress'),
    },
    {
      what: 'they answer with all they have',
      send: () => theirs.sendState(),
      answer: arrived(theirs, mine, () => readItem(mine.doc, second)?.priority === 'high'),
    },
    { what: 'I move to it', send: () => mine.sendPresence({ item: second }), answer: seenAt(theirs, mine, second) },
    {
      what: 'I take some words away',
      send: retitle(mine, first, 'Vervoer'),
      answer: arrived(mine, theirs, () => readItem(theirs.doc, first)?.title === 'Vervoer'),
    },
    {
      what: 'they write in the second',
      send: retitle(theirs, second, 'Wachttijden'),
      answer: arrived(theirs, mine, () => readItem(mine.doc, second)?.title === 'Wachttijden'),
    },
  ]

  function titleOf(client: WritingClient, item: ItemId): Y.Text {
    const text = titleText(client.doc, item)
    if (!text) throw new Error('no title')
    return text
  }
}

/** Sends the frame and waits for its answer; a connection that ends instead is a failure with the name of the step. */
async function take({ what, send, answer }: Step, ...clients: WritingClient[]): Promise<void> {
  const ended = clients.map(async ({ raw }) => {
    throw new Error(`${what}: closed with ${await raw.closed}`)
  })
  // Later they may end as they like.
  for (const end of ended) end.catch(() => {})
  const answered = answer()
  send()
  await Promise.race([answered, ...ended])
}

async function meet(): Promise<{ agenda: AgendaId; mine: WritingClient; theirs: WritingClient }> {
  const agenda = await makeAgenda(worker, coordinator)
  const mine = new WritingClient(worker.url, agenda, coordinator)
  const theirs = new WritingClient(worker.url, agenda, editor)
  await Promise.all([mine.raw.opened(), theirs.raw.opened()])
  return { agenda, mine, theirs }
}

/** Both have what the room has, the room calls everything saved, and it knows who is where. */
async function expectAgreement(agenda: AgendaId, mine: WritingClient, theirs: WritingClient): Promise<void> {
  await worker.evict(agenda, 'hibernate')
  const late = new WritingClient(worker.url, agenda, editor)
  await late.raw.opened()
  late.askState()
  await late.next((frame) => isStep(frame, 'step2'))
  for (const { doc } of [mine, theirs]) expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(late.doc))
  expect([mine.saved, theirs.saved]).toEqual([mine.sent, theirs.sent])
  expect(readItems(late.doc)).toMatchObject([
    { id: first, title: 'Vervoer', status: 'in-progress' },
    { id: second, title: 'Wachttijden', priority: 'high' },
  ])
  const here = readAwareness(await late.raw.frame((frame) => kindOf(frame) === 1))
  expect(new Set(here.map(({ client }) => client))).toEqual(new Set([mine.doc.clientID, theirs.doc.clientID]))
  expect(here).toContainEqual(
    expect.objectContaining({ client: mine.doc.clientID, state: expect.objectContaining({ item: second }) as unknown }),
  )
  for (const client of [late, mine, theirs]) client.leave()
}

describe('a room that falls asleep between any two messages', () => {
  it('[R1] [L5] keeps every edit, every place, and what it owes, after each answer', async () => {
    const { agenda, mine, theirs } = await meet()
    for (const step of session(mine, theirs)) {
      await worker.evict(agenda, 'hibernate')
      await take(step, mine, theirs)
    }
    await expectAgreement(agenda, mine, theirs)
  })

  it.for([1, 2, 3, 4])('does so when it falls asleep while frames are on their way, seed %i', async (seed) => {
    const chance = new Chance(seed)
    const { agenda, mine, theirs } = await meet()
    for (const step of session(mine, theirs)) {
      const taken = take(step, mine, theirs)
      for (let times = chance.below(3); times > 0; times--) await worker.evict(agenda, 'hibernate')
      await taken
    }
    await expectAgreement(agenda, mine, theirs)
  })

  it('[A1] [G1] refuses what it must, and nothing of it stays', async () => {
    const { agenda, mine, theirs } = await meet()
    createItem(mine.doc, { id: first, title: 'Vervoer', duty: 'joint', rank: 'a0' })
    mine.sendUpdate()
    await until(theirs.doc, () => itemsMap(theirs.doc).has(first))
    await worker.evict(agenda, 'hibernate')
    theirs.doc.getMap('agenda').set('title', 'Van ons alleen')
    theirs.sendUpdate()
    expect(await theirs.raw.closed).toBe(4403)
    await worker.evict(agenda, 'hibernate')

    const again = new WritingClient(worker.url, agenda, editor)
    await again.raw.opened()
    again.askState()
    await again.next((frame) => isStep(frame, 'step2'))
    expect(again.doc.getMap('agenda').get('title')).toBe('Proefagenda')
    setItemValues(again.doc, first, { priority: 'high' })
    await worker.evict(agenda, 'hibernate')
    again.sendUpdate()
    await until(mine.doc, () => readItem(mine.doc, first)?.priority === 'high')
    for (const client of [mine, theirs, again]) client.leave()
  })
})

describe('a room that is evicted in the middle of a session, with its sockets', () => {
  it('[R1] loses nothing of two people who write on, and of one who was away throughout', async () => {
    const agenda = await makeAgenda(worker, coordinator)
    const [mine, theirs, away] = [coordinator, editor, editor].map((as) => connectPlain(worker.url, agenda, as)) as [
      ReturnType<typeof connectPlain>,
      ReturnType<typeof connectPlain>,
      ReturnType<typeof connectPlain>,
    ]
    await Promise.all([mine, theirs, away].map(synced))
    away.provider.disconnect()
    itemsMap(away.doc).set('weg', new Y.Map([['title', new Y.Text('Van iemand die weg was')]]))
    const keys: string[] = []
    for (let round = 0; round < 8; round++) {
      for (const [name, { doc }] of [['ik', mine] as const, ['zij', theirs] as const]) {
        keys.push(`${name}-${round}`)
        itemsMap(doc).set(`${name}-${round}`, new Y.Map())
      }
      await worker.evict(agenda, 'close')
      // Now and then all is calm before the next time; else it comes while they are still finding their way back.
      if (round % 2 === 1) await Promise.all([mine, theirs].map(({ doc }) => until(doc, () => hasAll(doc, keys))))
    }
    away.provider.connect()
    const everybody = [mine, theirs, away]
    await Promise.all(everybody.map(({ doc }) => until(doc, () => hasAll(doc, [...keys, 'weg']))))
    const late = connectPlain(worker.url, agenda, coordinator)
    await synced(late)
    expect(new Set(itemsMap(late.doc).keys())).toEqual(new Set([...keys, 'weg']))
    for (const { doc } of everybody) expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(late.doc))
    for (const client of [...everybody, late]) client.close()
  })
})

function hasAll(doc: Y.Doc, keys: string[]): boolean {
  return keys.every((key) => itemsMap(doc).has(key))
}
