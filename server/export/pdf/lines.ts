import { splitLinks } from '../../../shared/export/web-links.ts'
import type { Change } from './difference.ts'
import type { Cut, Typeface } from './typeface.ts'

/** A stretch of text in one cut; a link where it leads somewhere; the change of which it is a part. */
export type Run = { text: string; cut: Cut; link?: string; change?: Change }
export type Line = Run[]

/** A plain text in which web addresses can be followed. */
export function linkedRuns(text: string, cut: Cut = 'regular'): Run[] {
  return splitLinks(text).map((part) => ({ ...part, cut }))
}

/** Breaks text into lines of at most that width: at spaces, and inside a word that is wider than a line. */
export function breakLines(runs: readonly Run[], face: Typeface, size: number, width: number): Line[] {
  const lines: Line[] = []
  let line: Line = []
  let used = 0
  const end = () => {
    lines.push(trimmed(line))
    line = []
    used = 0
  }
  const put = (text: string, run: Run, size: number) => {
    const last = line.at(-1)
    if (last && last.cut === run.cut && last.link === run.link && last.change === run.change) last.text += text
    else line.push({ ...run, text })
    used += size
  }
  for (const run of runs) {
    for (const part of run.text.split(/(\n| +)/)) {
      if (part === '') continue
      if (part === '\n') {
        end()
        continue
      }
      const wide = face.width(part, run.cut, size)
      if (part.startsWith(' ')) {
        if (used > 0) put(' ', run, face.width(' ', run.cut, size))
        continue
      }
      if (used + wide > width && used > 0) end()
      if (wide <= width) {
        put(part, run, wide)
        continue
      }
      for (const sign of part) {
        const one = face.advance(sign, run.cut) * size
        if (used + one > width && used > 0) end()
        put(sign, run, one)
      }
    }
  }
  if (line.length > 0 || lines.length === 0) end()
  return lines
}

/** Without spaces at its end. */
function trimmed(line: Line): Line {
  const last = line.at(-1)
  if (last) last.text = last.text.replace(/ +$/, '')
  return line.filter(({ text }) => text !== '')
}
