import { describe, expect, it } from 'vitest'
import { htmlToRows } from '../../../shared/import/html-table.ts'
import { readAmountText } from '../../../shared/import/read-amount.ts'
import { readDay } from '../../../shared/import/read-day.ts'
import { readDeadlines, readLinks } from '../../../shared/import/read-entries.ts'
import { rowsToText, textToTable } from '../../../shared/import/table.ts'

describe('what people write in cells', () => {
  it.each([
    ['1-9-2027', '2027-09-01'],
    ['01/09/27', '2027-09-01'],
    ['1.9.2027', '2027-09-01'],
    ['2027-09-01', '2027-09-01'],
    ['2027-09-01T00:00:00Z', '2027-09-01'],
    ['1 september 2027', '2027-09-01'],
    ['1 sept. 2027', '2027-09-01'],
    ['wo 1 september 2027', '2027-09-01'],
    ['1 May 2027', '2027-05-01'],
    ['46266', '2026-09-01'],
    ['31-02-2027', undefined],
    ['13/25/2027', undefined],
    ['2027', undefined],
    ['volgende week', undefined],
  ])('[I2] %s is the day %s', (text, day) => expect(readDay(text)).toBe(day))

  it.each([
    ['12', 12],
    ['0,5', 0.5],
    ['0.5', 0.5],
    ['1.250', 1250],
    ['1 250,75', 1250.75],
    ['-3,2', -3.2],
    ['85 %', 85],
    ['€ 1.000,-', 1000],
    ['4', 'masked'],
    ['1,0', 'masked'],
    ['< 5', 'masked'],
    ['<5', 'masked'],
    ['5', 5],
    ['0', 0],
    ['twaalf', undefined],
    ['1,2,3', undefined],
    ['1e400', undefined],
  ])('[I5] %s is the number %s', (text, amount) => expect(readAmountText(text)).toBe(amount))

  it('[I2] deadlines are a name and a day in either order, a day alone or a name alone', () => {
    expect(
      readDeadlines(
        'Plan: concept: 1 september 2027; 2027-10-01\n1-11-2027: besluit; ooit; Later: nog geen datum; x 31-02-2027; ja; nee',
      ),
    ).toEqual({
      deadlines: [
        { name: 'Plan: concept', date: '2027-09-01' },
        { name: '', date: '2027-10-01' },
        { name: 'besluit', date: '2027-11-01' },
        { name: 'ooit' },
        { name: 'Later' },
      ],
      wrong: ['x 31-02-2027'],
      vague: ['ooit'],
      ticked: ['ja'],
    })
  })

  it('[I2] links are web and mail addresses, with a name or without', () => {
    expect(
      readLinks('Plan (https://example.org/a(b)); https://example.org; www.example.org; javascript:alert(1)'),
    ).toEqual({
      links: [
        { name: 'Plan', url: 'https://example.org/a(b)' },
        { name: '', url: 'https://example.org' },
        { name: '', url: 'https://www.example.org' },
      ],
      unsafe: ['javascript:alert(1)'],
    })
  })
})

describe('a table from the clipboard', () => {
  it('[I1] is read from the HTML of Word, with lines and lists in its cells, and survives the text field', () => {
    const rows = htmlToRows(
      `<html><head><style>td { color: red }</style></head><body><!--StartFragment--><p>Vooraf</p>
       <table class=MsoTable><tr><th>Titel</th><th colspan=2>Tekst &amp;&nbsp;meer</th></tr>
       <tr><td><p class=MsoNormal>Caf&eacute; &#8211; <b>vet</b></p></td><td><p>een</p><p>twee</p><ul><li>drie</ul></td><td>"x"<o:p></o:p></td></tr>
       </table><table><tr><td>een andere tabel</td></tr></table>`,
    )
    expect(rows).toEqual([
      ['Titel', 'Tekst & meer', ''],
      ['Café – vet', 'een\ntwee\n• drie', '"x"'],
    ])
    const again = textToTable(rowsToText(rows ?? [])).rows.map((row) => ('cells' in row ? row.cells : []))
    expect(again).toEqual(rows)
  })

  it('[I1] says of each row what a cell says that was joined over several', () => {
    expect(
      htmlToRows(
        '<table><tr><td rowspan="2">Vervoer<td colspan=2>een<td>a</tr><tr><td>twee<td>3<td>b</tr><tr><td>Wonen<td>drie</table>',
      ),
    ).toEqual([
      ['Vervoer', 'een', '', 'a'],
      ['Vervoer', 'twee', '3', 'b'],
      ['Wonen', 'drie'],
    ])
  })

  it('[I1] has no scripts, tags or broken ends that become anything but text', () => {
    expect(htmlToRows('<table><tr><td>a<script>alert(1)</script><img src=x onerror=alert(1)>b &lt;i&gt;<td>c')).toEqual(
      [['ab <i>', 'c']],
    )
    expect(htmlToRows('geen tabel <b>hier</b>')).toBeUndefined()
  })
})
