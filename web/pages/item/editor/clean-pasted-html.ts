import { longest } from '../../../../shared/document/longest.ts'
import {
  type Block,
  type Inline,
  isSafeLink,
  type Marks,
  type RichText,
} from '../../../../shared/document/rich-text.ts'
import { type ListEntry, nestLists } from './nest-lists.ts'

/** A piece of pasted HTML: an element, or a text. Comments (also Word's conditional ones) are left out beforehand. */
export type PastedNode = PastedElement | string
export type PastedElement = { name: string; attributes: Record<string, string>; children: PastedNode[] }

/**
 * What somebody meant to paste: headings, paragraphs, lists, quotes, bold, italic and links. Word and Outlook write lists
 * as paragraphs with `mso-list` in their style and the bullet as text; those become real lists. All else is dropped.
 */
export function cleanPasted(nodes: readonly PastedNode[]): RichText {
  return blocksOf(nodes, {}, shallowestHeading(nodes))
}

/** Loose text collects into a paragraph, list paragraphs into a list, until something else comes. */
function blocksOf(nodes: readonly PastedNode[], marks: Marks, heading: number): Block[] {
  const blocks: Block[] = []
  let line: Inline[] = []
  let entries: ListEntry[] = []
  const endLine = () => {
    const content = tidyLine(line)
    line = []
    if (content.length > 0) blocks.push({ type: 'paragraph', content })
  }
  const endList = () => {
    blocks.push(...nestLists(entries))
    entries = []
  }
  const add = (...more: Block[]) => {
    endLine()
    if (more.length > 0) endList()
    blocks.push(...more)
  }
  const walk = (node: PastedNode, inherited: Marks) => {
    if (typeof node === 'string') {
      if (node.trim() !== '') endList()
      line.push({ type: 'text', text: node, marks: inherited })
      return
    }
    if (isDropped(node)) return
    const own = marksOf(node, inherited)
    const level = headingLevel(node)
    if (node.name === 'br') line.push({ type: 'hard_break' })
    else if (level !== undefined) {
      // A heading is bold of itself: Word says so once more within it.
      const content = tidyLine(inlinesOf(node.children, inherited).map(withoutStrong))
      if (content.length > 0) add({ type: 'heading', level: level <= heading ? 2 : 3, content })
    } else if (listLevel(node) !== undefined) {
      endLine()
      const content = tidyLine(inlinesOf(node.children, own))
      if (content.length > 0) {
        entries.push({
          level: listLevel(node) ?? 1,
          ordered: isOrdered(node),
          content: [{ type: 'paragraph', content }],
        })
      }
    } else if (node.name === 'ul' || node.name === 'ol') {
      endLine()
      entries.push(...entriesOf(node, own, heading, 1))
    } else if (node.name === 'blockquote') {
      const content = blocksOf(node.children, own, heading)
      if (content.length > 0) add({ type: 'blockquote', content })
    } else if (node.name === 'tr') add(...rowOf(node, own, heading))
    else if (blockNames.has(node.name)) {
      endLine()
      if (node.children.some(holdsBlocks)) for (const child of node.children) walk(child, own)
      else add(...paragraphOf(node, own, entries))
      endLine()
    } else for (const child of node.children) walk(child, own)
  }
  for (const node of nodes) walk(node, marks)
  endLine()
  endList()
  return blocks
}

/** A paragraph; or, when it begins with a bullet that somebody or some program typed, an entry of a list. */
function paragraphOf(node: PastedElement, marks: Marks, entries: ListEntry[]): Block[] {
  const content = tidyLine(inlinesOf(node.children, marks))
  const [first] = content
  if (!first) return []
  const typedBullet = first.type === 'text' ? /^[•·▪◦‣§]\s+/.exec(first.text) : null
  if (!typedBullet || first.type !== 'text') return [{ type: 'paragraph', content }]
  const rest = tidyLine([{ ...first, text: first.text.slice(typedBullet[0].length) }, ...content.slice(1)])
  if (rest.length > 0) entries.push({ level: 1, ordered: false, content: [{ type: 'paragraph', content: rest }] })
  return []
}

function entriesOf(list: PastedElement, marks: Marks, heading: number, depth: number): ListEntry[] {
  return list.children.flatMap((child): ListEntry[] => {
    if (typeof child === 'string' || isDropped(child)) return []
    if (child.name === 'ul' || child.name === 'ol') return entriesOf(child, marks, heading, depth + 1)
    // Word on the web makes a list of each entry and tells the level in an attribute.
    const level = Number(child.attributes['data-aria-level'] ?? child.attributes['aria-level']) || depth
    const inner = child.children.filter((node): node is PastedElement => typeof node !== 'string' && isList(node))
    const content = blocksOf(
      child.children.filter((node) => typeof node === 'string' || !isList(node)),
      marks,
      heading,
    )
    const own = content.length > 0 ? [{ level, ordered: list.name === 'ol', content }] : []
    return [...own, ...inner.flatMap((node) => entriesOf(node, marks, heading, level + 1))]
  })
}

/** A table of facts becomes a line a row; a table that only served the layout (as in mail) falls apart into its blocks. */
function rowOf(row: PastedElement, marks: Marks, heading: number): Block[] {
  const cells = row.children
    .filter((cell): cell is PastedElement => typeof cell !== 'string')
    .map((cell) => blocksOf(cell.children, marks, heading))
    .filter((blocks) => blocks.length > 0)
  const lines = cells.map((blocks) =>
    blocks.length === 1 && blocks[0]?.type === 'paragraph' ? blocks[0].content : undefined,
  )
  if (cells.length < 2 || lines.some((line) => line === undefined)) return cells.flat()
  const content = lines.flatMap((line, index): Inline[] => [
    ...(index > 0 ? [{ type: 'text' as const, text: ' | ', marks: {} }] : []),
    ...(line ?? []),
  ])
  return [{ type: 'paragraph', content }]
}

function inlinesOf(nodes: readonly PastedNode[], marks: Marks): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (typeof node === 'string') return [{ type: 'text', text: node, marks }]
    if (isDropped(node)) return []
    if (node.name === 'br') return [{ type: 'hard_break' }]
    return inlinesOf(node.children, marksOf(node, marks))
  })
}

/** White space as a browser shows it, equal neighbours joined, nothing at the ends. */
function tidyLine(line: readonly Inline[]): Inline[] {
  const tidy: Inline[] = []
  for (const inline of line) {
    const last = tidy.at(-1)
    if (inline.type === 'hard_break') {
      if (last?.type === 'text') last.text = last.text.trimEnd()
      tidy.push(inline)
      continue
    }
    const text = inline.text.replace(/[\u200b\ufeff\u00ad]/g, '').replace(/[\s\u00a0]+/g, ' ')
    const kept = last?.type === 'text' && !last.text.endsWith(' ') ? text : text.trimStart()
    if (kept === '') continue
    if (last?.type === 'text' && sameMarks(last.marks, inline.marks)) last.text += kept
    else tidy.push({ type: 'text', text: kept, marks: inline.marks })
  }
  for (let last = tidy.at(-1); last; last = tidy.at(-1)) {
    if (last.type === 'text') last.text = last.text.trimEnd()
    if (last.type === 'text' && last.text !== '') break
    tidy.pop()
  }
  while (tidy[0]?.type === 'hard_break') tidy.shift()
  return tidy
}

function withoutStrong(inline: Inline): Inline {
  if (inline.type !== 'text') return inline
  const { strong: _, ...marks } = inline.marks
  return { ...inline, marks }
}

function sameMarks(a: Marks, b: Marks): boolean {
  return a.strong === b.strong && a.em === b.em && a.link === b.link
}

function marksOf(node: PastedElement, inherited: Marks): Marks {
  const style = styleOf(node)
  const weight = /font-weight\s*:\s*(\w+)/.exec(style)?.[1]
  const isStrong = weight ? /^(bold|bolder|[6-9]00)$/.test(weight) : node.name === 'b' || node.name === 'strong'
  const slant = /font-style\s*:\s*(\w+)/.exec(style)?.[1]
  const isEm = slant ? /^(italic|oblique)$/.test(slant) : node.name === 'i' || node.name === 'em'
  const href = node.name === 'a' ? node.attributes.href?.trim() : undefined
  return {
    ...((isStrong || (inherited.strong && weight === undefined)) && { strong: true }),
    ...((isEm || (inherited.em && slant === undefined)) && { em: true }),
    ...(href && isSafeLink(href) && href.length <= longest.value
      ? { link: href }
      : inherited.link && { link: inherited.link }),
  }
}

/** Word's own level of a list paragraph, from 1; undefined for every other paragraph. */
function listLevel(node: PastedElement): number | undefined {
  if (node.name !== 'p' && node.name !== 'div') return undefined
  const level = /mso-list\s*:[^;]*\blevel(\d+)/.exec(styleOf(node))?.[1]
  return level === undefined ? undefined : Number(level)
}

/** Word writes the marker as text: `1.`, `a)` and `iv.` number, `·`, `o` and `§` do not. */
function isOrdered(node: PastedElement): boolean {
  return /^\(?(\d{1,4}|[a-zA-Z]{1,5})[.)]/.test(markerOf(node).replace(/[\s\u00a0]/g, ''))
}

function markerOf(node: PastedNode): string {
  if (typeof node === 'string') return ''
  return isMarker(node) ? plainOf(node) : node.children.map(markerOf).join('')
}

function plainOf(node: PastedNode): string {
  return typeof node === 'string' ? node : node.children.map(plainOf).join('')
}

function isMarker(node: PastedElement): boolean {
  return /mso-list\s*:\s*ignore/.test(styleOf(node))
}

function isDropped(node: PastedElement): boolean {
  const style = styleOf(node)
  return (
    droppedNames.has(node.name) ||
    // Office's own elements; an <o:p> holds at most the blank of an empty paragraph.
    node.name.includes(':') ||
    isMarker(node) ||
    /display\s*:\s*none|mso-hide\s*:\s*all|page-break-before\s*:\s*always/.test(style)
  )
}

function isList(node: PastedElement): boolean {
  return node.name === 'ul' || node.name === 'ol'
}

function holdsBlocks(node: PastedNode): boolean {
  return (
    typeof node !== 'string' &&
    (blockNames.has(node.name) || headingLevel(node) !== undefined || node.children.some(holdsBlocks))
  )
}

function headingLevel(node: PastedElement): number | undefined {
  if (node.name === 'p' && /\bMsoTitle\b/.test(node.attributes.class ?? '')) return 1
  const level = /^h([1-6])$/.exec(node.name)?.[1]
  return level === undefined ? undefined : Number(level)
}

/** The highest heading in what is pasted becomes ours, whether Word calls it Heading 1 or 3; the others come below it. */
function shallowestHeading(nodes: readonly PastedNode[]): number {
  return Math.min(
    9,
    ...nodes.map((node) => (typeof node === 'string' ? 9 : (headingLevel(node) ?? shallowestHeading(node.children)))),
  )
}

function styleOf(node: PastedElement): string {
  return (node.attributes['data-style'] ?? node.attributes.style ?? '').toLowerCase()
}

const droppedNames = new Set(
  'style script meta link title head xml img svg picture video audio object iframe canvas button input select textarea template del noscript'.split(
    ' ',
  ),
)
const blockNames = new Set(
  'p div section article header footer main aside ul ol li dl dt dd blockquote table tbody thead tfoot tr td th pre address figure figcaption body html center hr'.split(
    ' ',
  ),
)
