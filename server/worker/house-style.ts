import type { HouseStyle } from '../../shared/house-style.ts'
import { readHouseStyles } from '../http/read-house-styles.ts'
import { logToPlatform } from './log.ts'

/** Where the files lie among those of the web app (docs/house-style.md). */
const folder = '/huisstijl'

/** The house styles that were deployed along with the web app, if any. One that is wrong is as good as none. */
export async function deployedHouseStyles(assets: Fetcher): Promise<HouseStyle[]> {
  const read = await readHouseStyles(async (name) => {
    // The address matters to nobody: the platform looks at its path.
    const answer = await assets.fetch(new URL(`${folder}/${name}`, 'https://assets.local'))
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined
  })
  if (read.ok) return read.styles
  if (read.isThere) logToPlatform('error', 'house-style-refused', { cause: read.mistakes.join('; ') })
  return []
}
