import * as v from 'valibot'
import { type OrganisationKind, organisationKinds } from './agenda.ts'
import { parseCsv } from './csv.ts'
import { makeId, type OrganisationId } from './ids.ts'
import { type NewOrganisation, newOrganisation } from './people.ts'

/** What can be wrong with a line of a file of organisations. The interface says it in words. */
export const organisationMistakes = [
  /** The first line does not name the columns for name and kind. */
  'header',
  'quotes',
  /** More fields than there are columns. */
  'columns',
  'name',
  'short',
  'kind',
  'code',
  'website',
  /** The name or the code is that of an earlier line. */
  'twice',
  'too-many',
] as const
export type OrganisationMistake = (typeof organisationMistakes)[number]

export type OrganisationLine =
  | { line: number; organisation: NewOrganisation }
  | { line: number; mistakes: OrganisationMistake[] }

/** As many as one request takes. */
const mostLines = 500
const longestShort = 24

type Column = 'name' | 'short' | 'kind' | 'code' | 'website'

/** How people name the columns, in Dutch and English. */
const columnNames: Readonly<Record<Column, readonly string[]>> = {
  name: ['naam', 'organisatie', 'name', 'organisation'],
  short: ['kort', 'korte naam', 'afkorting', 'short', 'short name', 'abbreviation'],
  kind: ['soort', 'type', 'kind'],
  code: ['code', 'tooi', 'tooi-code', 'cbs', 'cbs-code'],
  website: ['website', 'site', 'webadres', 'url'],
}

/** How people name the kinds, beside our own names for them. */
const kindNames: Readonly<Record<OrganisationKind, readonly string[]>> = {
  municipality: ['gemeente'],
  alliance: ['samenwerkingsverband', 'swv'],
  'school-board': ['schoolbestuur', 'school board'],
  'care-provider': [
    'aanbieder',
    'aanbieder van jeugdhulp',
    'aanbieder van zorg',
    'jeugdhulpaanbieder',
    'zorgaanbieder',
    'care provider',
  ],
  'parent-organisation': [
    'ouder-, cliënt- of jongerenorganisatie',
    'ouderorganisatie',
    'cliëntorganisatie',
    'cliëntenorganisatie',
    'jongerenorganisatie',
    'parent organisation',
  ],
  'health-insurer': ['zorgverzekeraar', 'zorgkantoor', 'zorgverzekeraar of zorgkantoor', 'health insurer'],
  'knowledge-institute': ['kennisinstituut', 'kennisinstelling', 'knowledge institute'],
  other: ['andere organisatie', 'anders', 'overig'],
}

/**
 * The organisations that a CSV file names, line by line, or what is wrong with the line. The first line names the columns;
 * name and kind must be there. Without a short name the name itself serves when it is short enough.
 */
export function parseOrganisationsCsv(
  text: string,
  newId: () => OrganisationId = makeId<OrganisationId>,
): { rows: OrganisationLine[] } {
  const [header, ...records] = parseCsv(text)
  if (!header) return { rows: [] }
  const columns = 'fields' in header ? columnsOf(header.fields) : new Map<Column, number>()
  if (!columns.has('name') || !columns.has('kind')) return { rows: [{ line: header.line, mistakes: ['header'] }] }
  const width = 'fields' in header ? header.fields.length : 0
  const seen = new Set<string>()
  const rows = records.map((record, index): OrganisationLine => {
    const { line } = record
    if ('mistake' in record) return { line, mistakes: [record.mistake] }
    if (record.fields.length > width) return { line, mistakes: ['columns'] }
    if (index >= mostLines) return { line, mistakes: ['too-many'] }
    const checked = organisationOf((column) => record.fields[columns.get(column) ?? -1]?.trim() ?? '', newId())
    if (!('organisation' in checked)) return { line, mistakes: checked.mistakes }
    const { name, code } = checked.organisation
    const keys = [`name ${plain(name)}`, ...(code === undefined ? [] : [`code ${code.toLowerCase()}`])]
    if (keys.some((key) => seen.has(key))) return { line, mistakes: ['twice'] }
    for (const key of keys) seen.add(key)
    return { line, organisation: checked.organisation }
  })
  return { rows }
}

function columnsOf(header: readonly string[]): Map<Column, number> {
  const columns = new Map<Column, number>()
  for (const [index, field] of header.entries()) {
    for (const column of Object.keys(columnNames) as Column[])
      if (columnNames[column].includes(plain(field)) && !columns.has(column)) columns.set(column, index)
  }
  return columns
}

function organisationOf(
  value: (column: Column) => string,
  id: OrganisationId,
): { organisation: NewOrganisation } | { mistakes: OrganisationMistake[] } {
  const name = value('name')
  const short = value('short') || (name.length <= longestShort ? name : '')
  const [code, website] = [value('code'), value('website')]
  const kind = kindOf(value('kind'))
  const row = { id, name, short, kind, ...(code && { code }), ...(website && { website }) }
  const result = v.safeParse(newOrganisation, row)
  if (result.success) return { organisation: result.output }
  const wrong = new Set(result.issues.map((issue) => v.getDotPath(issue)))
  // Without a name there is nothing to shorten either.
  if (wrong.has('name') && value('short') === '') wrong.delete('short')
  return { mistakes: organisationMistakes.filter((mistake) => wrong.has(mistake)) }
}

function kindOf(text: string): OrganisationKind | undefined {
  const wanted = plain(text)
  return organisationKinds.find((kind) => kind === wanted || kindNames[kind].includes(wanted))
}

/** As people tell words apart: case and spaces make no difference. */
function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
