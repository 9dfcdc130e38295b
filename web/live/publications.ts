import type { AgendaId } from '../../shared/ids.ts'
import type { Publication, PublicationChoice } from '../../shared/publication.ts'
import { type Answer, type Ask, makeAsk } from './api.ts'

/** Lets everyone read versions of one agenda, and takes that back. */
export type Publications = {
  publish: (version: number, choice: PublicationChoice) => Promise<Answer<Publication>>
  withdraw: (version: number) => Promise<Answer<undefined>>
}

export function makePublications(agenda: AgendaId, ask: Ask = makeAsk()): Publications {
  const path = (version: number) => `/agendas/${agenda}/versions/${version}/publication`
  return {
    publish: (version, choice) => ask('PUT', path(version), choice),
    withdraw: (version) => ask('DELETE', path(version)),
  }
}
