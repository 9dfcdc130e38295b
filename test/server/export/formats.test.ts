import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { convertIcsCalendar } from 'ts-ics'
import * as v from 'valibot'
import { beforeAll, describe, expect, it } from 'vitest'
import { render } from '../../../server/export/render.ts'
import { readPdfMeans } from '../../../server/node/pdf-means.ts'
import { parseCsv } from '../../../shared/csv.ts'
import { type ExportFormat, type ExportTable, exportFormats } from '../../../shared/export/formats.ts'
import { toJson } from '../../../shared/export/json.ts'
import type { ExportedAgenda } from '../../../shared/export/model.ts'
import { exportedAgenda } from '../../../shared/export/schema.ts'
import { convertByOffice } from '../../kit/office.ts'
import { notWellFormed, textOfXml } from '../../kit/well-formed.ts'
import { demoModel, hostileModel, hostileTexts } from './agendas.ts'
import { withAnnexes } from './annexes.ts'

const means = readPdfMeans()
const agendas: [name: string, make: () => ExportedAgenda][] = [
  [
    'the demo agenda with its annexes',
    () => withAnnexes(demoModel({ struck: true }), ['Een gewone zin.', 'Een andere.']),
  ],
  ['an agenda of 500 items with hostile texts and annexes', () => withAnnexes(hostileModel(500), hostileTexts)],
]

describe.each(agendas)('%s', (_name, make) => {
  let agenda: ExportedAgenda
  /** What must be in every file: titles and agreements, whatever stands in them. */
  let titles: string[]
  let agreements: string[]
  const made = new Map<string, Uint8Array>()

  beforeAll(() => {
    agenda = make()
    const items = [...agenda.themes.flatMap((theme) => theme.items), ...(agenda.struck ?? [])]
    titles = items.map(({ title }) => title)
    agreements = items.flatMap((item) => item.agreements.map(({ text }) => text))
  })

  async function as(format: ExportFormat, table: ExportTable = 'items'): Promise<Uint8Array> {
    const name = `${format} ${table}`
    const bytes = made.get(name) ?? (await render({ agenda, format, language: 'nl', table }, means))
    made.set(name, bytes)
    return bytes
  }

  async function text(format: ExportFormat, table?: ExportTable): Promise<string> {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await as(format, table))
  }

  async function files(format: ExportFormat): Promise<Record<string, string>> {
    const unpacked = unzipSync(await as(format))
    return Object.fromEntries(Object.entries(unpacked).map(([name, bytes]) => [name, strFromU8(bytes)]))
  }

  it.each(['odt', 'docx', 'xlsx'] as const)(
    '[X1] as %s is well-formed and holds every title and agreement',
    async (format) => {
      const parts = await files(format)
      const xml = Object.entries(parts).filter(([name]) => /\.(?:xml|rels)$/.test(name))
      expect(xml.length).toBeGreaterThan(3)
      for (const [name, content] of xml) expect([name, notWellFormed(content)]).toEqual([name, undefined])
      const body = { odt: /^content\.xml$/, docx: /^word\/document\.xml$/, xlsx: /sharedStrings|sheets\// }[format]
      const words = squeezed(
        xml
          .filter(([name]) => body.test(name))
          .map(([, content]) => textOfXml(content))
          .join(' '),
      )
      expect(lacking(words, [...titles, ...agreements])).toEqual([])
    },
    60_000,
  )

  it('[X1] as ODT is known by its first bytes', async () => {
    const bytes = await as('odt')
    expect(strFromU8(bytes.slice(30, 38 + 39))).toBe('mimetypeapplication/vnd.oasis.opendocument.text')
  })

  it.each(['items', 'agreements', 'indicators', 'adoption'] as const)(
    '[X4] as CSV of %s has no cell that begins a formula',
    async (table) => {
      const csv = await text('csv', table)
      expect(csv.startsWith('\uFEFF')).toBe(true)
      expect(csv.replaceAll('\r\n', '').includes('\r')).toBe(false)
      const records = parseCsv(csv)
      const fields = records.flatMap((record) => ('fields' in record ? record.fields : [`line ${record.line}`]))
      expect(fields.filter((field) => /^\s*[=+\-@＝＋－＠]/.test(field) && !/^-?[\d,]+$/.test(field))).toEqual([])
      const widths = new Set(records.map((record) => ('fields' in record ? record.fields.length : 0)))
      expect(widths.size).toBe(1)
      const known = new Set(fields.map((field) => field.replace(/^'/, '')))
      if (table === 'items') for (const title of titles) expect(known).toContain(title)
      if (table === 'agreements') for (const agreement of agreements) expect(known).toContain(agreement)
    },
  )

  it('[X4] as XLSX has texts as texts, and no formula at all', async () => {
    const parts = await files('xlsx')
    const sheets = Object.entries(parts).filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name))
    expect(sheets).toHaveLength(4)
    for (const [, sheet] of sheets) expect(sheet).not.toMatch(/<f[ >]/)
  })

  it('[X3] as JSON fits the published schema, and gives the same bytes when it is read and written again', async () => {
    const json = await text('json')
    const { format: _format, formatVersion: _version, ...again } = v.parse(exportedAgenda, JSON.parse(json))
    expect(toJson(again)).toBe(json)
    const read = again.themes.flatMap((theme) => theme.items).map(({ title }) => title)
    expect([...read, ...(again.struck ?? []).map(({ title }) => title)]).toEqual(titles)
  })

  it('[X5] as ICS has an event for each deadline and due agreement, of whole days, in lines of 75 octets', async () => {
    const ics = await text('ics')
    for (const line of ics.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    const { events = [] } = convertIcsCalendar(undefined, ics)
    const items = agenda.themes.flatMap((theme) => theme.items)
    const dated = items.flatMap((item) => [
      ...item.deadlines.filter(({ date }) => date),
      ...item.agreements.filter(({ due }) => due),
    ])
    const steps = (agenda.adoption ?? []).flatMap(({ parties }) => parties.flatMap((party) => party.steps))
    expect(dated.length).toBeGreaterThan(0)
    const plans = agenda.plans.filter(({ deadline }) => deadline)
    expect(events).toHaveLength(dated.length + plans.length + steps.filter(({ due }) => due).length)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length)
    for (const { start, end } of events) expect([start.type, end]).toEqual(['DATE', undefined])
    expect(ics.match(/^BEGIN:VEVENT\r$/gm)).toHaveLength(events.length)
  })

  it('[X1] as Markdown has a heading for each item and no markup of its texts', async () => {
    const markdown = await text('md')
    const headings = markdown.match(/^### \d+\\?\. .*$/gm) ?? []
    expect(headings.length).toBeGreaterThanOrEqual(titles.length)
    expect(markdown).not.toMatch(/(?<!\\)<(?!br>|https?:|mailto:)/)
    const plain = squeezed(markdown.replaceAll(/\\([\\`*_{}[\]<>|~#&$.)+=-])/g, '$1'))
    expect(lacking(plain, [...titles, ...agreements])).toEqual([])
  })

  it.for(['odt', 'docx', 'xlsx'] as const)(
    '[X12] as %s is opened by LibreOffice, and holds every title and agreement',
    { timeout: 600_000 },
    async (format, { skip }) => {
      // Every sheet as a file of its own; of a document its text.
      const form =
        format === 'xlsx'
          ? 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
          : 'txt:Text (encoded):UTF8'
      const read = await convertByOffice(`agenda.${format}`, await as(format), form)
      if (read === undefined) return skip('LibreOffice (soffice) is not on this machine')
      const words = seen(Object.values(read).join('\n').replaceAll('""', '"'))
      expect(lacking(words, [...titles, ...agreements].map(seen))).toEqual([])
    },
  )

  it('[X1] as PDF is tagged PDF/A-2a with a title, and whole', async ({ skip }) => {
    const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-pdf-'))
    try {
      const file = join(folder, 'agenda.pdf')
      await writeFile(file, await as('pdf'))
      const info = await run('pdfinfo', [file])
      const check = await run('qpdf', ['--check', file])
      if (info === undefined || check === undefined) skip('pdfinfo or qpdf is not on this machine')
      expect(info).toMatch(/^Tagged: +yes$/m)
      expect(info).toMatch(/^PDF subtype: +PDF\/A-2a/m)
      expect(info).toMatch(/^Title: +\S/m)
      expect(info).toMatch(/^Page size: .*A4/m)
      expect(check).toContain('No syntax or stream encoding errors found')
      const words = squeezed((await run('pdftotext', ['-raw', file, '-'])) ?? '').replaceAll(' ', '')
      // What its font does not have is not there; everything else is.
      const writable = [...titles, ...agreements].filter((one) => /^[\w\s.,:;+()-]{0,200}$/.test(one))
      expect(
        lacking(
          words,
          writable.map((one) => one.replaceAll(' ', '')),
        ),
      ).toEqual([])
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }, 600_000)
})

it('[X1] every form has a type', () => {
  expect(Object.keys(exportFormats)).toEqual(['pdf', 'odt', 'docx', 'xlsx', 'csv', 'json', 'ics', 'md', 'html'])
})

/** What a program says; undefined when it is not there. */
async function run(program: string, asked: string[]): Promise<string | undefined> {
  try {
    return (await promisify(execFile)(program, asked, { maxBuffer: 64 << 20 })).stdout
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Those that are not there, each shortened: a whole agenda in a message tells nobody anything. */
function lacking(words: string, expected: readonly string[]): string[] {
  return expected.filter((one) => !words.includes(squeezed(one))).map((one) => one.slice(0, 80))
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** Without the signs that only say which way is up: an office keeps them to itself. */
function seen(text: string): string {
  return squeezed(text.replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, ''))
}
