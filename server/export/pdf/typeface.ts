/** The cuts of the typeface, as TTF: they are embedded, so that a page looks the same everywhere and for ever. */
export type Fonts = Record<Cut, Uint8Array>
export type Cut = 'regular' | 'semibold' | 'italic'

/** What fontkit, with which pdfkit reads fonts, tells of one. */
type Face = {
  unitsPerEm: number
  hasGlyphForCodePoint: (code: number) => boolean
  glyphForCodePoint: (code: number) => { advanceWidth: number }
}

/** Signs that only steer others: without them nothing that is read is lost. */
const steering = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E01EF}]|[\uFE00-\uFE0F]/gu
const missing = '□'
/** Most texts are of these signs alone, and are not looked at one by one. */
const everyFontHas = /^[\n -~]*$/

/** What pdfkit made of one: it encodes texts in the signs that the file will hold. */
type OpenedFont = {
  id: string
  ascender: number
  font: Face
  ref: () => unknown
  encode: (
    text: string,
  ) => [signs: string[], places: { xAdvance: number; advanceWidth: number; xOffset: number; yOffset: number }[]]
}
/** A word as the operator TJ takes it, and its width; undefined where signs stand above or below each other. */
type Shaped = { operands: string; width: number } | undefined

/** Measures and encodes texts in these fonts, each word once, and knows which signs they have. */
export class Typeface {
  readonly #fonts: Record<Cut, OpenedFont>
  readonly #faces: Record<Cut, Face>
  readonly #advances: Record<Cut, Map<number, number>>
  readonly #shaped: Record<Cut, Map<string, Shaped>>
  readonly #known = new Map<string, boolean>()
  readonly #widths: Record<Cut, Map<string, number>> = { regular: new Map(), semibold: new Map(), italic: new Map() }
  /** Whether a sign was asked for that the fonts do not have. */
  lacked = false

  constructor(doc: PDFKit.PDFDocument, fonts: Fonts) {
    const open = (cut: Cut) => {
      doc.registerFont(cut, fonts[cut].slice().buffer)
      doc.font(cut)
      // Not in its types, but what its own `text` works with; that one lays out every line anew, at six times the cost.
      return (doc as unknown as { _font: OpenedFont })._font
    }
    this.#fonts = { regular: open('regular'), semibold: open('semibold'), italic: open('italic') }
    const { regular, semibold, italic } = this.#fonts
    this.#faces = { regular: regular.font, semibold: semibold.font, italic: italic.font }
    this.#advances = { regular: new Map(), semibold: new Map(), italic: new Map() }
    this.#shaped = { regular: new Map(), semibold: new Map(), italic: new Map() }
  }

  font(cut: Cut): OpenedFont {
    return this.#fonts[cut]
  }

  /** A text word by word; undefined when it has signs that only pdfkit itself can place. */
  shape(text: string, cut: Cut): Shaped {
    const known = this.#shaped[cut]
    let operands = ''
    let width = 0
    for (let start = 0; start < text.length; ) {
      const space = text.indexOf(' ', start)
      const end = space === -1 ? text.length : space + 1
      const word = text.slice(start, end)
      let shaped = known.get(word)
      if (!shaped && !known.has(word)) {
        shaped = this.#shape(word, cut)
        known.set(word, shaped)
      }
      if (!shaped) return undefined
      operands += shaped.operands
      width += shaped.width
      start = end
    }
    return { operands, width }
  }

  #shape(word: string, cut: Cut): Shaped {
    const [signs, places] = this.#fonts[cut].encode(word)
    if (places.some(({ xOffset, yOffset }) => xOffset || yOffset)) return undefined
    let operands = '<'
    let width = 0
    for (const [index, { xAdvance, advanceWidth }] of places.entries()) {
      const kerning = xAdvance - advanceWidth
      operands += signs[index] ?? ''
      if (kerning !== 0) operands += `>${(-kerning).toFixed(1)}<`
      width += xAdvance
    }
    return { operands: `${operands}>`, width: width / 1000 }
  }

  /** The text with a sign for each that the fonts do not have: PDF/A forbids the empty box that viewers draw. */
  writable(text: string): string {
    if (everyFontHas.test(text)) return text
    let result = ''
    for (const sign of text
      .replaceAll(steering, '')
      .replaceAll(/[^\S\n]/g, ' ')
      .normalize('NFC')) {
      // A new line is no sign: the lines break there.
      const isThere = sign === '\n' || this.#has(sign)
      if (!isThere) this.lacked = true
      result += isThere ? sign : missing
    }
    return result
  }

  #has(sign: string): boolean {
    const known = this.#known.get(sign)
    if (known !== undefined) return known
    const has = this.#faces.regular.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0)
    this.#known.set(sign, has)
    return has
  }

  /** How wide a text is, in points. Without kerning, which only makes it narrower. */
  width(text: string, cut: Cut, size: number): number {
    const known = this.#widths[cut].get(text)
    if (known !== undefined) return known * size
    let width = 0
    for (const sign of text) width += this.advance(sign, cut)
    this.#widths[cut].set(text, width)
    return width * size
  }

  advance(sign: string, cut: Cut): number {
    const code = sign.codePointAt(0) ?? 0
    const advances = this.#advances[cut]
    const known = advances.get(code)
    if (known !== undefined) return known
    const face = this.#faces[cut]
    const advance = face.glyphForCodePoint(code).advanceWidth / face.unitsPerEm
    advances.set(code, advance)
    return advance
  }
}
