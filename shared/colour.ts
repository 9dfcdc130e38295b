// Colours as #rrggbb, and how well one can be read on another (WCAG 2.2).

type Channels = readonly [red: number, green: number, blue: number]

/** From 1, the same, to 21, black on white. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** So much of the way from one colour to another. */
export function mixed(from: string, to: string, share: number): string {
  const [start, end] = [channelsOf(from), channelsOf(to)]
  return toHex(start.map((channel, index) => channel + ((end[index] ?? 0) - channel) * share))
}

/** The first darker shade that is good enough; black is the darkest. */
export function darkened(colour: string, isEnough: (colour: string) => boolean): string {
  for (let share = 0.02; share < 1; share += 0.02) {
    const darker = mixed(colour, '#000000', share)
    if (isEnough(darker)) return darker
  }
  return '#000000'
}

function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

function channelsOf(colour: string): Channels {
  const number = Number.parseInt(colour.slice(1), 16)
  return [number >> 16, (number >> 8) & 255, number & 255]
}

function toHex(channels: readonly number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}
