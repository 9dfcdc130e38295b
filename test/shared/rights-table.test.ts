import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { rightsFile, rightsTable } from '../../tools/rights-table.ts'

it('[A5] docs/rights.md says what the table says; node tools/rights-table.ts writes it anew', () => {
  expect(readFileSync(rightsFile, 'utf8')).toBe(rightsTable())
})
