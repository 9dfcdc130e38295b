import * as Y from 'yjs'
import type { PersonId } from '../../shared/ids.ts'
import { isTextPart, mayWrite, mayWriteText, type Role } from '../../shared/roles.ts'

/** A field of an item that an update writes. */
export type Touched = { item: string; field: string | undefined }

export type Verdict =
  /** Nothing in it is new: a resend after a lost answer, or a reconnect. */
  | { answer: 'known' }
  /** It may be applied; these clients are this person's from now on. */
  | { answer: 'accepted'; newClients: number[]; touched: Touched[]; touchesAgenda: boolean }
  /** It builds on something that is not here: ask for everything, store nothing. */
  | { answer: 'resync' }
  | { answer: 'refused'; reason: 'refused' | 'notAllowed' | 'otherEpoch'; rule: string }

/** What the gate needs to know of the one who sends, and of the room. */
export type Sender = {
  person: PersonId
  role: Role
  epoch: string
  /** Whose a client id is, and since which epoch. */
  ownerOf: (client: number) => { person: PersonId; epoch: string } | undefined
}

/** Where a piece of the document lies: its root, the first keys from there down, and how deep. `nowhere` is gone. */
type Place = { root: string; keys: string[]; depth: number } | 'nowhere'

const longestClock = 2 ** 40
/** Yjs deletes by recursion: what nests some thousands of levels deep could never be deleted again. */
const deepest = 100
/** The keys that are looked at: the item and its field. */
const keysKept = 2

/**
 * Judges an update on the server's own tree, before anything of it is applied (rules G1 to G5). The cost follows the
 * update, not the document. See design decision "the gate" in docs/decisions.
 */
export function judge(doc: Y.Doc, update: Uint8Array, sender: Sender): Verdict {
  let decoded: ReturnType<typeof Y.decodeUpdate>
  try {
    decoded = Y.decodeUpdate(update)
  } catch {
    // Whatever is thrown here, by whichever decoder: it means that these bytes are no update.
    return refuse('refused', 'G1 malformed')
  }
  const inspection = new Inspection(doc, decoded, sender)
  return (
    inspection.structure() ??
    inspection.owners() ??
    inspection.places() ??
    inspection.deletions() ??
    inspection.verdict()
  )
}

type Struct = Y.Item | Y.GC | Y.Skip

/** A struct of the update that is new. */
type Piece = { struct: Y.Item | Y.GC; place?: Place }

class Inspection {
  readonly #doc: Y.Doc
  readonly #structs: readonly Struct[]
  readonly #deleted: ReadonlyMap<number, readonly { clock: number; len: number }[]>
  readonly #sender: Sender
  /** The new pieces by client, in the order of their clocks. */
  readonly #pieces = new Map<number, Piece[]>()
  readonly #newClients: number[] = []
  readonly #touched = new Map<string, Touched>()
  #touchesAgenda = false
  #deletesSomething = false

  constructor(doc: Y.Doc, { structs, ds }: ReturnType<typeof Y.decodeUpdate>, sender: Sender) {
    this.#doc = doc
    this.#structs = structs
    this.#deleted = ds.clients
    this.#sender = sender
  }

  /** G1 sane structure, and of G3 that every client goes on exactly where it stopped. */
  structure(): Verdict | undefined {
    for (const struct of this.#structs) {
      if (struct instanceof Y.Skip) return refuse('refused', 'G1 skip')
      const { client, clock } = struct.id
      if (!(struct.length >= 1) || clock + struct.length > longestClock) return refuse('refused', 'G1 length')
      if (struct instanceof Y.Item && isForbidden(struct.content)) return refuse('refused', 'G1 content')
      const known = Y.getState(this.#doc.store, client)
      if (clock + struct.length <= known) continue
      const pieces = this.#piecesOf(client)
      const next = endOf(pieces) ?? known
      if (clock < next && pieces.length > 0) return refuse('refused', 'G1 overlap')
      // Of a piece that is here in part, Yjs would put the rest where the piece says, not where its beginning lies. Who
      // is asked for everything sends only what is new.
      if (clock !== next) return { answer: 'resync' }
      pieces.push({ struct })
    }
    for (const [client, ranges] of this.#deleted) {
      const known = endOf(this.#pieces.get(client)) ?? Y.getState(this.#doc.store, client)
      let end = 0
      for (const { clock, len } of ranges) {
        if (!(len >= 1)) return refuse('refused', 'G1 empty delete range')
        // Yjs writes them in order and joined. Ranges that overlap make a small update cost as much as a large one.
        if (clock < end) return refuse('refused', 'G1 delete ranges overlap')
        end = clock + len
        if (end > known) return { answer: 'resync' }
      }
    }
    return undefined
  }

  /** G2 every new piece carries a client id of this person, bound in this epoch or not bound yet. */
  owners(): Verdict | undefined {
    for (const client of this.#pieces.keys()) {
      const owner = this.#sender.ownerOf(client)
      if (!owner) this.#newClients.push(client)
      else if (owner.person !== this.#sender.person || owner.epoch !== this.#sender.epoch)
        return refuse('otherEpoch', 'G2 client')
    }
    return undefined
  }

  /** G3 everything it builds on is here; G4 every new piece lies in a root that is known and that the role may write. */
  places(): Verdict | undefined {
    for (const pieces of this.#pieces.values()) {
      for (const piece of pieces) {
        const place = this.#placeOfPiece(piece)
        if (place === undefined) return { answer: 'resync' }
        if (place !== 'nowhere' && place.depth > deepest) return refuse('refused', 'G1 depth')
        const refusal = this.#write(place)
        if (refusal) return refusal
      }
    }
    // Also a piece that lies nowhere is a write: whoever may not write anything may not even do that.
    return this.#pieces.size > 0 && !mayWriteText(this.#sender.role) ? refuse('notAllowed', 'G4 role') : undefined
  }

  /** G4 for deletions: what is deleted already is no news; everything else must lie where the role may write. */
  deletions(): Verdict | undefined {
    for (const [client, ranges] of this.#deleted) {
      const structs = this.#doc.store.clients.get(client)
      if (!structs) continue
      const known = Y.getState(this.#doc.store, client)
      for (const { clock, len } of ranges) {
        if (clock >= known) continue
        for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
          const struct = structs[index]
          if (!struct || struct.id.clock >= clock + len) break
          if (struct.deleted || !(struct instanceof Y.Item)) continue
          this.#deletesSomething = true
          const refusal = this.#write(placeOfItem(struct))
          if (refusal) return refusal
        }
      }
    }
    return undefined
  }

  verdict(): Verdict {
    if (this.#pieces.size === 0 && !this.#deletesSomething) return { answer: 'known' }
    return {
      answer: 'accepted',
      newClients: this.#newClients,
      touched: [...this.#touched.values()],
      touchesAgenda: this.#touchesAgenda,
    }
  }

  #write(place: Place): Verdict | undefined {
    if (place === 'nowhere') return undefined
    const { root, keys } = place
    if (!isTextPart(root)) return refuse('refused', 'G4 root')
    if (!mayWrite(this.#sender.role, root)) return refuse('notAllowed', 'G4 role')
    const [item, field] = keys
    if (root !== 'items') this.#touchesAgenda = true
    else if (item !== undefined) this.#touched.set(`${item} ${field}`, { item, field })
    return undefined
  }

  /** Undefined when something that it builds on is not here. */
  #placeOfPiece(piece: Piece): Place | undefined {
    // Pieces mostly build on the one before them, of which the place is known by now; a stack serves the rest, since a
    // hostile update can make the chain as long as it likes.
    const waiting = [piece]
    const seen = new Set(waiting)
    while (waiting.length > 0) {
      const current = waiting.at(-1) as Piece
      const next = this.#resolve(current)
      if (next === 'missing') return undefined
      if (next === undefined) {
        waiting.pop()
        continue
      }
      // Two pieces that build on each other can never be integrated.
      if (seen.has(next)) return undefined
      seen.add(next)
      waiting.push(next)
    }
    return piece.place
  }

  /** Gives a piece its place, or names the piece that has to be resolved first. */
  #resolve(piece: Piece): Piece | 'missing' | undefined {
    if (piece.place !== undefined) return undefined
    const { struct } = piece
    const { client, clock } = struct.id
    const parent = struct instanceof Y.Item ? (struct.parent as unknown) : null
    const references = [
      // What a client made before this has to be there first as well: so what can never be integrated shows as a circle.
      clock > 0 ? Y.createID(client, clock - 1) : null,
      ...(struct instanceof Y.Item ? [struct.origin, struct.rightOrigin] : []),
      parent instanceof Y.ID ? parent : null,
    ]
    for (const reference of references) {
      if (reference === null) continue
      const found = this.#find(reference)
      if (found === undefined) return 'missing'
      if (found !== 'here' && found.place === undefined) return found
    }
    if (!(struct instanceof Y.Item)) piece.place = 'nowhere'
    else if (typeof parent === 'string') piece.place = { root: parent, keys: keyOf(struct), depth: 1 }
    else if (parent instanceof Y.ID) piece.place = below(this.#placeAt(parent), keyOf(struct))
    else piece.place = this.#placeAt((struct.origin ?? struct.rightOrigin) as Y.ID)
    return undefined
  }

  #find(id: Y.ID): 'here' | Piece | undefined {
    if (id.clock < Y.getState(this.#doc.store, id.client)) return 'here'
    const pieces = this.#pieces.get(id.client) ?? []
    let [low, high] = [0, pieces.length]
    while (low < high) {
      const middle = (low + high) >> 1
      const struct = pieces[middle]?.struct
      if (struct && id.clock >= struct.id.clock + struct.length) low = middle + 1
      else high = middle
    }
    return pieces[low]
  }

  #placeAt(id: Y.ID): Place {
    const found = this.#find(id)
    return found === 'here' ? this.#placeHere(id) : (found?.place ?? 'nowhere')
  }

  #placeHere(id: Y.ID): Place {
    const struct = Y.getItem(this.#doc.store, id) as unknown
    return struct instanceof Y.Item ? placeOfItem(struct) : 'nowhere'
  }

  #piecesOf(client: number): Piece[] {
    const pieces = this.#pieces.get(client) ?? []
    // A client is new only once it has a piece, and it gets one right after this.
    this.#pieces.set(client, pieces)
    return pieces
  }
}

/** The place of something that is in the server's tree. Its cost is the depth of the tree, not the size of the document. */
function placeOfItem(item: Y.Item): Place {
  const keys: string[] = []
  let current = item
  for (let depth = 1; ; depth++) {
    if (current.parentSub !== null) keys.push(current.parentSub)
    const parent = current.parent
    if (!(parent instanceof Y.AbstractType)) return 'nowhere'
    if (parent._item === null) {
      return { root: Y.findRootTypeKey(parent), keys: keys.reverse().slice(0, keysKept), depth }
    }
    current = parent._item
  }
}

function below(place: Place, keys: string[]): Place {
  if (place === 'nowhere') return place
  const all = place.keys.length < keysKept ? [...place.keys, ...keys] : place.keys
  return { root: place.root, keys: all, depth: place.depth + 1 }
}

function keyOf(struct: Y.Item): string[] {
  return struct.parentSub === null ? [] : [struct.parentSub]
}

function endOf(pieces: Piece[] | undefined): number | undefined {
  const last = pieces?.at(-1)
  return last && last.struct.id.clock + last.struct.length
}

/** Subdocuments and binary content have no place in an agenda. */
function isForbidden(content: Y.AbstractStruct | object): boolean {
  return content instanceof Y.ContentDoc || content instanceof Y.ContentBinary
}

function refuse(reason: 'refused' | 'notAllowed' | 'otherEpoch', rule: string): Verdict {
  return { answer: 'refused', reason, rule }
}
