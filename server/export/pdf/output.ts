import PDFDocument from 'pdfkit'

/** What pdfkit has for the content of one page; not in its types. */
type Content = {
  buffer: Uint8Array[]
  compress: boolean
  data: Record<string, unknown>
  write: (chunk: string | Uint8Array) => void
  end: () => void
}
type Internals = {
  _offset: number
  page: { content: Content } | null
  on: (event: 'pageAdded', listener: () => void) => void
}

/** How hard zlib tries. A page is text that repeats itself: more effort makes it a few percent smaller, at twice the time. */
export const pageEffort = 3

/** Makes bytes smaller, as zlib does (RFC 1950). */
export type Deflate = (bytes: Uint8Array) => Uint8Array

/**
 * Collects what pdfkit writes. It passes on a large agenda in hundreds of thousands of small pieces, each of them through a
 * stream: that took half of all the time. Here they are laid behind each other, and a page becomes bytes once.
 */
export class GatheredDocument extends PDFDocument {
  // Without a beginning of its own: pdfkit writes the head of the file before one would be given.
  declare private gathered: GrowingBytes | undefined

  constructor(options: PDFKit.PDFDocumentOptions, deflate: Deflate) {
    super(options)
    const internals = this as unknown as Internals
    internals.on('pageAdded', () => {
      if (internals.page) gatherContent(internals.page.content, deflate)
    })
  }

  /** Called by pdfkit for each piece. */
  _write(data: string | Uint8Array): void {
    this.gathered ??= new GrowingBytes()
    const internals = this as unknown as Internals
    internals._offset += typeof data === 'string' ? this.gathered.addLine(data) : this.gathered.add(data)
  }

  /** All that was written. */
  bytes(): Uint8Array {
    return this.gathered?.all() ?? new Uint8Array()
  }
}

function gatherContent(content: Content, deflate: Deflate): void {
  const pieces = new GrowingBytes(1 << 14)
  const write = content.write.bind(content)
  const end = content.end.bind(content)
  // How the page is turned was written before anybody could hear of it.
  for (const chunk of content.buffer.splice(0)) pieces.add(chunk)
  content.data.Length = 0
  content.write = (chunk) => {
    if (typeof chunk === 'string') pieces.addLine(chunk)
    else pieces.add(chunk)
  }
  content.end = () => {
    content.compress = false
    content.data.Filter = 'FlateDecode'
    write(deflate(pieces.all()))
    end()
  }
}

class GrowingBytes {
  #bytes: Uint8Array<ArrayBuffer>
  #length = 0

  constructor(size = 1 << 20) {
    this.#bytes = new Uint8Array(size)
  }

  add(bytes: Uint8Array): number {
    this.#makeRoom(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
    return bytes.length
  }

  /** A line in Latin-1, as pdfkit means it; gives how many bytes it took. */
  addLine(line: string): number {
    const size = line.length + 1
    this.#makeRoom(size)
    const [bytes, start] = [this.#bytes, this.#length]
    for (let index = 0; index < line.length; index++) bytes[start + index] = line.charCodeAt(index)
    bytes[start + line.length] = 10
    this.#length += size
    return size
  }

  all(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.#length)
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more))
    larger.set(this.all())
    this.#bytes = larger
  }
}
