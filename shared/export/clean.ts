import { type Block, type Inline, isSafeLink, type RichText } from '../document/rich-text.ts'

/** What XML, calendars and spreadsheets cannot all hold: control signs, what stands for half a sign, and two that are none. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD-\uFFFF]/g

/** Where there is something to do at all: most texts are as they should be. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unclean = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\uD800-\uDFFF\uFFFD-\uFFFF]/
const manyLined = /[^\S ]| {2}|^ | $/

/** A text as every form can hold it, so that all say the same. */
export function clean(text: string): string {
  if (!unclean.test(text)) return text
  return text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(unwritable, '')
}

/** The same for a text that stands on one line. */
export function cleanLine(text: string): string {
  const cleaned = clean(text)
  return manyLined.test(cleaned) ? cleaned.replaceAll(/\s+/g, ' ').trim() : cleaned
}

/** The same for every text in plain JSON. Its keys are ours. */
export function cleanJson<Value>(value: Value): Value {
  return cleaned(value) as Value
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return clean(value)
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]))
}

/** Without empty blocks at the end, which only wait for somebody to write in them; words that look alike are one run. */
export function cleanText(text: RichText): RichText {
  const blocks = text.map(cleanBlock)
  while (blocks.length > 0 && isEmpty(blocks.at(-1))) blocks.pop()
  return blocks
}

function cleanBlock(block: Block): Block {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: cleanInlines(block.content) }
    case 'blockquote':
      return { ...block, content: block.content.map(cleanBlock) }
    case 'bullet_list':
    case 'ordered_list':
      return { ...block, items: block.items.map((item) => item.map(cleanBlock)) }
  }
}

function cleanInlines(content: readonly Inline[]): Inline[] {
  const runs: Inline[] = []
  for (const inline of content.map(cleanInline)) {
    const last = runs.at(-1)
    if (inline.type === 'hard_break') runs.push(inline)
    else if (inline.text === '') continue
    else if (last?.type === 'text' && isSameLook(last, inline))
      runs[runs.length - 1] = { ...last, text: last.text + inline.text }
    else runs.push(inline)
  }
  return runs
}

function isSameLook(one: Inline & { type: 'text' }, other: Inline & { type: 'text' }): boolean {
  const { strong, em, link } = one.marks
  return strong === other.marks.strong && em === other.marks.em && link === other.marks.link
}

function cleanInline(inline: Inline): Inline {
  if (inline.type === 'hard_break') return inline
  const { link: written, ...marks } = inline.marks
  const link = cleanLine(written ?? '')
  return {
    type: 'text',
    text: clean(inline.text).replaceAll(/[\n\t]/g, ' '),
    marks: { ...marks, ...(isSafeLink(link) && { link }) },
  }
}

function isEmpty(block: Block | undefined): boolean {
  return block !== undefined && 'content' in block && block.content.length === 0
}
