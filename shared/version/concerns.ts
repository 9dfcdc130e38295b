import type { OrganisationId } from '../ids.ts'
import type { ItemContent } from './content.ts'

/** What of an item says whose it is. */
export type Whose = {
  owner: { organisation?: OrganisationId | undefined }
  involved: readonly OrganisationId[]
  agreements: readonly { organisation?: OrganisationId | undefined }[]
  /** The municipalities that have a local annex. */
  annexes: readonly string[]
}

/** Whether a party has to do with an item: it pulls it, is involved in it, promised something in it, or has an annex to it. */
export function concerns({ owner, involved, agreements, annexes }: Whose, party: OrganisationId): boolean {
  return (
    owner.organisation === party ||
    involved.includes(party) ||
    agreements.some(({ organisation }) => organisation === party) ||
    annexes.includes(party)
  )
}

export function whose({ owner = {}, involved = [], agreements = {}, annexes = {} }: ItemContent): Whose {
  return { owner, involved, agreements: Object.values(agreements), annexes: Object.keys(annexes) }
}
