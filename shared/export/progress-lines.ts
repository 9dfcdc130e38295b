import type { AboutChange } from '../version/differences.ts'
import type { ProgressStep } from '../version/progress.ts'
import { replaced, type TextPart } from '../version/text-difference.ts'
import { cleanLine } from './clean.ts'
import { listDifference, spaced } from './difference-lines.ts'
import type { DifferenceWords } from './difference-words.ts'

/** A line of a difference: what it is about, and what came and went. */
export type NamedLine = { name: string; parts: TextPart[] }

/** A step by which an item went on, as it is read. */
export function progressLine(step: ProgressStep, words: DifferenceWords): NamedLine {
  const { difference, day, number, text } = words
  const { progress } = difference
  const line = (name: string, before: string, after: string) => ({ name, parts: spaced(replaced(before, after)) })
  switch (step.field) {
    case 'status': {
      const said = (status: typeof step.before) => (status ? words.words.status[status] : progress.none)
      return line(text.column.status, said(step.before), said(step.after))
    }
    case 'priority': {
      const said = (priority: typeof step.before) => (priority ? words.words.priority[priority] : progress.none)
      return line(text.column.priority, said(step.before), said(step.after))
    }
    case 'done': {
      const said = (done: typeof step.before) => (done ? progress.doneOn(day(done)) : progress.notDone)
      return line(progress.agreement(cleanLine(step.name)), said(step.before), said(step.after))
    }
    case 'measured': {
      const said = (value: typeof step.before) => (value === undefined ? '' : number(value))
      return line(progress.measured(cleanLine(step.name), day(step.day)), said(step.before), said(step.after))
    }
  }
}

/** What became of the agenda itself, as it is read. */
export function aboutLine({ field, before, after }: AboutChange, words: DifferenceWords): NamedLine {
  const { difference, text, day } = words
  const name = difference.about[field]
  if (field === 'parties' || field === 'themes') {
    return { name, parts: listDifference(before.map(cleanLine), after.map(cleanLine)) }
  }
  const said = ([first = '', last = '']: readonly string[]) =>
    field === 'title' ? cleanLine(first) : first && text.period(day(first), day(last))
  return { name, parts: spaced(replaced(said(before), said(after))) }
}
