import * as v from 'valibot'
import { type ItemId, isId, type OrganisationId, type ThemeId } from '../ids.ts'
import { exportLanguages, exportTables } from './formats.ts'

// What of an agenda is taken along, and with what: part of the HTTP contract under /api/v1/agendas/<id>/export/<form>.

/** What can stand behind the agenda: the reply note, the differences, the adoption by the parties, who changed what. */
export const exportAnnexes = ['comments', 'differences', 'adoption', 'history'] as const
export type ExportAnnex = (typeof exportAnnexes)[number]

/** So many items can be named: more than an agenda has. */
const mostItems = 5_000

const annexes = v.pipe(
  v.array(v.picklist(exportAnnexes)),
  v.checkItems((one, index, all) => all.indexOf(one) === index, 'There twice'),
)

/** POST …/export/<form>: the choices. What is left out is the living agenda, whole, without annexes, in Dutch. */
export const exportChoices = v.strictObject({
  /** A version that was frozen, instead of the living agenda. */
  version: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(999_999))),
  language: v.optional(v.picklist(exportLanguages)),
  /** Of a CSV, which holds one. */
  table: v.optional(v.picklist(exportTables)),
  /** The items that concern this party. */
  party: v.optional(v.custom<OrganisationId>(isId, 'party is the id of an organisation')),
  theme: v.optional(v.custom<ThemeId>(isId, 'theme is the id of a theme')),
  /** These items only: what a filtered board shows. */
  items: v.optional(
    v.pipe(v.array(v.custom<ItemId>(isId, 'An item goes by its id')), v.minLength(1), v.maxLength(mostItems)),
  ),
  /** Struck items as well, apart from the others. */
  struck: v.optional(v.boolean()),
  annexes: v.optional(annexes),
})
export type ExportChoices = v.InferOutput<typeof exportChoices>

/** POST …/export/zip: of a whole version, so that other choices have nothing to say. */
export const archiveChoices = v.pick(exportChoices, ['version', 'language'])

const whole = v.pipe(v.string(), v.regex(/^\d{1,6}$/, 'version is a number'), v.transform(Number), v.minValue(1))
const yesOrNo = v.pipe(
  v.picklist(['yes', 'no']),
  v.transform((answer) => answer === 'yes'),
)
const list = v.pipe(
  v.string(),
  v.transform((text) => text.split(',')),
)
/** Numbers and runs of them: `3,7-12`. */
const numbers = v.pipe(
  v.string(),
  v.regex(/^\d{1,7}(?:-\d{1,7})?(?:,\d{1,7}(?:-\d{1,7})?){0,999}$/, 'numbers are like 3,7-12'),
  v.transform((text) =>
    text.split(',').map((part) => {
      const [from = 0, to = from] = part.split('-').map(Number)
      return { from, to }
    }),
  ),
)

/** GET …/export/<form>?…: the same in an address, where items go by their numbers. */
export const exportQuestion = v.object({
  ...exportChoices.entries,
  version: v.optional(whole),
  items: v.optional(numbers),
  struck: v.optional(yesOrNo),
  annexes: v.optional(v.pipe(list, annexes)),
})
export type ExportQuestion = v.InferOutput<typeof exportQuestion>
export type NumberRun = { from: number; to: number }

/** Numbers as an address holds them: runs of neighbours as one. */
export function numbersInAddress(all: readonly number[]): string {
  const runs: NumberRun[] = []
  for (const number of [...new Set(all)].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last.to === number - 1) last.to = number
    else runs.push({ from: number, to: number })
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)).join(',')
}

/** Whether only who reads the living agenda may have this. */
export function needsDraft({ version, annexes = [] }: Pick<ExportChoices, 'version' | 'annexes'>): boolean {
  return version === undefined || annexes.includes('comments') || annexes.includes('history')
}
