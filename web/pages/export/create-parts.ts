import { createEffect, createSignal, untrack } from 'solid-js'
import type { ExportedAgenda } from '../../../shared/export/model.ts'
import type { AgendaId } from '../../../shared/ids.ts'
import { makeAsk } from '../../live/api.ts'
import { makeAgendaVersions } from '../../live/versions.ts'
import type { Exportable } from './exportable.ts'

/** What an edition of an agenda can be taken along in parts by. */
export type Parts = Pick<Exportable, 'themes' | 'parties'>
type Edition = number | undefined

const none: Parts = { themes: [], parties: [] }

/**
 * The themes and parties of the edition that is chosen: what was renamed, added or left since is not what that edition
 * knows. Until they are there, or when they cannot be had, it is taken along as a whole.
 */
export function createParts(of: Exportable, edition: () => Edition): () => Parts {
  const [known, setKnown] = createSignal<ReadonlyMap<Edition, Parts>>(new Map([[of.version, of]]))
  createEffect(() => {
    const wanted = edition()
    if (untrack(known).has(wanted)) return
    void askParts(of.agenda, wanted).then((parts) => {
      if (parts) setKnown((before) => new Map(before).set(wanted, parts))
    })
  })
  return () => known().get(edition()) ?? none
}

async function askParts(agenda: AgendaId, edition: Edition): Promise<Parts | undefined> {
  if (edition !== undefined) {
    const answer = await makeAgendaVersions(agenda).version(edition)
    return answer.ok ? answer.value.metadata : undefined
  }
  // On the page of a version the living agenda is not open; its own export says what is in it.
  const answer = await makeAsk()<ExportedAgenda>('GET', `/agendas/${agenda}/export/json`)
  if (!answer.ok) return undefined
  const { allThemes, parties } = answer.value
  return { themes: allThemes.filter(({ hidden }) => !hidden), parties }
}
