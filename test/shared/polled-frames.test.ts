import { describe, expect, it } from 'vitest'
import { packFrames, unpackFrames } from '../../shared/polled-frames.ts'

describe('[L11] frames in one body', () => {
  it('come out as they went in', () => {
    const frames = [Uint8Array.of(0, 1, 2), Uint8Array.of(), Uint8Array.of(7)]
    expect(unpackFrames(packFrames(frames))).toEqual(frames)
  })

  it('are none when the body is cut off', () => {
    expect(unpackFrames(packFrames([Uint8Array.of(1, 2, 3)]).subarray(0, 3))).toBeUndefined()
  })

  it('are none when there are too many: millions of empty ones would fill the memory', () => {
    expect(unpackFrames(new Uint8Array(10_000))).toHaveLength(10_000)
    expect(unpackFrames(new Uint8Array(12 << 20))).toBeUndefined()
  })
})
