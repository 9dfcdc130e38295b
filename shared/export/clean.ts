import type { Block, Inline, RichText } from '../document/rich-text.ts'

/** What XML, calendars and spreadsheets cannot all hold: control signs, what stands for half a sign, and two that are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD-\uFFFF]/g

/** A text as every form can hold it, so that all say the same. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(unwritable, '')
}

/** The same for a text that stands on one line. */
export function cleanLine(text: string): string {
  return clean(text).replaceAll(/\s+/g, ' ').trim()
}

/** Without empty blocks at the end, which only wait for somebody to write in them. */
export function cleanText(text: RichText): RichText {
  const blocks = text.map(cleanBlock)
  while (blocks.length > 0 && isEmpty(blocks.at(-1))) blocks.pop()
  return blocks
}

function cleanBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: block.content.map(cleanInline) }
    case 'blockquote':
      return { ...block, content: block.content.map(cleanBlock) }
    case 'bullet_list':
    case 'ordered_list':
      return { ...block, items: block.items.map((item) => item.map(cleanBlock)) }
  }
}

function cleanInline(inline: Inline): Inline {
  if (inline.type === 'hard_break') return inline
  const { link, ...marks } = inline.marks
  return {
    type: 'text',
    text: clean(inline.text).replaceAll(/[\n\t]/g, ' '),
    marks: { ...marks, ...(link && { link: cleanLine(link) }) },
  }
}

function isEmpty(block: Block | undefined): boolean {
  return block !== undefined && 'content' in block && block.content.length === 0
}
