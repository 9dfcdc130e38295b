import { describe, expect, it } from 'vitest'
import { Visits } from '../../server/rooms/directory/visits.ts'

/** Knocks from these addresses in turn, and gives how many times somebody was sent away. */
function sentAway(visits: Visits, addresses: readonly string[], times: number): number {
  let count = 0
  for (let time = 0; time < times; time++)
    if (visits.count(addresses[time % addresses.length] ?? '', time) !== undefined) count++
  return count
}

describe('[S7] who knocks without end', () => {
  it('is sent away, and others are not', () => {
    const visits = new Visits()
    expect(sentAway(visits, ['203.0.113.7'], 210)).toBe(10)
    expect(sentAway(visits, ['203.0.113.8'], 1)).toBe(0)
  })

  it('is one, whichever address of their own network of IPv6 they use', () => {
    const visits = new Visits()
    const own = Array.from({ length: 70 }, (_, index) => [
      `2001:db8:0:1::${index.toString(16)}`,
      `2001:db8::1:a:b:c:${index.toString(16)}`,
      `2001:db8:0:1:ffff:0:0:${index.toString(16)}`,
    ]).flat()
    expect(sentAway(visits, own, 210)).toBe(10)
    expect(sentAway(visits, ['2001:db8:0:2::1', '2001:db8::1', '::1'], 3)).toBe(0)
  })
})
