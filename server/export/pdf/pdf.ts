import { type DocumentBlock, type ExportedDocument, headingText } from '../../../shared/export/document.ts'
import { exportWords } from '../../../shared/export/words.ts'
import { defaultAccent, fitted, type Logo } from '../../../shared/house-style.ts'
import { noTick, type Tick } from '../tick.ts'
import { writeContents } from './contents.ts'
import { writeDifference } from './difference.ts'
import { linkedRuns } from './lines.ts'
import { type Element, Page, type PdfMeans } from './page.ts'
import { bodyStyle, writeRichText } from './rich-text.ts'
import { colours, measure, sheet, type TextStyle } from './sheet.ts'
import { writeTable } from './table.ts'

/** In points. */
const largestLogo = { width: 170, height: 52 }
const titleStyle: TextStyle = { size: 26, leading: 32, colour: colours.ink }
const subtitleStyle: TextStyle = { size: 12, leading: 18, colour: colours.subtle }
const headingStyles: Record<1 | 2 | 3, TextStyle & { before: number; after: number; tag: string }> = {
  1: { size: 19, leading: 25, colour: colours.ink, before: 30, after: 8, tag: 'H2' },
  2: { size: 13.5, leading: 18, colour: colours.ink, before: 24, after: 6, tag: 'H3' },
  3: { size: 10.5, leading: 15.5, colour: colours.ink, before: 10, after: 3, tag: 'H4' },
}

/** The agenda as a PDF to read, print and archive: tagged, PDF/A-2a, on A4. */
export async function toPdf(document: ExportedDocument, means: PdfMeans, tick: Tick = noTick): Promise<Uint8Array> {
  const { title, subtitle, locale, draft, blocks } = document
  const page = new Page(
    {
      title,
      locale,
      at: new Date(document.at),
      subject: subtitle.join(' · '),
      accent: document.style?.accent ?? defaultAccent,
    },
    means,
  )
  const root = page.doc.struct('Document')
  page.doc.addStructure(root)
  writeTitle(page, root, document)
  const contents = writeContents(page, root, document)
  const bookmarks = new Bookmarks(page)
  for (const [index, block] of blocks.entries()) {
    await tick(index, blocks.length)
    if (block.kind === 'heading') {
      bookmarks.add(block)
      writeHeading(page, root, block, blocks[index + 1])
      if (block.level === 1) contents.begins(index)
    } else writeBlock(page, root, block)
  }
  if (page.face.lacked) {
    page.space(20)
    writeParagraph(page, root, exportWords(document.language).text.missingSigns)
  }
  contents.end()
  root.end()
  writeRims(page, document, draft?.mark)
  await ended(page)
  return page.doc.bytes()
}

function writeTitle(page: Page, root: Element, document: ExportedDocument): void {
  const { title, subtitle, draft, style } = document
  drawTriptych(page)
  if (style?.logo) placeLogo(page, root, style.logo, exportWords(document.language).text.logoOf(style.region))
  page.y = 148
  if (draft) {
    const mark = page.doc.struct('P')
    root.add(mark)
    const lines = page.lines(
      [
        { text: `${draft.mark.toUpperCase()}  `, cut: 'semibold' },
        { text: draft.meaning, cut: 'regular' },
      ],
      bodyStyle,
      measure,
    )
    page.write(mark, 'P', lines, { ...bodyStyle, colour: page.accent }, sheet.left)
    mark.end()
    page.y += 10
  }
  const heading = page.doc.struct('H1')
  root.add(heading)
  page.write(heading, 'H1', page.lines([{ text: title, cut: 'semibold' }], titleStyle, measure), titleStyle, sheet.left)
  heading.end()
  page.y += 6
  for (const line of subtitle) {
    const element = page.doc.struct('P')
    root.add(element)
    page.write(
      element,
      'P',
      page.lines([{ text: line, cut: 'regular' }], subtitleStyle, measure),
      subtitleStyle,
      sheet.left,
    )
    element.end()
  }
  page.y += 14
}

/** At the right above the title, with a name for who hears it. */
function placeLogo(page: Page, root: Element, logo: Logo, alt: string): void {
  const { width, height } = fitted(logo, largestLogo)
  const [x, y] = [sheet.width - sheet.right - width, sheet.top - 24]
  const figure = page.doc.struct('Figure', { alt, bbox: [x, y, x + width, y + height] } as { alt: string })
  root.add(figure)
  figure.add(page.doc.markStructureContent('Figure') as never)
  // A buffer of its own: pdfkit knows no other bytes.
  page.doc.image(Buffer.from(logo.png), x, y, { width, height })
  page.doc.endMarkedContent()
  figure.end()
}

/** The three columns of the board: both sides equally wide and grey, the middle in the accent. */
function drawTriptych(page: Page): void {
  page.artifact(() => {
    const colour = [colours.strong, page.accent, colours.strong]
    for (const [index, fill] of colour.entries()) {
      page.doc.rect(sheet.left + index * 30, sheet.top, 27, 5).fill(fill)
    }
  })
}

function writeHeading(
  page: Page,
  root: Element,
  { level, text, number }: DocumentBlock & { kind: 'heading' },
  next: DocumentBlock | undefined,
): void {
  const style = level === 1 ? { ...headingStyles[1], colour: page.accent } : headingStyles[level]
  const lines = page.lines([{ text, cut: 'semibold' }], style, measure)
  page.space(style.before)
  // A heading stays with the beginning of what it is above.
  const follows = next?.kind === 'heading' ? 110 : 60
  page.ensure(Math.min(lines.length * style.leading + style.after + follows, (page.bottom - sheet.top) / 2))
  if (level === 2) {
    page.rule(page.y - 8 > sheet.top ? page.y - 8 : page.y, colours.line, 0.5, sheet.left - 48)
    if (page.y - 8 <= sheet.top) page.y += 8
  }
  const element = page.doc.struct(style.tag)
  root.add(element)
  if (number !== undefined) {
    const mark = page.lines([{ text: `${number} `, cut: 'regular' }], style, 44)
    page.put(element, style.tag, mark.slice(0, 1), { ...style, colour: colours.subtle }, sheet.left - 48, page.y)
  }
  page.write(element, style.tag, lines, style, sheet.left)
  element.end()
  page.y += style.after
}

function writeBlock(page: Page, root: Element, block: Exclude<DocumentBlock, { kind: 'heading' }>): void {
  switch (block.kind) {
    case 'paragraph':
      return writeParagraph(page, root, block.text)
    case 'text':
      return writeRichText(page, root, block.text)
    case 'facts':
      return writeTable(page, root, { widths: [1, 3.4], rows: block.rows })
    case 'table':
      return writeTable(page, root, block)
    case 'difference':
      return writeDifference(page, root, block.parts)
  }
}

function writeParagraph(page: Page, root: Element, text: string): void {
  const element = page.doc.struct('P')
  root.add(element)
  page.write(element, 'P', page.lines(linkedRuns(text), bodyStyle, measure), bodyStyle, sheet.left)
  element.end()
  page.space(6)
}

/** Themes and, within them, items, in the list beside the pages. */
class Bookmarks {
  readonly #page: Page
  #theme: PDFKit.PDFOutline | undefined

  constructor(page: Page) {
    this.#page = page
  }

  add(heading: { level: 1 | 2 | 3; text: string; number?: number }): void {
    const { outline } = this.#page.doc
    if (heading.level === 1) this.#theme = outline.addItem(headingText(heading), { expanded: false })
    else if (heading.level === 2) (this.#theme ?? outline).addItem(headingText(heading))
  }
}

/** What stands at the head and the foot of every sheet, once it is known how many there are. */
function writeRims(page: Page, { title, subtitle, language }: ExportedDocument, mark: string | undefined): void {
  const { doc, face } = page
  const { text } = exportWords(language)
  const { count } = doc.bufferedPageRange()
  const style = { size: 8.5 }
  const shortTitle = shortened(face.writable(title), 70)
  const edition = shortened(
    face.writable(subtitle.find((line) => line.includes(text.draft)) ?? subtitle.at(-1) ?? ''),
    70,
  )
  for (let index = 0; index < count; index++) {
    doc.switchToPage(index)
    page.artifact(() => {
      const right = sheet.width - sheet.right
      const put = (words: string, y: number, cut: 'regular' | 'semibold', colour: string, side: 'left' | 'right') => {
        const x = side === 'left' ? sheet.left : right - face.width(words, cut, style.size)
        page.show(words, cut, { ...style, colour, x, y })
      }
      if (index > 0) put(shortTitle, 42, 'regular', colours.subtle, 'left')
      if (mark) put(mark.toUpperCase(), 42, 'semibold', page.accent, 'right')
      put(edition, sheet.height - 48, 'regular', colours.subtle, 'left')
      put(text.page(index + 1, count), sheet.height - 48, 'regular', colours.subtle, 'right')
    }, 'Pagination')
  }
}

function shortened(text: string, most: number): string {
  const signs = [...text]
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : text
}

/** Resolves when all of it is written. */
function ended({ doc }: Page): Promise<void> {
  return new Promise((resolve, reject) => {
    doc.on('error', reject)
    doc.on('end', resolve)
    doc.resume()
    doc.end()
  })
}
