import { Hono, type MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { nanoid } from 'nanoid'
import { type DemoPeople, demoSignIn, type Me } from '../../shared/api.ts'
import { sha256Hex } from '../../shared/hash.ts'
import type { Clock } from '../ports.ts'
import { problem } from '../problem.ts'
import type { DirectoryStore } from '../store/directory-store.ts'
import { readBody } from './body.ts'

const day = 86_400_000
/** A session ends after a week without use, and in any case after a month. */
const idleLimit = 7 * day
const absoluteLimit = 30 * day
/** How often a session's last use is written down. */
const touchEvery = 3_600_000

export type SignedIn = { Variables: { me: Me; session: string } }

export type SessionOptions = {
  directory: DirectoryStore
  clock: Clock
  /** Cookies ignore ports: two servers on one machine must not sign each other's people out. */
  cookie: string
  secure: boolean
  demo: boolean
  /** Tells the rooms that a session is over. */
  ended: (session: string) => void
}

/** Lets only people with a live session through, and says who it is. */
export function signedIn({ directory, clock, cookie }: SessionOptions): MiddlewareHandler<SignedIn> {
  return async (c, next) => {
    const token = getCookie(c, cookie)
    const hash = token && sha256Hex(token)
    const session = hash ? directory.session(hash) : undefined
    const now = clock()
    const isOver = !session || now - session.seenAt > idleLimit || now - session.createdAt > absoluteLimit
    const me = isOver ? undefined : directory.person(session.person)
    if (!hash || isOver || !me) return problem(c, 'not-signed-in')
    if (now - session.seenAt > touchEvery) directory.touchSession(hash, now)
    c.set('me', me)
    c.set('session', hash)
    return next()
  }
}

/** Signing in and out. */
export function sessionRoutes(options: SessionOptions): Hono {
  const { directory, clock, cookie, secure, demo, ended } = options
  const routes = new Hono()

  if (demo) {
    routes.get('/demo', (c) => c.json({ people: directory.demoPeople() } satisfies DemoPeople))

    routes.post('/demo', async (c) => {
      const request = await readBody(c, demoSignIn)
      if (!request.ok) return request.answer
      const { person } = request.body
      const me = directory.person(person)
      if (!me?.demo) return problem(c, 'not-found')
      const token = nanoid(43)
      directory.removeOldSessions(clock() - idleLimit, clock() - absoluteLimit)
      directory.addSession(sha256Hex(token), person, clock())
      setCookie(c, cookie, token, { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge: absoluteLimit / 1000 })
      return c.json(me satisfies Me)
    })
  }

  routes.delete('/', (c) => {
    const token = getCookie(c, cookie)
    if (token) {
      const hash = sha256Hex(token)
      directory.removeSession(hash)
      ended(hash)
    }
    deleteCookie(c, cookie, { path: '/', secure })
    return c.body(null, 204)
  })

  return routes
}
