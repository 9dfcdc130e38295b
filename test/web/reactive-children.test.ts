import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** A function that Solid calls once, whose words are therefore those of the first time. */
const onceSaid = /\{\(\w+\) =>\s*(?:t|format\.\w+|words(?:\(\))?\.\w+)\(/g

function onceSaidIn(file: string, text: string): string[] {
  return [...text.matchAll(onceSaid)].map(({ index }) => `${file}:${text.slice(0, index).split('\n').length}`)
}

it('no part of a screen goes on saying what was so when it was first shown', () => {
  const files = globSync('web/**/*.tsx', { cwd: root })
  expect(files.length).toBeGreaterThan(100)
  // Within an element or a fragment Solid says it anew.
  expect(files.flatMap((file) => onceSaidIn(file, readFileSync(join(root, file), 'utf8')))).toEqual([])
  expect(onceSaidIn('a.tsx', '<Show when={due()}>\n  {(due) => format.day(due())}</Show>')).toEqual(['a.tsx:2'])
  expect(onceSaidIn('a.tsx', '<Show when={due()}>{(due) => <>{format.day(due())}</>}</Show>')).toEqual([])
})
