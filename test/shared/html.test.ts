import { describe, expect, it } from 'vitest'
import { type DocumentBlock, type ExportedDocument, toDocument } from '../../shared/export/document.ts'
import { toHtml } from '../../shared/export/html.ts'
import { notWellFormed, textOfXml } from '../kit/well-formed.ts'
import { demoModel, hostileModel } from '../server/export/agendas.ts'

const doctype = '<!DOCTYPE html>\n'

describe('an agenda as a page', () => {
  const documents: [string, () => ExportedDocument][] = [
    ['the demo agenda', () => toDocument(demoModel({ struck: true }), 'nl')],
    ['an agenda with hostile texts', () => toDocument(hostileModel(60), 'en')],
  ]

  it.each(documents)('[X7] is whole and well formed: %s', (_name, make) => {
    const document = make()
    const html = toHtml(document)
    expect(html.startsWith(doctype)).toBe(true)
    expect(notWellFormed(html.slice(doctype.length))).toBeUndefined()
    expect(html).toContain(`<html lang="${document.locale}">`)
    const words = squeezed(textOfXml(html.replaceAll('&#39;', "'")))
    for (const block of document.blocks) {
      const texts = block.kind === 'heading' ? [block.text] : block.kind === 'table' ? block.rows.flat() : []
      expect(texts.filter((text) => !words.includes(squeezed(text)))).toEqual([])
    }
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, to] of html.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(to)
  })

  it.each(documents)('[X7] holds no script, no style, no handler and nothing from elsewhere: %s', (_name, make) => {
    const html = toHtml(make())
    expect(html).not.toMatch(/<(?:script|style|iframe|object|embed|img|base|form|input|svg|math|template)\b/i)
    const attributes = [...html.matchAll(/<[a-z][a-z\d]*((?: [a-z-]+="[^"]*")*) ?\/?>/g)].flatMap(([, all = '']) =>
      [...all.matchAll(/ ([a-z-]+)="/g)].map(([, name = '']) => name),
    )
    const known =
      /^(?:lang|charset|name|content|rel|href|type|class|id|dir|tabindex|role|scope|aria-labelledby|data-label|data-region)$/
    expect([...new Set(attributes)].filter((name) => !known.test(name))).toEqual([])
    const links = [...html.matchAll(/<a(?: class="skip")? href="([^"]*)"/g)].map(([, to = '']) => to)
    expect(links.filter((to) => !/^(?:#|https?:\/\/|mailto:)/i.test(to))).toEqual([])
  })

  it('[X7] keeps markup, addresses of scripts and changes of direction as the text that they are', () => {
    const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>'
    const rtl = '\u202Egnp.exe\u2066 مرحبا'
    const html = page([
      { kind: 'heading', level: 1, text: evil },
      { kind: 'heading', level: 2, text: rtl, number: 4 },
      {
        kind: 'facts',
        rows: [['Documenten', `Plan (javascript:alert(1)); ${evil}; zie (https://gemeente.nl/a_(b)?c=1&d=2).`]],
      },
      {
        kind: 'text',
        text: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'klik', marks: { link: 'javascript:alert(1)', strong: true } },
              { type: 'text', text: 'mail', marks: { link: 'mailto:a@b.nl"onclick="x', em: true } },
              { type: 'text', text: 'data', marks: { link: ' data:text/html,<script>' } },
            ],
          },
        ],
      },
      { kind: 'table', title: evil, header: [evil], widths: [1], rows: [[`${evil}\n${rtl}`]] },
    ])
    expect(notWellFormed(html.slice(doctype.length))).toBeUndefined()
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<img')
    expect(html).not.toMatch(/href="\s*(?:javascript|data)/i)
    expect(html).toContain('<strong>klik</strong>')
    expect(html).toContain('href="mailto:a@b.nl&quot;onclick=&quot;x"')
    expect(html).toContain('<a href="https://gemeente.nl/a_(b)?c=1&amp;d=2"')
    expect(html).toContain(`<bdi>${rtl}</bdi>`)
    expect(page([], `${rtl}${evil}`)).toContain('<title>gnp.exe مرحبا&quot;&gt;&lt;script&gt;')
  })

  it('[X7] has one heading above all, and none that skips a level', () => {
    const html = toHtml(toDocument(demoModel({ struck: true }), 'nl'))
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    for (const [index, level] of levels.entries())
      if (index > 0) expect(level - (levels[index - 1] ?? 0)).toBeLessThan(2)
  })

  it('[X7] has header cells in every table, and a mark on what is a draft', () => {
    const html = toHtml(toDocument(demoModel({ struck: false }), 'nl'))
    for (const [table] of html.matchAll(/<table[\s\S]*?<\/table>/g)) {
      expect(table).toContain('<caption>')
      expect(table).toContain('scope="col"')
    }
    expect(html).toContain('<p class="draft"><strong>Concept</strong>')
  })

  it('[X7] says in words which words came and which went', () => {
    const html = page([
      {
        kind: 'difference',
        parts: [
          { text: 'De <b> ', change: 'same' },
          { text: 'oude', change: 'removed' },
          { text: 'nieuwe', change: 'added' },
        ],
      },
    ])
    expect(html).toContain(
      'De &lt;b&gt; <del><span class="said">weggehaald: </span>oude</del><ins><span class="said">toegevoegd: </span>nieuwe</ins>',
    )
  })
})

function page(blocks: DocumentBlock[], title = 'Titel'): string {
  return toHtml({ language: 'nl', locale: 'nl-NL', title, subtitle: [], at: '2026-11-22', blocks })
}

/** Without spaces: a tag within a text leaves none, one around it some. */
function squeezed(text: string): string {
  return text.replaceAll(/\s+/g, '')
}
