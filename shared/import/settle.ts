import type { ImportLine } from './imported-item.ts'
import type { KnownNames } from './known-names.ts'
import { excerpt } from './row-reader.ts'
import { plainWord } from './table.ts'

/** As many items as are worth looking through; a region has some dozens. */
export const mostItems = 2000

/**
 * What can only be said when all lines were read: which titles come twice or stand here already, whom a title leads to, and
 * that an item with a mistake in any of its lines is none.
 */
export function settle(lines: ImportLine[], names: KnownNames): void {
  const first = new Map<string, ImportLine>()
  for (const [index, line] of lines.entries()) {
    if (index >= mostItems) note(line.problems, line, 'too-many')
    const plain = plainWord(line.title)
    if (plain === '' || line.problems.length > 0) continue
    if (first.has(plain)) note(line.warnings, line, 'twice')
    else first.set(plain, line)
    if (names.titles.has(plain)) note(line.warnings, line, 'already-there')
  }
  for (const line of lines) if (line.problems.length > 0) line.item = undefined
  for (const line of lines) {
    const isHere = (title: string) => first.get(plainWord(title))?.item !== undefined
    for (const title of line.item?.related ?? [])
      if (!isHere(title)) line.warnings.push({ ...remark(line, 'unknown-related'), value: excerpt(title) })
  }
}

function note<Reason>(remarks: { reason: Reason }[], line: ImportLine, reason: Reason): void {
  remarks.push(remark(line, reason))
}

function remark<Reason>({ line }: ImportLine, reason: Reason) {
  return { line, column: '', reason, value: '' }
}
