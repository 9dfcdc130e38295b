import * as encoding from 'lib0/encoding'
import { encode } from '../kit/raw-client.ts'

type Id = [client: number, clock: number]

/** A struct as no Yjs client would write it. */
export type Struct =
  | { gc: number }
  | { skip: number }
  | {
      /** What the item holds; without any of these, it is a map that others can be put in. */
      text?: string
      values?: unknown[]
      deleted?: number
      format?: [mark: string, value: unknown]
      /** Elements have a name. */
      type?: keyof typeof types
      name?: string
      origin?: Id
      rightOrigin?: Id
      /** A root by its name, or the id of an item. Only written where there is no origin, as the format has it. */
      parent?: string | Id
      key?: string
    }

/** An update written by hand, in the order given: blocks of structs by client, then delete ranges by client. */
export function crafted(
  blocks: { client: number; clock?: number; structs: Struct[] }[],
  deletions: { client: number; ranges: [clock: number, length: number][] }[] = [],
): Uint8Array {
  return encode((encoder) => {
    encoding.writeVarUint(encoder, blocks.length)
    for (const { client, clock = 0, structs } of blocks) {
      encoding.writeVarUint(encoder, structs.length)
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, clock)
      for (const struct of structs) writeStruct(encoder, struct)
    }
    encoding.writeVarUint(encoder, deletions.length)
    for (const { client, ranges } of deletions) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const range of ranges) writeId(encoder, range)
    }
  })
}

const types = { array: 0, map: 1, text: 2, element: 3, fragment: 4, hook: 5, 'marked-text': 6 }
const [hasOrigin, hasRightOrigin, hasKey] = [0x80, 0x40, 0x20]

function writeStruct(encoder: encoding.Encoder, struct: Struct): void {
  if ('gc' in struct || 'skip' in struct) {
    encoding.writeUint8(encoder, 'gc' in struct ? 0 : 10)
    encoding.writeVarUint(encoder, 'gc' in struct ? struct.gc : struct.skip)
    return
  }
  const { origin, rightOrigin, parent, key } = struct
  const flags = (origin ? hasOrigin : 0) | (rightOrigin ? hasRightOrigin : 0) | (key === undefined ? 0 : hasKey)
  const [content, write] = contentOf(struct)
  encoding.writeUint8(encoder, content | flags)
  if (origin) writeId(encoder, origin)
  if (rightOrigin) writeId(encoder, rightOrigin)
  if (!origin && !rightOrigin) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
    else writeId(encoder, parent ?? [0, 0])
    if (key !== undefined) encoding.writeVarString(encoder, key)
  }
  write(encoder)
}

function contentOf({
  text,
  values,
  deleted,
  format,
  type = 'map',
  name,
}: Exclude<Struct, { gc: number } | { skip: number }>): [kind: number, write: (encoder: encoding.Encoder) => void] {
  if (text !== undefined) return [4, (encoder) => encoding.writeVarString(encoder, text)]
  if (deleted !== undefined) return [1, (encoder) => encoding.writeVarUint(encoder, deleted)]
  if (values !== undefined)
    return [
      8,
      (encoder) => {
        encoding.writeVarUint(encoder, values.length)
        for (const value of values) encoding.writeAny(encoder, value as encoding.AnyEncodable)
      },
    ]
  if (format !== undefined)
    return [
      6,
      (encoder) => {
        encoding.writeVarString(encoder, format[0])
        encoding.writeVarString(encoder, JSON.stringify(format[1]))
      },
    ]
  return [
    7,
    (encoder) => {
      encoding.writeVarUint(encoder, types[type])
      if (name !== undefined) encoding.writeVarString(encoder, name)
    },
  ]
}

function writeId(encoder: encoding.Encoder, [client, clock]: Id): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}
