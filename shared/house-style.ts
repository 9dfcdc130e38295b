import { asRegionKey } from './region-key.ts'

/** What a region looks like: set by who runs the board, in `house-style.json` of a folder (docs/house-style.md). */
export type HouseStyle = {
  /** The region by its name in small letters with dashes. */
  key: string
  /** Its name as people read it. */
  region: string
  accent: string
  logo?: Logo
}
export type Logo = { png: Uint8Array<ArrayBuffer>; width: number; height: number }

/** The board's own. */
export const defaultAccent = '#0b5b66'
/** In a folder of its own, with the logos beside it. */
export const houseStyleFile = 'house-style.json'

export function houseStyleOf(styles: readonly HouseStyle[], region: string): HouseStyle | undefined {
  const key = asRegionKey(region)
  return styles.find((style) => style.key === key)
}

/** How large a logo is within a box, in the measure of the box. */
export function fitted(
  { width, height }: Logo,
  most: { width: number; height: number },
): { width: number; height: number } {
  const scale = Math.min(most.width / width, most.height / height)
  return { width: width * scale, height: height * scale }
}
