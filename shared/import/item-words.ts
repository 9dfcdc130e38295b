import { longest } from '../document/longest.ts'
import { richTextToPlain } from '../document/rich-text.ts'
import type { ImportedItem } from './imported-item.ts'

/** Every text that somebody wrote in an item. */
export function wordsOf(item: ImportedItem): string[] {
  return [...linesOf(item), richTextToPlain(item.body), ...item.annexes.map(({ text }) => richTextToPlain(text))]
}

function linesOf(item: ImportedItem): string[] {
  return [
    ...[item.title, item.struckReason, item.lineage],
    ...item.deadlines.map(({ name }) => name),
    ...item.links.flatMap(({ name, url }) => [name, url]),
    ...item.agreements.map(({ text }) => text),
    ...item.indicators.flatMap(({ name, unit, measurements }) => [
      name,
      unit,
      ...measurements.map(({ source }) => source),
    ]),
  ]
}

/** Whether any of them is longer than the gate lets through. */
export function isTooLong(item: ImportedItem): boolean {
  const bodies = [item.body, ...item.annexes.map(({ text }) => text)].map(richTextToPlain)
  return (
    linesOf(item).some((text) => text.length > longest.line) || bodies.some((text) => text.length > longest.paragraph)
  )
}
