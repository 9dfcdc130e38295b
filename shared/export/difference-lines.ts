import { diffArrays } from 'diff'
import type { Amount } from '../amount.ts'
import { type Block, type RichText, richTextToPlain } from '../document/rich-text.ts'
import type { AgreedAgreement, AgreedIndicator, ItemContent } from '../version/content.ts'
import type { Field } from '../version/difference.ts'
import type { DifferentItem, Names } from '../version/differences.ts'
import { fromSchemaJson, type SchemaNode } from '../version/schema-json.ts'
import {
  aroundWords,
  type Effort,
  isUnchanged,
  makeEffort,
  paragraphDifference,
  replaced,
  type TextPart,
  wordDifference,
} from '../version/text-difference.ts'
import { clean, cleanLine } from './clean.ts'
import type { DifferenceWords } from './difference-words.ts'
import { listed } from './facts.ts'

/** One field of an item as it is read: what it is called, and its paragraphs with the words that came and went. */
export type DifferenceLine = { name: string; isText: boolean; paragraphs: TextPart[][] }

/** Of an item that changed only the paragraphs around a change are shown, and of a long one only the words around it. */
const around = 240

/** The fields of an item that came, went or changed, in the order in which an item is read. */
export function differenceLines(
  item: DifferentItem,
  names: Names,
  words: DifferenceWords,
  effort: Effort = makeEffort(),
): DifferenceLine[] {
  return item.fields
    .filter(({ field }) => item.kind === 'changed' || field !== 'title')
    .map((found): DifferenceLine => {
      const read = reader(names, words)
      const { field, entry, before, after } = found
      const name = nameOf(field, entry, names, words)
      if (field === 'body' || field === 'annexes') {
        // What is kept there was read from the document by the tolerant reader, or from a version.
        const [was, is] = [before, after].map((nodes) => paragraphsOf((nodes ?? []) as SchemaNode[]))
        const all = paragraphDifference(was ?? [], is ?? [], effort)
        const onlyLayout = all.every(isUnchanged)
        const paragraphs = onlyLayout
          ? [[{ text: words.difference.onlyLayout, change: 'same' as const }]]
          : item.kind === 'changed'
            ? aroundChanges(all, words.difference.leftOut)
            : all
        return { name, isText: true, paragraphs }
      }
      const [was, is] = [before, after].map((value) => read(field, value))
      return { name, isText: false, paragraphs: [compared(field, was ?? [], is ?? [], { words, effort })] }
    })
}

function compared(
  field: Field,
  was: string[],
  is: string[],
  { words, effort }: { words: DifferenceWords; effort: Effort },
): TextPart[] {
  if (listFields.includes(field)) return listDifference(was, is)
  const [before, after] = [was.join(', '), is.join(', ')]
  if (wordedFields.includes(field)) return wordDifference(before, after, effort)
  if (before === after) return [{ text: before || words.difference.unknown, change: 'same' }]
  return spaced(replaced(before, after))
}

const listFields: readonly Field[] = ['involved', 'sectors', 'legalBasis', 'principles', 'plans']
const wordedFields: readonly Field[] = ['title', 'agreements', 'deadlines', 'indicators']

/** Which members of a list came and went, each of them whole. */
export function listDifference(was: readonly string[], is: readonly string[]): TextPart[] {
  const members = diffArrays([...was], [...is]).flatMap(({ value, added, removed }) =>
    value.map((text): TextPart => ({ text, change: added ? 'added' : removed ? 'removed' : 'same' })),
  )
  return members.flatMap((member, index) =>
    index === 0 ? [member] : [{ text: '; ', change: 'same' as const }, member],
  )
}

/** With a space between what was and what is. */
export function spaced(all: readonly TextPart[]): TextPart[] {
  return all.flatMap((part, index) => (index === 0 ? [part] : [{ text: ' ', change: 'same' as const }, part]))
}

function nameOf(field: Field, entry: string | undefined, names: Names, words: DifferenceWords): string {
  const { text, difference } = words
  switch (field) {
    case 'annexes':
      return text.column.annex(nameIn(names.organisations, entry ?? '', words))
    case 'agreements':
      return difference.agreement
    case 'deadlines':
      return difference.deadline
    case 'indicators':
      return difference.indicator
    default:
      return text.column[field]
  }
}

/** A value as words; of a list one for each member. */
function reader(names: Names, words: DifferenceWords) {
  const { text, difference, day, number } = words
  const person = (id: string | undefined) => id && nameIn(names.people, id, words)
  const party = (id: string | undefined) => id && nameIn(names.organisations, id, words)
  const amount = (value: Amount | undefined, say: (value: string) => string) =>
    value === undefined ? '' : say(number(value))

  return (field: Field, value: unknown): string[] => {
    if (value === undefined) return []
    // The field says which of its kinds the value is.
    const content = { [field]: value } as Partial<ItemContent>
    const { duty, theme, owner, involved, sectors, transition, reach, legalBasis, principles, plans, title } = content
    if (title !== undefined) return [cleanLine(title)]
    if (duty) return [words.words.duty[duty]]
    if (theme) return [nameIn(names.themes, theme, words)]
    if (owner) return [listed([party(owner.organisation), person(owner.person)])]
    if (involved) return involved.map((id) => nameIn(names.organisations, id, words))
    if (sectors) return sectors.map((sector) => words.words.sector[sector])
    if (transition) return [text.transition(words.words.sector[transition.from], words.words.sector[transition.to])]
    if (reach) return [words.words.reach[reach]]
    if (legalBasis) return legalBasis.map((basis) => words.words.legalBasis[basis])
    if (principles) return principles.map((principle) => words.words.principle[principle])
    if (plans) return plans.map((id) => nameIn(names.plans, id, words))
    if (field === 'deadlines') return [deadline(value as { name: string; date?: string })]
    if (field === 'agreements') return [agreement(value as AgreedAgreement)]
    if (field === 'indicators') return [indicator(value as AgreedIndicator)]
    return []
  }

  function deadline({ name, date }: { name: string; date?: string }): string {
    return text.deadline(cleanLine(name), date ? day(date) : text.noDay)
  }

  function agreement({ text: what, organisation, person: who, due }: AgreedAgreement): string {
    return listed([cleanLine(what), party(organisation), person(who), due && difference.dueBy(day(due))])
  }

  function indicator({ name, unit, baseline, target, targetDate, direction = 'down' }: AgreedIndicator): string {
    return listed([
      unit ? `${cleanLine(name)} (${cleanLine(unit)})` : cleanLine(name),
      amount(baseline, difference.startsAt),
      amount(target, difference.aimsAt),
      targetDate && difference.aimsBy(day(targetDate)),
      words.words.direction[direction],
    ])
  }
}

function nameIn(names: Record<string, string>, id: string, { difference }: DifferenceWords): string {
  return (Object.hasOwn(names, id) ? cleanLine(names[id] ?? '') : '') || difference.unknown
}

/** The paragraphs of a text; an entry of a list is one, with its mark. What is empty tells nothing. */
function paragraphsOf(nodes: readonly SchemaNode[]): string[] {
  const text: RichText = fromSchemaJson(nodes)
  return text.flatMap(blockParagraphs).filter((paragraph) => paragraph.trim() !== '')
}

function blockParagraphs(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [clean(richTextToPlain([block]))]
    case 'blockquote':
      return block.content.flatMap(blockParagraphs)
    case 'bullet_list':
    case 'ordered_list':
      return block.items.flatMap((item, index) =>
        item
          .flatMap(blockParagraphs)
          .map((paragraph, place) =>
            place > 0 ? paragraph : `${block.type === 'bullet_list' ? '•' : `${index + 1}.`} ${paragraph}`,
          ),
      )
  }
}

/** Without the paragraphs that stayed and stand beside none that changed. */
function aroundChanges(all: readonly TextPart[][], leftOut: string): TextPart[][] {
  const isNear = (index: number) => [index - 1, index, index + 1].some((at) => all[at] && !isUnchanged(all[at]))
  return all.flatMap((paragraph, index) => {
    if (isNear(index)) return [aroundWords(paragraph, { around, leftOut })]
    return index === 0 || isNear(index - 1) ? [[{ text: leftOut, change: 'same' as const }]] : []
  })
}
