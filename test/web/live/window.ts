import { createEffect, createRoot } from 'solid-js'
import type { Me } from '../../../shared/api.ts'
import { type AgendaId, makeId, type PersonId } from '../../../shared/ids.ts'
import { type Api, makeApi } from '../../../web/live/api.ts'
import { type Copies, makeMemoryCopies } from '../../../web/live/offline.ts'
import { type OpenedAgenda, type OpenOptions, openAgenda } from '../../../web/live/open.ts'

/** Somebody's browser: a session cookie, and what the device keeps. Windows are opened in it. */
export type Browser = { me: Me; api: Api; copies: Copies; socket: typeof WebSocket; liveOrigin: string }

export async function signIn(url: string, person: string, copies = makeMemoryCopies()): Promise<Browser> {
  let cookie = ''
  const send: typeof fetch = async (input, init) => {
    const answer = await fetch(input, { ...init, headers: { ...init?.headers, cookie } })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return answer
  }
  const api = makeApi(url, send, () => 'nl')
  const me = await api.signInDemo({ person: person as PersonId })
  if (!me.ok) throw new Error(`${person} cannot sign in`)
  class SocketWithCookie extends WebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      // Node's own WebSocket takes headers where a browser's takes protocols.
      super(address, { protocols, headers: { cookie } } as unknown as string[])
    }
  }
  return { me: me.value, api, copies, socket: SocketWithCookie, liveOrigin: url.replace('http', 'ws') }
}

export async function makeAgenda({ api }: Browser, start: 'empty' | 'template' = 'empty'): Promise<AgendaId> {
  const id = makeId<AgendaId>()
  const made = await api.createAgenda({ id, title: 'Proefagenda', region: 'Proefregio', start })
  if (!made.ok) throw new Error('No agenda was made')
  return id
}

/** Opens an agenda and waits until its text is there. */
export async function openWindow(browser: Browser, agenda: AgendaId, options: OpenOptions = {}): Promise<OpenedAgenda> {
  const result = await openAgenda(agenda, browser.me, { ...browser, startOver: () => {}, ...options })
  if (!result.ok) throw new Error(`The agenda does not open: ${result.reason}`)
  await until(() => result.agenda.saved().state !== 'loading')
  return result.agenda
}

/** Resolves as soon as what Solid shows satisfies the condition. */
export function until(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    createRoot((dispose) => {
      createEffect(() => {
        if (!isSo()) return
        dispose()
        resolve()
      })
    })
  })
}
