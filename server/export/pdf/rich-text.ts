import type { Block, Inline, RichText } from '../../../shared/document/rich-text.ts'
import type { Run } from './lines.ts'
import type { Element, Page } from './page.ts'
import { colours, measure, sheet, type TextStyle } from './sheet.ts'

export const bodyStyle: TextStyle = { size: 10.5, leading: 15.5, colour: colours.ink }
const headings: Record<2 | 3, TextStyle> = {
  2: { size: 10.5, leading: 15.5, colour: colours.ink },
  3: { size: 10.5, leading: 15.5, colour: colours.subtle },
}
const step = 16
/** However deep somebody nests, there is place for words. */
const deepestIndent = step * 8

/** The text of an item: its headings are a level below the item's own. */
export function writeRichText(page: Page, parent: Element, text: RichText, indent = 0): void {
  for (const block of text) writeBlock(page, parent, block, Math.min(indent, deepestIndent))
}

function writeBlock(page: Page, parent: Element, block: Block, indent: number): void {
  switch (block.type) {
    case 'paragraph':
      if (block.content.length === 0) return
      return writeLines(page, parent, 'P', toRuns(block.content), bodyStyle, indent)
    case 'heading': {
      if (block.content.length === 0) return
      page.space(5)
      page.ensure(bodyStyle.leading * 3)
      const runs = toRuns(block.content).map((run): Run => ({ ...run, cut: 'semibold' }))
      return writeLines(page, parent, block.level === 2 ? 'H4' : 'H5', runs, headings[block.level], indent)
    }
    case 'blockquote': {
      const quote = page.doc.struct('BlockQuote')
      parent.add(quote)
      writeRichText(page, quote, block.content, indent + step)
      quote.end()
      return
    }
    case 'bullet_list':
    case 'ordered_list':
      return writeList(page, parent, block, indent)
  }
}

function writeLines(page: Page, parent: Element, tag: string, runs: Run[], style: TextStyle, indent: number): void {
  const element = page.doc.struct(tag)
  parent.add(element)
  page.write(element, tag, page.lines(runs, style, measure - indent), style, sheet.left + indent)
  element.end()
  page.space(tag !== 'P' ? 1 : indent > 0 ? 3 : 6)
}

function writeList(
  page: Page,
  parent: Element,
  { type, items }: { type: 'bullet_list' | 'ordered_list'; items: Block[][] },
  indent: number,
): void {
  const list = page.doc.struct('L')
  parent.add(list)
  const inner = Math.min(indent + step, deepestIndent)
  for (const [index, blocks] of items.entries()) {
    const item = page.doc.struct('LI')
    list.add(item)
    page.ensure(bodyStyle.leading)
    const label = page.doc.struct('Lbl')
    item.add(label)
    const mark: Run = { text: type === 'bullet_list' ? '•' : `${index + 1}.`, cut: 'regular' }
    page.put(label, 'Lbl', [[mark]], bodyStyle, sheet.left + inner - step + 3, page.y)
    label.end()
    const body = page.doc.struct('LBody')
    item.add(body)
    if (blocks.length === 0) page.y += bodyStyle.leading
    writeRichText(page, body, blocks, inner)
    body.end()
    item.end()
  }
  list.end()
}

function toRuns(content: readonly Inline[]): Run[] {
  return content.map((inline): Run => {
    if (inline.type === 'hard_break') return { text: '\n', cut: 'regular' }
    const { strong, em, link } = inline.marks
    return { text: inline.text, cut: strong ? 'semibold' : em ? 'italic' : 'regular', ...(link && { link }) }
  })
}
