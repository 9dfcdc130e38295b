/** One record of a CSV file, with the line on which it begins; or that its quotes do not fit together. */
export type CsvRecord = { line: number; fields: string[] } | { line: number; mistake: 'quotes' }

const delimiters = [';', ',', '\t'] as const

/**
 * Reads CSV by RFC 4180: with semicolons (as Dutch programs write it), commas or tabs, with or without a byte order mark.
 * The first line decides which. Empty lines are left out.
 */
export function parseCsv(text: string): CsvRecord[] {
  const source = text.replace(/^\uFEFF/, '')
  const delimiter = delimiterOf(source)
  const records: CsvRecord[] = []
  let line = 1
  for (let at = 0; at < source.length; ) {
    const record = readRecord(source, at, delimiter)
    const isEmpty = 'fields' in record && record.fields.every((field) => field.trim() === '')
    if (!isEmpty) records.push('fields' in record ? { line, fields: record.fields } : { line, mistake: 'quotes' })
    line += source.slice(at, record.end).match(/\r\n|\r|\n/g)?.length ?? 0
    at = record.end
  }
  return records
}

/** Which delimiter the first line has most of, outside quotes. */
function delimiterOf(source: string): string {
  const [header = ''] = source.replaceAll(/"[^"]*"/g, '').split(/[\r\n]/, 1)
  const count = (delimiter: string) => header.split(delimiter).length
  return delimiters.reduce((best, other) => (count(other) > count(best) ? other : best))
}

function readRecord(
  source: string,
  start: number,
  delimiter: string,
): { fields: string[]; end: number } | { end: number } {
  const fields: string[] = []
  for (let at = start; ; ) {
    const field = source[at] === '"' ? quoted(source, at) : plain(source, at, delimiter)
    const next = field && source[field.end]
    const isOver = next === undefined || next === '\r' || next === '\n'
    if (!field || !(isOver || next === delimiter)) return { end: afterLine(source, at) }
    fields.push(field.text)
    if (isOver) return { fields, end: afterLine(source, field.end) }
    at = field.end + 1
  }
}

/** A field between quotes, in which a quote is written twice; undefined when it does not end. */
function quoted(source: string, start: number): { text: string; end: number } | undefined {
  for (let at = start + 1; ; at += 2) {
    at = source.indexOf('"', at)
    if (at < 0) return undefined
    if (source[at + 1] !== '"') return { text: source.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 }
  }
}

/** A field without quotes; undefined when there is one in it nonetheless. */
function plain(source: string, start: number, delimiter: string): { text: string; end: number } | undefined {
  let end = start
  while (end < source.length && source[end] !== delimiter && source[end] !== '\r' && source[end] !== '\n') end++
  const text = source.slice(start, end)
  return text.includes('"') ? undefined : { text, end }
}

/** Where the next line begins. */
function afterLine(source: string, from: number): number {
  let at = from
  while (at < source.length && source[at] !== '\r' && source[at] !== '\n') at++
  return source.startsWith('\r\n', at) ? at + 2 : at + 1
}
