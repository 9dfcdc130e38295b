import type { AgendaSummary } from '../../shared/agenda.ts'
import type { Agendas } from '../../shared/api.ts'
import type { AgendaId } from '../../shared/ids.ts'
import type { Versions } from '../../shared/version/api.ts'
import { type Answer, type Ask, makeAsk } from './api.ts'

/** The agendas that somebody is on, and what stands on them: to take items over from. */
export type EarlierAgendas = {
  others: (than: AgendaId) => Promise<Answer<AgendaSummary[]>>
  versions: (agenda: AgendaId) => Promise<Answer<Versions>>
  /** Its JSON, as a person could have it as a file; undefined for the living agenda. */
  exported: (agenda: AgendaId, version: number | undefined) => Promise<Answer<unknown>>
}

export function makeEarlierAgendas(ask: Ask = makeAsk()): EarlierAgendas {
  return {
    others: async (than) => {
      const answer = await ask<Agendas>('GET', '/agendas')
      return answer.ok ? { ok: true, value: answer.value.agendas.filter(({ id }) => id !== than) } : answer
    },
    versions: (agenda) => ask('GET', `/agendas/${agenda}/versions`),
    exported: (agenda, version) =>
      ask('GET', `/agendas/${agenda}/export/json${version === undefined ? '' : `?version=${version}`}`),
  }
}
