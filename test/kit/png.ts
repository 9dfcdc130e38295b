import { crc32, deflateSync } from 'node:zlib'

export type PngOptions = { alpha?: boolean; interlaced?: boolean; depth?: 8 | 16 }

/** A picture of one colour with a lighter bar in it, as PNG; with alpha its edges are see-through. */
export function makePng(
  width: number,
  height: number,
  { alpha = false, interlaced = false, depth = 8 }: PngOptions = {},
): Uint8Array<ArrayBuffer> {
  const channels = alpha ? 4 : 3
  const rows = Array.from({ length: height }, (_none, y) => {
    const row = [0]
    for (let x = 0; x < width; x++) {
      const isBar = y > height * 0.4 && y < height * 0.6
      const isEdge = x < width * 0.08 || x > width * 0.92
      row.push(isBar ? 240 : 122, isBar ? 200 : 46, isBar ? 120 : 29, ...(alpha ? [isEdge ? 90 : 255] : []))
    }
    return row
  })
  const head = new Uint8Array(13)
  const view = new DataView(head.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  head.set([depth, channels === 4 ? 6 : 2, 0, 0, interlaced ? 1 : 0], 8)
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(Uint8Array.from(rows.flat()))), chunk('IEND', [])]
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...parts.flatMap((part) => [...part])])
}

function chunk(name: string, data: ArrayLike<number>): Uint8Array {
  const bytes = new Uint8Array(data.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(new TextEncoder().encode(name), 4)
  bytes.set(Array.from(data), 8)
  view.setUint32(data.length + 8, crc32(bytes.subarray(4, data.length + 8)))
  return bytes
}
