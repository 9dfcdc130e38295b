import * as v from 'valibot'
import { exportedAgenda } from '../export/schema.ts'

// PUT /agendas/<id>/import: a new agenda from the JSON of an export (rules I20 to I25). The client makes the id.

/** The largest file that becomes an agenda, in bytes. What is larger moves as a dossier. */
export const largestFile = 16 << 20

/** Texts nest at most twenty levels deep, each with what stands around it in JSON. */
const deepest = 128

const { format, formatVersion, id, title, region, period, edition, parties, plans, themes, allThemes, struck } =
  exportedAgenda.entries

/** What of an export is taken in. Its annexes (comments, differences, adoption, history) tell of the agenda it came from. */
export const agendaFile = v.object({
  ...{ format, formatVersion, id, title, region, period, edition },
  ...{ parties, plans, themes, allThemes, struck },
})
export type AgendaFile = v.InferOutput<typeof agendaFile>

export const newFromFile = v.pipe(
  v.unknown(),
  v.check((body) => isShallow(body, deepest), 'Nests too deep'),
  v.strictObject({
    file: agendaFile,
    /** For which of its parties the maker is coordinator; without it, for their own organisation. */
    party: v.optional(v.string()),
    /** Somebody looked at the numbers that look like a citizen service number: they are reference numbers. */
    referenceNumbers: v.optional(v.boolean()),
  }),
)
export type NewFromFile = v.InferOutput<typeof newFromFile>

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1))
}
