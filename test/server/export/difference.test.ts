import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { render } from '../../../server/export/render.ts'
import { readPdfMeans } from '../../../server/node/pdf-means.ts'
import { bodyFragment, readItem, readItems, readThemes, titleText } from '../../../shared/document/read.ts'
import { writeRichText } from '../../../shared/document/rich-text.ts'
import * as write from '../../../shared/document/write.ts'
import { differenceBlocks } from '../../../shared/export/difference.ts'
import type { DifferenceFormat } from '../../../shared/export/formats.ts'
import { asId, type EntryId, type ItemId } from '../../../shared/ids.ts'
import { readContents } from '../../../shared/version/content.ts'
import { type Differences, differentItems, namesIn, progressOfItems } from '../../../shared/version/differences.ts'
import { readStandings } from '../../../shared/version/version.ts'
import { notWellFormed, textOfXml } from '../../kit/well-formed.ts'
import { demoSource, hostileTexts } from './agendas.ts'

const means = readPdfMeans()

/** What changed when somebody worked on the demo agenda, also with texts that try to break a file. */
function madeUp(): Differences {
  const { doc, organisations, members, plans, numbers } = demoSource()
  const before = readContents(doc)
  const standings = readStandings(doc)
  const [first, second, third, fourth, fifth] = readItems(doc)
    .filter(({ status }) => status !== 'struck')
    .map(({ id }) => id)
  if (!first || !second || !third || !fourth || !fifth) throw new Error('The demo has items')
  titleText(doc, first)?.insert(0, 'Samen: ')
  const body = bodyFragment(doc, first)
  const paragraph = body?.get(0)
  const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : undefined
  if (words instanceof Y.XmlText) {
    words.delete(0, 12)
    words.insert(words.length, ' Elk jaar kijken wij of dit werkt.')
  }
  if (body)
    writeRichText(
      body,
      hostileTexts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text, marks: {} }] })),
    )
  write.setOwner(doc, first, { organisation: 'papendrecht' as never })
  for (const text of hostileTexts)
    write.addAgreement(doc, first, {
      id: asId<EntryId>(`a${hostileTexts.indexOf(text)}`),
      text,
      rank: 'b1',
      due: '2027-01-01',
    })
  write.addIndicator(doc, second, {
    id: asId('teller'),
    name: 'Thuis',
    unit: 'kinderen',
    direction: 'down',
    baseline: 3,
    target: 0,
  })
  write.setItemValues(doc, third, {
    duty: readItems(doc).find(({ id }) => id === third)?.duty === 'joint' ? 'municipality' : 'joint',
  })
  write.strikeItem(doc, fourth, 'Dit doet de school zelf.')
  write.createItem(doc, { id: asId<ItemId>('nieuw'), title: hostileTexts[0] ?? '', duty: 'joint', rank: 'a9' })
  write.setItemValues(doc, fifth, { priority: readItem(doc, fifth)?.priority === 'low' ? 'high' : 'low' })
  const items = differentItems(before, readContents(doc), {
    party: undefined,
    numbers,
    reason: () => 'Dit doet de school zelf.',
  })
  const byId = (all: readonly { id: string; name: string }[]) =>
    Object.fromEntries(all.map(({ id, name }) => [id, name]))
  return {
    title: 'Ontwikkelagenda Drechtsteden',
    region: 'Drechtsteden',
    from: { kind: 'version', number: 1, at: '2026-11-01T10:00:00.000Z' },
    to: { kind: 'now', at: '2026-11-22T12:00:00.000Z' },
    items,
    progress: progressOfItems(
      { contents: before, standings },
      { contents: readContents(doc), standings: readStandings(doc) },
      { party: undefined, numbers },
    ),
    about: [{ field: 'themes', before: ['Vervoer'], after: ['Vervoer', hostileTexts[6] ?? ''] }],
    names: namesIn(items, {
      organisations: byId(organisations),
      people: byId(members.map(({ person, name }) => ({ id: person, name }))),
      themes: byId(readThemes(doc)),
      plans: byId(plans),
    }),
  }
}

describe('[V8] a difference as a file', () => {
  let differences: Differences

  beforeAll(() => {
    differences = madeUp()
  })

  const as = (format: DifferenceFormat) => render({ differences, format, language: 'nl' }, means)
  const text = async (format: DifferenceFormat) => new TextDecoder('utf-8', { fatal: true }).decode(await as(format))

  it('has what is new, changed, moved and struck under headings of their own', () => {
    const blocks = differenceBlocks(differences, 'nl')
    const headings = blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? block.text : []))
    expect(headings).toEqual(['De agenda zelf', 'Nieuw', 'Gewijzigd', 'Verplaatst', 'Geschrapt', 'Hoe het verder ging'])
    expect(blocks[0]).toEqual({
      kind: 'paragraph',
      text: '1 punt is nieuw, 2 punten zijn gewijzigd, 1 punt is verplaatst, 1 punt is geschrapt, 1 punt ging verder, de agenda zelf is gewijzigd.',
    })
    expect(JSON.stringify(blocks)).toContain('begin < 5')
  })

  it.each(['odt', 'docx'] as const)('as %s is well-formed, with styles for what came and what went', async (format) => {
    const parts = Object.entries(unzipSync(await as(format))).map(([name, bytes]) => [name, strFromU8(bytes)] as const)
    const xml = parts.filter(([name]) => /\.(?:xml|rels)$/.test(name))
    for (const [name, content] of xml) expect([name, notWellFormed(content)]).toEqual([name, undefined])
    const body = xml.find(([name]) => name === 'content.xml' || name === 'word/document.xml')?.[1] ?? ''
    for (const style of ['Added', 'Removed']) expect(body).toMatch(new RegExp(`(?:style-name|w:val)="${style}"`))
    expect(textOfXml(body)).toContain('Samen')
  })

  it('as Markdown and HTML lets no text become markup', async () => {
    const markdown = await text('md')
    expect(markdown).toContain('**Samen: **'.replace(' **', '**'))
    expect(markdown).not.toMatch(/(?<!\\)<(?!br>|https?:|mailto:)/)
    const html = await text('html')
    expect(html).toMatch(/<ins\b/)
    expect(html).toMatch(/<del\b/)
    expect(html).not.toContain('<script>alert')
  })

  it('as PDF stays tagged PDF/A-2a, and says in its structure what came and what went', async ({ skip }) => {
    const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-verschil-'))
    try {
      const file = join(folder, 'verschil.pdf')
      const bytes = await as('pdf')
      await writeFile(file, bytes)
      const info = await run('pdfinfo', [file])
      const structure = await run('pdfinfo', ['-struct-text', file])
      const check = await run('qpdf', ['--check', file])
      if (info === undefined || structure === undefined || check === undefined) {
        skip('pdfinfo or qpdf is not on this machine')
        return
      }
      expect(info).toMatch(/^Tagged: +yes$/m)
      expect(info).toMatch(/^PDF subtype: +PDF\/A-2a/m)
      expect(check).toContain('No syntax or stream encoding errors found')
      expect(structure).toMatch(/Span[\s\S]{0,80}"Samen: "/)
      expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/TextDecorationType \/LineThrough/)
      expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/TextDecorationType \/Underline/)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }, 60_000)
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
