import type { Agenda } from '../../shared/api.ts'
import type { AgendaId, OrganisationId, StepId } from '../../shared/ids.ts'
import type {
  Adoption,
  PartyAdoption,
  Reminded,
  StepChange,
  StepHistory,
  StepsChange,
  Versions,
} from '../../shared/version/api.ts'
import { type Answer, type Ask, makeAsk } from './api.ts'

/** Which step of which party on which version. */
export type StepPlace = { version: number; organisation: OrganisationId; step: StepId }

/** How far the parties of one agenda are with adopting its versions. */
export type AgendaAdoption = {
  agenda: () => Promise<Answer<Agenda>>
  versions: () => Promise<Answer<Versions>>
  adoption: () => Promise<Answer<Adoption>>
  record: (place: StepPlace, change: StepChange) => Promise<Answer<PartyAdoption>>
  history: (place: StepPlace) => Promise<Answer<StepHistory>>
  setSteps: (organisation: OrganisationId, change: StepsChange) => Promise<Answer<unknown>>
  remind: (place: StepPlace) => Promise<Answer<Reminded>>
}

export function makeAgendaAdoption(agenda: AgendaId, ask: Ask = makeAsk()): AgendaAdoption {
  const base = `/agendas/${agenda}`
  const at = ({ version, organisation, step }: StepPlace) =>
    `${base}/versions/${version}/adoption/${organisation}/${step}`
  return {
    agenda: () => ask('GET', base),
    versions: () => ask('GET', `${base}/versions`),
    adoption: () => ask('GET', `${base}/adoption`),
    record: (place, change) => ask('PUT', at(place), change),
    history: (place) => ask('GET', `${at(place)}/history`),
    setSteps: (organisation, change) => ask('PUT', `${base}/adoption/${organisation}`, change),
    remind: (place) => ask('POST', `${at(place)}/reminder`),
  }
}
