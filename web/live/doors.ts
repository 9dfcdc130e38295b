import type { Arrival, JoinRequest, Outbox, Redemption, TokenMeaning } from '../../shared/account.ts'
import { type Answer, type Ask, makeAsk } from './api.ts'

/** The ways in, and the way out of the mails. */
export type Doors = {
  /** Asks for a mail with a link and a code. The answer is the same whether or not the address is known. */
  askForLink: (email: string) => Promise<Answer<undefined>>
  /** What a link is for. Changes nothing. */
  look: (token: string) => Promise<Answer<TokenMeaning>>
  redeem: (redemption: Redemption) => Promise<Answer<Arrival>>
  join: (request: JoinRequest) => Promise<Answer<undefined>>
  stopMails: (token: string) => Promise<Answer<undefined>>
  /** The mails of a server that sends none. Only such a server answers, and only on the machine itself. */
  outbox: () => Promise<Answer<Outbox>>
}

export function makeDoors(ask: Ask = makeAsk()): Doors {
  return {
    askForLink: (email) => ask('POST', '/session/link', { email }),
    look: (token) => ask('POST', '/session/look', { token }),
    redeem: (redemption) => ask('POST', '/session', redemption),
    join: (request) => ask('POST', '/session/join', request),
    stopMails: (token) => ask('POST', `/stop/${encodeURIComponent(token)}`),
    outbox: () => ask('GET', '/outbox'),
  }
}
