import { tidy } from '../../../../shared/import/table.ts'
import { TooLargeError } from './unpack.ts'

/** No spreadsheet has a cell that says more. */
const longestCell = 32_767
/** All cells together: 20,000 rows of more than a page each. What many cells refer to counts for each of them. */
const mostSigns = 64 << 20

/** What a cell says, from how a workbook writes it: signs that XML cannot hold stand there as _x000A_. */
export function toCellText(written: string): string {
  const text = written.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  if (text.length > longestCell) throw new TooLargeError()
  return tidy(text)
}

export type CountSigns = (text: string) => void

/** A few bytes can have every cell say the same long text, which is then looked through for each of them. */
export function makeCount(): CountSigns {
  let signs = 0
  return (text) => {
    signs += text.length
    if (signs > mostSigns) throw new TooLargeError()
  }
}
