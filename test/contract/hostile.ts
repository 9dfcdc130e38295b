import { connect } from 'node:net'
import * as encoding from 'lib0/encoding'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemsMap } from '../../shared/document/layout.ts'
import { readItem, titleText } from '../../shared/document/read.ts'
import { createItem, setText } from '../../shared/document/write.ts'
import { type AgendaId, asId, type ItemId, makeId } from '../../shared/ids.ts'
import { Chance } from '../kit/chance.ts'
import { connectPlain, type PlainClient, synced, until } from '../kit/plain-client.ts'
import { awarenessFrame, encode, RawClient, updateFrame } from '../kit/raw-client.ts'
import { makeAgenda, type Runtime, type Visitor } from '../kit/server.ts'

/** Thousands of frames take a while where every one of them wakes an object, on a machine that is busy. */
const patience = 60_000

/** A runtime with hostile people in it. */
export type Attacked = Runtime & {
  /** Looks inside, where one can: throws when something is wrong there. */
  inspect?: (agenda: AgendaId) => void
}

/**
 * What a room endures, in whatever runtime. Every attack comes from somebody with a valid session. After each one the room
 * is as it was, two innocent people go on undisturbed, and a newcomer gets the same document.
 */
export function hostileContract(start: () => Promise<Attacked>): void {
  let server: Attacked
  let hostile: Visitor
  let agenda: AgendaId
  let bystanders: [PlainClient, PlainClient]
  const item = asId<ItemId>('het-punt')

  beforeAll(async () => {
    server = await start()
    hostile = await server.signIn('bestuurder-po')
    const coordinator = await server.signIn('coordinator')
    const editor = await server.signIn('beleidsadviseur-dordrecht')
    agenda = await makeAgenda(server, coordinator)
    bystanders = [connectPlain(server.url, agenda, coordinator), connectPlain(server.url, agenda, editor)]
    await Promise.all(bystanders.map(synced))
    createItem(bystanders[0].doc, { id: item, title: 'Het punt', duty: 'joint', rank: 'a0' })
    await until(bystanders[1].doc, () => readItem(bystanders[1].doc, item)?.title === 'Het punt')
  })

  afterAll(async () => {
    for (const client of bystanders) client.close()
    await server.stop()
  })

  let rounds = 0
  afterEach(async () => {
    const [mine, theirs] = bystanders
    const title = `Het punt, ronde ${++rounds}`
    const text = titleText(mine.doc, item)
    if (text) setText(text, title)
    await until(theirs.doc, () => readItem(theirs.doc, item)?.title === title)
    const newcomer = connectPlain(server.url, agenda, hostile)
    await synced(newcomer)
    expect(itemsMap(newcomer.doc).toJSON()).toEqual(itemsMap(mine.doc).toJSON())
    expect(Y.encodeStateVector(newcomer.doc)).toEqual(Y.encodeStateVector(mine.doc))
    newcomer.close()
    server.inspect?.(agenda)
  })

  async function attack(...frames: Uint8Array[]): Promise<number> {
    const client = new RawClient(server.url, agenda, hostile)
    await client.opened()
    for (const frame of frames) client.send(frame)
    return await client.closed
  }

  /** An update written by hand: struct blocks and delete set exactly as given. */
  function craft(write: (encoder: encoding.Encoder) => void): Uint8Array {
    return updateFrame(encode(write))
  }

  describe('a hostile client', () => {
    it(
      '[L1] sends 10,000 malformed frames',
      async () => {
        const seed = 20261122
        const chance = new Chance(seed)
        const good = updateFrame(Y.encodeStateAsUpdate(bystanders[0].doc))
        const malformed = () => {
          const isNoise = chance.next() < 0.5
          const frame = isNoise ? chance.bytes(chance.below(200)) : good.slice()
          if (!isNoise) for (let flips = 0; flips < 8; flips++) frame[chance.below(frame.length)] = chance.below(256)
          // A frame that has become valid by accident is an edit like any other, so the first number is spoilt as well.
          if (frame.length > 0) frame[0] = 4 + chance.below(90)
          return frame
        }
        for (let round = 0; round < 5; round++) {
          const attacks = Array.from({ length: 20 }, () => attack(...Array.from({ length: 100 }, malformed)))
          expect(new Set(await Promise.all(attacks)), `seed ${seed}, round ${round}`).toEqual(new Set([4400]))
        }
      },
      patience,
    )

    it('[G1] sends updates that are cut off', async () => {
      const good = Y.encodeStateAsUpdate(bystanders[0].doc)
      for (const part of [0.1, 0.5, 0.9]) {
        expect(await attack(updateFrame(good.subarray(0, Math.floor(good.length * part))))).toBe(4400)
      }
    })

    it('[G1] sends an empty delete range', async () => {
      const client = bystanders[0].doc.clientID
      const frame = craft((encoder) => {
        encoding.writeVarUint(encoder, 0)
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarUint(encoder, 99_999)
        encoding.writeVarUint(encoder, 0)
      })
      expect(await attack(frame)).toBe(4400)
    })

    it('[G1] sends a skip', async () => {
      const frame = craft((encoder) => {
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarUint(encoder, 1)
        encoding.writeVarUint(encoder, 987_654)
        encoding.writeVarUint(encoder, 0)
        encoding.writeUint8(encoder, 10)
        encoding.writeVarUint(encoder, 5)
        encoding.writeVarUint(encoder, 0)
      })
      expect(await attack(frame)).toBe(4400)
    })

    it('[G1] sends a subdocument', async () => {
      const doc = new Y.Doc()
      doc.getMap('items').set('sub', new Y.Doc())
      expect(await attack(updateFrame(Y.encodeStateAsUpdate(doc)))).toBe(4400)
    })

    it('[G4] writes in a root that nobody knows', async () => {
      const doc = new Y.Doc()
      doc.getMap('elders').set('a', 1)
      expect(await attack(updateFrame(Y.encodeStateAsUpdate(doc)))).toBe(4400)
    })

    it('[G2] takes over the client id of somebody else', async () => {
      const victim = bystanders[0].doc
      const doc = new Y.Doc()
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(victim))
      doc.clientID = victim.clientID
      const before = Y.encodeStateVector(doc)
      createItem(doc, { id: makeId<ItemId>(), title: 'Vervalst', duty: 'joint', rank: 'a0' })
      expect(await attack(updateFrame(Y.encodeStateAsUpdate(doc, before)))).toBe(4409)
    })

    it('[G3] sends something that builds on what is not there', async () => {
      const doc = new Y.Doc()
      doc.getMap('items').set('een', 1)
      const before = Y.encodeStateVector(doc)
      doc.getMap('items').set('twee', 2)
      const client = new RawClient(server.url, agenda, hostile)
      await client.opened()
      client.send(updateFrame(Y.encodeStateAsUpdate(doc, before)))
      // The room asks for everything (sync step 1) and stores nothing.
      await client.frame((frame) => frame[0] === 0 && frame[1] === 0)
      client.close()
      expect(bystanders[0].doc.getMap('items').has('twee')).toBe(false)
    })

    it('[G3] deletes what is not there', async () => {
      const client = new RawClient(server.url, agenda, hostile)
      await client.opened()
      client.send(
        craft((encoder) => {
          encoding.writeVarUint(encoder, 0)
          encoding.writeVarUint(encoder, 1)
          encoding.writeVarUint(encoder, 31_337)
          encoding.writeVarUint(encoder, 1)
          encoding.writeVarUint(encoder, 0)
          encoding.writeVarUint(encoder, 10)
        }),
      )
      await client.frame((frame) => frame[0] === 0 && frame[1] === 0)
      client.close()
    })

    it('[L2] sends a frame of 10 MB', async () => {
      expect(await attack(updateFrame(new Uint8Array(10_000_000)))).toBe(4413)
    })

    it('[L2] as a commenter sends a frame of 100 kB', async () => {
      const parent = await server.signIn('voorzitter-ouderplatform')
      const client = new RawClient(server.url, agenda, parent)
      await client.opened()
      client.send(updateFrame(new Uint8Array(100_000)))
      expect(await client.closed).toBe(4413)
    })

    it(
      '[L3] sends more frames than anyone can type',
      async () => {
        const query = encode((encoder) => encoding.writeVarUint(encoder, 3))
        expect(await attack(...Array.from({ length: 3000 }, () => query))).toBe(4529)
      },
      patience,
    )

    it('[L2] sends 20,000 presence states in a frame', async () => {
      expect(await attack(awarenessFrame(invented(20_000)))).toBe(4413)
      expect(inventedSeen()).toEqual([])
    })

    it('[L6] sends 1,000 presence states in a frame', async () => {
      const client = new RawClient(server.url, agenda, hostile)
      await client.opened()
      client.send(awarenessFrame(invented(1_000)))
      client.send(awarenessFrame([{ client: 555, clock: 1, state: { item: 'y' } }]))
      await client.frame((frame) => frame[0] === 1)
      expect(inventedSeen()).toEqual([])
      client.close()
    })

    it('sends a frame with a reserved bit', async () => {
      await rawFrame(Buffer.from([0xc2, 0x80, 0, 0, 0, 0]))
    })

    it('sends text that is not UTF-8', async () => {
      await rawFrame(Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xfe]))
    })

    it('sends text that is not a ping', async () => {
      const client = new RawClient(server.url, agenda, hostile)
      await client.opened()
      client.socket.send('hallo')
      expect(await client.closed).toBe(4400)
    })
  })

  /** Presence of people who do not exist. */
  function invented(count: number): { client: number; clock: number; state: unknown }[] {
    return Array.from({ length: count }, (_, index) => ({ client: 1_000_000 + index, clock: 1, state: { item: 'x' } }))
  }

  /** Whom of those a bystander sees. */
  function inventedSeen(): number[] {
    const here = [...bystanders[0].provider.awareness.getStates().keys()]
    return here.filter((client) => client >= 1_000_000 && client < 1_020_000)
  }

  /** Opens a connection by hand and writes bytes that no WebSocket library would; resolves when the server ends it. */
  async function rawFrame(bytes: Buffer): Promise<void> {
    const { hostname, port } = new URL(server.url)
    const socket = connect(Number(port), hostname)
    socket.write(
      `GET /live/${agenda} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Key: ${Buffer.from('0123456789abcdef').toString('base64')}\r\nSec-WebSocket-Version: 13\r\nCookie: ${hostile.cookie}\r\n\r\n`,
    )
    let received = Buffer.alloc(0)
    await new Promise<void>((resolve) => {
      socket.once('data', () => socket.write(bytes))
      socket.once('close', () => resolve())
      socket.on('data', (data: Buffer) => {
        received = Buffer.concat([received, data])
        const head = received.indexOf('\r\n\r\n')
        if (head >= 0 && hasCloseFrame(received.subarray(head + 4))) resolve()
      })
    })
    socket.destroy()
  }
}

/** Whether the server says in what it sent that it ends the connection: some hang up only when that is answered. */
function hasCloseFrame(frames: Buffer): boolean {
  for (let at = 0; at + 2 <= frames.length; ) {
    const [first = 0, short = 0] = frames.subarray(at, at + 2)
    if ((first & 15) === 8) return true
    const extended = short === 126 ? 2 : short === 127 ? 8 : 0
    if (at + 2 + extended > frames.length) return false
    at +=
      2 +
      extended +
      (extended === 0 ? short : frames.readUIntBE(at + 2 + Math.max(0, extended - 6), Math.min(extended, 6)))
  }
  return false
}
