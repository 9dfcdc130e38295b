import { longest } from './longest.ts'

/** An element of a rich text: which elements and texts may lie in it, and its attributes. */
export type NodeShape = {
  kind: 'element'
  children: readonly RichTextChild[]
  attributes: Readonly<Record<string, (value: unknown) => boolean>>
}
/** The name of an element, or `text` for the words themselves. */
export type RichTextChild = NodeName | 'text'
export type NodeName = (typeof nodeNames)[number]

const nodeNames = [
  'paragraph',
  'heading',
  'bullet_list',
  'ordered_list',
  'list_item',
  'blockquote',
  'hard_break',
] as const

/** What a body or an annex may begin with, and what lists and quotes may hold. */
export const blockNames = ['paragraph', 'heading', 'bullet_list', 'ordered_list', 'blockquote'] as const
const inlineNames = ['text', 'hard_break'] as const

/** The elements that the editor's schema knows: any other would be deleted by merely showing it in an editor. */
const nodes: Readonly<Record<NodeName, NodeShape>> = {
  paragraph: node(inlineNames),
  heading: node(inlineNames, { level: (value) => value === 2 || value === 3 || value === '2' || value === '3' }),
  bullet_list: node(['list_item']),
  ordered_list: node(['list_item']),
  list_item: node(blockNames),
  blockquote: node(blockNames),
  hard_break: node([]),
}

/** The marks, and what they may be set to; `null` ends one. */
const marks: Readonly<Record<string, (value: unknown) => boolean>> = {
  strong: isBare,
  em: isBare,
  link: isLink,
}

export function nodeShape(name: string): NodeShape | undefined {
  return Object.hasOwn(nodes, name) ? nodes[name as NodeName] : undefined
}

/** Whether text may be marked so. */
export function isMark(name: string, value: unknown): boolean {
  return Object.hasOwn(marks, name) && (value === null || marks[name]?.(value) === true)
}

function node(children: readonly RichTextChild[], attributes: NodeShape['attributes'] = {}): NodeShape {
  return { kind: 'element', children, attributes }
}

/** A mark that says nothing more: y-prosemirror writes `{}`, others `true`. */
function isBare(value: unknown): boolean {
  return value === true || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
}

/** Where it may lead is up to the reader (rule D8). */
function isLink(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).join() !== 'href') return false
  const { href } = value as { href: unknown }
  return typeof href === 'string' && href.length <= longest.value
}
