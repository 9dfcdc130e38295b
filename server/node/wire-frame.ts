const wires = new WeakMap<Uint8Array, Buffer>()

/**
 * A frame as it goes over the line: an unmasked binary WebSocket message (RFC 6455, section 5.2). It is made once for
 * everybody it goes to; with fifty readers that is most of what an edit costs.
 */
export function wireFrameOf(frame: Uint8Array): Buffer {
  const known = wires.get(frame)
  if (known) return known
  const made = Buffer.concat([headerOf(frame.length), frame])
  wires.set(frame, made)
  return made
}

function headerOf(length: number): Buffer {
  const finalBinary = 0x82
  if (length <= 125) return Buffer.from([finalBinary, length])
  const header = Buffer.alloc(length <= 0xffff ? 4 : 10)
  header[0] = finalBinary
  header[1] = length <= 0xffff ? 126 : 127
  if (length <= 0xffff) header.writeUInt16BE(length, 2)
  else header.writeUIntBE(length, 4, 6)
  return header
}
