import type { Arrival, LocalMail, Outbox } from '../../shared/account.ts'
import { json } from './http.ts'
import type { Runtime, Visitor } from './server.ts'

/** A browser window as the server meets it: it keeps its cookies, and sends JSON. */
export type Window = {
  ask: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Response>
  /** What this window comes with, for what takes a visitor. */
  visitor: () => Visitor
  /** Redeems, and says who came in; throws when nobody did. */
  comeIn: (redemption: object) => Promise<Arrival>
}

export function openWindow(server: Pick<Runtime, 'ask'>): Window {
  const cookies = new Map<string, string>()
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask: Window['ask'] = async (method, path, body, headers = {}) => {
    const answer = await server.ask(path, {
      method,
      headers: { ...(body !== undefined && json), ...(cookies.size > 0 && { cookie: cookie() }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      if (/; Max-Age=0/.test(set)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answer
  }
  return {
    ask,
    visitor: () => ({ person: '', cookie: cookie() }),
    async comeIn(redemption) {
      const answer = await ask('POST', '/api/v1/session', redemption)
      if (!answer.ok) throw new Error(`nobody came in: ${answer.status} ${await answer.text()}`)
      return (await answer.json()) as Arrival
    },
  }
}

/** The mails to an address that the local outbox shows, the newest first. */
export async function mailsTo(server: Pick<Runtime, 'ask'>, address: string): Promise<LocalMail[]> {
  const { mails } = (await (await server.ask('/api/v1/outbox')).json()) as Outbox
  return mails.filter(({ to }) => to === address)
}

export function tokenIn({ text }: Pick<LocalMail, 'text'>): string {
  return /\/sign-in\/([A-Za-z0-9]{43})\b/.exec(text)?.[1] ?? 'there is no link in it'
}

export function codeIn({ text }: Pick<LocalMail, 'text'>): string {
  return /^ {3}(\d{6})$/m.exec(text)?.[1] ?? 'there is no code in it'
}

/** A code that is not this one. */
export function otherThan(code: string, by = 1): string {
  return String((Number(code) + by) % 1_000_000).padStart(6, '0')
}
