import type { PersonSettings, Sessions, Waiting } from '../../shared/account.ts'
import { type Answer, type Ask, makeAsk } from './api.ts'

/** What is mine alone: where I am signed in, which mails I get, what waits for me. */
export type Account = {
  sessions: () => Promise<Answer<Sessions>>
  endSession: (id: string) => Promise<Answer<undefined>>
  /** Ends all my sessions but this one. */
  endOtherSessions: () => Promise<Answer<undefined>>
  settings: () => Promise<Answer<PersonSettings>>
  changeSettings: (settings: PersonSettings) => Promise<Answer<PersonSettings>>
  waiting: () => Promise<Answer<Waiting>>
}

export function makeAccount(ask: Ask = makeAsk()): Account {
  return {
    sessions: () => ask('GET', '/sessions'),
    endSession: (id) => ask('DELETE', `/sessions/${encodeURIComponent(id)}`),
    endOtherSessions: () => ask('DELETE', '/sessions'),
    settings: () => ask('GET', '/me/settings'),
    changeSettings: (settings) => ask('PATCH', '/me/settings', settings),
    waiting: () => ask('GET', '/me/waiting'),
  }
}
