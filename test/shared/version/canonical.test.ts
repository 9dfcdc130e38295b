import { describe, expect, it } from 'vitest'
import { canonical, type Json } from '../../../shared/version/canonical.ts'
import { Chance } from '../../kit/chance.ts'

function numberOf(bits: string): number {
  return new DataView(Uint8Array.from(bits.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)).buffer).getFloat64(
    0,
  )
}

describe('[V2] canonical JSON', () => {
  it('is the example of RFC 8785, section 3.2.3', () => {
    const example = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`) as Json
    expect(canonical(example)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  it('orders keys by their UTF-16 units, as the example of section 3.2.3', () => {
    const example = JSON.parse(
      String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`,
    ) as Json
    const texts = [...canonical(example).matchAll(/:"([^"]+)"/g)].map(([, text]) => text)
    expect(texts).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('writes the number of appendix B with bits %s as %s', (bits, text) => {
    expect(canonical(numberOf(bits))).toBe(text)
  })

  it('refuses what I-JSON does not know', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { '\udc00': 1 }])
      expect(() => canonical(value)).toThrow(RangeError)
  })

  it('leaves out what is undefined, and knows every key', () => {
    expect(canonical({ b: undefined, a: 1, ['__proto__']: 2 })).toBe('{"__proto__":2,"a":1}')
  })

  it('gives the same text whatever the order of keys, and reads back as the same value', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const value = madeUp(new Chance(seed), 4)
      const text = canonical(value)
      expect(canonical(turned(value)), `seed ${seed}`).toBe(text)
      expect(JSON.parse(text)).toEqual(value)
    }
  })
})

function madeUp(chance: Chance, depth: number): Json {
  const kind = chance.below(depth === 0 ? 4 : 6)
  if (kind === 0) return chance.oneOf([null, true, false])
  if (kind === 1) return (chance.next() - 0.5) * 10 ** chance.below(40)
  if (kind < 4) return String.fromCodePoint(...Array.from({ length: chance.below(6) }, () => chance.below(0xd000)))
  const parts = Array.from({ length: chance.below(5) }, () => madeUp(chance, depth - 1))
  if (kind === 4) return parts
  return Object.fromEntries(parts.map((part) => [String.fromCodePoint(0x20 + chance.below(0x5000)), part]))
}

function turned(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(turned)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner as Json)]),
  )
}
