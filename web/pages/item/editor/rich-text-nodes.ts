import { Fragment, type Node } from 'prosemirror-model'
import type { Block, Inline, RichText } from '../../../../shared/document/rich-text.ts'
import { schema } from './schema.ts'

const { nodes, marks } = schema

/** A text as the editor's own nodes. */
export function nodesOf(text: RichText): Fragment {
  return Fragment.from(text.map(blockNode))
}

function blockNode(block: Block): Node {
  switch (block.type) {
    case 'paragraph':
      return nodes.paragraph.create(null, inlineNodes(block.content))
    case 'heading':
      return nodes.heading.create({ level: block.level }, inlineNodes(block.content))
    case 'blockquote':
      return nodes.blockquote.create(null, nodesOf(block.content))
    case 'bullet_list':
    case 'ordered_list':
      return nodes[block.type].create(
        null,
        block.items.map((item) => nodes.list_item.create(null, nodesOf(item))),
      )
  }
}

function inlineNodes(content: readonly Inline[]): Node[] {
  return content.map((inline) => {
    if (inline.type === 'hard_break') return nodes.hard_break.create()
    const { link, strong, em } = inline.marks
    return schema.text(inline.text, [
      ...(link ? [marks.link.create({ href: link })] : []),
      ...(strong ? [marks.strong.create()] : []),
      ...(em ? [marks.em.create()] : []),
    ])
  })
}
