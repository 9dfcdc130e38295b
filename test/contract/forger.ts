import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Block,
  type Deletion,
  type Id,
  type Piece,
  presenceFrame,
  readVarint,
  syncFrame,
  updateBytes,
} from './forged-bytes.ts'
import { ForgerClient } from './forger-client.ts'

/** The product as somebody meets it who has an account and means harm: an address, and cookies. */
export type Target = {
  url: string
  signIn: (person: string) => Promise<{ cookie: string }>
  stop: () => Promise<unknown>
}

// Client ids: the victim's, one that they only showed themselves under, and the forger's own.
const [victim, shown] = [1001, 1002]
let own = 20_000
const item: Id = [victim, 0]
const title: Id = [victim, 1]
const body: Id = [victim, 13]
const words: Id = [victim, 15]
const annexes: Id = [victim, 17]
const deadlines: Id = [victim, 21]

/** What the victim wrote: an item with a title, a body, an annex, and a deadline. */
const written: Piece[] = [
  { type: 'map', parent: 'items', key: 'punt' },
  { type: 'text', parent: item, key: 'title' },
  { text: 'Naar school', parent: title },
  { type: 'fragment', parent: item, key: 'body' },
  { element: 'paragraph', parent: body },
  { type: 'marked-text', parent: [victim, 14] },
  { text: 'w', parent: words },
  { type: 'map', parent: item, key: 'annexes' },
  { type: 'fragment', parent: annexes, key: 'dordrecht' },
  { element: 'paragraph', parent: [victim, 18] },
  { value: 'joint', parent: item, key: 'duty' },
  { type: 'map', parent: item, key: 'deadlines' },
  { type: 'map', parent: deadlines, key: 'raad' },
  { value: 'Raad', parent: [victim, 22], key: 'name' },
]

/**
 * What somebody achieves who shares no code with the server: who speaks the protocol byte by byte, with a valid session,
 * over a real socket. In whatever runtime: nothing.
 */
export function forgerContract(start: () => Promise<Target>): void {
  let target: Target
  let agenda: string
  let honest: ForgerClient
  let written2 = 0
  const cookies = new Map<string, string>()
  const open: ForgerClient[] = []

  async function enter(person: string, protocol?: string): Promise<ForgerClient> {
    const cookie = cookies.get(person) ?? (await target.signIn(person)).cookie
    cookies.set(person, cookie)
    const client = new ForgerClient(target.url, agenda, cookie, protocol)
    open.push(client)
    return client
  }

  beforeAll(async () => {
    target = await start()
    agenda = randomUUID()
    const { cookie } = await target.signIn('coordinator')
    cookies.set('coordinator', cookie)
    const made = await fetch(`${target.url}/api/v1/agendas`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ id: agenda, title: 'Proefagenda', region: 'Proefregio', start: 'empty' }),
    })
    expect(made.status).toBe(201)
    honest = await enter('beleidsadviseur-dordrecht', 'ontwikkelagenda.v1')
    await honest.opened
    honest.send(presenceFrame([{ client: shown, clock: 1, state: { item: 'punt' } }]))
    honest.send(syncFrame(2, updateBytes([{ client: victim, clock: 0, pieces: written }])))
    await saved(1)
  }, 60_000)

  afterAll(async () => {
    for (const client of open) client.close()
    await target.stop()
  })

  /** Resolves when so many edits of the victim are on the disk. */
  async function saved(count: number): Promise<void> {
    while (readVarint(await honest.next(101), 1)[0] < count);
    written2 = count
  }

  /** All of the document, as somebody sees it who comes in now. */
  async function document(): Promise<string> {
    const witness = await enter('coordinator')
    await witness.opened
    const bytes = await witness.document()
    witness.close()
    return bytes
  }

  /** Sends frames as somebody; says how the room ends it. The document is as it was, and the victim notices nothing. */
  async function attack(person: string, ...frames: (Uint8Array | string)[]): Promise<number> {
    const before = await document()
    const forger = await enter(person)
    await forger.opened
    forger.send(...frames)
    const code = await forger.ended
    expect(await document()).toBe(before)
    expect(await honest.answers()).toBe(true)
    return code
  }

  const update = (blocks: Block[], deletions: Deletion[] = []) => syncFrame(2, updateBytes(blocks, deletions))
  /** Pieces under a fresh id of the forger's own. */
  const pieces = (...list: Piece[]) => update([{ client: ++own, clock: 0, pieces: list }])
  const deletion = (...ranges: [number, number][]) => update([], [{ client: victim, ranges }])

  const editor = 'directeur-swv-vo'
  const commenter = 'voorzitter-ouderplatform'

  describe('somebody who may write items, with a client of their own making', () => {
    it.each<[string, () => Uint8Array, number]>([
      [
        'writes under the id of somebody else',
        () => update([{ client: victim, clock: 24, pieces: [{ value: 'high', parent: item, key: 'priority' }] }]),
        4409,
      ],
      [
        'writes under an id that somebody else showed',
        () => update([{ client: shown, clock: 0, pieces: [{ value: 'high', parent: item, key: 'priority' }] }]),
        4409,
      ],
      ['deletes an empty range', () => deletion([3, 0]), 4400],
      ['deletes an empty range beyond the end', () => update([], [{ client: 999, ranges: [[5, 0]] }]), 4400],
      ['deletes a range twice', () => deletion([2, 3], [3, 3]), 4400],
      ['leaves a gap', () => pieces({ skip: 3 }, { value: 'high', parent: item, key: 'priority' }), 4400],
      ['writes a piece of no length', () => pieces({ gc: 0 }), 4400],
      ['writes a piece of a length beyond all', () => pieces({ gc: 2 ** 50 }), 4400],
      ['writes a deleted piece of a length beyond all', () => pieces({ deleted: 2 ** 52, parent: title }), 4400],
      [
        'writes two blocks under one id',
        () =>
          update(
            [own + 1, ++own].map((client, clock) => ({
              client: clock ? client : client,
              clock,
              pieces: [{ value: 'high', parent: item, key: 'priority' }],
            })),
          ),
        4400,
      ],
      ['writes into a root that nobody knows', () => pieces({ type: 'map', parent: 'elders', key: 'x' }), 4400],
      ['writes into a root that is a prototype', () => pieces({ type: 'map', parent: '__proto__', key: 'x' }), 4400],
      ['makes an item that is a prototype', () => pieces({ type: 'map', parent: 'items', key: '__proto__' }), 4400],
      ['sets a prototype in an item', () => pieces({ value: 'x', parent: item, key: '__proto__' }), 4400],
      ['sets a constructor in an item', () => pieces({ value: 'x', parent: item, key: 'constructor' }), 4400],
      ['sets a key that nobody knows', () => pieces({ value: 'x', parent: item, key: 'number' }), 4400],
      ['sets a duty that nobody has', () => pieces({ value: 'nobody', parent: item, key: 'duty' }), 4400],
      ['sets a number where a word stands', () => pieces({ value: 7, parent: item, key: 'status' }), 4400],
      [
        'writes a value of 100,000 characters',
        () => pieces({ value: 'x'.repeat(100_000), parent: item, key: 'lineage' }),
        4400,
      ],
      ['writes a title of 100,000 characters', () => pieces({ text: 'x'.repeat(100_000), parent: title }), 4400],
      ['writes binary content', () => pieces({ binary: [1, 2, 3], parent: item, key: 'theme' }), 4400],
      ['writes a subdocument', () => pieces({ document: 'x', parent: 'items', key: 'onder' }), 4400],
      [
        'embeds something in a text',
        () => pieces({ embed: '{"image":"https://elders.example"}', parent: words }),
        4400,
      ],
      ['writes JSON of an older format', () => pieces({ json: '"high"', parent: item, key: 'priority' }), 4400],
      ['writes an element that nobody knows', () => pieces({ element: 'script', parent: body }), 4400],
      [
        'writes an attribute that nobody knows',
        () => pieces({ value: 'alert(1)', parent: [victim, 14], key: 'onclick' }),
        4400,
      ],
      ['writes a mark that nobody knows', () => pieces({ format: ['style', '"x"'], parent: words }), 4400],
      ['writes a mark in a title', () => pieces({ format: ['strong', '{}'], parent: title }), 4400],
      [
        'nests 300 quotes',
        () => {
          const client = ++own
          return update([
            {
              client,
              clock: 0,
              pieces: Array.from({ length: 300 }, (_, clock) => ({
                element: 'blockquote',
                parent: clock ? ([client, clock - 1] as Id) : body,
              })),
            },
          ])
        },
        4400,
      ],
      ['deletes an item', () => deletion([0, 1]), 4400],
      ['deletes a title as a whole', () => deletion([1, 1]), 4400],
      ['deletes an entry of a list', () => deletion([22, 1]), 4400],
      ['deletes an annex', () => deletion([18, 1]), 4400],
      ['deletes all that somebody ever wrote', () => deletion([0, 24]), 4400],
      ['puts another item in the place of one', () => pieces({ type: 'map', origin: item }), 4400],
      ['puts nothing in the place of an item', () => pieces({ deleted: 1, origin: item }), 4400],
      [
        'pretends not to know an item and makes it again',
        () => update([{ client: 2 ** 32 - 1, clock: 0, pieces: [{ type: 'map', parent: 'items', key: 'punt' }] }]),
        4400,
      ],
      [
        'pretends not to know a list and makes it again',
        () => update([{ client: 2 ** 32 - 1, clock: 0, pieces: [{ type: 'map', parent: item, key: 'deadlines' }] }]),
        4400,
      ],
      [
        'pretends not to know an annex and deletes it',
        () => update([{ client: 2 ** 32 - 1, clock: 0, pieces: [{ deleted: 1, parent: annexes, key: 'dordrecht' }] }]),
        4400,
      ],
      [
        'names a strange root in what is known already',
        () =>
          update([
            { client: ++own, clock: 0, pieces: [{ value: 'high', parent: item, key: 'priority' }] },
            { client: victim, clock: 0, pieces: [{ type: 'map', parent: 'elders', key: 'punt' }] },
          ]),
        4400,
      ],
      ['writes the title of the agenda', () => pieces({ value: 'Van ons', parent: 'agenda', key: 'title' }), 4403],
      ['makes a theme', () => pieces({ type: 'map', parent: 'themes', key: 'nieuw' }), 4403],
      ['sends what is no update', () => syncFrame(2, [255, 255, 255, 255, 7]), 4400],
      ['sends a frame of no kind', () => Uint8Array.from([77, 1, 2]), 4400],
      ['sends a frame that ends too soon', () => Uint8Array.from([0, 2, 200, 1]), 4400],
    ])('[G1] [G2] [G4] [G6] [G7] is refused who %s', async (_name, frame, code) => {
      expect(await attack(editor, frame())).toBe(code)
    })

    it.each<[string, () => Uint8Array]>([
      ['on what is not there', () => pieces({ text: 'vervalst', origin: [victim, 9999] })],
      ['on what the victim will write next', () => pieces({ text: 'vervalst', origin: [victim, 24 + written2 - 1] })],
      [
        'on themselves',
        () => {
          const client = ++own
          return update([{ client, clock: 0, pieces: [{ text: 'vervalst', origin: [client, 0] }] }])
        },
      ],
      [
        'after a gap in their own clock',
        () => update([{ client: ++own, clock: 7, pieces: [{ value: 'high', parent: item, key: 'priority' }] }]),
      ],
      ['by deleting what the victim will write next', () => deletion([24 + written2 - 1, 100])],
    ])('[G3] is asked for everything, and leaves nothing to wait, who builds %s', async (_name, frame) => {
      const before = await document()
      const forger = await enter(editor)
      await forger.opened
      forger.send(frame())
      await forger.next(0, 0)
      expect(await document()).toBe(before)
      // The victim goes on; what was built on that would show now, in their name.
      const more = `${written2} `
      const clock = 24 + written2 - 1
      const piece: Piece = { value: more, parent: item, key: 'lineage' }
      honest.send(
        syncFrame(
          2,
          updateBytes([
            { client: victim, clock, pieces: [written2 === 1 ? piece : { value: more, origin: [victim, clock - 1] }] },
          ]),
        ),
      )
      await saved(written2 + 1)
      const after = Buffer.from(await document(), 'base64')
      expect(after.includes('vervalst')).toBe(false)
      expect(after.includes(more)).toBe(true)
      forger.close()
    })
  })

  describe('somebody who may only comment, with a client of their own making', () => {
    it.each<[string, () => Uint8Array]>([
      ['makes an item', () => pieces({ type: 'map', parent: 'items', key: 'van-mij' })],
      ['writes in a title', () => pieces({ text: 'x', parent: title })],
      ['writes beside a letter', () => pieces({ text: 'x', origin: [victim, 4] })],
      ['deletes a letter', () => deletion([4, 1])],
      ['deletes an item', () => deletion([0, 1])],
      ['makes words bold', () => pieces({ format: ['strong', '{}'], parent: words })],
      ['writes something that is gone at once', () => pieces({ gc: 5 })],
      [
        'writes under the id of somebody else',
        () => update([{ client: victim, clock: 24 + written2 - 1, pieces: [{ text: 'x', parent: title }] }]),
      ],
    ])('[A1] [G4] is refused who %s', async (_name, frame) => {
      expect([4403, 4409]).toContain(await attack(commenter, frame()))
    })

    it('[G4] may say again what is known already', async () => {
      const client = await enter(commenter, 'ontwikkelagenda.v1')
      await client.opened
      client.send(syncFrame(1, updateBytes([{ client: victim, clock: 0, pieces: written }])))
      expect(readVarint(await client.next(101), 1)[0]).toBe(1)
    })
  })

  it('[L8] [A2] somebody who may only read agreed versions does not come in', async () => {
    const reader = await enter('raadslid-papendrecht')
    expect(await reader.ended).toBe(403)
  })

  it('[L5] [L6] nobody is present in the name of somebody else', async () => {
    const witness = await enter('coordinator')
    await witness.opened
    witness.send(Uint8Array.from([3]))
    await witness.next(1)
    const forger = await enter(commenter)
    await forger.opened
    const user = { person: 'coordinator', name: 'De coördinator' }
    const mine = ++own
    forger.send(
      presenceFrame([
        { client: mine, clock: 1, state: { item: 'punt', user } },
        { client: shown, clock: 99, state: { item: 'vervalst', user } },
        { client: shown, clock: 100, state: null },
      ]),
    )
    const seen = Buffer.from(await witness.next(1)).toString()
    expect(seen).toContain(commenter)
    expect(seen).not.toContain('De coördinator')
    expect(seen).not.toContain('vervalst')
    const newcomer = await enter('coordinator')
    await newcomer.opened
    newcomer.send(Uint8Array.from([3]))
    const here = Buffer.from(await newcomer.next(1)).toString()
    expect(here).toContain('beleidsadviseur-dordrecht')
    expect(here).not.toContain('vervalst')
  })
}
