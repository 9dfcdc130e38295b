import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  UnderlineType,
  VerticalAlign,
  WidthType,
} from 'docx'
import type { Block, Inline, RichText } from '../../shared/document/rich-text.ts'
import { type DocumentBlock, type ExportedDocument, headingText } from '../../shared/export/document.ts'
import { splitLinks } from '../../shared/export/web-links.ts'
import { exportWords } from '../../shared/export/words.ts'
import { defaultAccent, fitted, type Logo } from '../../shared/house-style.ts'
import type { TextPart } from '../../shared/version/text-difference.ts'
import { noTick, type Tick } from './tick.ts'

const subtle = '5C564D'
/** In pixels of a ninety-sixth of an inch. */
const largestLogo = { width: 230, height: 68 }
/** In twentieths of a point: the width of the text on an A4 with these margins. */
const textWidth = 8_900
const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

/** The agenda as a Word document: real headings, lists and tables with header rows, in the language it is in. */
export async function toDocx(document: ExportedDocument, tick: Tick = noTick): Promise<Uint8Array> {
  const { title, subtitle, draft, blocks, locale, language, style } = document
  const { text } = exportWords(language)
  const accent = (style?.accent ?? defaultAccent).slice(1)
  const edition = subtitle.find((line) => line.includes(text.draft)) ?? subtitle.at(-1) ?? ''
  const lists = new Lists()
  const children: (Paragraph | Table)[] = [
    ...(style?.logo ? [logoOf(style.logo, text.logoOf(style.region))] : []),
    ...(draft ? [new Paragraph({ style: 'Draft', text: `${draft.mark.toUpperCase()}. ${draft.meaning}` })] : []),
    new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
    ...subtitle.map((line) => new Paragraph({ style: 'Subtitle', text: line })),
  ]
  for (const [index, block] of blocks.entries()) {
    await tick(index, blocks.length)
    children.push(...toChildren(block, lists))
  }
  const rim = [{ type: TabStopType.RIGHT, position: textWidth }]
  const file = new Document({
    title,
    subject: subtitle.join(' · '),
    creator: 'Ontwikkelagenda',
    lastModifiedBy: 'Ontwikkelagenda',
    styles: stylesOf(locale, accent),
    numbering: { config: lists.config },
    sections: [
      {
        properties: {
          page: {
            size: { width: 11_906, height: 16_838 },
            margin: { top: 1_500, bottom: 1_400, left: 1_600, right: 1_406 },
          },
        },
        headers: {
          default: new Header({
            children: [
              new Paragraph({
                style: 'Rim',
                tabStops: rim,
                children: [
                  new TextRun(title),
                  ...(draft
                    ? [new TextRun({ children: [new Tab(), draft.mark.toUpperCase()], bold: true, color: accent })]
                    : []),
                ],
              }),
            ],
          }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: 'Rim',
                tabStops: rim,
                children: [new TextRun(edition), new TextRun({ children: [new Tab(), PageNumber.CURRENT] })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  })
  return new Uint8Array(await (await Packer.toBlob(file)).arrayBuffer())
}

function logoOf(logo: Logo, name: string): Paragraph {
  const picture = new ImageRun({
    type: 'png',
    data: logo.png,
    transformation: fitted(logo, largestLogo),
    altText: { name, title: name, description: name },
  })
  return new Paragraph({ alignment: AlignmentType.END, children: [picture] })
}

function toChildren(block: DocumentBlock, lists: Lists): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: headings[block.level - 1] ?? HeadingLevel.HEADING_4, text: headingText(block) })]
    case 'paragraph':
      return [new Paragraph({ children: linked(block.text) })]
    case 'text':
      return richText(block.text, lists)
    case 'facts': {
      const widths = widthsOf([1, 3.4])
      const rows = block.rows.map(
        ([name, value]) =>
          new TableRow({ children: [cell(name, 'FactName', widths[0]), cell(value, 'TableText', widths[1])] }),
      )
      // A table without rows is not one.
      return rows.length > 0 ? [tableOf(rows, widths), new Paragraph({ style: 'AfterTable', text: '' })] : []
    }
    case 'table': {
      const widths = widthsOf(block.widths)
      const head = new TableRow({
        tableHeader: true,
        children: block.header.map((text, index) => cell(text, 'TableHeading', widths[index], '857D70')),
      })
      const rows = block.rows.map(
        (cells) =>
          new TableRow({ children: cells.map((text, index) => cell(text, 'TableText', widths[index], 'DDD7CB')) }),
      )
      return [tableOf([head, ...rows], widths), new Paragraph({ style: 'AfterTable', text: '' })]
    }
    case 'difference':
      return [new Paragraph({ children: block.parts.flatMap(changedWords) })]
  }
}

const changeStyles = { same: {}, added: { style: 'Added' }, removed: { style: 'Removed' } } as const

function changedWords({ text, change }: TextPart): TextRun[] {
  return text
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...changeStyles[change], ...(index > 0 && { break: 1 }) }))
}

function tableOf(rows: TableRow[], columnWidths: number[]): Table {
  return new Table({ rows, columnWidths, width: { size: textWidth, type: WidthType.DXA }, borders: noBorders })
}

function cell(text: string, style: string, width = 0, line?: string): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    margins: { top: line ? 60 : 10, bottom: line ? 60 : 10, left: 0, right: 120 },
    borders: line ? { ...cellBorders, bottom: { style: BorderStyle.SINGLE, size: 4, color: line } } : cellBorders,
    children: text.split('\n').map((line) => new Paragraph({ style, children: linked(line) })),
  })
}

const cellBorders = { top: none, bottom: none, left: none, right: none }

function widthsOf(shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.round((textWidth * share) / whole))
}

/** Numbered lists begin at 1 each, so each is a numbering of its own; bullets share one. */
class Lists {
  readonly config: { reference: string; levels: ReturnType<typeof levelsOf> }[] = [
    { reference: 'bullets', levels: levelsOf(LevelFormat.BULLET) },
  ]

  begin(type: 'bullet_list' | 'ordered_list'): string {
    if (type === 'bullet_list') return 'bullets'
    const reference = `numbers-${this.config.length}`
    this.config.push({ reference, levels: levelsOf(LevelFormat.DECIMAL) })
    return reference
  }
}

/** Word knows nine levels. */
const deepest = 8

function levelsOf(format: (typeof LevelFormat)['BULLET' | 'DECIMAL']) {
  return Array.from({ length: deepest + 1 }, (_none, level) => ({
    level,
    format,
    text: format === LevelFormat.BULLET ? '•' : `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360 * (level + 1), hanging: 360 } } },
  }))
}

type Place = { reference: string; level: number } | undefined

function richText(text: RichText, lists: Lists, place?: Place, style?: string): Paragraph[] {
  return text.flatMap((block) => richBlock(block, lists, place, style))
}

function richBlock(block: Block, lists: Lists, place: Place, style: string | undefined): Paragraph[] {
  switch (block.type) {
    case 'paragraph':
      return [
        new Paragraph({
          children: block.content.map(inline),
          ...(style && { style }),
          ...(place && { numbering: { reference: place.reference, level: place.level } }),
        }),
      ]
    case 'heading':
      return [
        new Paragraph({
          heading: headings[block.level] ?? HeadingLevel.HEADING_4,
          children: block.content.map(inline),
        }),
      ]
    case 'blockquote':
      return richText(block.content, lists, undefined, 'Quotation')
    case 'bullet_list':
    case 'ordered_list': {
      const inner = { reference: lists.begin(block.type), level: Math.min(place ? place.level + 1 : 0, deepest) }
      return block.items.flatMap((item) =>
        item.flatMap((part, index) => {
          // Only the first paragraph of an item has its mark; what follows stands below it.
          if (part.type === 'paragraph' && index > 0) {
            return [new Paragraph({ children: part.content.map(inline), indent: { left: 360 * (inner.level + 1) } })]
          }
          return richBlock(part, lists, inner, style)
        }),
      )
    }
  }
}

/** A plain text in which web addresses can be followed. */
function linked(text: string): ParagraphChild[] {
  return splitLinks(text).map(({ text, link }) => (link ? linkTo(link, { text }) : new TextRun(text)))
}

function linkTo(link: string, run: { text: string; bold?: boolean; italics?: boolean }): ExternalHyperlink {
  return new ExternalHyperlink({ link, children: [new TextRun({ ...run, style: 'Hyperlink' })] })
}

function inline(part: Inline): ParagraphChild {
  if (part.type === 'hard_break') return new TextRun({ break: 1 })
  const { strong = false, em: italics = false, link } = part.marks
  const run = { text: part.text, bold: strong, italics }
  return link ? linkTo(link, run) : new TextRun(run)
}

function stylesOf(locale: string, accent: string) {
  const paragraph = (id: string, name: string, size: number, more: object = {}, spacing: object = {}) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run: { size, ...more },
    paragraph: { spacing },
  })
  const tight = { after: 0, line: 264, lineRule: LineRuleType.AUTO }
  return {
    default: {
      document: {
        run: { font: 'Calibri', size: 22, language: { value: locale } },
        // Said in full: what leaves it out is read by some programs as a height that nothing may pass.
        paragraph: { spacing: { after: 100, line: 300, lineRule: LineRuleType.AUTO } },
      },
      title: { run: { size: 52, bold: true, font: 'Calibri' }, paragraph: { spacing: { before: 200, after: 160 } } },
      heading1: {
        run: { size: 38, bold: true, color: accent },
        paragraph: { spacing: { before: 560, after: 160 }, keepNext: true },
      },
      heading2: { run: { size: 28, bold: true }, paragraph: { spacing: { before: 440, after: 120 }, keepNext: true } },
      heading3: { run: { size: 22, bold: true }, paragraph: { spacing: { before: 240, after: 60 }, keepNext: true } },
      heading4: {
        run: { size: 22, bold: true, color: subtle },
        paragraph: { spacing: { before: 200, after: 60 }, keepNext: true },
      },
      hyperlink: { run: { color: accent } },
    },
    characterStyles: [
      {
        id: 'Added',
        name: 'Added',
        quickFormat: true,
        run: { color: accent, underline: { type: UnderlineType.SINGLE } },
      },
      { id: 'Removed', name: 'Removed', quickFormat: true, run: { color: subtle, strike: true } },
    ],
    paragraphStyles: [
      paragraph('Subtitle', 'Subtitle', 24, { color: subtle }, { after: 0 }),
      paragraph('Draft', 'Draft', 22, { color: accent, bold: true }),
      paragraph('Rim', 'Rim', 18, { color: subtle }, { after: 0 }),
      paragraph('TableText', 'Table text', 20, {}, tight),
      paragraph('TableHeading', 'Table heading', 18, { color: subtle, bold: true }, tight),
      paragraph('FactName', 'Fact name', 20, { color: subtle, bold: true }, tight),
      paragraph('AfterTable', 'After table', 12, {}, { after: 0 }),
      { ...paragraph('Quotation', 'Quotation', 22), paragraph: { indent: { left: 480 }, spacing: { after: 100 } } },
    ],
  }
}
