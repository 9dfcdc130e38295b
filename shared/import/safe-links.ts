import { type Block, isSafeLink, type RichText } from '../document/rich-text.ts'

/** The addresses in a text to which a link may not lead. The words stay; that it led there has to be said. */
export function unsafeLinksIn(text: RichText): string[] {
  return text.flatMap(unsafeIn)
}

function unsafeIn(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.content.flatMap((inline) => {
        const { link } = inline.type === 'text' ? inline.marks : {}
        return link === undefined || isSafeLink(link) ? [] : link
      })
    case 'blockquote':
      return unsafeLinksIn(block.content)
    case 'bullet_list':
    case 'ordered_list':
      return block.items.flatMap(unsafeLinksIn)
  }
}
