import * as Y from 'yjs'

/** The text of a body as plain data: what the reader shows, what exports print and what a version's hash covers. */
export type RichText = Block[]
export type Block =
  | { type: 'paragraph'; content: Inline[] }
  | { type: 'heading'; level: 2 | 3; content: Inline[] }
  | { type: 'bullet_list' | 'ordered_list'; items: Block[][] }
  | { type: 'blockquote'; content: Block[] }
export type Inline = { type: 'text'; text: string; marks: Marks } | { type: 'hard_break' }
export type Marks = { strong?: true; em?: true; link?: string }

const deepest = 20

/** Reads a body tolerantly: nodes and marks that the schema does not know are left out, their text is kept. */
export function readRichText(fragment: Y.XmlFragment | undefined): RichText {
  return fragment ? readBlocks(fragment, 0) : []
}

/** The words of a body, one line a block: for search, history and excerpts. */
export function richTextToPlain(text: RichText): string {
  return text.map(blockToPlain).join('\n')
}

/** Writes text into a fragment, at its end or before its `at`th block, in the shape in which y-prosemirror writes it. */
export function writeRichText(fragment: Y.XmlFragment, text: RichText, at = fragment.length): void {
  fragment.insert(at, text.map(blockToNode))
}

function readBlocks(parent: Y.XmlFragment, depth: number): Block[] {
  // Deeper than anyone writes it keeps its text, but not its shape.
  if (depth > deepest) return [{ type: 'paragraph', content: readInlines(parent) }]
  return parent.toArray().flatMap((node): Block[] => {
    if (node instanceof Y.XmlText) return [{ type: 'paragraph', content: readText(node) }]
    if (!(node instanceof Y.XmlElement)) return []
    const attributes = node.getAttributes() as Record<string, unknown>
    switch (node.nodeName) {
      case 'heading':
        return [
          {
            type: 'heading',
            level: attributes.level === 3 || attributes.level === '3' ? 3 : 2,
            content: readInlines(node),
          },
        ]
      case 'bullet_list':
      case 'ordered_list':
        return [{ type: node.nodeName, items: readListItems(node, depth) }]
      case 'blockquote':
        return [{ type: 'blockquote', content: readBlocks(node, depth + 1) }]
      default:
        return [{ type: 'paragraph', content: readInlines(node) }]
    }
  })
}

function readListItems(list: Y.XmlElement, depth: number): Block[][] {
  return list.toArray().flatMap((node): Block[][] => {
    if (node instanceof Y.XmlText) return [[{ type: 'paragraph', content: readText(node) }]]
    return node instanceof Y.XmlElement ? [readBlocks(node, depth + 1)] : []
  })
}

/** With a stack of its own: a broken client can nest deeper than calls can go. */
function readInlines(parent: Y.XmlFragment): Inline[] {
  const inlines: Inline[] = []
  const waiting: unknown[] = parent.toArray().reverse()
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (node instanceof Y.XmlText) inlines.push(...readText(node))
    else if (!(node instanceof Y.XmlElement)) continue
    else if (node.nodeName === 'hard_break') inlines.push({ type: 'hard_break' })
    else for (const child of node.toArray().reverse()) waiting.push(child)
  }
  return inlines
}

function readText(text: Y.XmlText): Inline[] {
  return (text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]).flatMap((part): Inline[] =>
    typeof part.insert === 'string' && part.insert !== ''
      ? [{ type: 'text', text: part.insert, marks: readMarks(part.attributes ?? {}) }]
      : [],
  )
}

function readMarks(attributes: Record<string, unknown>): Marks {
  const href = (attributes.link as { href?: unknown } | null | undefined)?.href
  return {
    ...(attributes.strong ? { strong: true } : {}),
    ...(attributes.em ? { em: true } : {}),
    ...(typeof href === 'string' && isSafeLink(href) ? { link: href } : {}),
  }
}

/** Whether a link may be followed from the board: web and mail addresses only. */
export function isSafeLink(href: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(href)
}

function blockToPlain(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
    case 'blockquote':
      return block.content.map(blockToPlain).join('\n')
    case 'bullet_list':
    case 'ordered_list':
      return block.items.map((item) => `• ${item.map(blockToPlain).join('\n')}`).join('\n')
  }
}

function blockToNode(block: Block): Y.XmlElement {
  switch (block.type) {
    case 'paragraph':
      return element('paragraph', block.content.map(inlineToNode))
    case 'heading': {
      const heading = element('heading', block.content.map(inlineToNode))
      // y-prosemirror writes attributes as they are in ProseMirror: the level is a number, whatever Yjs's types say.
      ;(heading as unknown as Y.XmlElement<{ level: number }>).setAttribute('level', block.level)
      return heading
    }
    case 'blockquote':
      return element('blockquote', block.content.map(blockToNode))
    case 'bullet_list':
    case 'ordered_list':
      return element(
        block.type,
        block.items.map((item) => element('list_item', item.map(blockToNode))),
      )
  }
}

function inlineToNode(inline: Inline): Y.XmlElement | Y.XmlText {
  if (inline.type === 'hard_break') return new Y.XmlElement('hard_break')
  const { strong, em, link } = inline.marks
  const text = new Y.XmlText()
  text.insert(0, inline.text, {
    ...(strong && { strong: {} }),
    ...(em && { em: {} }),
    ...(link && { link: { href: link } }),
  })
  return text
}

function element(name: string, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const node = new Y.XmlElement(name)
  node.insert(0, children)
  return node
}
