import { Zip, ZipDeflate, ZipPassThrough } from 'fflate'

/** A ZIP of one folder that is written file by file: what was added is kept as it was packed. */
export class GatheredZip {
  readonly #folder: string
  readonly #mtime: Date
  readonly #parts: Uint8Array[] = []
  readonly #zip: Zip

  constructor(folder: string, mtime: Date) {
    this.#folder = folder
    this.#mtime = mtime
    this.#zip = new Zip((error, part) => {
      if (error) throw error
      this.#parts.push(part)
    })
  }

  /** A file that is small already is stored as it is. */
  add(name: string, bytes: Uint8Array, isPacked = false): void {
    const path = `${this.#folder}/${name}`
    const file = isPacked ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 })
    file.mtime = this.#mtime
    this.#zip.add(file)
    file.push(bytes, true)
  }

  bytes(): Uint8Array<ArrayBuffer> {
    this.#zip.end()
    const whole = new Uint8Array(this.#parts.reduce((total, { length }) => total + length, 0))
    let offset = 0
    for (const part of this.#parts) {
      whole.set(part, offset)
      offset += part.length
    }
    return whole
  }
}
