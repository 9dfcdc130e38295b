import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type MakeForm, toArchive } from '../../../server/export/archive/archive.ts'
import { verifyScript } from '../../../server/export/archive/verify-script.ts'
import { render } from '../../../server/export/render.ts'
import { readPdfMeans } from '../../../server/node/pdf-means.ts'
import type { ArchiveOrder } from '../../../shared/export/formats.ts'
import { makeVersionModel } from '../../../shared/export/version-model.ts'
import { itemHash } from '../../../shared/version/content.ts'
import { readDraft, type Version, versionHash } from '../../../shared/version/version.ts'
import { mistakesInMdto, readXml } from '../../kit/mdto.ts'
import { notWellFormed } from '../../kit/well-formed.ts'
import { demoSource, hostileTexts } from './agendas.ts'

const run = promisify(execFile)
const means = readPdfMeans()
const make: MakeForm = (order) => render(order, means)

/** The demo agenda, frozen as its second version. */
function demoOrder(change: (version: Version) => void = () => {}): ArchiveOrder {
  const { doc, id, region, organisations, plans, numbers, members } = demoSource()
  const previous = { number: 1, hash: 'a'.repeat(64) }
  const draft = readDraft(doc, {
    region,
    organisations,
    // The demo's own, whole: a version keeps whose they are.
    plans: plans as Parameters<typeof readDraft>[1]['plans'],
    numbers,
    previous,
  })
  const items = draft.items.map((item, index) => {
    const salt = `salt-${index}`
    return { ...item, salt, hash: itemHash(salt, item.content) }
  })
  const metadata = { ...draft.metadata, at: '2026-11-22T12:00:00.000Z', remark: 'Zoals besproken.' }
  const version: Version = {
    number: 2,
    hash: '',
    by: members[0]?.person ?? ('' as never),
    metadata,
    positions: {},
    items,
  }
  change(version)
  version.hash = versionHash(version.metadata, items, {})
  const people = new Map(members.map(({ person, name }) => [person, name]))
  return {
    agenda: makeVersionModel(id, version, people),
    language: 'nl',
    archive: { version: JSON.stringify(version), address: 'https://agenda.example.nl' },
  }
}

const files = new Map<string, Uint8Array>()
const text = (name: string) => strFromU8(files.get(name) ?? new Uint8Array())

afterEach(() => {
  vi.useRealTimers()
})

describe('the archive package of the demo agenda', () => {
  const base = 'ontwikkelagenda-drechtsteden-v2-2026-11-22'
  let order: ArchiveOrder
  let bytes: Uint8Array

  beforeAll(async () => {
    order = demoOrder()
    bytes = await toArchive(order, make)
    for (const [path, content] of Object.entries(unzipSync(bytes))) {
      expect(path.startsWith(`${base}/`)).toBe(true)
      files.set(path.slice(base.length + 1), content)
    }
  }, 60_000)

  it('[X15] holds the version in all forms, whole, and what an archive needs to keep it', () => {
    const forms = ['pdf', 'odt', 'docx', 'xlsx', 'json', 'ics', 'md', 'html', 'csv']
    const names = [
      ...forms.map((form) => `${base}.${form}`),
      ...['agreements', 'indicators', 'adoption'].map((table) => `${base}-${table}.csv`),
      'versie-2.json',
      'verify-version.mjs',
      'LEESMIJ.txt',
    ]
    const metadata = [`${base}.mdto.xml`, ...names.map((name) => `${name}.bestand.mdto.xml`)]
    expect(new Set(files.keys())).toEqual(new Set([...names, ...metadata, 'SHA256SUMS']))
    expect(text(`${base}.pdf`).slice(0, 8)).toBe('%PDF-1.7')
    expect(text('versie-2.json')).toBe(order.archive.version)
  })

  it('[X15] says of every file what it is, and where the rest is', () => {
    const leesmij = text('LEESMIJ.txt')
    for (const name of files.keys())
      if (!name.endsWith('.xml') && name !== 'LEESMIJ.txt') expect(leesmij).toContain(name)
    expect(leesmij).toContain('22 november 2026')
    expect(leesmij).not.toContain('Wat er niet bij zit')
  })

  it('[X15] holds the sums of all files, as sha256sum checks them', () => {
    const sums = new Map(
      text('SHA256SUMS')
        .trim()
        .split('\n')
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    )
    expect(new Set(sums.keys())).toEqual(new Set([...files.keys()].filter((name) => name !== 'SHA256SUMS')))
    for (const [name, sum] of sums) {
      const content = files.get(name) ?? new Uint8Array()
      expect(createHash('sha256').update(content).digest('hex'), name).toBe(sum)
    }
  })

  it('[V4] verifies itself, with nothing but what is in it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'archive-'))
    for (const [name, content] of files) await writeFile(join(folder, name), content)
    const { stdout } = await run(process.execPath, ['verify-version.mjs', 'versie-2.json'], { cwd: folder })
    expect(stdout).toMatch(/^[0-9a-f]{64} is its hash\n$/)
    const hasTool = await run('sha256sum', ['--version']).catch(() => undefined)
    if (hasTool) await run('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder })
    await rm(folder, { recursive: true })
  })

  it('[X16] has metadata as MDTO 1.0.1 orders them, for the version and for each file', () => {
    const metadata = [...files.keys()].filter((name) => name.endsWith('.mdto.xml'))
    expect(metadata.map((name) => [name, notWellFormed(text(name)), mistakesInMdto(text(name))])).toEqual(
      metadata.map((name) => [name, undefined, []]),
    )
    const [version] = readXml(text(`${base}.mdto.xml`)).children
    const parts = Map.groupBy(version?.children ?? [], ({ name }) => name)
    const words = (name: string) => parts.get(name)?.map(({ text, children }) => text || children[0]?.text)
    expect(words('identificatie')).toEqual([`${order.agenda.id}/versies/2`, JSON.parse(order.archive.version).hash])
    expect(words('naam')).toEqual(['Ontwikkelagenda passend onderwijs en jeugdhulp, versie 2'])
    expect(words('aggregatieniveau')).toEqual(['Archiefstuk'])
    expect(words('waardering')).toEqual(['Nader te bepalen'])
    expect(words('omschrijving')).toEqual(['Zoals besproken.'])
    expect(words('archiefvormer')).toHaveLength(order.agenda.parties.length)
    expect(new Set(words('heeftRepresentatie'))).toEqual(
      new Set([...files.keys()].filter((name) => !name.endsWith('.xml') && name !== 'SHA256SUMS')),
    )
    const [pdf] = readXml(text(`${base}.pdf.bestand.mdto.xml`)).children
    const of = (name: string) => pdf?.children.find((child) => child.name === name)
    expect(of('omvang')?.text).toBe(String(files.get(`${base}.pdf`)?.length))
    expect(of('bestandsformaat')?.children[1]?.text).toBe('fmt/476')
    expect(text('SHA256SUMS')).toContain(`${of('checksum')?.children[1]?.text}  ${base}.pdf`)
  })

  it('[X15] is the same to the byte whenever it is made', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') })
    const again = await toArchive(demoOrder(), make)
    expect(createHash('sha256').update(again).digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
  }, 60_000)

  it('carries the script of the documentation, word by word', () => {
    expect(verifyScript).toBe(readFileSync(join(import.meta.dirname, '../../../docs/verify-version.mjs'), 'utf8'))
  })
})

it('[X16] is MDTO whatever stands in the texts', async () => {
  // The store lets in no half of a sign; everything else may come from it.
  const hostile = hostileTexts.map((words) => words.toWellFormed())
  const order = demoOrder(({ metadata }) => {
    metadata.title = hostile.join(' ')
    metadata.remark = hostile.join('\n')
    for (const [index, party] of metadata.parties.entries()) party.name = hostile[index] ?? party.name
  })
  for (const [name, content] of Object.entries(unzipSync(await toArchive(order, make)))) {
    if (!name.endsWith('.mdto.xml')) continue
    expect([notWellFormed(strFromU8(content)), mistakesInMdto(strFromU8(content))], name).toEqual([undefined, []])
  }
}, 60_000)
