import { hasHappened } from '../../../shared/adoption.ts'
import { hasBsn } from '../../../shared/bsn.ts'
import type { DossierRecord } from '../../../shared/dossier-record.ts'
import type { OrganisationId, PersonId } from '../../../shared/ids.ts'
import { canonical, type Json } from '../../../shared/version/canonical.ts'
import type { verifyVersions } from '../verify/verify-versions.ts'
import type { Mistake } from './decision.ts'

type Known = { people: ReadonlySet<PersonId>; parties: ReadonlySet<OrganisationId> }

/** What of the versions and their adoption refers to what is not there, or is there twice (rule B8). */
export function* mistakesInAgreed(record: DossierRecord, { people, parties }: Known): Iterable<Mistake> {
  const { versions, salts, adoptionSettings, adoptionSteps, adoptionStates, adoptionReminders } = record
  yield* twice('versions', versions, ({ id }) => id)
  yield* twice('salts', salts, ({ item }) => item)
  yield* twice('adoptionSettings', adoptionSettings, ({ organisation }) => organisation)
  yield* twice('adoptionSteps', adoptionSteps, ({ version, organisation }) => `${version} ${organisation}`)
  for (const [index, { number, person, items, metadata }] of versions.entries()) {
    const at = `versions.${index}`
    if (number !== index + 1) yield { path: `${at}.number`, message: 'Numbers go from 1 up, each once' }
    if (!people.has(person)) yield { path: `${at}.person`, message: 'Not among members' }
    if (hasBsn(metadata.remark ?? '')) yield { path: at, message: 'Holds a citizen service number' }
    yield* twice(`${at}.items`, items, ({ item }) => item)
  }
  for (const [name, list] of Object.entries({ adoptionSettings, adoptionSteps, adoptionStates, adoptionReminders }))
    for (const [index, { organisation }] of list.entries())
      if (!parties.has(organisation))
        yield { path: `${name}.${index}.organisation`, message: 'Not among organisations' }
  for (const [name, list] of Object.entries({ adoptionSteps, adoptionStates, adoptionReminders }))
    for (const [index, { version }] of list.entries())
      if (version > versions.length) yield { path: `${name}.${index}.version`, message: 'Not among versions' }
  for (const [index, { person, ground }] of adoptionSettings.entries()) {
    const at = `adoptionSettings.${index}`
    if (person !== null && !people.has(person)) yield { path: `${at}.person`, message: 'Not among members' }
    if (hasBsn(ground ?? '')) yield { path: at, message: 'Holds a citizen service number' }
  }
  for (const [index, { person, people: got }] of adoptionReminders.entries())
    if (![person, ...got].every((who) => people.has(who)))
      yield { path: `adoptionReminders.${index}`, message: 'Not among members' }
  for (const [index, { person, version, organisation, step, ground, state }] of adoptionStates.entries()) {
    const at = `adoptionStates.${index}`
    if (!people.has(person)) yield { path: `${at}.person`, message: 'Not among members' }
    const planned = adoptionSteps.find((row) => row.version === version && row.organisation === organisation)
    // A day by which it was asked may be of a body that the party no longer has.
    if (hasHappened(state) && !planned?.steps.some(({ id }) => id === step))
      yield { path: `${at}.step`, message: 'Not among adoptionSteps' }
    if ([ground ?? '', state.words ?? ''].some(hasBsn)) yield { path: at, message: 'Holds a citizen service number' }
  }
}

/** Whether all of it can be hashed: a half of a character, which only a broken client writes, cannot. */
export function canBeHashed({ versions, adoptionSettings, adoptionSteps, adoptionStates }: DossierRecord): boolean {
  try {
    canonical([versions, adoptionSettings, adoptionSteps, adoptionStates] as unknown as Json)
    return true
  } catch {
    // It says by throwing what it cannot write.
    return false
  }
}

/** What a dossier brings, as the store would give it. */
export function agreedOf(record: DossierRecord): Parameters<typeof verifyVersions>[0] {
  return {
    heads: () => record.versions.map(({ items, ...head }) => head),
    items: (number) => record.versions[number - 1]?.items ?? [],
    adoptionStates: () => record.adoptionStates,
    adoptionSettings: () => record.adoptionSettings,
    adoptionSteps: () => record.adoptionSteps,
    adoptionReminders: () => record.adoptionReminders,
  }
}

function* twice<Entry>(name: string, list: readonly Entry[], keyOf: (entry: Entry) => unknown): Iterable<Mistake> {
  const seen = new Set<unknown>()
  for (const [index, entry] of list.entries()) {
    const key = keyOf(entry)
    if (seen.has(key)) yield { path: `${name}.${index}`, message: 'There twice' }
    seen.add(key)
  }
}
