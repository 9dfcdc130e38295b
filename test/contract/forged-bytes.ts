// The wire formats of y-websocket and Yjs, as far as somebody needs them who forges: written from their descriptions alone,
// so that a mistake in the libraries that the server uses does not hide itself here.

export type Id = readonly [client: number, clock: number]

/** What an item holds. */
export type Content =
  | { text: string }
  | { value: string | number | boolean | null }
  | { type: 'array' | 'map' | 'text' | 'fragment' | 'hook' | 'marked-text' }
  | { element: string }
  | { deleted: number }
  | { format: [mark: string, json: string] }
  | { binary: number[] }
  | { document: string }
  | { embed: string }
  | { json: string }

export type Piece =
  | { gc: number }
  | { skip: number }
  | (Content & { origin?: Id; right?: Id; parent?: Id | string; key?: string })

export type Block = { client: number; clock: number; pieces: Piece[] }
export type Deletion = { client: number; ranges: [clock: number, length: number][] }

/** A whole number in seven bits a byte, the lowest first. */
export function varint(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  while (rest > 127) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  return [...bytes, rest]
}

export function readVarint(bytes: Uint8Array, from: number): [value: number, next: number] {
  let [value, factor, at] = [0, 1, from]
  for (;;) {
    const byte = bytes[at++]
    if (byte === undefined) throw new RangeError('the bytes end within a number')
    value += (byte % 128) * factor
    if (byte < 128) return [value, at]
    factor *= 128
  }
}

function sized(bytes: ArrayLike<number>): number[] {
  return [...varint(bytes.length), ...Array.from(bytes)]
}

function string(value: string): number[] {
  return sized(new TextEncoder().encode(value))
}

const typeNumbers = { array: 0, map: 1, text: 2, fragment: 4, hook: 5, 'marked-text': 6 }

function contentBytes(content: Content): [kind: number, bytes: number[]] {
  if ('text' in content) return [4, string(content.text)]
  if ('value' in content) return [8, [1, ...valueBytes(content.value)]]
  if ('element' in content) return [7, [3, ...string(content.element)]]
  if ('type' in content) return [7, [typeNumbers[content.type], ...(content.type === 'hook' ? string('x') : [])]]
  if ('deleted' in content) return [1, varint(content.deleted)]
  if ('format' in content) return [6, [...string(content.format[0]), ...string(content.format[1])]]
  if ('binary' in content) return [3, sized(content.binary)]
  // A subdocument with its id, and no settings.
  if ('document' in content) return [9, [...string(content.document), 118, 0]]
  if ('embed' in content) return [5, string(content.embed)]
  return [2, [1, ...string(content.json)]]
}

function valueBytes(value: string | number | boolean | null): number[] {
  if (value === null) return [126]
  if (typeof value === 'boolean') return [value ? 120 : 121]
  if (typeof value === 'string') return [119, ...string(value)]
  // A float of 64 bits takes every number.
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  return [123, ...new Uint8Array(view.buffer)]
}

function pieceBytes(piece: Piece): number[] {
  if ('gc' in piece) return [0, ...varint(piece.gc)]
  if ('skip' in piece) return [10, ...varint(piece.skip)]
  const { origin, right, parent = 'items', key } = piece
  const [kind, content] = contentBytes(piece)
  const head = kind + (origin ? 128 : 0) + (right ? 64 : 0) + (key === undefined ? 0 : 32)
  const place = [
    ...(typeof parent === 'string' ? [1, ...string(parent)] : [0, ...idBytes(parent)]),
    ...(key === undefined ? [] : string(key)),
  ]
  return [
    head,
    ...(origin ? idBytes(origin) : []),
    ...(right ? idBytes(right) : []),
    ...(origin || right ? [] : place),
    ...content,
  ]
}

function idBytes([client, clock]: Id): number[] {
  return [...varint(client), ...varint(clock)]
}

/** An update as Yjs writes them (version 1): what is new by client, then what is deleted. */
export function updateBytes(blocks: readonly Block[], deletions: readonly Deletion[] = []): number[] {
  return [
    ...varint(blocks.length),
    ...blocks.flatMap(({ client, clock, pieces }) => [
      ...varint(pieces.length),
      ...idBytes([client, clock]),
      ...pieces.flatMap(pieceBytes),
    ]),
    ...varint(deletions.length),
    ...deletions.flatMap(({ client, ranges }) => [
      ...varint(client),
      ...varint(ranges.length),
      ...ranges.flatMap(idBytes),
    ]),
  ]
}

/** A document frame: 0 asks with a state vector, 1 answers, 2 is an edit. */
export function syncFrame(step: 0 | 1 | 2, content: readonly number[]): Uint8Array {
  return Uint8Array.from([0, step, ...sized(content)])
}

export function presenceFrame(entries: readonly { client: number; clock: number; state: unknown }[]): Uint8Array {
  const content = [
    ...varint(entries.length),
    ...entries.flatMap(({ client, clock, state }) => [...idBytes([client, clock]), ...string(JSON.stringify(state))]),
  ]
  return Uint8Array.from([1, ...sized(content)])
}
