import type { Block, RichText } from '../document/rich-text.ts'

/** A paragraph, or a list after the sentence that introduces it. */
export type Passage = string | readonly [introduction: string, ...points: string[]]

/** What every item says: why it is on the agenda, what we want, and how we see that it worked. */
export type ItemBody = { occasion: Passage; ambition: Passage; result: Passage }

export function bodyText(body: ItemBody): RichText {
  return [
    heading('Aanleiding'),
    ...passageText(body.occasion),
    heading('Ambitie'),
    ...passageText(body.ambition),
    heading('Beoogd resultaat'),
    ...passageText(body.result),
  ]
}

export function passageText(passage: Passage): RichText {
  if (typeof passage === 'string') return [paragraph(passage)]
  const [introduction, ...points] = passage
  return [paragraph(introduction), { type: 'bullet_list', items: points.map((point) => [paragraph(point)]) }]
}

function heading(text: string): Block {
  return { type: 'heading', level: 2, content: [{ type: 'text', text, marks: {} }] }
}

function paragraph(text: string): Block {
  return { type: 'paragraph', content: [{ type: 'text', text, marks: {} }] }
}
