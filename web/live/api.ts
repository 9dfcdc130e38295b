import type { AgendaSummary } from '../../shared/agenda.ts'
import type {
  Agenda,
  Agendas,
  DemoPeople,
  DemoSignIn,
  History,
  ItemRecords,
  Me,
  NewAgenda,
  Problem,
} from '../../shared/api.ts'
import type { AgendaId, ItemId } from '../../shared/ids.ts'

/** What the server said, or that it could not be reached. Problems are values: every caller has to look. */
export type Answer<Value> =
  | { ok: true; value: Value }
  | { ok: false; reason: 'problem'; problem: Problem }
  | { ok: false; reason: 'unreachable' }

/** The HTTP side of the server. Handed in where it is used, so that a test can answer instead. */
export type Api = {
  me: () => Promise<Answer<Me>>
  demoPeople: () => Promise<Answer<DemoPeople>>
  signInDemo: (choice: DemoSignIn) => Promise<Answer<Me>>
  signOut: () => Promise<Answer<undefined>>
  agendas: () => Promise<Answer<Agendas>>
  createAgenda: (agenda: NewAgenda) => Promise<Answer<AgendaSummary>>
  agenda: (id: AgendaId) => Promise<Answer<Agenda>>
  items: (id: AgendaId) => Promise<Answer<ItemRecords>>
  /** What changed in an item, or in the whole agenda, before a change. */
  history: (id: AgendaId, question: { item?: ItemId; before?: number }) => Promise<Answer<History>>
  /** Any other route, for what comes when it is needed (comments): the caller names what the contract promises. */
  ask: <Value>(method: string, path: string, body?: unknown) => Promise<Answer<Value>>
}

/** A request that got no answer in this time counts as unreachable, so that a bad connection is as quick as none. */
const patience = 10_000

/** Asks the server under /api/v1. */
export type Ask = <Value>(method: string, path: string, body?: unknown) => Promise<Answer<Value>>

export function makeAsk(
  origin = '',
  send: typeof fetch = fetch,
  language: () => string = () => document.documentElement.lang,
): Ask {
  return async function ask<Value>(method: string, path: string, body?: unknown): Promise<Answer<Value>> {
    let response: Response
    let content: unknown
    try {
      response = await send(`${origin}/api/v1${path}`, {
        method,
        signal: AbortSignal.timeout(patience),
        headers: {
          'accept-language': language(),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      content = text ? JSON.parse(text) : undefined
    } catch {
      // No network, no answer in time, or an answer of something in between that is not our server (a portal's page).
      return { ok: false, reason: 'unreachable' }
    }
    // The value is what shared/api.ts promises: server and browser are compiled against the same contract.
    if (response.ok) return { ok: true, value: content as Value }
    if (isProblem(content)) return { ok: false, reason: 'problem', problem: content }
    return { ok: false, reason: 'unreachable' }
  }
}

export function makeApi(...to: Parameters<typeof makeAsk>): Api {
  const ask = makeAsk(...to)
  return {
    me: () => ask('GET', '/me'),
    demoPeople: () => ask('GET', '/session/demo'),
    signInDemo: (choice) => ask('POST', '/session/demo', choice),
    signOut: () => ask('DELETE', '/session'),
    agendas: () => ask('GET', '/agendas'),
    createAgenda: (agenda) => ask('POST', '/agendas', agenda),
    agenda: (id) => ask('GET', `/agendas/${id}`),
    items: (id) => ask('GET', `/agendas/${id}/items`),
    history: (id, { item, before }) =>
      ask(
        'GET',
        `/agendas/${id}/history?${new URLSearchParams({ ...(item && { item }), ...(before && { before: String(before) }) })}`,
      ),
    ask,
  }
}

/** The status of a problem; 0 when the server could not be reached. */
export function statusOf(answer: Answer<unknown>): number {
  if (answer.ok) return 200
  return answer.reason === 'problem' ? answer.problem.status : 0
}

export function isProblem(content: unknown): content is Problem {
  return (
    typeof content === 'object' &&
    content !== null &&
    'type' in content &&
    'status' in content &&
    typeof content.status === 'number'
  )
}
