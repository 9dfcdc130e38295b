import { readAmount } from '../amount.ts'
import type { Json } from '../version/canonical.ts'
import type { DocumentBlock } from './document.ts'
import { listed } from './facts.ts'
import type { ExportedChange, ExportedHistory } from './model.ts'
import type { ExportWords } from './words.ts'

// Who changed what and when, to read: the history annex.

/** A table of the changes, the last one first. */
export function historyBlocks({ changes, isCut }: ExportedHistory, words: ExportWords): DocumentBlock[] {
  const { history } = words.text
  const blocks: DocumentBlock[] = [{ kind: 'heading', level: 1, text: history.heading }]
  if (changes.length === 0) return [...blocks, { kind: 'paragraph', text: history.none }]
  blocks.push({ kind: 'paragraph', text: isCut ? history.cut(changes.length) : history.explain })
  blocks.push({
    kind: 'table',
    title: history.heading,
    header: [history.when, history.what, history.before, history.after],
    widths: [4, 5, 6, 6],
    rows: changes.map((change) => [
      `${words.timeOf(change.at)}\n${listed([change.person, change.organisation]) || history.somebody}`,
      whatChanged(change, words),
      valueWords(change.field, change.before, words),
      valueWords(change.field, change.after, words),
    ]),
  })
  return blocks
}

function whatChanged({ item, field, before }: ExportedChange, words: ExportWords): string {
  const { text, itemTitle } = words
  const about = item ? text.itemHeading(item.number, itemTitle(item)) : text.history.agenda
  // An item begins with its title, which the history holds as that it was made.
  const isNew = item !== undefined && field === 'title' && before === ''
  return `${about}\n${isNew ? text.history.made : fieldName(field, item === undefined, words)}`
}

function fieldName(field: string, isOfAgenda: boolean, { text }: ExportWords): string {
  if (isOfAgenda && field === 'title') return text.history.field.agendaTitle
  const own: Record<string, string> = text.history.field
  if (Object.hasOwn(own, field)) return own[field] ?? ''
  const columns: Record<string, unknown> = text.column
  const name = Object.hasOwn(columns, field) ? columns[field] : undefined
  return typeof name === 'string' ? name : field
}

/** A value as words of the language: those of the domain for what is kept as a code. */
function valueWords(field: string, value: Json, words: ExportWords): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return codeWords(field, value, words)
  if (isList(value))
    return value
      .map((one) => entryWords(field, one, words))
      .filter(Boolean)
      .join('\n')
  return typeof value === 'object' ? recordWords(field, value, words) : String(value)
}

function entryWords(field: string, value: Json, words: ExportWords): string {
  if (typeof value === 'string') return codeWords(field, value, words)
  return typeof value === 'object' && value !== null && !isList(value) ? recordWords(field, value, words) : ''
}

type JsonRecord = Readonly<Record<string, Json | undefined>>

function recordWords(field: string, value: JsonRecord, words: ExportWords): string {
  const { text, day, history } = { ...words, history: words.text.history }
  const said = (key: string) => (typeof value[key] === 'string' ? value[key] : '')
  const on = (key: string) => (said(key) ? day(said(key)) : '')
  switch (field) {
    case 'owner':
      return listed([said('organisation'), said('person')])
    case 'transition':
      return text.transition(codeWords('sectors', said('from'), words), codeWords('sectors', said('to'), words))
    case 'period':
      return `${on('from')} – ${on('to')}`
    case 'themes':
      return value.hidden === true ? `${said('name')} (${history.hidden})` : said('name')
    case 'annexes':
      return `${said('municipality')}: ${said('text')}`
    case 'deadlines':
      return text.deadline(said('name'), on('date') || text.noDay)
    case 'links':
      return listed([said('name'), said('url')])
    case 'agreements':
      return listed([
        said('text'),
        said('organisation'),
        said('person'),
        on('due') && history.due(on('due')),
        on('done') && history.done(on('done')),
      ])
    case 'indicators':
      return indicatorWords(value, words)
    default:
      return ''
  }
}

function indicatorWords(value: JsonRecord, words: ExportWords): string {
  const { text, day, number } = words
  const { column } = text
  const said = (key: string) => (typeof value[key] === 'string' ? value[key] : '')
  const amount = (name: string, of: Json | undefined) => {
    const read = readAmount(of)
    return read === undefined ? '' : `${name}: ${number(read)}`
  }
  const measured = isList(value.measurements) ? value.measurements : []
  return listed([
    said('unit') ? `${said('name')} (${said('unit')})` : said('name'),
    amount(column.baseline, value.baseline),
    amount(column.target, value.target),
    said('targetDate') && day(said('targetDate')),
    ...measured.map((one) => {
      if (typeof one !== 'object' || one === null || isList(one)) return ''
      const of = readAmount(one.value)
      return of === undefined ? '' : `${typeof one.date === 'string' ? day(one.date) : ''}: ${number(of)}`
    }),
  ])
}

/** Codes have words per field; a text is what it is. */
function codeWords(field: string, value: string, { words }: ExportWords): string {
  const lists: Record<string, Record<string, string>> = {
    duty: words.duty,
    kind: words.kind,
    priority: words.priority,
    status: words.status,
    reach: words.reach,
    sectors: words.sector,
    legalBasis: words.legalBasis,
    principles: words.principle,
  }
  const list = Object.hasOwn(lists, field) ? lists[field] : undefined
  return list && Object.hasOwn(list, value) ? (list[value] ?? value) : value
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}
