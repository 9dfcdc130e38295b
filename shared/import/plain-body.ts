import type { Block, RichText } from '../document/rich-text.ts'

const bullet = /^\s*(?:[•·▪–-]|\*)\s+(.*)$/
const numbered = /^\s*\d{1,2}[.)]\s+(.*)$/

/** Plain text of a cell as a body: a paragraph a line, and lists where lines look like those. */
export function plainToBody(text: string): RichText {
  const blocks: Block[] = []
  for (const line of text.split('\n')) {
    const point = bullet.exec(line)?.[1]
    const step = numbered.exec(line)?.[1]
    const said = (point ?? step ?? line).trim()
    if (said === '') continue
    if (point === undefined && step === undefined) blocks.push(paragraph(said))
    else addToList(blocks, point === undefined ? 'ordered_list' : 'bullet_list', said)
  }
  return blocks
}

export function heading(text: string): Block {
  return { type: 'heading', level: 2, content: [{ type: 'text', text, marks: {} }] }
}

function paragraph(text: string): Block {
  return { type: 'paragraph', content: [{ type: 'text', text, marks: {} }] }
}

function addToList(blocks: Block[], type: 'bullet_list' | 'ordered_list', text: string): void {
  const last = blocks.at(-1)
  if (last?.type === type) last.items.push([paragraph(text)])
  else blocks.push({ type, items: [[paragraph(text)]] })
}
