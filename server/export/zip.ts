import { strToU8, type Zippable, zipSync } from 'fflate'

/** A ZIP of texts, always with the same bytes for the same texts. The first file is stored as it is, where a format asks for that. */
export function zipped(
  files: readonly (readonly [name: string, text: string])[],
  at: Date,
  { storeFirst = false } = {},
): Uint8Array {
  // ZIP knows local times from 1980 to 2099 only.
  const year = at.getUTCFullYear()
  const mtime = new Date(Math.min(2099, Math.max(1980, year)), at.getUTCMonth(), at.getUTCDate())
  const content: Zippable = {}
  for (const [index, [name, text]] of files.entries()) {
    content[name] = [strToU8(text), { level: storeFirst && index === 0 ? 0 : 6, mtime }]
  }
  return zipSync(content)
}
