import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { readItems } from '../../../shared/document/read.ts'
import * as write from '../../../shared/document/write.ts'
import { exportFileName } from '../../../shared/export/formats.ts'
import { makeExportModel } from '../../../shared/export/make-model.ts'
import type { ExportedAgenda } from '../../../shared/export/model.ts'
import { asId, type EntryId, type ItemId, type ThemeId } from '../../../shared/ids.ts'
import { exportSchema, exportSchemaFile } from '../../../tools/export-schema.ts'
import { demoModel, demoSource, sourceOf } from './agendas.ts'

const item = asId<ItemId>('punt')
const entry = asId<EntryId>('deel')

function itemsOf({ themes }: ExportedAgenda) {
  return themes.flatMap(({ items }) => items)
}

describe('what every export is made from', () => {
  it('[X2] leaves struck items out, unless they are asked for as an annex', () => {
    const source = demoSource()
    const struck = readItems(source.doc).filter(({ status }) => status === 'struck')
    expect(struck.length).toBeGreaterThan(0)
    const plain = makeExportModel(source)
    expect(itemsOf(plain).filter(({ status }) => status === 'struck')).toEqual([])
    expect(plain.struck).toBeUndefined()
    const withAnnex = makeExportModel(source, { struck: true })
    expect(new Set(withAnnex.struck?.map(({ id }) => id))).toEqual(new Set(struck.map(({ id }) => id)))
    // What is not in the export is not pointed at either.
    const left = new Set(struck.map(({ id }) => String(id)))
    const shown = itemsOf(withAnnex).map((item) => ({
      ...item,
      related: item.related.filter(({ id }) => !left.has(id)),
    }))
    expect(shown).toEqual(itemsOf(plain))
    expect(itemsOf(plain).length + struck.length).toBe(readItems(source.doc).length)
  })

  it('[P1] [X2] holds no count of 1 to 4, and nothing from which one could be told again', () => {
    const doc = new Y.Doc()
    write.createItem(doc, { id: item, title: 'Punt', duty: 'joint', rank: 'a1' })
    write.addIndicator(doc, item, {
      id: entry,
      name: 'Thuis',
      unit: 'kinderen',
      direction: 'down',
      baseline: 4,
      target: 0,
    })
    for (const [value, day] of [
      [1, '2026-01-01'],
      [3.5, '2026-02-01'],
      [5, '2026-03-01'],
      [0, '2026-04-01'],
    ] as const)
      write.setMeasurement(doc, item, entry, day, { value, source: '' })
    const [indicator] = itemsOf(makeExportModel(sourceOf(doc, [item])))[0]?.indicators ?? []
    expect(indicator).toMatchObject({ baseline: 'masked', target: 0 })
    expect(indicator?.measurements.map(({ value }) => value)).toEqual(['masked', 'masked', 5, 0])
    const fields = ['baseline', 'direction', 'id', 'measurements', 'name', 'target', 'unit']
    expect(new Set(Object.keys(indicator ?? {}))).toEqual(new Set(fields))
  })

  it('[X2] gives the items of one theme, or those that a party pulls or is involved in', () => {
    const source = demoSource()
    const [theme] = makeExportModel(source).themes
    const id = readItems(source.doc).find((one) => one.id === theme?.items[0]?.id)?.theme
    expect(makeExportModel(source, { theme: id }).themes).toEqual([theme])
    const party = asId<never>('dordrecht')
    const own = itemsOf(makeExportModel(source, { party }))
    const name = source.organisations.find((one) => one.id === party)?.name ?? ''
    expect(own.length).toBeGreaterThan(0)
    for (const { owner, involved } of own) expect([owner?.organisation, ...involved]).toContain(name)
  })

  it('[X2] has items of no theme, or of one that is not there, in a group without a name', () => {
    const doc = new Y.Doc()
    write.createItem(doc, { id: item, title: 'Punt', duty: 'joint', rank: 'a1', theme: asId<ThemeId>('weg') })
    expect(makeExportModel(sourceOf(doc, [])).themes).toMatchObject([
      { name: '', items: [{ title: 'Punt', theme: '' }] },
    ])
  })

  it('[D1] reads what a hostile client wrote without failing', () => {
    const doc = new Y.Doc()
    doc.getMap('items').set('punt', 'geen kaart')
    doc.getMap('items').set('__proto__', new Y.Map())
    doc.getMap('agenda').set('title', 12)
    expect(makeExportModel(sourceOf(doc, [])).themes).toEqual([])
  })

  it('[X1] has a name without what a file system or a header would stumble over', () => {
    const agenda = { ...demoModel(), region: 'Región “Ä/\\..\r\n” 日本' }
    expect(exportFileName(agenda, 'pdf')).toBe('ontwikkelagenda-region-a-concept-2026-11-22.pdf')
    const version = {
      ...demoModel(),
      edition: { kind: 'version', number: 2, at: '2026-11-22T12:00:00.000Z', date: '2026-11-22', hash: '' } as const,
    }
    expect(exportFileName(version, 'odt')).toBe('ontwikkelagenda-drechtsteden-v2-2026-11-22.odt')
  })

  it('[X3] has a schema that is published as it is (node tools/export-schema.ts)', () => {
    expect(JSON.parse(readFileSync(exportSchemaFile, 'utf8'))).toEqual(JSON.parse(exportSchema()))
  })
})
