import { exported as english } from '../messages/en/export.ts'
import { exported as dutch } from '../messages/nl/export.ts'
import { type ImportTable, plainWord, type TableRow } from './table.ts'
import { readYesNo } from './yes-no.ts'

/** What a column can hold. A row with an agreement or an indicator of its own may follow the item it belongs to. */
export const importFields = [
  'title',
  'number',
  'body',
  'theme',
  'duty',
  'kind',
  'status',
  'struckReason',
  'priority',
  'owner',
  'ownerPerson',
  'involved',
  'sectors',
  'transition',
  'reach',
  'legalBasis',
  'principles',
  'plans',
  'lineage',
  'related',
  'deadlines',
  'links',
  'agreements',
  'agreement',
  'who',
  'person',
  'due',
  'done',
  'indicator',
  'unit',
  'direction',
  'baseline',
  'target',
  'targetDate',
  'measured',
  'value',
  'source',
] as const
export type ImportField = (typeof importFields)[number]

/** Several columns may hold these; what they say is taken together. */
export const fieldsOfMany: ReadonlySet<ImportField> = new Set([
  'body',
  'involved',
  'deadlines',
  'links',
  'agreements',
  'related',
])
/** What says something of the one agreement of its row, or of its one indicator. */
export const agreementFields: readonly ImportField[] = ['who', 'person', 'due', 'done']
export const indicatorFields: readonly ImportField[] = [
  ...(['unit', 'direction', 'baseline', 'target', 'targetDate', 'measured', 'value', 'source'] as const),
]

export type Column = { name: string; field: ImportField | undefined }
/** A table of which the columns are known. */
export type ChosenTable = { name: string; columns: Column[]; rows: TableRow[] }

/** How people name columns, in Dutch and English, beside the names in our own exports. */
const otherNames: Partial<Record<ImportField, readonly string[]>> = {
  title: ['punt', 'agendapunt', 'onderwerp', 'naam', 'item', 'subject', 'topic', 'name', 'actie', 'ontwikkelpunt'],
  number: ['nr', 'no', 'volgnummer', '#', 'nummer punt'],
  body: [
    ...['toelichting', 'omschrijving', 'beschrijving', 'inhoud', 'description', 'explanation', 'aanleiding', 'ambitie'],
    ...['beoogd resultaat', 'resultaat', 'doelstelling', 'occasion', 'ambition', 'intended result', 'opmerkingen'],
  ],
  theme: ['thema’s', 'topic area', 'categorie', 'rubriek'],
  duty: ['verantwoordelijkheid', 'wie is verantwoordelijk', 'kolom', 'plicht', 'duty', 'column'],
  kind: ['soort punt', 'type'],
  status: ['stand', 'voortgang', 'state', 'progress'],
  struckReason: ['reden', 'reden geschrapt', 'reason'],
  priority: ['prio', 'belang'],
  owner: [
    'trekker organisatie',
    'trekkende partij',
    'eigenaar',
    'organisatie',
    'partij',
    'lead',
    'organisation',
    'party',
  ],
  ownerPerson: ['trekker persoon', 'contactpersoon', 'contact', 'owner person'],
  involved: ['betrokkenen', 'betrokken organisaties', 'betrokken partijen', 'partners', 'involved organisations'],
  sectors: ['sector', 'onderwijssoort'],
  legalBasis: ['wetten', 'wettelijke basis', 'grondslag', 'legal basis', 'law'],
  principles: ['uitgangspunt', 'leidende principes', 'guiding principles', 'principle'],
  plans: ['plan'],
  lineage: ['herkomst', 'lineage', 'eerder punt'],
  deadlines: ['deadline', 'einddatum', 'datum', 'termijn', 'planning', 'date', 'wanneer'],
  links: ['link', 'documenten', 'document', 'website', 'url', 'bijlage', 'documents'],
  agreements: ['acties', 'actiepunten', 'uitvoeringsafspraken', 'actions'],
  agreement: ['uitvoeringsafspraak', 'action'],
  who: ['door wie', 'uitvoerder', 'by whom'],
  due: ['klaar op uiterlijk', 'uiterlijk', 'gereed', 'klaar', 'gereed voor', 'due date', 'deadline afspraak'],
  done: ['afgerond op', 'afgerond', 'gereed op', 'done'],
  indicator: ['kpi'],
  measured: ['meetdatum', 'datum meting'],
  value: ['meting', 'gemeten waarde', 'measurement'],
}
/** Read in the order of the fields; a name that two of them share goes to the first. */
const namesFromExport: Partial<Record<ImportField, keyof typeof dutch.column>> = Object.fromEntries(
  importFields.filter((field) => field in dutch.column).map((field) => [field, field]),
)

let known: ReadonlyMap<string, ImportField> | undefined

function fieldNames(): ReadonlyMap<string, ImportField> {
  if (known) return known
  const names = new Map<string, ImportField>()
  const add = (name: unknown, field: ImportField) => {
    if (typeof name === 'string' && !names.has(plainWord(name))) names.set(plainWord(name), field)
  }
  for (const field of importFields) {
    const column = namesFromExport[field]
    if (column) for (const { column: words } of [dutch, english]) add(words[column], field)
  }
  for (const field of importFields) for (const name of otherNames[field] ?? []) add(name, field)
  known = names
  return names
}

/** Which field a column is by its name, if it is any. */
export function fieldOf(name: string): ImportField | undefined {
  const plain = plainWord(name)
  return fieldNames().get(plain) ?? fieldNames().get(plainWord(plain.replace(/\s*[([].*$/, '')))
}

/** Lines above the header, such as a title: at most so many are looked past. */
const furthestHeader = 12

/** Which of the rows names the columns; undefined when none of them does. */
export function findHeader(rows: readonly TableRow[]): number | undefined {
  let [best, most] = [-1, 0]
  rows.slice(0, furthestHeader).forEach((row, index) => {
    const names = 'cells' in row ? new Set(row.cells.flatMap((cell) => fieldOf(cell) ?? [])).size : 0
    if (names > most) [best, most] = [index, names]
  })
  return best < 0 ? undefined : best
}

/** A table with its columns as their names suggest. Without names the first column that says anything is the title. */
export function chooseColumns(table: ImportTable, header = findHeader(table.rows)): ChosenTable {
  const width = table.rows.reduce((widest, row) => Math.max(widest, 'cells' in row ? row.cells.length : 0), 0)
  const names = header === undefined ? undefined : table.rows[header]
  const columns = Array.from({ length: width }, (_, index): Column => {
    const name = names && 'cells' in names ? (names.cells[index] ?? '').replace(/\s+/g, ' ') : ''
    return { name, field: name === '' ? undefined : fieldOf(name) }
  })
  const rows = header === undefined ? table.rows : table.rows.slice(header + 1)
  findDone(columns, rows)
  settle(columns)
  if (!columns.some(({ field }) => field === 'title')) {
    const first = columns.find(({ field }, index) => field === undefined && hasWords(rows, index))
    if (first && header === undefined) first.field = 'title'
  }
  return { name: table.name, columns, rows }
}

/** A column such as "Gereed" that says yes and no tells which agreements are done, and not by when they are to be. */
function findDone(columns: readonly Column[], rows: readonly TableRow[]): void {
  if (!columns.some(({ field }) => field === 'agreement')) return
  for (const [index, column] of columns.entries()) {
    const said = rows.flatMap((row) => ('cells' in row ? (row.cells[index] ?? '') : '')).filter((cell) => cell !== '')
    const isTicked = said.length > 0 && said.every((cell) => readYesNo(cell) !== undefined)
    if (column.field === 'due' && isTicked) column.field = 'done'
  }
}

/** Two columns cannot both be the title; and without agreements or indicators words like "who" are of the item itself. */
function settle(columns: Column[]): void {
  const has = (field: ImportField) => columns.some((column) => column.field === field)
  const instead = new Map<ImportField, ImportField | undefined>()
  if (!has('agreement')) {
    for (const [field, of] of [
      ['who', 'owner'],
      ['person', 'ownerPerson'],
      ['due', 'deadlines'],
      ['done', undefined],
    ] as const)
      instead.set(field, of)
  }
  if (!has('indicator')) for (const field of indicatorFields) instead.set(field, undefined)
  const taken = new Set<ImportField>()
  for (const column of columns) {
    if (column.field && instead.has(column.field)) column.field = instead.get(column.field)
    if (!column.field || fieldsOfMany.has(column.field)) continue
    if (taken.has(column.field)) column.field = undefined
    else taken.add(column.field)
  }
}

function hasWords(rows: readonly TableRow[], index: number): boolean {
  return rows.some((row) => 'cells' in row && /\p{L}/u.test(row.cells[index] ?? ''))
}
