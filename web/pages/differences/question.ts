import { useSearchParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { isId, type OrganisationId } from '../../../shared/ids.ts'
import type { VersionSummary } from '../../../shared/version/api.ts'
import { type Moment, parseMoment, writeMoment } from '../../../shared/version/moment.ts'
import type { DifferenceQuestion } from '../../live/differences.ts'

/** Who comes without a choice, on an agenda without a version, reads what changed in so many ms. */
const aWeek = 7 * 86_400_000

/** What is compared. It lives in the address, so that it can be mailed. */
export function createQuestion(versions: () => readonly VersionSummary[], mayReadDraft: () => boolean) {
  const [search, setSearch] = useSearchParams<Record<string, string>>()
  const question = createMemo<DifferenceQuestion>(() => {
    const to = parseMoment(search.tot ?? '') ?? usualEnd(versions(), mayReadDraft())
    const party = search.partij
    return {
      from: parseMoment(search.van ?? '') ?? usualBeginning(versions(), to),
      to,
      party: isId<OrganisationId>(party) ? party : undefined,
    }
  })
  // Replaced, not pushed: "back" leaves the page rather than walking through every moment that was tried.
  const set = (values: Record<string, string | null>) => setSearch(values, { replace: true, scroll: false })
  return {
    question,
    setMoment: (end: 'from' | 'to', moment: Moment) => set({ [end === 'from' ? 'van' : 'tot']: writeMoment(moment) }),
    swap: () => set({ van: writeMoment(question().to), tot: writeMoment(question().from) }),
    setParty: (party: OrganisationId | undefined) => {
      const { from, to } = question()
      // What was adopted last is asked of the party that is chosen.
      const other = (moment: Moment) =>
        writeMoment(
          moment.kind === 'adopted' ? (party ? { ...moment, by: party } : usualBeginning(versions(), to)) : moment,
        )
      set({ van: other(from), tot: other(to), partij: party ?? null })
    },
  }
}

function usualEnd(versions: readonly VersionSummary[], mayReadDraft: boolean): Moment {
  return mayReadDraft ? { kind: 'now' } : { kind: 'version', number: versions[0]?.number ?? 1 }
}

/** The version before. */
function usualBeginning(versions: readonly VersionSummary[], to: Moment): Moment {
  const earlier = to.kind === 'version' ? versions.find(({ number }) => number < to.number) : versions[0]
  if (earlier) return { kind: 'version', number: earlier.number }
  return to.kind === 'version' ? to : { kind: 'past', at: new Date(Date.now() - aWeek).toISOString() }
}
