import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { toXlsx } from '../../../server/export/xlsx.ts'
import type { Day } from '../../../shared/date.ts'
import { toTables } from '../../../shared/export/tables.ts'
import { chooseColumns } from '../../../shared/import/fields.ts'
import { readTables } from '../../../shared/import/read-tables.ts'
import { suggestTables } from '../../../shared/import/sheets.ts'
import { meaningOf } from '../../../web/pages/import/xlsx/number-format.ts'
import { readXlsx } from '../../../web/pages/import/xlsx/read-xlsx.ts'
import { TooLargeError } from '../../../web/pages/import/xlsx/unpack.ts'
import { demoModel, hostileModel } from '../../server/export/agendas.ts'
import { emptyAgenda, throughTables } from '../../shared/import/import-into.ts'

/** A workbook with one sheet of this XML. */
function workbook(sheet: string, more: Record<string, string> = {}): Uint8Array {
  const parts = {
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

describe('a workbook', () => {
  it('[I6] of our own export comes back whole: three sheets make one import', async () => {
    const model = demoModel({ struck: true })
    const tables = readXlsx(await toXlsx(model, 'nl'))
    const chosen = suggestTables(tables.map((table) => chooseColumns(table))).flatMap((index) => tables[index] ?? [])
    expect(chosen.map(({ name }) => name)).toEqual(['Punten', 'Afspraken', 'Indicatoren'])
    const { plan, agenda } = throughTables(chosen)
    expect(plan.lines.filter(({ problems }) => problems.length > 0)).toEqual([])
    for (const table of ['agreements', 'indicators'] as const) {
      const rows = (of: typeof model) =>
        toTables(of, 'nl')
          [table].rows.map((row) => JSON.stringify(row.slice(1, -1)))
          .sort()
      expect(rows(agenda)).toEqual(rows(model))
    }
  })

  it('[I1] of LibreOffice is read as it looks: days, parts of a hundred, formulas, joined cells, no hidden sheets', () => {
    const file = readFileSync(join(import.meta.dirname, 'from-libreoffice.xlsx'))
    const tables = readXlsx(file)
    expect(tables).toEqual([
      {
        name: 'Ontwikkelpunten',
        rows: [
          { line: 1, cells: ['Actielijst regio Zuid'] },
          { line: 3, cells: ['Thema', 'Titel', 'Toelichting', 'Deadline', 'Indicator', 'Doel', 'Status'] },
          {
            line: 4,
            cells: [
              ...['Leerlingenvervoer', 'Reistijd korter maken', 'Eerst meten.\nDan kiezen & delen.', '2027-09-01'],
              ...['Op tijd', '85%', 'In uitvoering'],
            ],
          },
          {
            line: 5,
            cells: [
              ...['Leerlingenvervoer', 'Opstapplaatsen kiezen', '- dichtbij\n- veilig', '2027-10-15', 'Kosten'],
              ...['1250,5', 'Voorgesteld'],
            ],
          },
          {
            line: 6,
            cells: ['Toegang tot hulp', '=Eén loket', '', 'nog onbekend', 'Wachttijd', '3', 'Klaar'],
          },
        ],
      },
    ])
    const { lines } = readTables(
      tables.map((table) => chooseColumns(table)),
      emptyAgenda().context,
      { duty: 'joint', themes: new Map() },
    )
    expect(lines.map(({ line, title, problems }) => [line, title, problems])).toEqual([
      [4, 'Reistijd korter maken', []],
      [5, 'Opstapplaatsen kiezen', []],
      [6, '=Eén loket', []],
    ])
  })

  it('[I1] of 500 hostile items is read without a word lost', async () => {
    const model = hostileModel()
    const [items] = readXlsx(await toXlsx(model, 'nl'))
    const titles = new Set(items?.rows.map((row) => ('cells' in row ? row.cells[1] : '')))
    for (const { title } of model.themes.flatMap((theme) => theme.items))
      expect(titles).toContain(title || 'Punt zonder titel')
  })

  it('[X4] [I6] of our own comes back with texts that look like signs of a workbook, and days before it counts them', async () => {
    const model = demoModel()
    const [item] = model.themes.flatMap(({ items }) => items).filter(({ agreements }) => agreements.length > 0)
    if (!item) throw new Error('an agenda without agreements')
    const title = 'Kies _x0041_ of _x005F_, of _x000A_x0042_'
    const days: Day[] = ['1600-01-01' as Day, '1900-02-28' as Day, '1900-03-01' as Day, '2027-09-01' as Day]
    const agreements = days.map((due) => ({ id: due, text: 'Bellen', due }))
    const bytes = await toXlsx({ ...model, themes: [{ name: '', items: [{ ...item, title, agreements }] }] }, 'nl')
    const [items, sheet] = readXlsx(bytes)
    expect(items?.rows.map((row) => ('cells' in row ? row.cells[1] : ''))).toEqual(['Titel', title])
    expect(
      sheet?.rows.slice(1).map((row) => ('cells' in row ? days.find((day) => row.cells.includes(day)) : '')),
    ).toEqual(days)
    for (const [name, part] of Object.entries(unzipSync(bytes)))
      if (name.startsWith('xl/worksheets/')) expect(strFromU8(part)).not.toMatch(/<v>-/)
  })

  it('[I1] with errors, gaps, prefixes and cells without an address is read as far as it goes', () => {
    const sheet =
      '<x:row><x:c t="inlineStr"><x:is><x:t>a &amp; b_x000A_c</x:t></x:is></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row>' +
      '<x:row r="1048576"><x:c r="C1048576" t="b"><x:v>1</x:v></x:c><x:c r="XFD1048576"><x:v>1</x:v></x:c></x:row>'
    expect(readXlsx(workbook(sheet))).toEqual([
      {
        name: 'Blad1',
        rows: [
          { line: 1, cells: ['a & b\nc', '#N/A'] },
          { line: 1048576, cells: ['', '', '1'] },
        ],
      },
    ])
  })

  it('[I10] that unpacks to far more than it weighs, or has more rows than anyone reads, is refused in time', () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(80 << 20) })
    expect(bomb.length).toBeLessThan(1 << 20)
    expect(() => readXlsx(bomb)).toThrow(TooLargeError)
    const rows = Array.from({ length: 20_001 }, () => '<row><c><v>1</v></c></row>').join('')
    expect(() => readXlsx(workbook(rows))).toThrow(TooLargeError)
  })

  it('[I10] in which many cells refer to one long text, or that joins more cells than anyone does, is refused in time', () => {
    const shared = (text: string) => ({
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="/xl/worksheets/sheet1.xml"/>' +
        '<Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
      'xl/sharedStrings.xml': `<sst><si><t>${text}</t></si></sst>`,
    })
    const cells = (rows: number) => `<row>${'<c t="s"><v>0</v></c>'.repeat(150)}</row>`.repeat(rows)
    const begun = performance.now()
    expect(() => readXlsx(workbook(cells(1), shared('a'.repeat(32_768))))).toThrow(TooLargeError)
    expect(() => readXlsx(workbook(cells(1000), shared('a'.repeat(32_767))))).toThrow(TooLargeError)
    expect(readXlsx(workbook(cells(10), shared('a'.repeat(32_767))))[0]?.rows).toHaveLength(10)
    const joins = (count: number) =>
      workbook('<row><c><v>1</v></c></row><row><c><v>2</v></c></row>', {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row><c><v>1</v></c></row></sheetData><mergeCells>${'<mergeCell ref="A1:A999"/>'.repeat(count)}</mergeCells></worksheet>`,
      })
    expect(() => readXlsx(joins(10_001))).toThrow(TooLargeError)
    expect(readXlsx(joins(10_000))).toHaveLength(1)
    expect(performance.now() - begun).toBeLessThan(5000)
  })

  it('[I10] that is none, is broken or speaks of entities of its own is refused or read as it stands', () => {
    expect(() => readXlsx(strToU8('titel;thema'))).toThrow()
    expect(() => readXlsx(workbook('<row><c><v>1</row>').subarray(0, 200))).toThrow()
    const laughs = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    const tables = readXlsx(
      workbook('', {
        'xl/worksheets/sheet1.xml': `${laughs}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
      }),
    )
    expect(JSON.stringify(tables)).not.toContain('aaaa')
  })

  it('[I1] tells days from numbers by the letters of a format', () => {
    expect(['dd-mm-yyyy', '[$-413]d mmmm yyyy;@', 'mmm'].map(meaningOf)).toEqual(['day', 'day', 'day'])
    expect(['0.00', '#,##0 "dagen"', 'h:mm', '[Red]0', '0.0%'].map(meaningOf)).toEqual([
      ...['number', 'number', 'number', 'number', 'percent'],
    ])
  })
})
