import type { ThemeId } from '../ids.ts'
import type { ImportedItem } from './imported-item.ts'
import { plainWord } from './table.ts'

/** What to do with a theme that is not on this agenda, by its plain name: make it, or take one that is. */
export type ThemeChoices = ReadonlyMap<string, { make: true } | { id: ThemeId } | 'none'>

export type ThemeFinder = ReturnType<typeof themeFinder>

/** Finds the theme that a name stands for, and remembers which are not on this agenda. */
export function themeFinder(known: ReadonlyMap<string, ThemeId>, choices: ThemeChoices) {
  const unknown = new Map<string, string>()
  return {
    /** Undefined where no theme is named; `unknown` where one is that nobody chose for. */
    find(name: string): ImportedItem['theme'] | 'unknown' {
      const plain = plainWord(name)
      if (plain === '' || noTheme.has(plain)) return undefined
      const id = known.get(plain)
      if (id) return { id }
      if (!unknown.has(plain)) unknown.set(plain, name)
      const choice = choices.get(plain) ?? 'none'
      if (choice === 'none') return 'unknown'
      return 'make' in choice ? { name: unknown.get(plain) ?? name } : { id: choice.id }
    },
    unknown: () => [...unknown.values()],
  }
}

/** What our own documents write where there is no theme. */
const noTheme = new Set(['nog zonder thema', 'without a theme so far', '-'])
