import { readAmount } from '../../shared/amount.ts'

/** A row of history as it may be read: rows of before can hold bare values of 1 to 4 (rule P1). */
export function maskedHistory<Row extends { field: string; before: string; after: string }>(row: Row): Row {
  if (row.field !== 'indicators') return row
  return { ...row, before: maskedJson(row.before), after: maskedJson(row.after) }
}

const amounts = new Set(['baseline', 'target', 'value'])

function maskedJson(text: string): string {
  return JSON.stringify(
    JSON.parse(text, (key, value: unknown) => (amounts.has(key) ? (readAmount(value) ?? value) : value)),
  )
}
