import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareRanked, isRank, type Rank, rankAt, rankBetween, ranksBetween } from '../../shared/rank.ts'
import { Chance } from '../kit/chance.ts'

const seed = 20261122

/** Ranks as the reader gives them: such as we make, more equal ones than chance would bring, and absent ones. */
const list: fc.Arbitrary<Rank[]> = fc
  .array(
    fc.oneof(
      fc.constantFrom('', 'a0', 'a1', 'a1V', 'Zz', `y${'z'.repeat(25)}`, `B${'0'.repeat(24)}1`),
      fc.nat({ max: 2 ** 31 }).map((number) => rankBetween('a0', 'a1', () => (number % 61) / 61)),
      fc.string({ maxLength: 6 }).map((text) => (isRank(text) ? text : '')),
    ),
    { maxLength: 12 },
  )
  .map((ranks) => ranks.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))

describe('moving something to a place in a list', () => {
  it('puts it there, or right after the neighbours of equal rank', () => {
    fc.assert(
      fc.property(list, fc.nat({ max: 12 }), fc.integer(), (sorted, at, chanceSeed) => {
        const index = Math.min(at, sorted.length)
        const chance = new Chance(chanceSeed)
        const rank = rankAt(sorted, index, () => chance.next())
        expect(isRank(rank)).toBe(true)
        const before = sorted[index - 1] ?? ''
        expect(rank > before).toBe(true)
        const next = sorted.slice(index).find((other) => other > before)
        if (next !== undefined) expect(rank < next).toBe(true)
      }),
      { seed, numRuns: 3000 },
    )
  })

  it.each(['second', 'last but one', 'anywhere'])('finds a place a thousand times: %s', (where) => {
    const chance = new Chance(seed)
    const sorted: Rank[] = ['a0', 'a1']
    for (let count = 0; count < 1000; count++) {
      const places = { second: 1, 'last but one': sorted.length - 1, anywhere: chance.below(sorted.length + 1) }
      const index = places[where as keyof typeof places]
      sorted.splice(
        index,
        0,
        rankAt(sorted, index, () => chance.next()),
      )
    }
    expect(new Set(sorted).size).toBe(sorted.length)
    expect([...sorted].sort((a, b) => (a < b ? -1 : 1))).toEqual(sorted)
    expect(sorted.every(isRank)).toBe(true)
  })

  it('seldom gives two people who move to the same place at once the same rank', () => {
    const chance = new Chance(seed)
    const ranks = Array.from({ length: 100 }, () => rankAt(['a0', 'a1'], 1, () => chance.next()))
    expect(new Set(ranks).size).toBeGreaterThan(98)
  })
})

describe('ranks', () => {
  it('are made in order between two others', () => {
    fc.assert(
      fc.property(list, fc.nat({ max: 20 }), (bounds, count) => {
        const [before, after] = bounds
        const ranks = ranksBetween(before, after, count)
        expect(ranks).toHaveLength(count)
        const whole = [
          ...(isRank(before) ? [before] : []),
          ...ranks,
          ...(isRank(after) && after !== before ? [after] : []),
        ]
        expect([...new Set(whole)].sort((a, b) => (a < b ? -1 : 1))).toEqual(whole)
      }),
      { seed, numRuns: 500 },
    )
  })

  it('are made whatever the bounds are', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(isRank(rankBetween(before, after))).toBe(true)
        expect(ranksBetween(before, after, 3).every(isRank)).toBe(true)
      }),
      { seed, numRuns: 500 },
    )
  })

  it('give everyone the same order, also where they are equal', () => {
    const [one, two] = [
      { rank: 'a0', id: 'x' },
      { rank: 'a0', id: 'y' },
    ]
    expect([two, one].sort(compareRanked)).toEqual([one, two])
    expect([{ rank: 'a1', id: 'a' }, one].sort(compareRanked)[0]).toBe(one)
    expect(compareRanked(one, one)).toBe(0)
  })
})
