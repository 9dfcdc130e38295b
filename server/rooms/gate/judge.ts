import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { isTextPart, mayWrite, mayWriteText } from '../../../shared/roles.ts'
import { Deletions } from './deletions.ts'
import { misfit } from './fits.ts'
import { Keeping } from './keeping.ts'
import { Lengths } from './lengths.ts'
import { Pieces } from './pieces.ts'
import { type Place, Places } from './place.ts'
import { Resolver } from './resolve.ts'
import { type Objection, refuse, resync, type Sender, type Touched, type Verdict } from './verdict.ts'

const longestClock = 2 ** 40
/** Yjs deletes by recursion: what nests some thousands of levels deep could never be deleted again. */
const deepest = 100

/**
 * Judges an update on the server's own tree, before anything of it is applied (rules G1 to G7). The cost follows the
 * update, not the document. See docs/decisions/002-a-gate-before-yjs.md.
 */
export function judge(doc: Y.Doc, update: Uint8Array, sender: Sender): Verdict {
  let decoded: ReturnType<typeof Y.decodeUpdate>
  let blocks: number
  try {
    decoded = Y.decodeUpdate(update)
    blocks = decoding.readVarUint(decoding.createDecoder(update))
  } catch {
    // Whatever is thrown here, by whichever decoder: it means that these bytes are no update.
    return refuse('G1 malformed')
  }
  // Of two blocks of one client Yjs keeps the second only.
  if (clientsIn(decoded.structs) !== blocks) return refuse('G1 blocks')
  const inspection = new Inspection(doc, decoded, sender)
  return (
    inspection.structure() ??
    inspection.owners() ??
    inspection.additions() ??
    inspection.deletions() ??
    inspection.repeated() ??
    inspection.verdict()
  )
}

class Inspection {
  readonly #doc: Y.Doc
  readonly #structs: readonly (Y.Item | Y.GC | Y.Skip)[]
  readonly #sender: Sender
  readonly #pieces: Pieces
  readonly #deletions: Deletions
  readonly #places: Places
  readonly #keeping: Keeping
  readonly #newClients: number[] = []
  readonly #touched = new Map<string, Touched>()
  #touchesAgenda = false
  #deletesSomething = false

  constructor(doc: Y.Doc, { structs, ds }: ReturnType<typeof Y.decodeUpdate>, sender: Sender) {
    this.#doc = doc
    this.#structs = structs
    this.#sender = sender
    this.#pieces = new Pieces(doc)
    this.#deletions = new Deletions(doc, ds.clients)
    this.#places = new Places(doc)
    this.#keeping = new Keeping(doc, this.#pieces)
  }

  /** G1 sane structure, and of G3 that every client goes on exactly where it stopped. */
  structure(): Objection | undefined {
    for (const struct of this.#structs) {
      if (struct instanceof Y.Skip) return refuse('G1 skip')
      const { client, clock } = struct.id
      if (!(struct.length >= 1) || clock + struct.length > longestClock) return refuse('G1 length')
      if (struct instanceof Y.Item && isForbidden(struct.content)) return refuse('G1 content')
      if (clock + struct.length <= Y.getState(this.#doc.store, client)) continue
      const next = this.#pieces.endOf(client)
      if (clock < next && this.#pieces.has(client)) return refuse('G1 overlap')
      // Of a piece that is here in part, Yjs would put the rest where the piece says, not where its beginning lies. Who
      // is asked for everything sends only what is new.
      if (clock !== next) return resync
      this.#pieces.add(struct)
    }
    for (const [client, ranges] of this.#deletions.ranges) {
      const known = this.#pieces.endOf(client)
      let end = 0
      for (const { clock, len } of ranges) {
        if (!(len >= 1)) return refuse('G1 empty delete range')
        // Yjs writes them in order and joined. Ranges that overlap make a small update cost as much as a large one.
        if (clock < end) return refuse('G1 delete ranges overlap')
        end = clock + len
        if (end > known) return resync
      }
    }
    return undefined
  }

  /** G2 every new piece carries a client id of this person, bound in this epoch or not bound yet. */
  owners(): Objection | undefined {
    for (const client of this.#pieces.clients) {
      const owner = this.#sender.ownerOf(client)
      if (!owner) this.#newClients.push(client)
      else if (owner.person !== this.#sender.person || owner.epoch !== this.#sender.epoch)
        return refuse('G2 client', 'otherEpoch')
    }
    return undefined
  }

  /** Every new piece: what it builds on is here (G3), the role may write there (G4), it fits (G6), it replaces nothing (G7). */
  additions(): Objection | undefined {
    const resolver = new Resolver(this.#doc, this.#pieces, this.#places)
    const lengths = new Lengths()
    for (const piece of this.#pieces.all) {
      const place = resolver.place(piece)
      if (place === undefined) return resync
      if (place === 'nowhere' || !(piece.struct instanceof Y.Item)) continue
      if (place.holder.depth >= deepest) return refuse('G1 depth')
      const objection = this.#write(place)
      if (objection) return objection
      const rule = misfit(piece.struct, place, this.#sender.isOfLog)
      if (rule) return refuse(rule)
      if (!this.#keeping.mayStand(piece.struct, place)) return refuse('G7 replaced')
      lengths.add(place.holder, piece.struct)
    }
    if (!this.#keeping.isFilled(this.#deletions)) return refuse('G7 replaced')
    if (lengths.isExceeded(this.#pieces, this.#deletions)) return refuse('G6 length')
    // Also a piece that lies nowhere is a write: whoever may not write anything may not even do that.
    return !this.#pieces.isEmpty && !mayWriteText(this.#sender.role) ? refuse('G4 role', 'notAllowed') : undefined
  }

  /** Every deletion that is news: the role may write there (G4), and it is nothing that has to stay (G7). */
  deletions(): Objection | undefined {
    for (const item of this.#deletions.here()) {
      this.#deletesSomething = true
      const place = this.#places.of(item)
      if (place === 'nowhere') continue
      const objection = this.#write(place)
      if (objection) return objection
      if (!this.#keeping.mayGo(item, place)) return refuse('G7 deleted')
    }
    return undefined
  }

  /**
   * What is here already comes along with what is new, and Yjs reads it before it passes over it: it makes the root that is
   * named, and looks up what is named. So it may name nothing strange (G1, G4).
   */
  repeated(): Objection | undefined {
    if (!this.#isNews) return undefined
    for (const struct of this.#structs) {
      if (!(struct instanceof Y.Item) || this.#pieces.find(struct.id) !== 'here') continue
      const parent: unknown = struct.parent
      if (typeof parent === 'string' && !isTextPart(parent)) return refuse('G4 root')
      for (const id of [struct.origin, struct.rightOrigin, parent])
        if (id instanceof Y.ID && this.#pieces.find(id) !== 'here') return refuse('G1 repeated')
    }
    return undefined
  }

  verdict(): Verdict {
    if (!this.#isNews) return { answer: 'known' }
    return {
      answer: 'accepted',
      newClients: this.#newClients,
      touched: [...this.#touched.values()],
      touchesAgenda: this.#touchesAgenda,
    }
  }

  get #isNews(): boolean {
    return !this.#pieces.isEmpty || this.#deletesSomething
  }

  /** G4 the root is known and the role may write it. */
  #write({ holder, key }: Exclude<Place, 'nowhere'>): Objection | undefined {
    const { root, keys } = holder
    if (!isTextPart(root)) return refuse('G4 root')
    if (!mayWrite(this.#sender.role, root)) return refuse('G4 role', 'notAllowed')
    if (root !== 'items') {
      this.#touchesAgenda = true
      return undefined
    }
    const [item, field] = key === null ? keys : [...keys, key]
    if (item !== undefined) this.#touched.set(`${item} ${field}`, { item, field })
    return undefined
  }
}

function clientsIn(structs: readonly (Y.Item | Y.GC | Y.Skip)[]): number {
  const clients = new Set<number>()
  for (const { id } of structs) clients.add(id.client)
  return clients.size
}

/** Subdocuments and binary content have no place in an agenda. */
function isForbidden(content: object): boolean {
  return content instanceof Y.ContentDoc || content instanceof Y.ContentBinary
}
