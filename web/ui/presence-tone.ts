/** The colour of somebody who is here: one of the four presence tones, whatever number the server gave. */
export function presenceTone(tone: number): string {
  return `var(--oa-color-presence-${(((tone % 4) + 4) % 4) + 1})`
}
