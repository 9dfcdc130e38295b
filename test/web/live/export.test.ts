// @vitest-environment node
import { expect, it } from 'vitest'
import { asId } from '../../../shared/ids.ts'
import { type ExportChoices, exportAddress } from '../../../web/live/export.ts'

const choices: ExportChoices = {
  format: 'csv',
  language: 'nl',
  table: 'items',
  version: undefined,
  part: undefined,
  struck: false,
}

it('asks only for what is other than usual', () => {
  const address = (other: Partial<ExportChoices>) => exportAddress(asId('a'), { ...choices, ...other })
  expect(address({})).toBe('/api/v1/agendas/a/export/csv')
  expect(address({ language: 'en', table: 'agreements', struck: true, part: { theme: 't' } })).toBe(
    '/api/v1/agendas/a/export/csv?language=en&table=agreements&theme=t&struck=yes',
  )
  expect(address({ format: 'pdf', version: 2 })).toBe('/api/v1/agendas/a/export/pdf?version=2')
  // Only CSV is one table.
  expect(address({ format: 'xlsx', table: 'agreements', part: { party: 'p' } })).toBe(
    '/api/v1/agendas/a/export/xlsx?party=p',
  )
})
