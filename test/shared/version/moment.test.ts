import { describe, expect, it } from 'vitest'
import { isDraftMoment, parseMoment, writeMoment } from '../../../shared/version/moment.ts'

describe('[V7] a moment in an address', () => {
  it.each([
    ['version:1', { kind: 'version', number: 1 }],
    ['now', { kind: 'now' }],
    ['adopted:dordrecht', { kind: 'adopted', by: 'dordrecht' }],
    ['2026-11-22', { kind: 'past', at: '2026-11-22T23:59:59.999Z' }],
    ['2026-11-22T10:30Z', { kind: 'past', at: '2026-11-22T10:30:00.000Z' }],
    ['2026-11-22T10:30:15+01:00', { kind: 'past', at: '2026-11-22T09:30:15.000Z' }],
  ])('reads %s, and writes what reads the same', (text, moment) => {
    const read = parseMoment(text)
    expect(read).toEqual(moment)
    expect(parseMoment(read ? writeMoment(read) : '')).toEqual(moment)
  })

  it.each([
    '',
    'version:0',
    'version:01',
    'version:1.5',
    'version:9999999',
    'Now',
    '2026-02-31',
    '2026-02-31T10:00Z',
    '2026-11-22T25:00Z',
    '2026-11-22T10:30',
    'adopted:',
    'adopted:__proto__',
    'adopted:a b',
    '1732233600000',
  ])('does not read %j', (text) => {
    expect(parseMoment(text)).toBeUndefined()
  })

  it('is of the living agenda when it is now or past, and not when it is a version', () => {
    const drafts = ['now', '2026-11-22', 'version:1', 'adopted:dordrecht'].map((text) => {
      const moment = parseMoment(text)
      return moment && isDraftMoment(moment)
    })
    expect(drafts).toEqual([true, true, false, false])
  })
})
