import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { render } from '../../../server/export/render.ts'
import { readPdfMeans } from '../../../server/node/pdf-means.ts'
import type { ExportFormat } from '../../../shared/export/formats.ts'
import type { ExportedAgenda } from '../../../shared/export/model.ts'
import { splitLinks } from '../../../shared/export/web-links.ts'
import { demoModel } from './agendas.ts'

const means = readPdfMeans()
const addresses = {
  'https://dms.example.nl/doc?id=%2Fsites%2Fjeugd%2Fplan.pdf&e=a%2Bb': undefined,
  'https://example.nl/caf%C3%A9': undefined,
  'https://example.nl/café': 'https://example.nl/caf%C3%A9',
  'https://example.nl/100%': 'https://example.nl/100%25',
}

/** An agenda that links to these, beside an item and within its text. */
function linked(): ExportedAgenda {
  const agenda = demoModel()
  const item = agenda.themes[0]?.items[0]
  if (!item) throw new Error('no item')
  item.links = Object.keys(addresses).map((url, index) => ({ id: `${index}`, name: 'Besluit', url, kind: 'document' }))
  item.body = Object.keys(addresses).map((link) => ({
    type: 'paragraph',
    content: [{ type: 'text', text: 'Lees verder', marks: { link } }],
  }))
  return agenda
}

async function written(format: ExportFormat): Promise<Uint8Array> {
  return await render({ agenda: linked(), format, language: 'nl', table: 'items' }, means)
}

describe('what an agenda links to', () => {
  it('[X1] can be followed in a PDF, in a fact and in a text, to the address that was meant', async () => {
    const pdf = new TextDecoder('latin1').decode(await written('pdf'))
    const leads = [...pdf.matchAll(/\/URI \((.*?)\)\n/g)].map(([, address]) => address)
    for (const [address, asWritten] of Object.entries(addresses)) {
      expect(leads.filter((lead) => lead === (asWritten ?? address)).length, address).toBeGreaterThan(1)
    }
  })

  it.each([
    ['odt', 'content.xml', /xlink:href="(https?:[^"]*)"/g],
    ['docx', 'word/_rels/document.xml.rels', /Target="(https?:[^"]*)"/g],
  ] as const)('[X1] can be followed in %s', async (format, part, pattern) => {
    const files = unzipSync(await written(format))
    const xml = strFromU8(files[part] ?? new Uint8Array())
    const leads = [...xml.matchAll(pattern)].map(([, address = '']) => address.replaceAll('&amp;', '&'))
    for (const address of Object.keys(addresses)) {
      expect(leads.filter((lead) => lead === address).length, address).toBeGreaterThan(1)
    }
  })

  it('[X1] leads from the contents of a PDF to each chapter, also for who hears it', async () => {
    const agenda = demoModel()
    const pdf = new TextDecoder('latin1').decode(
      await render({ agenda, format: 'pdf', language: 'nl', table: 'items' }, means),
    )
    const leads = [...pdf.matchAll(/\/S \/GoTo\n\/D \((chapter-\d+)\)/g)].map(([, name]) => name)
    // The parties, the plans, and each theme.
    expect(leads).toHaveLength(agenda.themes.length + 2)
    for (const name of leads) expect(pdf).toContain(`(${name}) [`)
    expect(pdf.match(/\/S \/Reference\n/g)).toHaveLength(leads.length)
  })

  it('[X7] ends before what closes its sentence', () => {
    expect(splitLinks('Zie (https://example.nl/a_(b)). Of https://example.nl/c, of niets')).toEqual([
      { text: 'Zie (' },
      { text: 'https://example.nl/a_(b)', link: 'https://example.nl/a_(b)' },
      { text: '). Of ' },
      { text: 'https://example.nl/c', link: 'https://example.nl/c' },
      { text: ', of niets' },
    ])
    expect(splitLinks('')).toEqual([{ text: '' }])
  })
})
