import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HouseStyle } from '../../shared/house-style.ts'
import { readHouseStyles } from '../http/read-house-styles.ts'

/** The house styles in a folder; throws with every mistake in them, for whoever starts the server. */
export async function houseStylesIn(folder: string): Promise<HouseStyle[]> {
  const read = await readHouseStyles(async (name) => {
    try {
      return new Uint8Array(await readFile(join(folder, name)))
    } catch {
      // Whatever the reason, it cannot be read; the message says which file.
      return undefined
    }
  })
  if (read.ok) return read.styles
  throw new Error(
    `HOUSE_STYLE names ${folder}, where not all is right:\n${read.mistakes.map((it) => `- ${it}`).join('\n')}`,
  )
}
