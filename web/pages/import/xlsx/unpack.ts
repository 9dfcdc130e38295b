import { Unzip, UnzipInflate } from 'fflate'

/** A file that is larger than a table of items can be, packed or unpacked. */
export class TooLargeError extends Error {}

/** A workbook of 20,000 rows unpacks to some 20 MB. */
const mostUnpacked = 64 << 20
const mostParts = 1000
/** A chunk of this size can unpack to a thousand times as much, and no more before that is counted. */
const chunkBytes = 16 << 10

/**
 * The parts of a ZIP that are wanted, counted while they are unpacked: what a ZIP says of its own sizes need not be true.
 */
export function unpack(zip: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  const parts = new Map<string, Uint8Array[]>()
  let [unpacked, count] = [0, 0]
  const unzip = new Unzip((file) => {
    count++
    if (count > mostParts) throw new TooLargeError()
    if (!isWanted(file.name)) return
    const pieces: Uint8Array[] = []
    parts.set(file.name, pieces)
    file.ondata = (error, piece) => {
      if (error) throw error
      unpacked += piece.length
      if (unpacked > mostUnpacked) throw new TooLargeError()
      pieces.push(piece)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < zip.length; at += chunkBytes)
    unzip.push(zip.subarray(at, at + chunkBytes), at + chunkBytes >= zip.length)
  return new Map([...parts].map(([name, pieces]) => [name, joined(pieces)]))
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
