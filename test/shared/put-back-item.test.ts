import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readField } from '../../shared/document/field.ts'
import { putBackField } from '../../shared/document/put-back.ts'
import { differingFields, putBackWholeItem } from '../../shared/document/put-back-item.ts'
import { annexFragment, readItem } from '../../shared/document/read.ts'
import { readRichText, writeRichText } from '../../shared/document/rich-text.ts'
import * as write from '../../shared/document/write.ts'
import { asId, type EntryId, type ItemId } from '../../shared/ids.ts'
import { readContents } from '../../shared/version/content.ts'
import { Chance } from '../kit/chance.ts'
import { agenda, body, copyOf, deed, line, other, paragraph } from './deeds.ts'
import { item, party } from './full-agenda.ts'

/** What an item says, as a version would hold it, and everything that stands beside that. */
function saying(doc: Y.Doc, id: ItemId): unknown {
  const { annexes, ...rest } = readItem(doc, id) ?? { annexes: [] }
  return { content: readContents(doc).get(id), rest }
}

describe('a whole item', () => {
  it('[H5] says again what it said, whatever was done to it, and nothing else changed', () => {
    for (let seed = 0; seed < 400; seed++) {
      const chance = new Chance(seed)
      const doc = agenda()
      for (let count = chance.below(6); count > 0; count--) deed(doc, chance, chance.oneOf([item, other]))
      const past = copyOf(doc)
      for (let count = 1 + chance.below(12); count > 0; count--) deed(doc, chance, chance.oneOf([item, other]))
      const elsewhere = saying(doc, other)

      putBackWholeItem(doc, past, item)

      expect(saying(doc, item), `seed ${seed}`).toEqual(saying(past, item))
      expect(differingFields(doc, past, item), `seed ${seed}`).toEqual([])
      expect(saying(doc, other), `seed ${seed}`).toEqual(elsewhere)
    }
  })

  it('[H5] comes back when it was struck, with the reason it was struck for gone', () => {
    const doc = agenda()
    const past = copyOf(doc)
    write.strikeItem(doc, item, 'Dubbel')
    expect(putBackWholeItem(doc, past, item)).toEqual(['status', 'struckReason'])
    expect(readItem(doc, item)).toMatchObject({ status: 'proposed', struckReason: '' })
  })

  it('[H5] that came later stays, and one that is nowhere is not made', () => {
    const doc = agenda()
    const past = copyOf(doc)
    const later = asId<ItemId>('later')
    write.createItem(doc, { id: later, title: 'Later gekomen', duty: 'joint', rank: 'a9' })
    const before = Y.encodeStateVector(doc)
    expect(putBackWholeItem(doc, past, later)).toEqual([])
    expect(putBackWholeItem(doc, past, asId<ItemId>('nergens'))).toEqual([])
    expect(Y.encodeStateVector(doc)).toEqual(before)
    putBackWholeItem(doc, past, item)
    expect(readItem(doc, later)?.title).toBe('Later gekomen')
  })

  it('[H5] that is as it was is not written', () => {
    const doc = agenda()
    const past = copyOf(doc)
    // The same words, split otherwise.
    line(doc, 1).format(0, 3, { strong: {} })
    line(doc, 1).format(0, 3, { strong: null })
    const before = Y.encodeStateVector(doc)
    expect(putBackWholeItem(doc, past, item)).toEqual([])
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })

  it('[H5] [D6] loses nothing of what two people write meanwhile but what was replaced', () => {
    const mine = agenda()
    const past = copyOf(mine)
    write.setItemValues(mine, item, { priority: 'low' })
    line(mine, 1).insert(line(mine, 1).length, ' die wij niet halen')
    const [anna, bram] = [copyOf(mine), copyOf(mine)]
    line(anna, 0).insert(0, 'De ')
    line(anna, 1).insert(0, 'Onze ')
    writeRichText(body(bram), [paragraph('Nieuw van Bram')])
    write.addAgreement(bram, item, { id: asId<EntryId>('van-bram'), text: 'Bram belt', rank: 'a8' })

    putBackWholeItem(mine, past, item)
    for (const doc of [anna, bram]) Y.applyUpdate(mine, Y.encodeStateAsUpdate(doc))
    for (const doc of [anna, bram]) Y.applyUpdate(doc, Y.encodeStateAsUpdate(mine))

    const text = JSON.stringify(readRichText(body(mine)))
    for (const kept of ['De Aanleiding', 'Onze Ambitie', 'Resultaat', 'Nieuw van Bram']) expect(text).toContain(kept)
    expect(text).not.toContain('niet halen')
    expect(readItem(mine, item)?.agreements.map(({ text }) => text)).toContain('Bram belt')
    expect(readItem(mine, item)?.priority).toBe('high')
    for (const doc of [anna, bram]) expect(saying(doc, item)).toEqual(saying(mine, item))
  })
})

describe('a text', () => {
  it('[H3] keeps the paragraphs that are as they were, also between those that differ', () => {
    const doc = agenda()
    const before = structuredClone(readField(doc, item, 'body'))
    const kept = body(doc).get(2)
    line(doc, 0).insert(0, 'Nieuwe ')
    body(doc).delete(1, 1)
    writeRichText(body(doc), [paragraph('Slot')])
    putBackField(doc, item, 'body', before)
    expect(readField(doc, item, 'body')).toEqual(before)
    expect(body(doc).toArray()).toContain(kept)
  })

  it('[H3] writes of a paragraph only the words that differ, with their marks', () => {
    const doc = agenda()
    body(doc).delete(0, body(doc).length)
    writeRichText(body(doc), [paragraph('Wij bellen 👩‍🏫 iedere ouder')])
    line(doc, 0).format(4, 6, { strong: {} })
    const before = structuredClone(readField(doc, item, 'body'))
    const text = line(doc, 0)
    text.delete(4, 9)
    text.insert(4, 'mailen 👨‍🏫', {})
    let written = 0
    doc.on('update', (update) => {
      written += update.length
    })
    putBackField(doc, item, 'body', before)
    expect(readField(doc, item, 'body')).toEqual(before)
    expect(line(doc, 0)).toBe(text)
    expect(written).toBeLessThan(200)
  })

  it('[D1] with something in it that is no text is written anew', () => {
    const doc = agenda()
    const before = structuredClone(readField(doc, item, 'body'))
    line(doc, 0).insertEmbed(0, { plaatje: true })
    // A client of others can put one in, whatever the types of Yjs say.
    body(doc).insert(0, [new Y.XmlHook('vreemd') as unknown as Y.XmlElement])
    expect(putBackField(doc, item, 'body', before)).toBe(true)
    expect(readField(doc, item, 'body')).toEqual(before)
  })

  it('[H3] of very many paragraphs is put back in a blink', () => {
    const doc = agenda()
    const many = Array.from({ length: 3000 }, (_, at) => paragraph(`Alinea ${at}`))
    body(doc).delete(0, body(doc).length)
    writeRichText(body(doc), many)
    const before = structuredClone(readField(doc, item, 'body'))
    for (let at = 0; at < 3000; at += 2) line(doc, at).insert(0, 'x')
    const annexes = annexFragment(doc, item, party)?.length
    const start = performance.now()
    putBackField(doc, item, 'body', before)
    expect(performance.now() - start).toBeLessThan(5_000)
    expect(readField(doc, item, 'body')).toEqual(before)
    expect(annexFragment(doc, item, party)?.length).toBe(annexes)
  })
})
