import * as encoding from 'lib0/encoding'
import { encode } from '../kit/raw-client.ts'

type Id = [client: number, clock: number]

/** A struct as no Yjs client would write it. */
export type Struct =
  | { gc: number }
  | { skip: number }
  | {
      /** What the item holds; without it, it is a map that others can be put in. */
      text?: string
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

const [stringContent, typeContent, mapType] = [4, 7, 1]
const [hasOrigin, hasRightOrigin, hasKey] = [0x80, 0x40, 0x20]

function writeStruct(encoder: encoding.Encoder, struct: Struct): void {
  if ('gc' in struct || 'skip' in struct) {
    encoding.writeUint8(encoder, 'gc' in struct ? 0 : 10)
    encoding.writeVarUint(encoder, 'gc' in struct ? struct.gc : struct.skip)
    return
  }
  const { text, origin, rightOrigin, parent, key } = struct
  const content = text === undefined ? typeContent : stringContent
  const flags = (origin ? hasOrigin : 0) | (rightOrigin ? hasRightOrigin : 0) | (key === undefined ? 0 : hasKey)
  encoding.writeUint8(encoder, content | flags)
  if (origin) writeId(encoder, origin)
  if (rightOrigin) writeId(encoder, rightOrigin)
  if (!origin && !rightOrigin) {
    encoding.writeVarUint(encoder, typeof parent === 'string' ? 1 : 0)
    if (typeof parent === 'string') encoding.writeVarString(encoder, parent)
    else writeId(encoder, parent ?? [0, 0])
    if (key !== undefined) encoding.writeVarString(encoder, key)
  }
  if (text === undefined) encoding.writeVarUint(encoder, mapType)
  else encoding.writeVarString(encoder, text)
}

function writeId(encoder: encoding.Encoder, [client, clock]: Id): void {
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
}
