import { describe, expect, it } from 'vitest'
import { asId, isId, makeId } from '../../shared/ids.ts'

describe('an id', () => {
  it('is made by whoever needs one, and never twice', () => {
    const ids = Array.from({ length: 1000 }, () => makeId())
    expect(new Set(ids).size).toBe(1000)
    expect(ids.every(isId)).toBe(true)
  })

  it.each(['', '__proto__', '__x', 'a b', 'é', '../../etc', 'a.sqlite', 'x'.repeat(65), 'x\n', 7, null, ['a']])(
    'is not %j',
    (value) => {
      expect(isId(value)).toBe(false)
      expect(() => asId(value as string)).toThrow(TypeError)
    },
  )

  it.each(['a', 'punt-01', '_x', '0197a1b2-0000-7000-8000-000000000000'])('can be %s', (value) => {
    expect(asId(value)).toBe(value)
  })
})
