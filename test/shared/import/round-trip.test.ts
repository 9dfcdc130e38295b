import { describe, expect, it } from 'vitest'
import { toCsv } from '../../../shared/export/csv.ts'
import type { ExportedAgenda } from '../../../shared/export/model.ts'
import { toTables } from '../../../shared/export/tables.ts'
import { textToTable } from '../../../shared/import/table.ts'
import { demoModel, hostileModel } from '../../server/export/agendas.ts'
import { itemsOf, throughExport, throughTables } from './import-into.ts'

/** What the tables of an agenda say of its items, without what is given anew: numbers and ids. */
function facts(agenda: ExportedAgenda, table: 'items' | 'agreements' | 'indicators', without: string[] = []) {
  const { columns, rows } = toTables(agenda, 'nl')[table]
  const left = columns.flatMap(({ name }, index) =>
    ['Nummer', 'Kenmerk', 'Hangt samen met', ...without].includes(name) ? [] : index,
  )
  return rows.map((row) => left.map((index) => row[index])).sort((a, b) => (String(a) < String(b) ? -1 : 1))
}

describe('our own export', () => {
  it.each(['nl', 'en'] as const)('[I6] as the three tables of CSV comes back whole, in %s', (language) => {
    const model = demoModel({ struck: true })
    const { items, agreements, indicators } = toTables(model, language)
    const { plan, agenda } = throughTables([items, agreements, indicators].map((table) => textToTable(toCsv(table))))
    expect(plan.lines.filter(({ problems }) => problems.length > 0)).toEqual([])
    expect(facts(agenda, 'items', ['Documenten en voorbeelden'])).toEqual(
      facts(model, 'items', ['Documenten en voorbeelden']),
    )
    expect(facts(agenda, 'agreements')).toEqual(facts(model, 'agreements'))
    expect(facts(agenda, 'indicators')).toEqual(facts(model, 'indicators'))
  })

  it('[I6] as the table of items alone keeps titles, themes, owners, days and agreements', () => {
    const model = demoModel()
    const { agenda } = throughTables([textToTable(toCsv(toTables(model, 'nl').items))])
    const keep = ['Documenten en voorbeelden']
    expect(facts(agenda, 'items', keep)).toEqual(facts(model, 'items', keep))
  })

  it('[I6] as JSON comes back with its rich text, and with everything else', () => {
    const model = demoModel({ struck: false })
    const { plan, agenda } = throughExport(model, { lineage: undefined, done: true })
    const remarks = plan.lines.flatMap(({ problems, warnings }) => [...problems, ...warnings])
    expect(remarks.filter(({ reason }) => reason !== 'case')).toEqual([])
    expect(facts(agenda, 'items')).toEqual(facts(model, 'items'))
    expect(facts(agenda, 'indicators')).toEqual(facts(model, 'indicators'))
    const bodies = (one: ExportedAgenda) =>
      one.themes
        .flatMap(({ items }) => items)
        .map(({ title, body }) => [title, body] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1))
    expect(bodies(agenda)).toEqual(bodies(model))
  })

  it('[I2] as JSON with links that nobody may follow comes without them, and says so', () => {
    const model = demoModel()
    const [item] = model.themes.flatMap(({ items }) => items)
    if (!item) throw new Error('an agenda without items')
    const links = ['javascript:alert(1)', 'https://www.example.nl'].map((url, n) => {
      return { id: `l${n}`, name: `Link ${n}`, url, kind: 'document' as const }
    })
    const text = { type: 'text' as const, text: 'hier', marks: { link: 'data:text/html,x' } }
    const body = [{ type: 'bullet_list' as const, items: [[{ type: 'paragraph' as const, content: [text] }]] }]
    const { plan } = throughExport(
      { ...model, themes: [{ name: '', items: [{ ...item, links, body }] }] },
      { lineage: undefined, done: true },
    )
    const [line] = plan.lines
    expect(line?.item?.links.map(({ url }) => url)).toEqual(['https://www.example.nl'])
    expect(JSON.stringify(line?.item?.body)).not.toContain('data:')
    expect(line?.warnings.filter(({ reason }) => reason === 'unsafe-link').map(({ value }) => value)).toEqual([
      'javascript:alert(1)',
      'data:text/html,x',
    ])
  })

  it('[I7] of an earlier agenda is talked about anew, says where it comes from and leaves behind what is done', () => {
    const { plan, agenda } = throughExport(demoModel(), {
      lineage: ({ number }) => `Vorige agenda, punt ${number}`,
      done: false,
    })
    const items = agenda.themes.flatMap((theme) => theme.items)
    expect(items.length).toBe(plan.lines.length)
    expect(new Set(items.map(({ status }) => status))).toEqual(new Set(['proposed']))
    expect(items.every(({ lineage }) => /^Vorige agenda, punt \d+$/.test(lineage))).toBe(true)
    expect(items.flatMap(({ agreements }) => agreements.filter(({ done }) => done))).toEqual([])
    expect(items.flatMap(({ indicators }) => indicators)).not.toEqual([])
  })

  it('[I2] with 500 hostile items comes in or says why not, and every text stays a text', () => {
    const model = hostileModel()
    const { items, agreements, indicators } = toTables(model, 'nl')
    const { plan } = throughTables([items, agreements, indicators].map((table) => textToTable(toCsv(table))))
    for (const line of plan.lines) expect(line.item === undefined).toBe(line.problems.length > 0)
    const titles = new Set(
      [...model.themes.flatMap((theme) => theme.items), ...(model.struck ?? [])].map(({ title }) => title),
    )
    for (const { title } of itemsOf(plan)) expect(titles).toContain(title)
  })
})
