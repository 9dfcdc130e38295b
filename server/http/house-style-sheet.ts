import { contrast, mixed } from '../../shared/colour.ts'
import { defaultAccent, fitted, type HouseStyle } from '../../shared/house-style.ts'

/** The lightest of the dark surfaces. */
const night = '#2e2b25'
/** The place for a logo in the bar of the board, in rem. */
const barLogo = { width: 9, height: 2.75 }

/** Where the board gives the logo of a region. */
export function logoPath({ key }: Pick<HouseStyle, 'key'>): string {
  return `/huisstijl/${key}.png`
}

/** The tokens of each region, as a stylesheet that goes before what the board says of its `:root`, wherever it stands. */
export function houseStyleSheet(styles: readonly HouseStyle[]): string {
  return styles.map(tokensOf).join('')
}

function tokensOf(style: HouseStyle): string {
  const { key, accent, logo } = style
  const own = accent !== defaultAccent
  const light = (share: number) => mixed(accent, '#ffffff', share)
  // In the dark the accent is as much lighter as it takes to read it there.
  const bright =
    [0.3, 0.4, 0.5, 0.6, 0.7, 0.8].map(light).find((colour) => contrast(colour, night) >= 5.5) ?? light(0.85)
  const tokens = own
    ? [
        `--oa-color-accent:light-dark(${accent},${bright})`,
        `--oa-color-accent-hover:light-dark(${mixed(accent, '#000000', 0.25)},${mixed(bright, '#ffffff', 0.35)})`,
        `--oa-color-accent-subtle:light-dark(${light(0.9)},${mixed(accent, '#171512', 0.7)})`,
        '--oa-color-on-accent:light-dark(#ffffff,#171512)',
      ]
    : []
  if (logo) {
    tokens.push(
      `--oa-logo:url(${logoPath(style)})`,
      `--oa-logo-size:${fitted(logo, barLogo).width.toFixed(2)}rem`,
      // Drawn for paper: in the dark it gets some.
      '--oa-logo-ground:light-dark(transparent,#ffffff)',
      '--oa-logo-triptych:hidden',
    )
  }
  return tokens.length > 0 ? `html[data-region="${key}"]{${tokens.join(';')}}\n` : ''
}
