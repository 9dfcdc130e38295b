import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { closeCodes, helloSchema, messageKinds, roomEventSchema } from '../../shared/wire.ts'

describe('the wire', () => {
  it('has a message kind for everything, and a close code for every reason, of its own', () => {
    for (const numbers of [messageKinds, closeCodes].map((table) => Object.values<number>(table))) {
      expect(new Set(numbers).size).toBe(numbers.length)
    }
  })

  it('closes for good with 4400 to 4499 only: y-websocket comes back after every other code', () => {
    const final = Object.entries(closeCodes).filter(([, code]) => code >= 4400 && code < 4500)
    expect(final.map(([reason]) => reason).sort()).toEqual([
      'notAllowed',
      'notSignedIn',
      'otherEpoch',
      'refused',
      'tooBig',
    ])
  })

  it('takes only what it knows for a greeting or an event', () => {
    const hello = { epoch: 'e', schemaVersion: 1, role: 'editor', person: 'p', readOnly: false }
    expect(v.safeParse(helloSchema, hello).success).toBe(true)
    expect(v.safeParse(helloSchema, { ...hello, role: 'owner' }).success).toBe(false)
    expect(v.safeParse(roomEventSchema, { kind: 'numbers', numbers: { a: 1 } }).success).toBe(true)
    expect(v.safeParse(roomEventSchema, { kind: 'comment' }).success).toBe(false)
  })
})
