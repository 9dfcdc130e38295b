import fc from 'fast-check'
import { setBlockType, splitBlock, wrapIn } from 'prosemirror-commands'
import type { Node } from 'prosemirror-model'
import { wrapInList } from 'prosemirror-schema-list'
import { type Command, EditorState, TextSelection } from 'prosemirror-state'
import { beforeEach, describe, expect, it } from 'vitest'
import { initProseMirrorDoc, updateYFragment } from 'y-prosemirror'
import * as Y from 'yjs'
import type { Anchor } from '../../shared/comment.ts'
import { bodyFragment, titleText } from '../../shared/document/read.ts'
import { writeRichText } from '../../shared/document/rich-text.ts'
import { createItem, setText } from '../../shared/document/write.ts'
import { asId, type ItemId } from '../../shared/ids.ts'
import { plainText } from '../../shared/passage/plain-text.ts'
import { findPassage, makeAnchor } from '../../shared/passage.ts'
import { schema } from '../../web/pages/item/editor/schema.ts'

const item = asId<ItemId>('punt')
const sentence = 'Elke ouder weet wie de vaste contactpersoon is.'
const first = 'Kinderen zitten te lang thuis. Ouders zoeken het zelf uit.'
const second = `Wij spreken dit af. ${sentence} Dat staat op één plek.`
const third = 'Lukt het niet, dan beslist de tafel binnen vijf dagen.'

let doc: Y.Doc
let fragment: Y.XmlFragment

beforeEach(() => {
  doc = new Y.Doc()
  createItem(doc, { id: item, title: 'Samen naar school', duty: 'joint', rank: 'a0' })
  const body = bodyFragment(doc, item)
  if (!body) throw new Error('no body')
  fragment = body
  const paragraph = (text: string) => ({
    type: 'paragraph' as const,
    content: [{ type: 'text' as const, text, marks: {} }],
  })
  writeRichText(fragment, [first, second, third].map(paragraph))
})

/** Does something in an editor that shows the body now, and writes it as y-prosemirror does. */
function edit(change: (state: EditorState) => EditorState): void {
  const shown = initProseMirrorDoc(fragment, schema)
  const next = change(EditorState.create({ doc: shown.doc, schema }))
  next.doc.check()
  doc.transact(() => updateYFragment(doc, fragment, next.doc, shown.meta), 'editor')
}

/** Where words stand in an editor's document. */
function place(shown: Node, words: string): { from: number; to: number } {
  let found: { from: number; to: number } | undefined
  shown.descendants((node, position) => {
    const index = node.isText ? (node.text ?? '').indexOf(words) : -1
    if (index >= 0) found ??= { from: position + index, to: position + index + words.length }
  })
  if (!found) throw new Error(`"${words}" is not there`)
  return found
}

function replace(words: string, by: string): void {
  edit((state) => {
    const { from, to } = place(state.doc, words)
    return state.apply(by === '' ? state.tr.delete(from, to) : state.tr.insertText(by, from, to))
  })
}

function command(words: string, run: Command): void {
  edit((state) => {
    const { from } = place(state.doc, words)
    let next = state.apply(state.tr.setSelection(TextSelection.create(state.doc, from)))
    expect(
      run(next, (transaction) => {
        next = next.apply(transaction)
      }),
    ).toBe(true)
    return next
  })
}

function anchorOf(words: string): Anchor {
  const text = plainText(doc, item, 'body')?.text ?? ''
  const from = text.indexOf(words)
  const anchor = makeAnchor(doc, item, 'body', from, from + words.length)
  if (!anchor) throw new Error('no anchor')
  return anchor
}

function found(anchor: Anchor): string {
  const range = findPassage(doc, item, anchor)
  if (range === 'gone') return 'gone'
  return (plainText(doc, item, anchor.field)?.text ?? '').slice(range.from, range.to)
}

describe('the plain text of a body', () => {
  it('is what ProseMirror makes of it, so that the positions of the editor can be told from it', () => {
    command(third, wrapInList(schema.nodes.bullet_list))
    edit((state) => {
      const { to } = place(state.doc, 'Wij spreken dit af.')
      return state.apply(state.tr.insert(to, schema.nodes.hard_break.create()))
    })
    command(first, splitBlock)
    const shown = initProseMirrorDoc(fragment, schema).doc
    expect(plainText(doc, item, 'body')?.text).toBe(shown.textBetween(0, shown.content.size, '\n', '\n'))
  })

  it('is there for a body that a broken client wrote', () => {
    fragment.insert(0, [new Y.XmlText('los'), new Y.XmlElement('onbekend')])
    expect(plainText(doc, item, 'body')?.text).toBe(`los\n${first}\n${second}\n${third}`)
  })
})

describe('an anchor', () => {
  it('holds the words, without the white space at its ends, and 32 characters on either side', () => {
    const anchor = anchorOf(` ${sentence} `)
    expect(anchor).toMatchObject({
      field: 'body',
      quote: sentence,
      before: 't zelf uit.\nWij spreken dit af. ',
      after: ' Dat staat op één plek.\nLukt het',
    })
  })

  it('is not made of nothing, nor of more than can be quoted', () => {
    expect(makeAnchor(doc, item, 'body', 3, 3)).toBeUndefined()
    expect(makeAnchor(doc, item, 'body', first.length, first.length + 1)).toBeUndefined()
    expect(makeAnchor(doc, asId<ItemId>('nergens'), 'body', 0, 5)).toBeUndefined()
  })
})

describe('[C6] a passage that a comment is about', () => {
  it('is where it was when nothing changed', () => {
    expect(found(anchorOf(sentence))).toBe(sentence)
  })

  it('moves with its words when others write before, after and right beside it', () => {
    const anchor = anchorOf(sentence)
    replace('Kinderen', 'Alle kinderen in onze regio')
    replace(sentence, `Dus: ${sentence} Echt waar.`)
    replace(third, 'Anders beslist de tafel.')
    expect(found(anchor)).toBe(sentence)
  })

  it('is the rewritten sentence when words in it are replaced', () => {
    const anchor = anchorOf(sentence)
    replace('weet wie de vaste contactpersoon is', 'kent de vaste contactpersoon van de school')
    expect(found(anchor)).toBe('Elke ouder kent de vaste contactpersoon van de school.')
  })

  it('is the new sentence when somebody selects the old one and writes another in its place', () => {
    const anchor = anchorOf(sentence)
    const other = 'De school noemt voor alle ouders één naam en één nummer!'
    replace(sentence, other)
    expect(found(anchor)).toBe(other)
  })

  it('is whole when the sentence is split over two paragraphs', () => {
    const anchor = anchorOf(sentence)
    command('de vaste contactpersoon', splitBlock)
    expect(found(anchor)).toBe('Elke ouder weet wie \nde vaste contactpersoon is.')
  })

  it('is whole when its two paragraphs are joined', () => {
    const anchor = anchorOf('Dat staat op één plek.\nLukt het niet')
    edit((state) => state.apply(state.tr.join(place(state.doc, third).from - 1)))
    expect(found(anchor)).toBe('Dat staat op één plek.Lukt het niet')
  })

  it('is found in the heading that its paragraph became', () => {
    const anchor = anchorOf(sentence)
    command(sentence, setBlockType(schema.nodes.heading, { level: 2 }))
    expect(found(anchor)).toBe(sentence)
  })

  it('is found in the list item and in the quote that its paragraph became', () => {
    const anchor = anchorOf(sentence)
    command(sentence, wrapInList(schema.nodes.bullet_list))
    expect(found(anchor)).toBe(sentence)
    command(third, wrapIn(schema.nodes.blockquote))
    expect(found(anchorOf('binnen vijf dagen'))).toBe('binnen vijf dagen')
  })

  it('is there again when the edit that took it away is undone', () => {
    const anchor = anchorOf(sentence)
    const undo = new Y.UndoManager(fragment, { trackedOrigins: new Set(['editor']) })
    replace(second, 'Iets anders.')
    undo.undo()
    expect(found(anchor)).toBe(sentence)
    command(sentence, setBlockType(schema.nodes.heading, { level: 3 }))
    undo.undo()
    expect(found(anchor)).toBe(sentence)
  })

  it('is found where somebody moved it to', () => {
    const anchor = anchorOf(sentence)
    replace(` ${sentence}`, '')
    replace('Lukt het niet', `${sentence} Lukt het niet`)
    expect(found(anchor)).toBe(sentence)
  })

  it('is gone when its words are gone', () => {
    const anchor = anchorOf(sentence)
    replace(` ${sentence}`, '')
    expect(found(anchor)).toBe('gone')
    const whole = anchorOf(third)
    edit((state) => state.apply(state.tr.delete(0, state.doc.content.size)))
    expect(found(whole)).toBe('gone')
  })

  it('is not mistaken for the same short word elsewhere', () => {
    replace(third, 'De ouders kiezen. De scholen kiezen. De gemeenten kiezen.')
    const anchor = anchorOf('scholen')
    replace('De scholen kiezen.', '')
    replace('Kinderen zitten', 'Kinderen van scholen zitten')
    expect(found(anchor)).toBe('gone')
  })

  it('is the one of two same sentences that has its surroundings', () => {
    const anchor = anchorOf(sentence)
    replace(third, `${third} ${sentence}`)
    command('Wij spreken', setBlockType(schema.nodes.heading, { level: 2 }))
    const range = findPassage(doc, item, anchor)
    expect(range).toEqual({ from: first.length + 21, to: first.length + 21 + sentence.length })
  })

  it('in a title follows the title', () => {
    const anchor = makeAnchor(doc, item, 'title', 6, 17)
    const title = titleText(doc, item)
    if (!anchor || !title) throw new Error('no anchor')
    setText(title, 'Samen naar een school')
    setText(title, 'Ieder kind: Samen naar een school')
    expect(found(anchor)).toBe('naar een school')
    doc.getMap('items').delete(item)
    expect(findPassage(doc, item, anchor)).toBe('gone')
  })

  it('is found by its words when the positions are nonsense, and makes nothing in the document', () => {
    const anchor = anchorOf(sentence)
    const root = btoa(String.fromCharCode(...Y.encodeRelativePosition(new Y.RelativePosition(null, 'vreemd', null))))
    for (const nonsense of ['', 'AAAA', '/////w==', root]) {
      expect(found({ ...anchor, start: nonsense, end: nonsense })).toBe(sentence)
    }
    expect([...doc.share.keys()]).not.toContain('vreemd')
  })

  it('is found or gone, never an exception, whatever is written', () => {
    const anchor = anchorOf(sentence)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(150), fc.nat(40), fc.string({ maxLength: 12 })), { maxLength: 6 }),
        (edits) => {
          for (const [at, remove, insert] of edits) {
            edit((state) => {
              const from = Math.min(at + 1, state.doc.content.size - 1)
              const to = Math.min(from + remove, state.doc.content.size - 1)
              return state.apply(insert === '' ? state.tr.delete(from, to) : state.tr.insertText(insert, from, to))
            })
          }
          const range = findPassage(doc, item, anchor)
          const length = plainText(doc, item, 'body')?.text.length ?? 0
          expect(range === 'gone' || (range.from < range.to && range.to <= length)).toBe(true)
        },
      ),
      { seed: 20261122, numRuns: 60 },
    )
  })
})
