import * as Y from 'yjs'
import { fillDemo } from '../../../server/demo/fill.ts'
import { demoOrganisations, demoPeople, demoPlans } from '../../../server/demo/region.ts'
import { bodyFragment } from '../../../shared/document/read.ts'
import { type RichText, writeRichText } from '../../../shared/document/rich-text.ts'
import * as write from '../../../shared/document/write.ts'
import { type ExportChoice, type ExportSource, makeExportModel } from '../../../shared/export/make-model.ts'
import type { ExportedAgenda } from '../../../shared/export/model.ts'
import { asId, type EntryId, type ItemId, type ThemeId } from '../../../shared/ids.ts'
import { duties } from '../../../shared/item.ts'
import { ranksBetween } from '../../../shared/rank.ts'

/** The demo agenda, as its room would give it. */
export function demoSource(): ExportSource {
  const doc = new Y.Doc()
  const order = fillDemo(doc, '2026-11-22')
  return sourceOf(doc, order)
}

export function demoModel(choice?: ExportChoice): ExportedAgenda {
  return makeExportModel(demoSource(), choice)
}

export function sourceOf(doc: Y.Doc, order: ItemId[]): ExportSource {
  return {
    doc,
    id: asId('drechtsteden'),
    region: 'Drechtsteden',
    edition: { kind: 'draft', at: '2026-11-22T12:00:00.000Z' },
    organisations: demoOrganisations,
    members: demoPeople,
    plans: demoPlans('2026-11-22'),
    numbers: new Map(order.map((id, index) => [id, index + 1])),
  }
}

/** Texts with which somebody could try to break a file, or whoever opens it. */
export const hostileTexts = [
  '=HYPERLINK("https://example.org","klik")',
  '+31 78 000 00 00',
  '-1+1|cmd',
  '@SUM(A1:A9)',
  '\t=1+1',
  '＝1+1',
  '<script>alert(1)</script> & </text:p><w:p>',
  ']]> &amp; "dubbel" \'enkel\' ; , \\ | ~ # * _ `code`',
  'שלום עולם — مرحبا بالعالم',
  '\u202Eomgekeerd\u202C en \u2066apart\u2069',
  '👩‍👧‍👦 gezin 🇳🇱 ✅ 日本語',
  'e\u0301e\u0301n accent te veel \u0000\u0001\u0008\u000B\u001F\uFFFE\uFFFF\uD800 en half',
  'BEGIN:VEVENT\r\nUID:vals\r\nEND:VEVENT',
  'x'.repeat(3_000),
  '# geen kop\n- geen lijst\n1. ook niet',
]

/** An agenda of so many items in which every text is hostile, and some are very long. */
export function hostileModel(count = 500): ExportedAgenda {
  const doc = new Y.Doc()
  const order: ItemId[] = []
  const ranks = ranksBetween(undefined, undefined, count)
  doc.transact(() => {
    write.setAgendaTitle(doc, '=Agenda & <b>"gevaarlijk"</b> 👩‍👧')
    write.setPeriod(doc, '2027-01-01', '2030-12-31')
    for (let index = 0; index < 12; index++) {
      const id = asId<ThemeId>(`thema-${index}`)
      write.createTheme(doc, { id, name: `Thema ${index} ${textAt(index)}`, rank: ranks[index] ?? '' })
    }
    for (let index = 0; index < count; index++) {
      order.push(writeItem(doc, index, ranks[index] ?? ''))
    }
  })
  return makeExportModel(sourceOf(doc, order), { struck: true })
}

function writeItem(doc: Y.Doc, index: number, rank: string): ItemId {
  const id = asId<ItemId>(`punt-${index}`)
  const entry = (name: string) => asId<EntryId>(`${name}-${index}`)
  const theme = asId<ThemeId>(`thema-${index % 13}`)
  const duty = duties[index % duties.length] ?? 'joint'
  write.createItem(doc, { id, title: `${textAt(index)} punt ${index}`, duty, rank, theme })
  if (index % 50 === 7) write.strikeItem(doc, id, textAt(index + 1))
  write.addDeadline(doc, id, { id: entry('deadline'), name: textAt(index + 2), date: '2027-05-01' })
  write.addLink(doc, id, {
    id: entry('link'),
    name: textAt(index + 3),
    url: 'https://example.nl/?a=1&b=<x>',
    kind: 'document',
  })
  write.addAgreement(doc, id, {
    id: entry('afspraak'),
    text: `${textAt(index + 4)} afspraak ${index}`,
    rank: 'a1',
    due: '2027-01-01',
  })
  write.addIndicator(doc, id, {
    id: entry('indicator'),
    name: textAt(index + 5),
    unit: '=%',
    direction: 'down',
    baseline: 12,
    target: 3,
  })
  write.setMeasurement(doc, id, entry('indicator'), '2026-10-01', { value: index % 6, source: textAt(index + 6) })
  const body = bodyFragment(doc, id)
  if (body) writeRichText(body, bodyAt(index))
  return id
}

function textAt(index: number): string {
  return hostileTexts[index % hostileTexts.length] ?? ''
}

function bodyAt(index: number): RichText {
  const plain = (text: string) => ({ type: 'text' as const, text, marks: {} })
  const deep = Array.from({ length: 15 }).reduce<RichText>(
    (inner) => [{ type: 'bullet_list', items: [inner] }],
    [{ type: 'paragraph', content: [plain('diep')] }],
  )
  return [
    { type: 'heading', level: 2, content: [plain(textAt(index + 7))] },
    {
      type: 'paragraph',
      content: [
        plain('Gewone tekst, '),
        { type: 'text', text: ' vet ', marks: { strong: true } },
        { type: 'text', text: 'schuin', marks: { em: true, strong: true } },
        { type: 'hard_break' },
        { type: 'text', text: 'een link', marks: { link: 'https://example.nl/%E2%9C%93?q="><script>' } },
        plain(textAt(index + 8)),
      ],
    },
    { type: 'ordered_list', items: [[{ type: 'paragraph', content: [plain(textAt(index))] }], []] },
    { type: 'blockquote', content: [{ type: 'paragraph', content: [plain(textAt(index + 9))] }] },
    ...(index % 100 === 3 ? deep : []),
    // 100 kB: as words, and as one word.
    ...(index % 100 === 1
      ? [{ type: 'paragraph' as const, content: [plain('woorden en zinnen '.repeat(5_600))] }]
      : []),
    ...(index % 100 === 2 ? [{ type: 'paragraph' as const, content: [plain('onafgebroken'.repeat(8_400))] }] : []),
  ]
}
