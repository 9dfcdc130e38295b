import { lastAdopted } from '../../../shared/adoption.ts'
import type { ItemId, OrganisationId } from '../../../shared/ids.ts'
import type { Adoption } from '../../../shared/version/api.ts'
import type { ItemContent } from '../../../shared/version/content.ts'
import { differentItems } from '../../../shared/version/differences.ts'
import type { VersionReader } from '../../store/version-store.ts'

export type CountChanges = (organisation: OrganisationId, from: number, to: number) => number

/** Says of each party against which version it reads one, and how much changed for it since (rule V17). */
export function withSince(versions: Adoption['versions'], countChanges: CountChanges): Adoption['versions'] {
  return versions.map(({ version, parties }) => {
    const earlier = versions.filter((other) => other.version < version)
    return {
      version,
      parties: parties.map((party) => {
        const since = lastAdopted(earlier, party.organisation)
        if (since === undefined) return party
        return { ...party, since: { version: since, changed: countChanges(party.organisation, since, version) } }
      }),
    }
  })
}

/** Counts what changed for a party between two versions. Versions never change: what was counted once stays so. */
export function makeCountChanges(versions: Pick<VersionReader, 'items'>): CountChanges {
  const counts = new Map<string, number>()
  // Parties are asked for one after the other, most of them about the same two versions.
  let last: { pair: string; changes: Changes } | undefined
  return (organisation, from, to) => {
    const pair = `${from} ${to}`
    const known = counts.get(`${pair} ${organisation}`)
    if (known !== undefined) return known
    if (last?.pair !== pair) last = { pair, changes: changesBetween(versions, from, to) }
    const { before, after } = last.changes
    const count = differentItems(before, after, unnamed(organisation)).length
    counts.set(`${pair} ${organisation}`, count)
    return count
  }
}

type Changes = Record<'before' | 'after', Map<ItemId, ItemContent>>

/** Of both versions the items that are not in the other as they are; the same content has the same hash (rule V2). */
function changesBetween({ items }: Pick<VersionReader, 'items'>, from: number, to: number): Changes {
  const [before, after] = [items(from), items(to)]
  const [then, now] = [before, after].map((list) => new Map(list.map(({ item, hash }) => [item, hash])))
  const others = (list: typeof before, hashes: typeof then) =>
    new Map(list.filter(({ item, hash }) => hashes?.get(item) !== hash).map(({ item, content }) => [item, content]))
  return { before: others(before, now), after: others(after, then) }
}

/** Only how many they are is wanted. */
function unnamed(party: OrganisationId) {
  return { party, numbers: new Map<ItemId, number>(), reason: () => undefined }
}
