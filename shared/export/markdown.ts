import type { Block, Inline, RichText } from '../document/rich-text.ts'
import type { TextPart } from '../version/text-difference.ts'
import { type DocumentBlock, type ExportedDocument, headingText, toDocument } from './document.ts'
import type { ExportLanguage } from './formats.ts'
import type { ExportedAgenda } from './model.ts'

/** The agenda as Markdown, with tables as GitHub and most others read them. No markup in a text can become markup. */
export function toMarkdown(agenda: ExportedAgenda, language: ExportLanguage): string {
  return documentToMarkdown(toDocument(agenda, language))
}

export function documentToMarkdown({ title, subtitle, draft, blocks }: ExportedDocument): string {
  const parts = [
    `# ${escaped(title)}`,
    ...(draft ? [`**${escaped(draft.mark.toUpperCase())}** ${escaped(draft.meaning)}`] : []),
    subtitle.map(escaped).join('  \n'),
    ...blocks.map(toPart),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function toPart(block: DocumentBlock): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${escaped(headingText(block))}`
    case 'paragraph':
      return escaped(block.text)
    case 'text':
      return richText(block.text)
    case 'facts':
      return block.rows.map(([name, value]) => `- **${escaped(name)}:** ${escaped(value)}`).join('\n')
    case 'table':
      return [block.header, block.header.map(() => '---'), ...block.rows.map((row) => row.map(cell))]
        .map((row) => `| ${row.join(' | ')} |`)
        .join('\n')
    case 'difference':
      return block.parts.map(changedWords).join('').trim()
  }
}

/** Struck what went, bold what came. A mark holds only around words of one paragraph, so spaces and lines break it. */
function changedWords({ text, change }: TextPart): string {
  const mark = change === 'same' ? '' : change === 'added' ? '**' : '~~'
  return text
    .split('\n')
    .map((line) => {
      const { before, words, after } = inSpaces(line)
      return words === '' ? line : `${before}${mark}${escaped(words)}${mark}${after}`
    })
    .join('\\\n')
}

function cell(text: string): string {
  return text.split('\n').map(escaped).join('<br>')
}

function richText(text: RichText): string {
  return text
    .map(richBlock)
    .filter((part) => part !== '')
    .join('\n\n')
}

function richBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return inlines(block.content)
    case 'heading':
      return `${'#'.repeat(block.level + 2)} ${inlines(block.content).replaceAll('\\\n', ' ')}`
    case 'blockquote':
      return indented(richText(block.content), '> ', '> ')
    case 'bullet_list':
      return block.items.map((item) => indented(richText(item), '- ', '  ')).join('\n')
    case 'ordered_list':
      return block.items
        .map((item, index) => indented(richText(item), `${index + 1}. `, ' '.repeat(`${index + 1}. `.length)))
        .join('\n')
  }
}

function indented(text: string, first: string, further: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : further}${line}`.trimEnd())
    .join('\n')
}

function inlines(content: readonly Inline[]): string {
  return content.map(inline).join('').trim()
}

function inline(part: Inline): string {
  if (part.type === 'hard_break') return '\\\n'
  const { strong, em, link } = part.marks
  // Marks hold only around words: spaces at the rim stand outside them.
  const { before, words, after } = inSpaces(part.text)
  if (words === '') return part.text
  const mark = `${strong ? '**' : ''}${em ? '_' : ''}`
  const marked = `${mark}${escaped(words)}${[...mark].reverse().join('')}`
  return `${before}${link ? `[${marked}](<${link.replaceAll(/[<>\\\n]/g, encodeURIComponent)}>)` : marked}${after}`
}

/** What a mark can stand around, and the spaces at its rims. */
function inSpaces(text: string): { before: string; words: string; after: string } {
  const words = text.trim()
  const start = text.length - text.trimStart().length
  return { before: text.slice(0, start), words, after: text.slice(start + words.length) }
}

/** With a backslash before every sign that Markdown or HTML could read as its own. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>|~#&$]/g, '\\$&')
    .replaceAll(/^([^\S\n]*)([-+=])/gm, '$1\\$2')
    .replaceAll(/^([^\S\n]*\d+)([.)])/gm, '$1\\$2')
}
