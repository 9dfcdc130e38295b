import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { render } from '../../../server/export/render.ts'
import { readPdfMeans } from '../../../server/node/pdf-means.ts'
import type { ExportFormat } from '../../../shared/export/formats.ts'
import type { HouseStyle } from '../../../shared/house-style.ts'
import { makePng } from '../../kit/png.ts'
import { notWellFormed } from '../../kit/well-formed.ts'
import { demoModel } from './agendas.ts'

const run = promisify(execFile)
const means = readPdfMeans()

function styleWith(alpha: boolean): HouseStyle {
  const logo = { png: makePng(300, 90, { alpha }), width: 300, height: 90 }
  return { key: 'drechtsteden', region: 'Drechtsteden', accent: '#7a2e1d', logo }
}

function make(format: ExportFormat, style?: HouseStyle): Promise<Uint8Array> {
  return render({ agenda: demoModel(), format, language: 'nl', table: 'items', style }, means)
}

/** What stands in a PDF, with all that was packed in it unpacked. */
function contentOf(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1')
  const packed = [...text.matchAll(/stream\n/g)].flatMap(({ index }) => {
    try {
      return [inflateSync(pdf.subarray(index + 7), { finishFlush: 2 }).toString('latin1')]
    } catch {
      // Something else than packed text.
      return []
    }
  })
  return [text, ...packed].join('\n')
}

describe('[X17] in the house style of its region', () => {
  it.each([true, false])(
    'a PDF has the accent, and the logo as a figure with a name (see-through: %s)',
    async (alpha) => {
      const pdf = await make('pdf', styleWith(alpha))
      const content = contentOf(pdf)
      // Found or not, and no more: the whole of a PDF is nothing to read in a report.
      const has = (what: RegExp) => what.test(content)
      expect([has(/\/S \/Figure/), has(/\/Alt \(Logo van Drechtsteden\)/), has(/\/Subtype \/Image/)]).toEqual([
        true,
        true,
        true,
      ])
      expect(has(/\/Interpolate true/)).toBe(false)
      expect([has(/0\.478 0\.180 0\.114 rg/), has(/0\.043 0\.357 0\.400 rg/)]).toEqual([true, false])
      const folder = await mkdtemp(join(tmpdir(), 'house-style-'))
      const file = join(folder, 'agenda.pdf')
      await writeFile(file, pdf)
      const hasQpdf = await run('qpdf', ['--version']).catch(() => undefined)
      if (hasQpdf)
        expect((await run('qpdf', ['--check', file])).stdout).toContain('No syntax or stream encoding errors')
      const about = await run('pdfinfo', [file]).catch(() => undefined)
      if (about) expect(about.stdout).toMatch(/Tagged:\s+yes[\s\S]*PDF subtype:\s+PDF\/A-2a/)
      await rm(folder, { recursive: true })
    },
  )

  it('an ODT has them in its styles and its pictures', async () => {
    const files = unzipSync(await make('odt', styleWith(true)))
    expect(files['Pictures/logo.png']).toEqual(makePng(300, 90, { alpha: true }))
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
    for (const name of ['content.xml', 'styles.xml', 'META-INF/manifest.xml'])
      expect(notWellFormed(text(name))).toBeUndefined()
    expect(text('content.xml')).toContain('<svg:title>Logo van Drechtsteden</svg:title>')
    expect(text('META-INF/manifest.xml')).toContain('manifest:full-path="Pictures/logo.png"')
    expect(text('styles.xml')).toContain('#7a2e1d')
    expect(text('styles.xml')).not.toContain('#0b5b66')
  })

  it('a DOCX has them as well', async () => {
    const files = unzipSync(await make('docx', styleWith(true)))
    const pictures = Object.keys(files).filter((name) => name.startsWith('word/media/'))
    expect(pictures).toHaveLength(1)
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
    expect(text('word/document.xml')).toContain('descr="Logo van Drechtsteden"')
    expect(text('word/styles.xml').toLowerCase()).toContain('7a2e1d')
    expect(text('word/styles.xml').toLowerCase()).not.toContain('0b5b66')
  })

  it('and without one they look like the board', async () => {
    expect(/\/S \/Figure/.test(contentOf(await make('pdf')))).toBe(false)
    expect(Object.keys(unzipSync(await make('odt')))).not.toContain('Pictures/logo.png')
  })
})
