import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { longest } from '../../shared/document/longest.ts'
import { agreementText, readItem, titleText } from '../../shared/document/read.ts'
import { addAgreement, addLink, createItem, setEntry, setText, strikeItem } from '../../shared/document/write.ts'
import { asId, type EntryId, type ItemId } from '../../shared/ids.ts'
import { rankBetween } from '../../shared/rank.ts'

const [item, entry] = [asId<ItemId>('een'), asId<EntryId>('regel')]
const rank = rankBetween(undefined, undefined)

function docWith(title: string): { doc: Y.Doc; text: Y.Text } {
  const doc = new Y.Doc()
  createItem(doc, { id: item, title, duty: 'joint', rank })
  const text = titleText(doc, item)
  if (!text) throw new Error('The item has a title')
  return { doc, text }
}

describe('[G6] a writer never writes more than the gate lets through', () => {
  it('in a title that is made, or that grows: what there is room for is written, and what stood after it stays', () => {
    const { text } = docWith('x'.repeat(20_000))
    expect(text.length).toBe(longest.line)
    setText(text, `begin ${'y'.repeat(20_000)} einde`)
    expect(text.length).toBe(longest.line)
    setText(text, 'kop, staart')
    setText(text, `kop${'z'.repeat(20_000)}, staart`)
    expect(text.length).toBe(longest.line)
    expect(/^kopz+, staart$/.test(text.toString())).toBe(true)
  })

  it('and no half character at the edge', () => {
    const { text } = docWith('x'.repeat(longest.line - 1))
    setText(text, `${text}😀`)
    expect(text.toString()).toBe('x'.repeat(longest.line - 1))
  })

  it('in an agreement', () => {
    const { doc } = docWith('Titel')
    addAgreement(doc, item, { id: entry, text: 'a'.repeat(20_000), rank })
    expect(agreementText(doc, item, entry)?.length).toBe(longest.line)
  })

  it('in a plain value: what is too long leaves the value as it was', () => {
    const { doc } = docWith('Titel')
    addLink(doc, item, { id: entry, name: 'Plan', url: 'https://regio.example', kind: 'document' })
    setEntry(doc, item, 'links', entry, { name: 'b'.repeat(longest.value + 1) })
    expect(readItem(doc, item)?.links[0]?.name).toBe('Plan')
    setEntry(doc, item, 'links', entry, { name: 'b'.repeat(longest.value) })
    expect(readItem(doc, item)?.links[0]?.name).toHaveLength(longest.value)
    strikeItem(doc, item, 'c'.repeat(longest.value + 1))
    expect(readItem(doc, item)?.struckReason ?? '').toBe('')
  })
})
