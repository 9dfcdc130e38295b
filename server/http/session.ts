import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { nanoid } from 'nanoid'
import { type DemoPeople, demoSignIn, type Me } from '../../shared/api.ts'
import { sha256Hex } from '../../shared/hash.ts'
import type { DirectoryDoor, Rooms } from '../ports.ts'
import { problem } from '../problem.ts'
import { sessionSeconds } from '../rooms/directory.ts'
import { readBody } from './body.ts'

export type SignedIn = { Variables: { me: Me; session: string } }

export type SessionOptions = {
  directory: DirectoryDoor
  /** Cookies ignore ports: two servers on one machine must not sign each other's people out. */
  cookie: string
  secure: boolean
  demo: boolean
  rooms: Pick<Rooms, 'endSession'>
}

/** Lets only people with a live session through, and says who it is. */
export function signedIn({ directory, cookie }: SessionOptions): MiddlewareHandler<SignedIn> {
  return async (c, next) => {
    const token = getCookie(c, cookie)
    const session = token && sha256Hex(token)
    const me = session ? await directory.visitor(session) : undefined
    if (!session || !me) return problem(c, 'not-signed-in')
    c.set('me', me)
    c.set('session', session)
    return next()
  }
}

/** Signing in and out. */
export function sessionRoutes(options: SessionOptions): Hono {
  const { directory, rooms, cookie, secure, demo } = options
  const routes = new Hono()

  if (demo) {
    routes.get('/demo', async (c) => c.json({ people: await directory.demoPeople() } satisfies DemoPeople))

    routes.post('/demo', async (c) => {
      const request = await readBody(c, demoSignIn)
      if (!request.ok) return request.answer
      const token = nanoid(43)
      await end(c)
      const me = await directory.signInDemo(request.body.person, sha256Hex(token))
      if (!me) return problem(c, 'not-found')
      setCookie(c, cookie, token, { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge: sessionSeconds })
      return c.json(me satisfies Me)
    })
  }

  routes.delete('/', async (c) => {
    await end(c)
    deleteCookie(c, cookie, { path: '/', secure })
    return c.body(null, 204)
  })

  return routes

  /** Ends the session that this browser had, and its connections. */
  async function end(c: Context): Promise<void> {
    const token = getCookie(c, cookie)
    if (!token) return
    const session = sha256Hex(token)
    await rooms.endSession(session, await directory.signOut(session))
  }
}
