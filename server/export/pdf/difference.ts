import type { TextPart } from '../../../shared/version/text-difference.ts'
import type { Run } from './lines.ts'
import type { Element, Page } from './page.ts'
import { bodyStyle } from './rich-text.ts'
import { colours, measure, sheet } from './sheet.ts'
import type { Cut } from './typeface.ts'

/** Words that came or went: one element of the structure, on however many lines and sheets it stands. */
export type Change = { kind: 'added' | 'removed'; element: Element | undefined }

/** In PDF/A-2a a stroke is only seen: the structure says as well that words are underlined or struck. */
const looks = {
  added: { decoration: 'Underline', height: 1.14 },
  removed: { decoration: 'LineThrough', height: 0.78 },
} as const

/** A paragraph in which words came and went. */
export function writeDifference(page: Page, parent: Element, parts: readonly TextPart[]): void {
  const paragraph = page.doc.struct('P')
  parent.add(paragraph)
  const runs = parts.map(({ text, change }): Run => {
    return { text, cut: 'regular', ...(change !== 'same' && { change: { kind: change, element: undefined } }) }
  })
  page.write(paragraph, 'P', page.lines(runs, bodyStyle, measure), bodyStyle, sheet.left)
  paragraph.end()
  page.space(6)
}

/** Shows changed words on one line; gives their width. */
export function showChange(
  page: Page,
  parent: Element,
  change: Change,
  cut: Cut,
  { text, x, y, size }: { text: string; x: number; y: number; size: number },
): number {
  const { doc } = page
  const { decoration, height } = looks[change.kind]
  const colour = change.kind === 'added' ? page.accent : colours.subtle
  change.element ??= begin(page, parent, decoration)
  change.element.add(doc.markStructureContent('Span') as never)
  const width = page.show(text, cut, { size, colour, x, y })
  page.flush()
  const line = y + size * height
  doc
    .moveTo(x, line)
    .lineTo(x + width, line)
    .lineWidth(0.6)
    .strokeColor(colour)
    .stroke()
  doc.endMarkedContent()
  return width
}

function begin(page: Page, parent: Element, decoration: string): Element {
  const element = page.doc.struct('Span')
  // pdfkit writes these attributes only where a place on the sheet goes with them.
  const { dictionary } = element as unknown as { dictionary: { data: Record<string, unknown> } }
  dictionary.data.A = { O: 'Layout', TextDecorationType: decoration }
  parent.add(element)
  return element
}
