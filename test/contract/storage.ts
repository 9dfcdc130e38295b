import { expect, it } from 'vitest'
import { storageRules } from './storage/rules.ts'

/** Puts every rule to the test in a database of its own; `see` runs one where the database is, and gives what it saw. */
export function storageContract(see: (rule: string) => unknown): void {
  it('has a name for each rule', () => {
    expect(new Set(storageRules.map(({ name }) => name)).size).toBe(storageRules.length)
  })

  it.each(storageRules)('$name', async ({ name, is }) => {
    expect(await see(name)).toEqual(is)
  })
}
