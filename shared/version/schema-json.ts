import type { Block, Inline, Marks, RichText } from '../document/rich-text.ts'

// A rich text as the JSON of the editor's schema, in its one normal form (rule V2): neighbours that look alike are one,
// marks stand in the order of the schema, and what the schema has by default is left out.

export type SchemaMark = { type: 'strong' | 'em' } | { type: 'link'; attrs: { href: string } }
export type SchemaNode = {
  type: Block['type'] | 'list_item' | 'text' | 'hard_break'
  attrs?: { level: 3 }
  content?: SchemaNode[]
  text?: string
  marks?: SchemaMark[]
}

/** The normal form of a text; of one in which nothing stands, nothing. */
export function toSchemaJson(text: RichText): SchemaNode[] {
  const nodes = text.map(blockNode)
  // An editor that is merely opened writes an empty paragraph.
  return nodes.every(({ type, content }) => type === 'paragraph' && !content) ? [] : nodes
}

/** The text as views and exports show it. */
export function fromSchemaJson(nodes: readonly SchemaNode[]): RichText {
  return nodes.map(nodeBlock)
}

function blockNode(block: Block): SchemaNode {
  switch (block.type) {
    case 'paragraph':
      return { type: block.type, ...inside(inlineNodes(block.content)) }
    case 'heading':
      return {
        type: block.type,
        ...(block.level === 3 && { attrs: { level: 3 } }),
        ...inside(inlineNodes(block.content)),
      }
    case 'blockquote':
      return { type: block.type, ...inside(block.content.map(blockNode)) }
    case 'bullet_list':
    case 'ordered_list':
      return {
        type: block.type,
        ...inside(block.items.map((item) => ({ type: 'list_item', ...inside(item.map(blockNode)) }))),
      }
    default:
      return block satisfies never
  }
}

function inlineNodes(inlines: readonly Inline[]): SchemaNode[] {
  const nodes: SchemaNode[] = []
  for (const inline of inlines) {
    if (inline.type === 'hard_break') {
      nodes.push({ type: 'hard_break' })
      continue
    }
    const text = inline.text.toWellFormed()
    const marks = markList(inline.marks)
    const last = nodes.at(-1)
    if (text === '') continue
    if (last?.text !== undefined && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) last.text += text
    else nodes.push({ type: 'text', text, ...(marks.length > 0 && { marks }) })
  }
  return nodes
}

/** In the order of the editor's schema: link, strong, em. */
function markList({ link, strong, em }: Marks): SchemaMark[] {
  return [
    ...(link === undefined ? [] : [{ type: 'link' as const, attrs: { href: link.toWellFormed() } }]),
    ...(strong ? [{ type: 'strong' as const }] : []),
    ...(em ? [{ type: 'em' as const }] : []),
  ]
}

function inside(content: SchemaNode[]): { content?: SchemaNode[] } {
  return content.length > 0 ? { content } : {}
}

function nodeBlock({ type, attrs, content = [] }: SchemaNode): Block {
  switch (type) {
    case 'heading':
      return { type, level: attrs?.level ?? 2, content: content.map(nodeInline) }
    case 'bullet_list':
    case 'ordered_list':
      return { type, items: content.map((item) => (item.content ?? []).map(nodeBlock)) }
    case 'blockquote':
      return { type, content: content.map(nodeBlock) }
    default:
      return { type: 'paragraph', content: content.map(nodeInline) }
  }
}

function nodeInline({ text, marks = [] }: SchemaNode): Inline {
  if (text === undefined) return { type: 'hard_break' }
  const link = marks.find((mark) => mark.type === 'link')
  return {
    type: 'text',
    text,
    marks: {
      ...(marks.some(({ type }) => type === 'strong') && { strong: true }),
      ...(marks.some(({ type }) => type === 'em') && { em: true }),
      ...(link && { link: link.attrs.href }),
    },
  }
}
