import type { Block, RichText } from '../document/rich-text.ts'

/**
 * A text whose headings a screen reader can follow under that of its item: none is empty, and none of the lower level
 * stands before the first of the higher.
 */
export function withHeadingLevels(text: RichText): RichText {
  let hasTop = false
  const inBlocks = (blocks: readonly Block[]): Block[] => blocks.flatMap((block) => inBlock(block) ?? [])
  const inBlock = (block: Block): Block | undefined => {
    switch (block.type) {
      case 'heading': {
        if (!block.content.some((part) => part.type === 'text' && part.text.trim() !== '')) return undefined
        if (block.level === 2) hasTop = true
        return hasTop ? block : { ...block, level: 2 }
      }
      case 'blockquote':
        return { ...block, content: inBlocks(block.content) }
      case 'bullet_list':
      case 'ordered_list':
        return { ...block, items: block.items.map(inBlocks) }
      case 'paragraph':
        return block
    }
  }
  return inBlocks(text)
}
