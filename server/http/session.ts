import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { nanoid } from 'nanoid'
import { type DemoPeople, demoSignIn, type Me } from '../../shared/api.ts'
import { sha256Hex } from '../../shared/hash.ts'
import type { DirectoryDoor, Identity, Rooms } from '../ports.ts'
import { problem } from '../problem.ts'
import { readBody } from '../rooms/body.ts'
import { sessionSeconds } from '../rooms/directory/sessions.ts'
import { deviceOf } from './device.ts'

export type SignedIn = { Variables: { me: Me; session: string; until: number } }

export type SessionOptions = {
  directory: DirectoryDoor
  /** Cookies ignore ports: two servers on one machine must not sign each other's people out. */
  cookie: string
  secure: boolean
  demo: boolean
  rooms: Pick<Rooms, 'endSession'>
}

/** Who asks, as the rooms get to know it. */
export function identityOf({ var: { me, session, until } }: Context<SignedIn>): Identity {
  return { person: me.person, session, until }
}

/** Lets only people with a live session through, and says who it is. */
export function signedIn({ directory, cookie }: SessionOptions): MiddlewareHandler<SignedIn> {
  return async (c, next) => {
    const token = getCookie(c, cookie)
    const session = token && sha256Hex(token)
    const visitor = session ? await directory.visitor(session) : undefined
    if (!session || !visitor) return problem(c, 'not-signed-in')
    c.set('me', visitor.me)
    c.set('session', session)
    c.set('until', visitor.until)
    return next()
  }
}

/** Signing out, and in the demo picking somebody to be. */
export function sessionRoutes(options: SessionOptions): Hono {
  const { directory, cookie, secure, demo } = options
  const routes = new Hono()

  if (demo) {
    routes.get('/demo', async (c) => c.json({ people: await directory.demoPeople() } satisfies DemoPeople))

    routes.post('/demo', async (c) => {
      const request = await readBody(c, demoSignIn)
      if (!request.ok) return request.answer
      const token = nanoid(43)
      await endSession(c, options)
      const device = deviceOf(c.req.header('user-agent'))
      const me = await directory.signInDemo(request.body.person, sha256Hex(token), device)
      if (!me) return problem(c, 'not-found')
      beginSession(c, options, token)
      return c.json(me satisfies Me)
    })
  } else routes.all('/demo', (c) => problem(c, 'not-found'))

  routes.delete('/', async (c) => {
    await endSession(c, options)
    deleteCookie(c, cookie, { path: '/', secure })
    return c.body(null, 204)
  })

  return routes
}

/** Gives this browser the token of a session that the directory knows. */
export function beginSession(c: Context, { cookie, secure }: SessionOptions, token: string): void {
  setCookie(c, cookie, token, { httpOnly: true, sameSite: 'Lax', path: '/', secure, maxAge: sessionSeconds })
}

/** Ends the session that this browser had, and its connections. */
export async function endSession(c: Context, { directory, rooms, cookie }: SessionOptions): Promise<void> {
  const token = getCookie(c, cookie)
  if (!token) return
  const session = sha256Hex(token)
  await rooms.endSession(session, await directory.signOut(session))
}
