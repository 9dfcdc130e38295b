import * as v from 'valibot'

/** A span in which something changed: its last edit, and how many there were. Of a whole life there are few enough to slide over. */
export type Change = { at: string; edits: number }

/** GET /agendas/:agenda/moments: the life of an agenda, or the part of it that was asked for. */
export type Moments = {
  /** When the first and the last edit came in; absent when nothing was written yet. */
  first?: string
  last?: string
  /** How long the spans are by which its edits are gathered, in seconds: the shortest by which they are few enough. */
  span: number
  changes: Change[]
  versions: { number: number; at: string }[]
}

const moment = v.pipe(v.string(), v.isoTimestamp())
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const moments: v.GenericSchema<Moments> = v.strictObject({
  first: v.optional(moment),
  last: v.optional(moment),
  span: count,
  changes: v.array(v.strictObject({ at: moment, edits: count })),
  versions: v.array(v.strictObject({ number: count, at: moment })),
})

/** Edits that came in together: the last of them (in ms since 1970), and how many. */
export type Edits = { at: number; edits: number }

/** Few enough to send and to slide over. */
const most = 400
const minute = 60
const hour = 60 * minute
const day = 24 * hour
/** The spans by which edits can be gathered, in seconds; they begin at whole minutes, hours and days, in UTC. */
const spans = [10, minute, 10 * minute, hour, 4 * hour, day, 7 * day, 28 * day] as const
export const [shortestSpan] = spans

/** Gathers edits by the shortest span that leaves few enough. They come in order, by the shortest one. */
export function gather(edits: readonly Edits[]): { span: number; changes: Edits[] } {
  let gathered: { span: number; changes: Edits[] } = { span: shortestSpan, changes: [...edits] }
  for (const span of spans.slice(1)) {
    if (gathered.changes.length <= most) break
    gathered = { span, changes: gatherBy(span * 1000, gathered.changes) }
  }
  return gathered
}

function gatherBy(length: number, edits: readonly Edits[]): Edits[] {
  const gathered: Edits[] = []
  for (const { at, edits: number } of edits) {
    const last = gathered.at(-1)
    if (last && Math.floor(last.at / length) === Math.floor(at / length)) {
      last.at = Math.max(last.at, at)
      last.edits += number
    } else gathered.push({ at, edits: number })
  }
  return gathered
}
