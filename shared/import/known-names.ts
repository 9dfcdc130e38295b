import type { Member, Organisation, Plan, Theme } from '../agenda.ts'
import type { Day } from '../date.ts'
import type { OrganisationId, PersonId, PlanId, ThemeId } from '../ids.ts'
import { plainWord } from './table.ts'

/** Whom and what this agenda knows, by which an import finds them. */
export type ImportContext = {
  organisations: readonly Organisation[]
  members: readonly Pick<Member, 'person' | 'name' | 'organisation'>[]
  plans: readonly Pick<Plan, 'id' | 'name'>[]
  themes: readonly Theme[]
  /** The titles of the items that stand on it. */
  titles: readonly string[]
  /** The day of the import: what is done, without saying when, is done by then. */
  today: Day
}

/** The same by their plain names. */
export type KnownNames = {
  organisations: ReadonlyMap<string, OrganisationId>
  persons: ReadonlyMap<string, { person: PersonId; organisation: OrganisationId }>
  plans: ReadonlyMap<string, PlanId>
  themes: ReadonlyMap<string, ThemeId>
  titles: ReadonlySet<string>
}

export function knownNames({ organisations, members, plans, themes, titles }: ImportContext): KnownNames {
  return {
    // A name goes before a short name or a code, also when it is that of another.
    organisations: firstByName([
      ...organisations.map(({ id, name }) => [name, id] as const),
      ...organisations.map(({ id, short }) => [short, id] as const),
      ...organisations.map(({ id, code = '' }) => [code, id] as const),
      ...organisations.map(({ id, name }) => [name.replace(/^(?:gemeente|stichting)\s+/i, ''), id] as const),
    ]),
    persons: firstByName(members.map(({ person, name, organisation }) => [name, { person, organisation }] as const)),
    plans: firstByName(plans.map(({ id, name }) => [name, id] as const)),
    // One that is shown goes before a hidden one of the same name.
    themes: firstByName(
      [...themes].sort((a, b) => Number(a.hidden) - Number(b.hidden)).map(({ id, name }) => [name, id] as const),
    ),
    titles: new Set(titles.map(plainWord)),
  }
}

function firstByName<Value>(entries: readonly (readonly [name: string, value: Value])[]): Map<string, Value> {
  const found = new Map<string, Value>()
  for (const [name, value] of entries) {
    const plain = plainWord(name)
    if (plain !== '' && !found.has(plain)) found.set(plain, value)
  }
  return found
}

/**
 * The known ones in a list of names, and what is left over. They stand between line ends, semicolons, commas or slashes;
 * names can hold such signs themselves, so the longest that is known is taken.
 */
export function splitKnown<Value>(
  text: string,
  find: (plain: string) => Value | undefined,
): { found: Value[]; unknown: string[] } {
  const found = new Set<Value>()
  const unknown: string[] = []
  const whole = find(plainWord(text))
  if (whole !== undefined) return { found: [whole], unknown }
  for (const piece of text.split(/[\n;]/)) {
    const parts = piece.split(/(\s*[,/]\s*|\s+(?:en|and|&)\s+)/)
    for (let at = 0; at < parts.length; ) {
      let taken = 0
      for (let length = parts.length - at; length > 0 && taken === 0; length -= 2) {
        const value = find(plainWord(parts.slice(at, at + length).join('')))
        if (value === undefined) continue
        found.add(value)
        taken = length
      }
      const word = parts[at]?.replace(/^[•\-–]\s*/, '').trim() ?? ''
      if (taken === 0 && word !== '') unknown.push(word)
      at += (taken || 1) + 1
    }
  }
  return { found: [...found], unknown }
}
