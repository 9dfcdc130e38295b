import { strToU8, type Zippable, zipSync } from 'fflate'

/** A ZIP of texts and pictures, always with the same bytes for the same content. The first file is stored as it is, where a format asks for that. */
export function zipped(
  files: readonly (readonly [name: string, content: string | Uint8Array])[],
  at: Date,
  { storeFirst = false } = {},
): Uint8Array {
  const mtime = zipTime(at)
  const content: Zippable = {}
  for (const [index, [name, part]] of files.entries()) {
    const bytes = typeof part === 'string' ? strToU8(part) : part
    content[name] = [bytes, { level: storeFirst && index === 0 ? 0 : 6, mtime }]
  }
  return zipSync(content)
}

/** A day as ZIP holds it: it knows local times from 1980 to 2099 only. */
export function zipTime(at: Date): Date {
  const year = Math.min(2099, Math.max(1980, at.getUTCFullYear()))
  return new Date(year, at.getUTCMonth(), at.getUTCDate())
}
