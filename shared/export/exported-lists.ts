import type { Organisation, Plan } from '../agenda.ts'
import type { Day } from '../date.ts'
import { isSafeLink } from '../document/rich-text.ts'
import type { Link } from '../item.ts'
import { cleanLine } from './clean.ts'
import type { ExportedAgenda, ExportedItem } from './model.ts'

// The lists that a draft and a version have alike. They are ordered by what the export says of them: an agenda that was
// taken in from its own export then says the same in the same order.

type Party = ExportedAgenda['parties'][number]

export function exportParty({ id, name, short, kind, code, website }: Organisation): Party {
  return {
    id,
    name: cleanLine(name),
    short: cleanLine(short),
    kind,
    ...(code && { code: cleanLine(code) }),
    ...(website && { website: cleanLine(website) }),
  }
}

export function exportPlans(
  plans: readonly Plan[],
  organisations: readonly Pick<Organisation, 'id' | 'name'>[],
): ExportedAgenda['plans'] {
  const names = new Map(organisations.map(({ id, name }) => [id, cleanLine(name)]))
  return plans
    .flatMap(({ id, kind, name, organisation, deadline }) => {
      const party = names.get(organisation)
      return party === undefined
        ? []
        : { id, name: cleanLine(name), kind, organisation: party, ...(deadline && { deadline }) }
    })
    .sort(byName)
}

/** A link that cannot be followed is none. */
export function exportLinks(links: readonly Link[]): ExportedItem['links'] {
  return links
    .map(({ id, name, url, kind }) => ({ id, name: cleanLine(name), url: cleanLine(url), kind }))
    .filter(({ url }) => isSafeLink(url))
    .sort(byName)
}

/** The plans in which an item lands, by name; and by id, since two parties can have a plan of the same name. */
export function exportPlansOf(
  ids: readonly string[] = [],
  names: ReadonlyMap<string, string>,
): Pick<ExportedItem, 'plans' | 'planIds'> {
  const found = ids
    .flatMap((id) => {
      const name = names.get(id)
      return name === undefined ? [] : { id, name }
    })
    .sort(byName)
  return {
    plans: found.map(({ name }) => name),
    ...(found.length > 0 && { planIds: found.map(({ id }) => id) }),
  }
}

export function namesOf<Id>(ids: readonly Id[] = [], names: ReadonlyMap<Id, string>): string[] {
  return ids.flatMap((id) => names.get(id) ?? []).sort(alphabetical)
}

export function alphabetical(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export function byName(a: { id: string; name: string }, b: { id: string; name: string }): number {
  return alphabetical(a.name, b.name) || alphabetical(a.id, b.id)
}

/** What has no date comes last. */
export function byDate(a: { id: string; date?: Day }, b: { id: string; date?: Day }): number {
  return alphabetical(a.date ?? '9', b.date ?? '9') || alphabetical(a.id, b.id)
}
