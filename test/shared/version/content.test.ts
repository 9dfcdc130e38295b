import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemMap } from '../../../shared/document/layout.ts'
import { annexFragment, bodyFragment, readItem, titleText } from '../../../shared/document/read.ts'
import { type RichText, readRichText, writeRichText } from '../../../shared/document/rich-text.ts'
import * as write from '../../../shared/document/write.ts'
import { asId, type EntryId } from '../../../shared/ids.ts'
import { canonical, type Json } from '../../../shared/version/canonical.ts'
import { type ItemContent, itemHash, readContent, readContents } from '../../../shared/version/content.ts'
import { fromSchemaJson, toSchemaJson } from '../../../shared/version/schema-json.ts'
import { draftHash, readDraft, versionHash } from '../../../shared/version/version.ts'
import { Chance } from '../../kit/chance.ts'
import { entry, fullAgenda, item, party, person } from '../full-agenda.ts'

const salt = 'zout'

function hashOf(doc: Y.Doc): string {
  const content = readContent(doc, item)
  if (!content) throw new Error('There is no such item')
  return itemHash(salt, content)
}

/** The same agenda, as somebody has it to whom it came in another order. */
function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function paragraphIn(doc: Y.Doc): Y.XmlText {
  const text = bodyFragment(doc, item)?.get(0)
  const words = text instanceof Y.XmlElement ? text.get(0) : undefined
  if (!(words instanceof Y.XmlText)) throw new Error('There is no paragraph')
  return words
}

describe('[V2] the hash of an item', () => {
  it('is the same for everyone who has the same agenda, whatever its salt may be', () => {
    const doc = fullAgenda()
    expect(hashOf(copyOf(doc))).toBe(hashOf(doc))
    expect(hashOf(doc)).toMatch(/^[0-9a-f]{64}$/)
    expect(itemHash('ander', readContent(doc, item) as ItemContent)).not.toBe(hashOf(doc))
  })

  it.each<[string, (doc: Y.Doc) => void]>([
    ['its rank', (doc) => write.setItemValues(doc, item, { rank: 'b5' })],
    ['its priority', (doc) => write.setItemValues(doc, item, { priority: 'low' })],
    ['its status', (doc) => write.setItemValues(doc, item, { status: 'in-progress' })],
    ['what is done', (doc) => write.setEntry(doc, item, 'agreements', entry, { done: '2026-12-01' })],
    [
      'a measurement',
      (doc) => write.setMeasurement(doc, item, entry, '2026-11-01', { value: 7, source: 'leerplicht' }),
    ],
    [
      'a word that came and went',
      (doc) => {
        titleText(doc, item)?.insert(0, 'Samen ')
        titleText(doc, item)?.delete(0, 6)
      },
    ],
    [
      'a value that was set and put back',
      (doc) => {
        write.setItemValues(doc, item, { duty: 'municipality' })
        write.setItemValues(doc, item, { duty: 'joint' })
      },
    ],
    [
      'an entry that was taken out and put back',
      (doc) => {
        write.setEntryRemoved(doc, item, 'deadlines', entry, true)
        write.setEntryRemoved(doc, item, 'deadlines', entry, false)
      },
    ],
    [
      'an empty paragraph in an annex, which an editor writes when it is opened',
      (doc) => annexFragment(doc, item, party)?.insert(0, [new Y.XmlElement('paragraph')]),
    ],
  ])('does not change with %s', (_what, change) => {
    const doc = fullAgenda()
    const before = hashOf(doc)
    change(doc)
    expect(hashOf(doc)).toBe(before)
  })

  it.each<[string, (doc: Y.Doc) => void]>([
    ['a letter of its title', (doc) => titleText(doc, item)?.insert(0, 'x')],
    ['a word of its body', (doc) => paragraphIn(doc).insert(0, 'Bijna ')],
    ['a word that is made bold', (doc) => paragraphIn(doc).format(0, 4, { strong: {} })],
    ['its duty', (doc) => write.setItemValues(doc, item, { duty: 'municipality' })],
    ['its theme', (doc) => write.setItemValues(doc, item, { theme: undefined })],
    ['its owner', (doc) => write.setOwner(doc, item, { person: undefined })],
    ['who is involved', (doc) => write.setInSet(doc, item, 'involved', 'papendrecht', true)],
    ['its sectors', (doc) => write.setInSet(doc, item, 'sectors', 'work', true)],
    ['its transition', (doc) => write.setItemValues(doc, item, { transition: { from: 'primary', to: 'special' } })],
    ['its reach', (doc) => write.setItemValues(doc, item, { reach: 'local' })],
    [
      'words in an annex',
      (doc) => {
        const annex = annexFragment(doc, item, party)
        if (annex) writeRichText(annex, [{ type: 'paragraph', content: [{ type: 'text', text: 'Hier', marks: {} }] }])
      },
    ],
    ['the day of a deadline', (doc) => write.setEntry(doc, item, 'deadlines', entry, { date: '2027-06-01' })],
    ['by when an agreement is due', (doc) => write.setEntry(doc, item, 'agreements', entry, { due: '2027-02-01' })],
    ['who does what was agreed', (doc) => write.setEntry(doc, item, 'agreements', entry, { person: undefined })],
    [
      'an agreement more',
      (doc) => write.addAgreement(doc, item, { id: asId<EntryId>('deel-2'), text: 'Schrijven', rank: 'a1' }),
    ],
    ['the target of an indicator', (doc) => write.setEntry(doc, item, 'indicators', entry, { target: 6 })],
    ['the legal basis', (doc) => write.setInSet(doc, item, 'legalBasis', 'zvw', true)],
    ['the principles', (doc) => write.setInSet(doc, item, 'principles', '2', true)],
    ['the plans', (doc) => write.setInSet(doc, item, 'plans', 'jeugdplan', true)],
  ])('changes with %s', (_what, change) => {
    const doc = fullAgenda()
    const before = hashOf(doc)
    change(doc)
    expect(hashOf(doc)).not.toBe(before)
  })

  it('is the same however the runs of its formatting were split, and whoever wrote them in what order', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const chance = new Chance(seed)
      const text = 'Iedereen gaat mee naar school'
      const bold = [chance.below(10), 1 + chance.below(15)] as const
      const one = fullAgenda()
      const words = paragraphIn(one)
      words.delete(0, words.length)
      words.insert(0, text)
      words.format(bold[0], bold[1], { strong: {} })
      // Another writes the same letter by letter, backwards, takes detours, and splits the text in nodes of its own.
      const other = fullAgenda()
      const paragraph = bodyFragment(other, item)?.get(0) as Y.XmlElement
      paragraph.delete(0, paragraph.length)
      const cut = 1 + chance.below(text.length - 1)
      paragraph.insert(0, [new Y.XmlText(), new Y.XmlText()])
      for (const [place, part] of [text.slice(0, cut), text.slice(cut)].entries()) {
        const node = paragraph.get(place) as Y.XmlText
        for (const letter of [...part].reverse()) node.insert(0, letter, {})
        node.format(0, part.length, { em: {} })
        for (let at = 0; at < part.length; at += 3) node.format(at, Math.min(3, part.length - at), { em: null })
        const [from, to] = [Math.max(0, bold[0] - place * cut), Math.min(part.length, bold[0] + bold[1] - place * cut)]
        for (let at = from; at < to; at++) node.format(at, 1, { strong: {} })
      }
      expect(readContent(copyOf(other), item)?.body, `seed ${seed}`).toEqual(readContent(one, item)?.body)
      expect(hashOf(copyOf(other)), `seed ${seed}`).toBe(hashOf(one))
    }
  })

  it('[P1] does not tell a value of 1 to 4 from another', () => {
    const doc = fullAgenda()
    write.setEntry(doc, item, 'indicators', entry, { baseline: 3 })
    const before = hashOf(doc)
    expect(readContent(doc, item)?.indicators?.[entry]).toMatchObject({ baseline: 'masked', target: 0 })
    write.setEntry(doc, item, 'indicators', entry, { baseline: 4 })
    expect(hashOf(doc)).toBe(before)
  })

  it('[D1] can be computed whatever a broken client wrote', () => {
    const doc = fullAgenda()
    const map = itemMap(doc, item)
    map?.set('transition', { from: 'primary', to: 'work', more: { than: ['expected'] } })
    map?.set('lineage', '\ud800')
    titleText(doc, item)?.insert(0, '\udc00')
    paragraphIn(doc).insert(0, '\ud800')
    paragraphIn(doc).insertEmbed(0, { strange: true })
    expect(hashOf(doc)).toMatch(/^[0-9a-f]{64}$/)
    expect(readContent(doc, item)?.transition).toEqual({ from: 'primary', to: 'work' })
    const draft = readDraft(doc, surroundings())
    expect(draftHash(draft)).toMatch(/^[0-9a-f]{64}$/)
    expect(() => canonical(draft as unknown as Json)).not.toThrow()
  })
})

describe('a text in the normal form of the editor’s schema', () => {
  const text: RichText = [
    { type: 'heading', level: 3, content: [{ type: 'text', text: 'Kop', marks: {} }] },
    {
      type: 'bullet_list',
      items: [
        [
          {
            type: 'paragraph',
            content: [{ type: 'text', text: 'vet', marks: { strong: true, link: 'https://a.nl' } }],
          },
          { type: 'blockquote', content: [{ type: 'paragraph', content: [{ type: 'hard_break' }] }] },
        ],
        [],
      ],
    },
  ]

  it('reads back as the same text', () => {
    expect(fromSchemaJson(toSchemaJson(text))).toEqual(text)
    const doc = fullAgenda()
    const body = bodyFragment(doc, item)
    if (body) writeRichText(body, text)
    expect(fromSchemaJson(readContent(doc, item)?.body ?? [])).toEqual(readRichText(body))
  })

  it('has marks in the order of the schema, and no attribute that is so by default', () => {
    expect(
      toSchemaJson([
        {
          type: 'heading',
          level: 2,
          content: [{ type: 'text', text: 'x', marks: { em: true, strong: true, link: 'https://a.nl' } }],
        },
      ]),
    ).toEqual([
      {
        type: 'heading',
        content: [
          {
            type: 'text',
            text: 'x',
            marks: [{ type: 'link', attrs: { href: 'https://a.nl' } }, { type: 'strong' }, { type: 'em' }],
          },
        ],
      },
    ])
  })
})

function surroundings() {
  return {
    region: 'Drechtsteden',
    organisations: [{ id: party, name: 'Dordrecht', short: 'Dordrecht', kind: 'municipality' as const }],
    plans: [],
    numbers: new Map([[item, 1]]),
    previous: undefined,
  }
}

describe('a draft', () => {
  it('holds every item that is not struck, and what stands around them', () => {
    const doc = fullAgenda()
    const draft = readDraft(doc, surroundings())
    expect(draft.metadata).toMatchObject({ number: 1, title: 'Samen verder', region: 'Drechtsteden' })
    expect(draft.items.map((frozen) => frozen.item)).toEqual([item])
    expect(draft.items[0]?.aside).toMatchObject({ number: 1, priority: 'high', status: 'proposed' })
    write.strikeItem(doc, item, 'Vervallen')
    expect(readDraft(doc, surroundings()).items).toEqual([])
    expect(readContents(doc).size).toBe(0)
    expect(readItem(doc, item)?.owner).toEqual({ organisation: party, person })
  })

  it('[V3] has another hash as soon as an item says something else', () => {
    const doc = fullAgenda()
    const before = draftHash(readDraft(doc, surroundings()))
    expect(draftHash(readDraft(copyOf(doc), surroundings()))).toBe(before)
    titleText(doc, item)?.insert(0, 'x')
    const renamed = draftHash(readDraft(doc, surroundings()))
    expect(renamed).not.toBe(before)
    // Nor is anything frozen unseen that is not hashed.
    write.setItemValues(doc, item, { priority: 'low' })
    expect(draftHash(readDraft(doc, surroundings()))).not.toBe(renamed)
  })

  it('[V2] becomes a version whose hash covers metadata, items and positions', () => {
    const { metadata } = readDraft(fullAgenda(), surroundings())
    const frozen = { ...metadata, at: '2026-11-22T10:00:00.000Z' }
    const items = [{ item, hash: 'a'.repeat(64) }]
    const hash = versionHash(frozen, items, {})
    expect(versionHash({ ...frozen, region: 'Elders' }, items, {})).not.toBe(hash)
    expect(versionHash(frozen, [{ item, hash: 'b'.repeat(64) }], {})).not.toBe(hash)
    expect(versionHash(frozen, items, { een: 'c'.repeat(64) })).not.toBe(hash)
    expect(versionHash(frozen, items, {})).toBe(hash)
  })
})
