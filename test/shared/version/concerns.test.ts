import { expect, it } from 'vitest'
import { asId, type ItemId, type OrganisationId } from '../../../shared/ids.ts'
import type { ItemContent } from '../../../shared/version/content.ts'
import { differentItems } from '../../../shared/version/differences.ts'

const [mine, other] = ['dordrecht', 'papendrecht'].map((id) => asId<OrganisationId>(id)) as [
  OrganisationId,
  OrganisationId,
]
const item = asId<ItemId>('punt')
const base: ItemContent = { title: 'Vervoer', duty: 'joint', reach: 'regional', owner: { organisation: other } }

function changesFor(party: OrganisationId, before: ItemContent, after: ItemContent): number {
  const known = { party, numbers: new Map<ItemId, number>(), reason: () => undefined }
  return differentItems(new Map([[item, before]]), new Map([[item, after]]), known).length
}

it.each([
  ['pulls', { owner: { organisation: mine } }],
  ['is involved in', { involved: [mine] }],
  ['promised something in', { agreements: { a: { text: 'Bellen', organisation: mine } } }],
  ['has an annex to', { annexes: { [mine]: [{ type: 'paragraph' }] } }],
] as [string, Partial<ItemContent>][])('[V6] [V17] tells a party of an item that it %s', (_how, whose) => {
  const after = { ...base, ...whose }
  expect(changesFor(mine, base, after)).toBe(1)
  // Also when it has nothing to do with it any more.
  expect(changesFor(mine, after, base)).toBe(1)
  expect(changesFor(mine, after, { ...after, title: 'Anders' })).toBe(1)
  expect(changesFor(mine, base, { ...base, title: 'Anders' })).toBe(0)
})
