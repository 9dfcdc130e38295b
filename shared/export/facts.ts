import type { ExportedItem } from './model.ts'
import type { ExportWords } from './words.ts'

/** What is known of an item beside its text, as it is read: the name of each fact and what it says. */
export function factsOf(
  item: ExportedItem,
  { text, words, day, itemTitle }: ExportWords,
): [name: string, value: string][] {
  const { column } = text
  const all: [string, string][] = [
    [column.duty, words.duty[item.duty]],
    [column.kind, words.kind[item.kind]],
    [column.status, words.status[item.status]],
    [column.struckReason, item.status === 'struck' ? item.struckReason : ''],
    [column.priority, item.priority ? words.priority[item.priority] : ''],
    [column.owner, listed([item.owner?.organisation, item.owner?.person])],
    [column.involved, listed(item.involved)],
    [column.sectors, listed(item.sectors.map((sector) => words.sector[sector]))],
    [column.transition, transitionOf(item, { text, words })],
    [column.reach, words.reach[item.reach]],
    [column.legalBasis, listed(item.legalBasis.map((basis) => words.legalBasis[basis]))],
    [column.principles, item.principles.map((principle) => words.principle[principle]).join('; ')],
    [column.plans, listed(item.plans)],
    [column.lineage, item.lineage],
    [column.related, item.related.map((other) => text.itemHeading(other.number, itemTitle(other))).join('; ')],
    [
      column.deadlines,
      item.deadlines.map(({ name, date }) => text.deadline(name, date ? day(date) : text.noDay)).join('; '),
    ],
    [column.links, item.links.map(({ name, url }) => (name ? `${name} (${url})` : url)).join('; ')],
  ]
  return all.filter(([, value]) => value !== '')
}

export function transitionOf(
  { transition }: ExportedItem,
  { text, words }: Pick<ExportWords, 'text' | 'words'>,
): string {
  return transition ? text.transition(words.sector[transition.from], words.sector[transition.to]) : ''
}

export function listed(values: readonly (string | undefined)[]): string {
  return values.filter((value) => value !== undefined && value !== '').join(', ')
}
