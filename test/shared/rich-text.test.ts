import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  type Block,
  type Inline,
  isSafeLink,
  readRichText,
  richTextToPlain,
  writeRichText,
} from '../../shared/document/rich-text.ts'

const seed = 20261122

const marks = fc.record(
  { strong: fc.constant(true as const), em: fc.constant(true as const), link: fc.webUrl() },
  { requiredKeys: [] },
)
const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: fc.string({ unit: 'grapheme', minLength: 1 }), marks }),
  fc.constant<Inline>({ type: 'hard_break' }),
)
const content = fc.array(inline, { maxLength: 4 })
const { blocks } = fc.letrec<{ block: Block; blocks: Block[] }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 3 }),
  block: fc.oneof(
    { maxDepth: 4 },
    fc.record({ type: fc.constant('paragraph' as const), content }),
    fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(2 as const, 3 as const), content }),
    fc.record({ type: fc.constant('blockquote' as const), content: tie('blocks') }),
    fc.record({
      type: fc.constantFrom('bullet_list' as const, 'ordered_list' as const),
      items: fc.array(tie('blocks'), { maxLength: 3 }),
    }),
  ),
}))

function bodyWith(...nodes: (Y.XmlElement | Y.XmlText)[]): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('body')
  fragment.insert(0, nodes)
  return fragment
}

function element(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const node = new Y.XmlElement(name)
  node.insert(0, children)
  return node
}

describe('the text of a body', () => {
  it('reads back as it was written, also in a copy of the document', () => {
    fc.assert(
      fc.property(blocks, (text) => {
        const doc = new Y.Doc()
        writeRichText(doc.getXmlFragment('body'), text)
        const copy = new Y.Doc()
        Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
        expect(readRichText(copy.getXmlFragment('body'))).toEqual(text)
      }),
      { seed, numRuns: 300 },
    )
  })

  it('is plain text, one line a block', () => {
    const text: Block[] = [
      { type: 'heading', level: 2, content: [{ type: 'text', text: 'Ambitie', marks: {} }] },
      {
        type: 'bullet_list',
        items: [[{ type: 'paragraph', content: [{ type: 'text', text: 'Iedereen', marks: { strong: true } }] }]],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'een', marks: {} }, { type: 'hard_break' }] },
    ]
    expect(richTextToPlain(text)).toBe('Ambitie\n• Iedereen\neen\n')
  })

  it('[D1] keeps the words of nodes that it does not know', () => {
    const cell = (words: string) => element('table_cell', element('paragraph', new Y.XmlText(words)))
    const read = readRichText(bodyWith(element('table', element('table_row', cell('links'), cell('rechts')))))
    expect(read.map(({ type }) => type)).toEqual(['paragraph'])
    expect(richTextToPlain(read)).toBe('linksrechts')
  })

  it('[D1] keeps words that lie where only blocks belong', () => {
    expect(richTextToPlain(readRichText(bodyWith(new Y.XmlText('los'))))).toBe('los')
    expect(richTextToPlain(readRichText(bodyWith(element('bullet_list', new Y.XmlText('los')))))).toBe('• los')
    expect(richTextToPlain(readRichText(bodyWith(element('blockquote', new Y.XmlText('los')))))).toBe('los')
  })

  it('[D1] leaves out marks that it does not know, and keeps their words', () => {
    const text = new Y.XmlText()
    text.insert(0, 'hier', { strong: {}, colour: 'red', ['__proto__']: {}, link: { href: 5 } })
    expect(readRichText(bodyWith(element('paragraph', text)))).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'hier', marks: { strong: true } }] },
    ])
  })

  it('[D1] takes a heading of a level that does not exist for one of the second level', () => {
    for (const level of [undefined, 1, 9, 'x', { valueOf: 1, toString: 1 }]) {
      const heading = element('heading')
      // An attribute can hold anything, whatever Yjs's types say.
      heading.setAttribute('level', level as string)
      expect(readRichText(bodyWith(heading))).toEqual([{ type: 'heading', level: 2, content: [] }])
    }
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', ' https://example.nl', '//example.nl', 'vbscript:x'])(
    '[D8] keeps the words of a link to %s, without the link',
    (href) => {
      const text = new Y.XmlText()
      text.insert(0, 'hier', { link: { href } })
      expect(isSafeLink(href)).toBe(false)
      expect(readRichText(bodyWith(element('paragraph', text)))).toEqual([
        { type: 'paragraph', content: [{ type: 'text', text: 'hier', marks: {} }] },
      ])
    },
  )

  it.each(['https://example.nl', 'http://example.nl', 'mailto:info@example.nl'])(
    '[D8] follows a link to %s',
    (href) => {
      expect(isSafeLink(href)).toBe(true)
    },
  )
})
