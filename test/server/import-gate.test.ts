import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { defaultLimits } from '../../server/rooms/limits.ts'
import { readItem, readItems, readThemes } from '../../shared/document/read.ts'
import { type Column, importFields } from '../../shared/import/fields.ts'
import { readExport } from '../../shared/import/read-export.ts'
import { readTables } from '../../shared/import/read-tables.ts'
import {
  importBytes,
  largestImportBytes,
  putImportBack,
  takeBackImport,
  writeImport,
} from '../../shared/import/write-import.ts'
import { createUndo } from '../../web/live/undo.ts'
import { contextOf, emptyAgenda, itemsOf } from '../shared/import/import-into.ts'
import { demoModel, hostileModel, hostileTexts } from './export/agendas.ts'
import { GateRoom } from './gate-room.ts'

const words = fc.oneof(
  fc.constantFrom(
    ...hostileTexts,
    '',
    '1-9-2027',
    '3',
    '< 5',
    '12,5',
    'Gemeente Dordrecht',
    'hoog',
    'Geschrapt',
    'po, vo',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const columns: Column[] = importFields.map((field) => ({ name: field, field }))

describe('an import before the gate', () => {
  it('[I8] is taken in as one update, whatever stood in the table', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(words, { minLength: columns.length, maxLength: columns.length }), { maxLength: 8 }),
        (rows) => {
          const room = new GateRoom()
          const mine = room.copyFor(7)
          const table = { name: '', columns, rows: rows.map((cells, index) => ({ line: index + 1, cells })) }
          const plan = readTables([table], contextOf(mine), {
            duty: 'joint',
            themes: new Map([['', 'none']]),
          })
          const updates: Uint8Array[] = []
          mine.on('update', (update: Uint8Array) => updates.push(update))
          const written = writeImport(mine, itemsOf(plan))
          expect(updates.length).toBe(itemsOf(plan).length > 0 ? 1 : 0)
          for (const update of updates) expect(room.offer(update, 'editor')).toBe('accepted')
          for (const { id, item } of written.items)
            expect(readItem(room.doc, id)).toMatchObject({ title: item.title.replace(/\s+/g, ' ') })
        },
      ),
      { numRuns: 200 },
    )
  })

  it('[I8] brings no theme for who may not make one, and some for who may', () => {
    const room = new GateRoom()
    const mine = room.copyFor(7)
    const plan = readExport(demoModel(), contextOf(mine), {
      themes: new Map(demoModel().themes.map(({ name }) => [name.toLowerCase(), { make: true }])),
      lineage: undefined,
      done: true,
    })
    const before = Y.encodeStateVector(mine)
    writeImport(mine, itemsOf(plan))
    const update = Y.encodeStateAsUpdate(mine, before)
    expect(room.judge(update, 'editor')).toMatchObject({ answer: 'refused' })
    expect(room.offer(update, 'coordinator')).toBe('accepted')
    expect(readThemes(room.doc).length).toBeGreaterThan(5)
  })

  it('[I9] is taken back whole, and put back as it was', () => {
    const { doc, context } = emptyAgenda()
    const plan = readExport(demoModel({ struck: true }), context, { themes: new Map(), lineage: undefined, done: true })
    const undo = createUndo(doc)
    const written = writeImport(doc, itemsOf(plan))
    expect(undo.canUndo()).toBe(false)
    const statuses = () => readItems(doc).map(({ status }) => status)
    const before = statuses()
    takeBackImport(doc, written, 'teruggedraaid')
    expect(new Set(statuses())).toEqual(new Set(['struck']))
    putImportBack(doc, written)
    expect(statuses()).toEqual(before)
    undo.close()
  })

  it('[I8] knows beforehand how large it is: what it calls small enough fits in a frame', () => {
    const { doc, context } = emptyAgenda()
    const plan = readExport(hostileModel(300), context, { themes: new Map(), lineage: undefined, done: true })
    const before = Y.encodeStateVector(doc)
    writeImport(doc, itemsOf(plan))
    const real = Y.encodeStateAsUpdate(doc, before).length
    const said = importBytes(itemsOf(plan))
    expect(Math.abs(real - said) / real).toBeLessThan(0.02)
    expect(largestImportBytes).toBeLessThan(defaultLimits.writerFrameBytes * 0.95)
  })
})
