import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../shared/csv.ts'

const fieldsOf = (text: string) => parseCsv(text).map((record) => ('fields' in record ? record.fields : record.mistake))

describe('a CSV file', () => {
  it.each([
    ['semicolons', 'a;b\r\n1;2\r\n'],
    ['commas', 'a,b\n1,2'],
    ['tabs', 'a\tb\r1\t2\r'],
    ['a byte order mark', '\uFEFFa;b\r\n1;2'],
    ['everything between quotes', '"a";"b"\n"1";"2"\n'],
  ])('is read with %s', (_what, text) => {
    expect(fieldsOf(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  it('keeps what stands between quotes: delimiters, line ends, and quotes that are written twice', () => {
    expect(fieldsOf('naam;x\n"Zorg; en ""meer""\r\nop twee regels";\n"";1')).toEqual([
      ['naam', 'x'],
      ['Zorg; en "meer"\r\nop twee regels', ''],
      ['', '1'],
    ])
    expect(fieldsOf('"a,b,c";d\n1;2')).toEqual([
      ['a,b,c', 'd'],
      ['1', '2'],
    ])
  })

  it('tells the line on which each record begins, and leaves empty lines out', () => {
    expect(parseCsv('a;b\n\n"1\n2";3\n;\n4;5').map(({ line }) => line)).toEqual([1, 3, 6])
  })

  it('says where quotes do not fit together, and goes on with the next line', () => {
    expect(fieldsOf('a;b\n"1"x;2\n1"2;3\n4;5')).toEqual([['a', 'b'], 'quotes', 'quotes', ['4', '5']])
    expect(fieldsOf('a;b\n"1;2')).toEqual([['a', 'b'], 'quotes'])
  })

  it('of nothing has nothing', () => {
    expect(parseCsv('')).toEqual([])
    expect(parseCsv('\uFEFF\r\n\r\n')).toEqual([])
  })
})
