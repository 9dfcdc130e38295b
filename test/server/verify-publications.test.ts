import { describe, expect, it } from 'vitest'
import { publishVersion, withdrawPublication } from '../../server/rooms/record/publications.ts'
import type { RecordTurn } from '../../server/rooms/record/turn.ts'
import { verifyPublications } from '../../server/rooms/verify/verify-publications.ts'
import type { AuditLines } from '../../server/rooms/verify/verify-trail.ts'
import type { PublicationRow } from '../../server/store/publication-store.ts'
import type { RoomStore } from '../../server/store/room-store.ts'
import { asId } from '../../shared/ids.ts'

/** What publishing and withdrawing leave behind, at the moments 1, 2, 3 … */
function told(...commands: ('closed' | 'open' | 'withdraw')[]): { row: PublicationRow; lines: AuditLines } {
  let row: PublicationRow | undefined
  const lines: AuditLines = []
  const store = {
    versions: { head: () => ({}) },
    publications: {
      of: () => row,
      put: (now: PublicationRow) => {
        row = now
      },
    },
    // Of a store this is all that publishing touches.
  } as unknown as RoomStore
  for (const [index, command] of commands.entries()) {
    const at = index + 1
    const audit = (kind: string, about: object) =>
      void lines.push({ seq: at, at, person: 'c', kind, subject: JSON.stringify(about) } as AuditLines[number])
    const turn = { at, audit, tell: () => {} } as unknown as RecordTurn
    const how = { names: false, indexed: command === 'open', person: asId<PublicationRow['person']>('c') }
    if (command === 'withdraw') withdrawPublication(store, turn, 1)
    else publishVersion(store, turn, { agenda: asId('a'), version: 1 }, how)
  }
  if (!row) throw new Error('Nothing was published')
  return { row, lines }
}

const findings = (row: PublicationRow, lines: AuditLines) => [...verifyPublications([row], lines)].length

describe('npm run verify', () => {
  it.each([[['closed']], [['closed', 'open']], [['open', 'withdraw']], [['open', 'withdraw', 'closed']]] as const)(
    '[V25] finds nothing wrong with what was published as told: %s',
    (commands) => {
      const { row, lines } = told(...commands)
      expect(findings(row, lines)).toBe(0)
    },
  )

  it.each<[string, Partial<PublicationRow>]>([
    ['with names', { names: 1 }],
    ['for search engines', { indexed: 1 }],
    ['by another', { person: asId('d') }],
    ['at another moment', { at: 9 }],
    ['of another version', { version: 2 }],
    ['at another address', { id: asId('elders') }],
    ['although it was withdrawn', { withdrawn: null }],
  ])('[V25] finds what is public otherwise than the audit trail tells: %s', (_name, changed) => {
    const { row, lines } = told('closed', 'withdraw')
    expect(findings({ ...row, ...changed }, lines)).toBeGreaterThan(0)
  })

  it('[V25] misses no publication that was told of elsewhere: it did not travel', () => {
    const { lines } = told('open')
    expect([...verifyPublications([], lines)]).toEqual([])
  })
})
