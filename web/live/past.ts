import * as Y from 'yjs'
import type { AgendaId } from '../../shared/ids.ts'
import type { Moments } from '../../shared/moments.ts'
import { type Answer, type Ask, isProblem, makeAsk } from './api.ts'

/** The past of one agenda, from the server: this device holds only what is there now. */
export type Past = {
  /** When it changed; of a part of its life by `from` and `to`. */
  moments: (part?: { from?: string; to?: string }) => Promise<Answer<Moments>>
  /** The document as it was at a moment. */
  document: (at: string, signal: AbortSignal) => Promise<Answer<Y.Doc>>
}

/** A document is more than an answer of JSON: a bad connection may take its time. In ms. */
const patience = 60_000

export function makePast(agenda: AgendaId, ask: Ask = makeAsk(), send: typeof fetch = fetch): Past {
  const base = `/agendas/${agenda}`
  return {
    moments: (part = {}) => ask('GET', `${base}/moments?${new URLSearchParams(part)}`),

    async document(at, signal) {
      try {
        const response = await send(`/api/v1${base}/past?${new URLSearchParams({ at })}`, {
          signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
        })
        if (!response.ok) {
          const problem: unknown = await response.json()
          return isProblem(problem) ? { ok: false, reason: 'problem', problem } : { ok: false, reason: 'unreachable' }
        }
        const doc = new Y.Doc()
        Y.applyUpdate(doc, new Uint8Array(await response.arrayBuffer()))
        return { ok: true, value: doc }
      } catch {
        // No network, no answer in time, not asked for any more, or an answer of something in between.
        return { ok: false, reason: 'unreachable' }
      }
    },
  }
}
