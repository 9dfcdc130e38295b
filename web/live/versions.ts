import type { Agenda } from '../../shared/api.ts'
import type { AgendaId } from '../../shared/ids.ts'
import type { Publication } from '../../shared/publication.ts'
import type { Adoption, NewVersion, VersionPreview, VersionSummary, Versions } from '../../shared/version/api.ts'
import type { Version } from '../../shared/version/version.ts'
import { type Answer, type Ask, makeAsk } from './api.ts'

/** The versions of one agenda. */
export type AgendaVersions = {
  agenda: () => Promise<Answer<Agenda>>
  versions: () => Promise<Answer<Versions>>
  /** All of it; and where everyone may read it, if so. */
  version: (number: number) => Promise<Answer<Version & { publication?: Publication }>>
  /** How far every party is with every version. */
  adoption: () => Promise<Answer<Adoption>>
  /** What would be frozen now: only for who may. */
  preview: () => Promise<Answer<VersionPreview>>
  freeze: (version: NewVersion) => Promise<Answer<VersionSummary>>
}

export function makeAgendaVersions(agenda: AgendaId, ask: Ask = makeAsk()): AgendaVersions {
  const base = `/agendas/${agenda}`
  return {
    agenda: () => ask('GET', base),
    versions: () => ask('GET', `${base}/versions`),
    version: (number) => ask('GET', `${base}/versions/${number}`),
    adoption: () => ask('GET', `${base}/adoption`),
    preview: () => ask('GET', `${base}/versions/preview`),
    freeze: (version) => ask('POST', `${base}/versions`, version),
  }
}
