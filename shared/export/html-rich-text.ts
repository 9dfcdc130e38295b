import type { Block, Inline, RichText } from '../document/rich-text.ts'
import { escaped, linkAttributes } from './html-text.ts'

/** The text of an item; its headings are below that of the item's parts. */
export function toRichHtml(text: RichText): string {
  return text.map(blockOf).join('')
}

function blockOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return `<p dir="auto">${inlinesOf(block.content)}</p>\n`
    case 'heading': {
      const level = block.level + 2
      return `<h${level} dir="auto">${inlinesOf(block.content)}</h${level}>\n`
    }
    case 'blockquote':
      return `<blockquote>\n${toRichHtml(block.content)}</blockquote>\n`
    case 'bullet_list':
      return `<ul>\n${block.items.map(itemOf).join('')}</ul>\n`
    case 'ordered_list':
      return `<ol>\n${block.items.map(itemOf).join('')}</ol>\n`
  }
}

function itemOf(item: RichText): string {
  return `<li dir="auto">${toRichHtml(item)}</li>\n`
}

function inlinesOf(content: readonly Inline[]): string {
  return content.map(inlineOf).join('')
}

function inlineOf(part: Inline): string {
  if (part.type === 'hard_break') return '<br />'
  const { strong, em, link } = part.marks
  let written = escaped(part.text)
  if (em) written = `<em>${written}</em>`
  if (strong) written = `<strong>${written}</strong>`
  const leads = link === undefined ? '' : linkAttributes(link)
  return leads === '' ? written : `<a${leads}>${written}</a>`
}
