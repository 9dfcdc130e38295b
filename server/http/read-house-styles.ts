import * as v from 'valibot'
import { contrast, darkened } from '../../shared/colour.ts'
import { defaultAccent, type HouseStyle, houseStyleFile, type Logo } from '../../shared/house-style.ts'
import { asRegionKey } from '../../shared/region-key.ts'

/** The darkest paper on which the accent stands as text. */
const paper = '#edeae2'
const enough = 4.5
const largestLogo = 512 << 10
const widestLogo = 4_000

const schema = v.strictObject({
  regions: v.pipe(
    v.array(
      v.strictObject({
        region: v.pipe(v.string(), v.trim(), v.nonEmpty('region must be the name of a region, as its agendas have it')),
        accent: v.optional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'accent must be a colour like #0b5b66'))),
        logo: v.optional(
          v.pipe(v.string(), v.regex(/^[\w-]+\.png$/, 'logo must be a PNG file beside house-style.json')),
        ),
      }),
    ),
    v.minLength(1, 'regions must name at least one region'),
  ),
})

export type ReadHouseStyles = { ok: true; styles: HouseStyle[] } | { ok: false; mistakes: string[]; isThere: boolean }

/** Reads the house styles, or names every mistake in them. `read` gives a file of the folder, or nothing. */
export async function readHouseStyles(
  read: (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>,
): Promise<ReadHouseStyles> {
  const file = await read(houseStyleFile)
  if (!file) return wrong([`${houseStyleFile} is not there`], false)
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder().decode(file))
  } catch {
    return wrong([`${houseStyleFile} must be JSON`])
  }
  const parsed = v.safeParse(schema, json)
  if (!parsed.success) {
    const mistakes = parsed.issues.map(
      (issue) => `${houseStyleFile}, ${v.getDotPath(issue) ?? 'all of it'}: ${issue.message}`,
    )
    return wrong(mistakes)
  }
  const mistakes: string[] = []
  const styles: HouseStyle[] = []
  for (const { region, accent = defaultAccent, logo: name } of parsed.output.regions) {
    const say = (what: string) => mistakes.push(`${houseStyleFile}, ${region}: ${what}`)
    const key = asRegionKey(region)
    if (styles.some((style) => style.key === key)) say('is there twice')
    const ratio = contrast(accent, paper)
    if (ratio < enough) {
      const better = darkened(accent, (colour) => contrast(colour, paper) >= enough)
      say(
        `accent ${accent} is too light to read: its contrast is ${ratio.toFixed(1)} where ${enough} is needed. ${better} would do`,
      )
    }
    const logo = name === undefined ? undefined : readLogo(name, await read(name))
    if (typeof logo === 'string') say(logo)
    else styles.push({ key, region, accent: accent.toLowerCase(), ...(logo && { logo }) })
  }
  return mistakes.length > 0 ? wrong(mistakes) : { ok: true, styles }
}

function wrong(mistakes: string[], isThere = true): ReadHouseStyles {
  return { ok: false, mistakes, isThere }
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** A logo, or what is wrong with it. */
function readLogo(name: string, png: Uint8Array<ArrayBuffer> | undefined): Logo | string {
  if (!png) return `logo ${name} is not there`
  if (png.length < 33 || signature.some((byte, index) => png[index] !== byte)) return `logo ${name} is no PNG`
  if (png.length > largestLogo) return `logo ${name} is larger than ${largestLogo >> 10} kB`
  const head = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const [width, height] = [head.getUint32(16), head.getUint32(20)]
  if (width < 1 || height < 1 || width > widestLogo || height > widestLogo)
    return `logo ${name} must be at most ${widestLogo} pixels wide and high`
  // PDF holds the pixels of a PNG as they are, in one run and of eight bits.
  if (head.getUint8(24) !== 8) return `logo ${name} must have 8 bits a channel`
  if (head.getUint8(28) !== 0) return `logo ${name} must not be interlaced`
  return { png, width, height }
}
