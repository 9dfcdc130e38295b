import type { Block, Inline, RichText } from '../../../shared/document/rich-text.ts'
import { xml } from '../xml.ts'

/** The text of an item in the styles of the document. Its headings are a level below those of the item's parts. */
export function richTextToOdt(text: RichText, style = 'Text_20_body'): string {
  return text.map((block) => toXml(block, style)).join('')
}

function toXml(block: Block, style: string): string {
  switch (block.type) {
    case 'paragraph':
      return `<text:p text:style-name="${style}">${inlines(block.content)}</text:p>`
    case 'heading': {
      const level = block.level + 1
      return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${inlines(block.content)}</text:h>`
    }
    case 'blockquote':
      return richTextToOdt(block.content, 'Quotations')
    case 'bullet_list':
    case 'ordered_list': {
      const name = block.type === 'bullet_list' ? 'Bullets' : 'Numbers'
      const items = block.items.map((item) => `<text:list-item>${richTextToOdt(item, 'List_20_item')}</text:list-item>`)
      return `<text:list text:style-name="${name}">${items.join('')}</text:list>`
    }
  }
}

function inlines(content: readonly Inline[]): string {
  return content.map(inline).join('')
}

function inline(part: Inline): string {
  if (part.type === 'hard_break') return '<text:line-break/>'
  const { strong, em, link: address } = part.marks
  // More than one space in a row is an element of its own.
  const text = xml(part.text).replaceAll(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`)
  const style = strong && em ? 'Strong_20_emphasis' : strong ? 'Strong' : em ? 'Emphasis' : undefined
  const marked = style ? `<text:span text:style-name="${style}">${text}</text:span>` : text
  return address ? link(address, marked) : marked
}

/** Leads somewhere; what it says is written already. */
export function link(address: string, written: string): string {
  return `<text:a xlink:type="simple" xlink:href="${xml(address)}">${written}</text:a>`
}
