import { showChange } from './difference.ts'
import { breakLines, type Line, type Run } from './lines.ts'
import { type Deflate, GatheredDocument } from './output.ts'
import { sheet, type TextStyle } from './sheet.ts'
import { type Cut, type Fonts, Typeface } from './typeface.ts'

/** What a host brings along: the typeface to embed, and the zlib of its platform, which is many times as quick as ours. */
export type PdfMeans = { fonts: Fonts; deflate: Deflate }

export type Element = PDFKit.PDFStructureElement

/**
 * The sheet that is being written, from top to bottom. Everything goes on it as a part of the structure that a screen
 * reader follows, or as an artifact, which it leaves out.
 */
export class Page {
  readonly doc: GatheredDocument
  readonly face: Typeface
  /** The colour of the region. */
  readonly accent: string
  y: number = sheet.top
  /** What is shown, until it is put on the sheet. */
  #shown: string[] = []

  constructor(
    options: { title: string; locale: string; at: Date; subject: string; accent: string },
    { fonts, deflate }: PdfMeans,
  ) {
    this.doc = new GatheredDocument(
      {
        size: [sheet.width, sheet.height],
        margin: 0,
        bufferPages: true,
        pdfVersion: '1.7',
        subset: 'PDF/A-2a',
        tagged: true,
        displayTitle: true,
        lang: options.locale,
        info: {
          // Where tools look that do not read the metadata in XMP.
          ...{ GTS_PDFA1Version: 'PDF/A-2a:2011' },
          Title: options.title,
          Subject: options.subject,
          Creator: 'Ontwikkelagenda',
          Producer: 'Ontwikkelagenda',
          CreationDate: options.at,
          ModDate: options.at,
        },
        // Not the font with which pdfkit would begin: it cannot be embedded. The types know of no other.
        font: null as unknown as string,
      },
      deflate,
    )
    this.accent = options.accent
    this.face = new Typeface(this.doc, fonts)
  }

  get bottom(): number {
    return sheet.height - sheet.bottom
  }

  /** Goes to a new sheet unless so much fits on this one; says whether it did. */
  ensure(height: number): boolean {
    if (this.y + height <= this.bottom) return false
    this.newSheet()
    return true
  }

  newSheet(): void {
    this.doc.addPage()
    this.y = sheet.top
  }

  /** A space, unless a sheet begins here. */
  space(height: number): void {
    if (this.y > sheet.top) this.y = Math.min(this.y + height, this.bottom)
  }

  lines(runs: readonly Run[], { size }: TextStyle, width: number): Line[] {
    return breakLines(
      runs.map((run) => ({ ...run, text: this.face.writable(run.text) })),
      this.face,
      size,
      width,
    )
  }

  /** Writes lines as content of one element, over as many sheets as they need. `mark` is drawn beside the first of each sheet. */
  write(
    element: Element,
    tag: string,
    lines: readonly Line[],
    style: TextStyle,
    x: number,
    beside?: (height: number) => void,
  ): void {
    for (let next = 0; next < lines.length; ) {
      this.ensure(style.leading)
      const fit = Math.max(1, Math.floor((this.bottom - this.y) / style.leading))
      const part = lines.slice(next, next + fit)
      beside?.(part.length * style.leading)
      this.put(element, tag, part, style, x, this.y)
      this.y += part.length * style.leading
      next += part.length
    }
  }

  /** Puts lines on this sheet. Links and changed words are elements of their own, so the content is cut around them. */
  put(element: Element, tag: string, lines: readonly Line[], style: TextStyle, x: number, top: number): void {
    const { doc } = this
    // The first line's letters stand in the middle of their line, whatever its leading.
    const offset = (style.leading - style.size * 1.257) / 2
    let isOpen = false
    const open = () => {
      if (isOpen) return
      element.add(doc.markStructureContent(tag) as never)
      isOpen = true
    }
    const close = () => {
      if (isOpen) {
        this.flush()
        doc.endMarkedContent()
      }
      isOpen = false
    }
    for (const [index, line] of lines.entries()) {
      let at = x
      const y = top + index * style.leading + offset
      for (const [place, run] of line.entries()) {
        const isLast = place === line.length - 1
        // A word must not run into that of the next line for who hears it.
        const text = isLast && index < lines.length - 1 ? `${run.text} ` : run.text
        if (run.link || run.change) close()
        else open()
        if (run.change) at += showChange(this, element, run.change, run.cut, { text, x: at, y, size: style.size })
        else if (run.link) at += this.#link(element, { ...run, link: run.link, text }, at, y, style.size)
        else at += this.show(text, run.cut, { ...style, x: at, y })
      }
    }
    close()
  }

  /** Shows a text on one line; gives its width. */
  show(text: string, cut: Cut, { size, colour, x, y }: { size: number; colour: string; x: number; y: number }): number {
    const { doc } = this
    const shaped = this.face.shape(text, cut)
    if (!shaped) {
      this.flush()
      doc.font(cut, size).fillColor(colour).text(text, x, y, { lineBreak: false })
      return doc.widthOfString(text)
    }
    const font = this.face.font(cut)
    const { page } = doc as unknown as { page: { fonts: Record<string, unknown> } }
    page.fonts[font.id] ??= font.ref()
    const baseline = y + (font.ascender / 1000) * size
    // The page counts from its top, so the text is turned upside down again.
    this.#shown.push(
      `BT ${paint(colour)} 1 0 0 -1 ${short(x)} ${short(baseline)} Tm /${font.id} ${size} Tf [${shaped.operands}] TJ ET`,
    )
    return shaped.width * size
  }

  /** Puts on the sheet what was shown up to here. */
  flush(): void {
    for (const shown of this.#shown) this.doc.addContent(shown)
    this.#shown = []
  }

  #link(element: Element, { text, cut, link }: Run & { link: string }, x: number, y: number, size: number): number {
    const { doc } = this
    const child = doc.struct('Link')
    element.add(child)
    child.add(doc.markStructureContent('Link') as never)
    const width = this.show(text, cut, { size, colour: this.accent, x, y })
    this.flush()
    const line = y + size * 1.15
    doc
      .moveTo(x, line)
      .lineTo(x + width, line)
      .lineWidth(0.5)
      .strokeColor(this.accent)
      .stroke()
    doc.endMarkedContent()
    doc.link(x, y, width, size * 1.25, asAddress(link), {
      structParent: child,
      Contents: new String(text.trim()),
    } as never)
    child.end()
    return width
  }

  /** Draws what only pleases the eye. */
  artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.flush()
    this.doc.endMarkedContent()
  }

  rule(y: number, colour: string, width = 0.5, x: number = sheet.left, to: number = sheet.width - sheet.right): void {
    this.artifact(() => {
      this.doc.moveTo(x, y).lineTo(to, y).lineWidth(width).strokeColor(colour).stroke()
    })
  }
}

/** A link may be written in any script; a PDF holds it in the signs of an address. What is escaped already stays so. */
function asAddress(link: string): string {
  return link
    .toWellFormed()
    .replaceAll(/%(?![\da-f]{2})|[^\x21-\x7e]|["<>\\^`{|}]/giu, (sign) => encodeURIComponent(sign))
}

/** A place in points, to the hundredth. */
function short(place: number): number {
  return Math.round(place * 100) / 100
}

const paints = new Map<string, string>()

/** The operator that chooses a colour for what is filled. */
function paint(colour: string): string {
  const known = paints.get(colour)
  if (known) return known
  const parts = [1, 3, 5].map((at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255).toFixed(3))
  const operator = `${parts.join(' ')} rg`
  paints.set(colour, operator)
  return operator
}
