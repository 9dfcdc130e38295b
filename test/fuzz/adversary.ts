import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { Chance } from '../kit/chance.ts'
import { encode } from '../kit/raw-client.ts'

/** What someone who means harm knows and has: the room's document, honest edits to spoil, and client ids. */
export type Arsenal = {
  doc: Y.Doc
  honest: readonly Uint8Array[]
  /** Ids of their own, some of which they wrote under already, and ids of others. */
  mine: readonly number[]
  others: readonly number[]
}

type Struct = Y.Item | Y.GC | Y.Skip
type Ranges = [client: number, ranges: [clock: number, length: number][]][]

const roots = ['agenda', 'themes', 'items', 'items', 'items', 'elders', '__proto__', 'constructor', '']
const keys =
  'title body theme duty kind priority rank status struckReason owner involved sectors deadlines links agreements indicators annexes measurements text name date value removed organisation punt-0 punt-1 vervoer period level x __proto__ constructor'.split(
    ' ',
  )
const values: readonly unknown[] = [
  null,
  undefined,
  true,
  'high',
  'joint',
  'struck',
  'a5',
  '2027-01-01',
  7,
  Number.NaN,
  10n,
  '',
  'x'.repeat(300),
  { from: 'primary', to: 'work' },
  { ['__proto__']: { from: 'primary' } },
  [1, [2]],
  new Uint8Array([1, 2]),
]
const marks: readonly unknown[] = [null, {}, true, { href: 'x' }, 1, { x: 1 }]
const names = ['paragraph', 'heading', 'list_item', 'bullet_list', 'hard_break', 'script', '__proto__']

/** Makes updates that no client of good will sends: honest ones that were tampered with, and others out of nothing. */
export class Adversary {
  readonly #chance: Chance
  readonly #arsenal: Arsenal
  #doc: Y.Doc
  /** Where something stands, to build on or to delete. */
  readonly #ids: Y.Item[] = []
  #nextClient: number

  constructor(chance: Chance, arsenal: Arsenal) {
    this.#chance = chance
    this.#arsenal = arsenal
    this.#doc = arsenal.doc
    this.#nextClient = 1_000_000 + chance.below(1_000_000)
    this.look(arsenal.doc)
  }

  /** Takes note of all that is in the document by now. */
  look(doc: Y.Doc): void {
    this.#doc = doc
    this.#ids.length = 0
    for (const structs of doc.store.clients.values())
      for (const struct of structs) if (struct instanceof Y.Item) this.#ids.push(struct)
  }

  next(): Uint8Array {
    const way = this.#chance.next()
    if (way < 0.03) return this.#chance.bytes(this.#chance.below(60))
    if (way < 0.1) return this.#flip(this.#chance.oneOf(this.#arsenal.honest))
    if (way < 0.35) return this.#handmade()
    return this.#tampered()
  }

  #flip(update: Uint8Array): Uint8Array {
    const spoilt = update.slice()
    for (let count = this.#chance.below(3); count >= 0; count--)
      spoilt[this.#chance.below(spoilt.length)] = this.#chance.below(256)
    return this.#chance.next() < 0.1 ? spoilt.slice(0, this.#chance.below(spoilt.length)) : spoilt
  }

  #handmade(): Uint8Array {
    const client = this.#client()
    let clock = this.#chance.next() < 0.9 ? Y.getState(this.#doc.store, client) : this.#chance.below(9)
    const structs: Struct[] = []
    for (let left = this.#chance.below(4); left > 0; left--) {
      const struct = this.#item(client, clock, structs)
      structs.push(struct)
      clock += struct.length
    }
    return toUpdate([[client, structs]], this.#deletions(structs.length === 0 ? 1 : 0.4))
  }

  #tampered(): Uint8Array {
    const decoded = Y.decodeUpdate(this.#chance.oneOf(this.#arsenal.honest))
    const blocks = new Map<number, Struct[]>()
    for (const struct of decoded.structs) {
      const block = blocks.get(struct.id.client)
      if (block) block.push(struct)
      else blocks.set(struct.id.client, [struct])
    }
    const deleted: Ranges = [...decoded.ds.clients].map(([client, ranges]) => [
      client,
      ranges.map(({ clock, len }) => [clock, len]),
    ])
    // Under ids of one's own, all that an honest edit builds on itself goes along.
    const renamed = new Map<number, number>()
    for (const client of blocks.keys()) if (this.#chance.next() < 0.8) renamed.set(client, this.#client())
    for (const structs of blocks.values()) for (const struct of structs) rename(struct, renamed)
    const all: [number, Struct[]][] = [...blocks].map(([client, structs]) => [renamed.get(client) ?? client, structs])
    for (let count = this.#chance.below(4); count > 0; count--) this.#tamper(all)
    const named: Ranges = deleted.map(([client, ranges]) => [renamed.get(client) ?? client, ranges])
    return toUpdate(all, this.#chance.next() < 0.3 ? [...named, ...this.#deletions(1)] : named)
  }

  #tamper(blocks: [number, Struct[]][]): void {
    const block = blocks[this.#chance.below(Math.max(1, blocks.length))]
    if (!block) return
    const [client, structs] = block
    const at = this.#chance.below(Math.max(1, structs.length))
    const struct = structs[at]
    if (!struct) return
    const item = struct instanceof Y.Item ? struct : undefined
    switch (this.#chance.below(11)) {
      case 0:
        block[0] = this.#client()
        return
      case 1:
        structs.splice(at, 1)
        return
      case 2:
        structs.splice(at, 0, struct)
        return
      case 3:
        structs[at] =
          this.#chance.next() < 0.5 ? new Y.GC(struct.id, struct.length) : new Y.Skip(struct.id, this.#chance.below(4))
        return
      case 4:
        structs[at] = this.#item(client, struct.id.clock, structs)
        return
      case 5:
        if (item) item.content = this.#content()
        return
      case 6:
        if (item) item.origin = this.#chance.next() < 0.3 ? null : this.#id()
        return
      case 7:
        if (item) item.rightOrigin = this.#chance.next() < 0.5 ? null : this.#id()
        return
      case 8:
        if (item) Object.assign(item, { origin: null, rightOrigin: null, parent: this.#parent() })
        return
      case 9:
        if (item) item.parentSub = this.#key()
        return
      default:
        if (item)
          Object.assign(item, { origin: null, rightOrigin: null, parent: this.#parent(), parentSub: this.#key() })
    }
  }

  #item(client: number, clock: number, before: readonly Struct[]): Y.Item {
    const own = before.length > 0 && this.#chance.next() < 0.5 ? this.#chance.oneOf(before).id : undefined
    const isBeside = this.#chance.next() < 0.35
    const target = this.#chance.oneOf(this.#ids)
    const origin = isBeside ? (own ?? target.lastId) : null
    const rightOrigin = this.#chance.next() < 0.1 ? this.#id() : null
    const isAimed = this.#chance.next() < 0.6
    // Mostly at something that is there: that is where harm can be done.
    const parent = own ?? (isAimed ? parentOf(target) : this.#parent())
    const key = isAimed && own === undefined ? target.parentSub : this.#key()
    const content = isAimed && this.#chance.next() < 0.4 ? target.content.copy() : this.#content()
    // What Yjs's types forbid is what a hostile client would write.
    return new Y.Item(Y.createID(client, clock), null, origin, null, rightOrigin, parent as Y.ID, key, content)
  }

  #content(): Y.Item['content'] {
    switch (this.#chance.below(16)) {
      case 0:
        return new Y.ContentDeleted(1 + this.#chance.below(3))
      case 1:
        return new Y.ContentBinary(new Uint8Array([1]))
      case 2:
        return new Y.ContentDoc(new Y.Doc())
      case 3:
        return new Y.ContentEmbed({ x: 1 })
      case 4:
        return new Y.ContentFormat(
          this.#chance.oneOf(['strong', 'em', 'link', 'x', '__proto__']),
          marks[this.#chance.below(marks.length)] as object,
        )
      case 5:
        return new Y.ContentJSON(['x'])
      case 6:
      case 7:
        return new Y.ContentString(this.#chance.oneOf(['x', 'woord', '🙂', '']))
      case 8:
      case 9:
      case 10:
        return new Y.ContentType(this.#type())
      default:
        return new Y.ContentAny([values[this.#chance.below(values.length)]])
    }
  }

  #type(): ConstructorParameters<typeof Y.ContentType>[0] {
    switch (this.#chance.below(8)) {
      case 0:
        return new Y.Array()
      case 1:
        return new Y.Text()
      case 2:
        return new Y.XmlFragment()
      case 3:
        return new Y.XmlText()
      case 4:
        return new Y.XmlHook('x')
      case 5:
        return new Y.XmlElement(this.#chance.oneOf(names))
      default:
        return new Y.Map()
    }
  }

  #deletions(chance: number): Ranges {
    const deletions: Ranges = []
    while (this.#chance.next() < chance) {
      chance *= 0.5
      const { id, length } = this.#chance.oneOf(this.#ids)
      const odd = this.#chance.next()
      const clock = odd < 0.1 ? id.clock + this.#chance.below(50) : id.clock
      deletions.push([id.client, [[clock, odd > 0.95 ? 0 : odd > 0.9 ? 2 ** 33 : length]]])
    }
    return deletions
  }

  #client(): number {
    const way = this.#chance.next()
    if (way < 0.75) return this.#nextClient++
    if (way < 0.85) return this.#chance.oneOf(this.#arsenal.mine)
    if (way < 0.9) return this.#chance.oneOf([0, 2 ** 32 - 1, 2 ** 52])
    return this.#chance.oneOf(this.#arsenal.others)
  }

  #id(): Y.ID {
    const way = this.#chance.next()
    if (way < 0.1) return Y.createID(this.#chance.oneOf(this.#arsenal.others), this.#chance.below(1000))
    const { id, lastId } = this.#chance.oneOf(this.#ids)
    return way < 0.6 ? id : lastId
  }

  #parent(): string | Y.ID {
    return this.#chance.next() < 0.3 ? this.#chance.oneOf(roots) : this.#id()
  }

  #key(): string | null {
    return this.#chance.next() < 0.3 ? null : this.#chance.oneOf(keys)
  }
}

function parentOf({ parent }: Y.Item): string | Y.ID {
  if (!(parent instanceof Y.AbstractType)) return 'items'
  return parent._item?.id ?? Y.findRootTypeKey(parent)
}

function rename(struct: Struct, renamed: ReadonlyMap<number, number>): void {
  const toOwn = (id: Y.ID | null) => id && Y.createID(renamed.get(id.client) ?? id.client, id.clock)
  struct.id = toOwn(struct.id) ?? struct.id
  if (!(struct instanceof Y.Item)) return
  struct.origin = toOwn(struct.origin)
  struct.rightOrigin = toOwn(struct.rightOrigin)
  const parent: unknown = struct.parent
  if (parent instanceof Y.ID) struct.parent = toOwn(parent)
}

/** Written as it is said, whatever Yjs would make of it. */
function toUpdate(blocks: readonly [number, Struct[]][], deletions: Ranges): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, blocks.length)
  for (const [client, structs] of blocks) {
    encoding.writeVarUint(encoder.restEncoder, structs.length)
    encoder.writeClient(client)
    encoding.writeVarUint(encoder.restEncoder, structs[0]?.id.clock ?? 0)
    for (const struct of structs) {
      // Without neighbours the format asks for a parent.
      if (struct instanceof Y.Item && !struct.origin && !struct.rightOrigin) {
        const parent: unknown = struct.parent
        if (!(parent instanceof Y.ID) && typeof parent !== 'string') Object.assign(struct, { parent: 'items' })
      }
      struct.write(encoder, 0)
    }
  }
  const rest = encode((writer) => {
    encoding.writeVarUint(writer, deletions.length)
    for (const [client, ranges] of deletions) {
      encoding.writeVarUint(writer, client)
      encoding.writeVarUint(writer, ranges.length)
      for (const [clock, length] of ranges) {
        encoding.writeVarUint(writer, clock)
        encoding.writeVarUint(writer, length)
      }
    }
  })
  encoding.writeUint8Array(encoder.restEncoder, rest)
  return encoder.toUint8Array()
}
