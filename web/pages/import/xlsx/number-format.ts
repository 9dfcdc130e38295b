import { readXml } from './xml.ts'

/** How a number is meant: as a day, as a part of a hundred, or as itself. */
export type NumberMeaning = 'day' | 'percent' | 'number'

/** The formats that every spreadsheet knows by number and does not write down. */
const knownDays = new Set([14, 15, 16, 17, 22, ...range(27, 31), 34, 35, 36, ...range(50, 58)])
const knownPercents = new Set([9, 10])

/** What the numbers of a cell mean, by the number of its style. */
export function readStyles(xml: string): NumberMeaning[] {
  const own = new Map<string, NumberMeaning>()
  const styles: NumberMeaning[] = []
  let isInCells = false
  readXml(xml, {
    open(name, attributes) {
      if (name === 'cellXfs') isInCells = true
      if (name === 'numFmt') {
        const { numFmtId = '', formatCode = '' } = attributes()
        own.set(numFmtId, meaningOf(formatCode))
      }
      if (name === 'xf' && isInCells) {
        const { numFmtId = '' } = attributes()
        styles.push(own.get(numFmtId) ?? knownMeaning(Number(numFmtId)))
      }
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return styles
}

/** By the letters of a format, without what stands in quotes or brackets. A time alone is no day. */
export function meaningOf(format: string): NumberMeaning {
  const letters = format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '').toLowerCase()
  if (/[dy]/.test(letters) || /m{3,}/.test(letters)) return 'day'
  return letters.includes('%') ? 'percent' : 'number'
}

function knownMeaning(format: number): NumberMeaning {
  if (knownDays.has(format)) return 'day'
  return knownPercents.has(format) ? 'percent' : 'number'
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
