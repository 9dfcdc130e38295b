import type { AgendaFile } from './file.ts'

/** Somebody whom a file names, with the parties for which it names them. */
export type NamedPerson = { name: string; parties: string[] }

/** Who is named as owner or in an agreement, each once. A file holds names only: one name is one person (rule I23). */
export function peopleIn({ themes, struck = [] }: AgendaFile): NamedPerson[] {
  const people = new Map<string, Set<string>>()
  for (const { owner, agreements } of [...themes.flatMap(({ items }) => items), ...struck]) {
    for (const { person, organisation } of [...(owner ? [owner] : []), ...agreements]) {
      if (person === undefined) continue
      const parties = people.get(person) ?? new Set()
      people.set(person, parties)
      if (organisation !== undefined) parties.add(organisation)
    }
  }
  return [...people].map(([name, parties]) => ({ name, parties: [...parties] }))
}
