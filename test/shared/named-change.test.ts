import { describe, expect, it } from 'vitest'
import { aroundChange } from '../../shared/export/around-change.ts'
import { namedChange } from '../../shared/export/named-change.ts'

const names = {
  organisation: (id: string) => (id === 'o1' ? 'Gemeente Dordrecht' : undefined),
  person: (id: string) => (id === 'p1' ? 'Anna' : undefined),
  theme: (id: string) => (id === 't1' ? 'Vervoer' : undefined),
  plan: () => undefined,
  item: () => undefined,
}

describe('a change of the history, in a file', () => {
  it('[P1] [X2] holds no count of 1 to 4, also where an older program kept one bare', () => {
    const indicator = (value: number) => [
      {
        id: 'i',
        name: 'Thuis',
        unit: '',
        baseline: value,
        target: value,
        measurements: [{ date: '2026-01-01', value }],
      },
    ]
    const { before, after } = namedChange('indicators', indicator(2), indicator(3), names)
    expect([before, after].map((one) => JSON.stringify(one).match(/:[1-4][,}]/))).toEqual([null, null])
    expect(JSON.stringify(after)).toContain('"baseline":"masked"')
  })

  it('[X8] has names instead of ids, and of lists only what came, went or changed', () => {
    expect(namedChange('owner', { organisation: 'o1', person: 'p1' }, {}, names)).toEqual({
      before: { organisation: 'Gemeente Dordrecht', person: 'Anna' },
      after: {},
    })
    expect(namedChange('theme', null, 't1', names)).toEqual({ before: '', after: 'Vervoer' })
    const [one, two] = [
      { id: 'a', text: 'Bellen', organisation: 'o1', due: '2027-01-01' },
      { id: 'b', text: 'Schrijven' },
    ]
    expect(namedChange('agreements', [one], [one, two], names)).toEqual({ before: [], after: [{ text: 'Schrijven' }] })
  })

  it.each([
    ['indicators', 'geen lijst'],
    ['agreements', [null, 3, { text: 4, due: 'ooit' }]],
    ['owner', ['o1']],
    ['annexes', null],
    ['period', 'altijd'],
    ['onbekend', { a: 1 }],
  ])('[D1] reads what no program of ours wrote: %s', (field, value) => {
    expect(() => namedChange(field, value, value, names)).not.toThrow()
  })

  it('[X8] shows of a long text what stands around the change', () => {
    const text = (middle: string) => `${'Eerst dit. '.repeat(200)}${middle}${' Dan dat.'.repeat(200)}`
    const { before, after } = aroundChange(text('oud'), text('nieuw'))
    expect(before).toContain('oud')
    expect(after).toContain('nieuw')
    for (const shown of [before, after]) {
      expect(shown.length).toBeLessThan(200)
      expect(shown.startsWith('…') && shown.endsWith('…')).toBe(true)
    }
    expect(aroundChange('', 'x'.repeat(2_000)).after.length).toBeLessThan(600)
    expect(aroundChange('gelijk', 'gelijk')).toEqual({ before: 'gelijk', after: 'gelijk' })
  })
})
