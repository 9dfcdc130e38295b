import { Hono } from 'hono'
import {
  type KnownOrganisations,
  type PersonSettings,
  personSettings,
  type Sessions,
  type Waiting,
} from '../../shared/account.ts'
import type { Me } from '../../shared/api.ts'
import type { DirectoryDoor, Ended, Rooms } from '../ports.ts'
import { problem } from '../problem.ts'
import { readBody } from '../rooms/body.ts'
import type { SignedIn } from './session.ts'

export type AccountOptions = { directory: DirectoryDoor; rooms: Pick<Rooms, 'endSession'> }

/** What concerns who is signed in, and nobody else: who they are, where they are signed in, what waits for them. */
export function accountRoutes({ directory, rooms }: AccountOptions): Hono<SignedIn> {
  const routes = new Hono<SignedIn>()

  routes.get('/me', async (c) => {
    const { me } = c.var
    return c.json({ ...me, ...(await directory.account(me.person)) } satisfies Me)
  })

  routes.get('/me/settings', async (c) => c.json((await directory.settings(c.var.me.person)) satisfies PersonSettings))

  routes.patch('/me/settings', async (c) => {
    const request = await readBody(c, personSettings)
    if (!request.ok) return request.answer
    await directory.changeSettings(c.var.me.person, request.body)
    return c.json(request.body satisfies PersonSettings)
  })

  routes.get('/me/waiting', async (c) => c.json((await directory.waiting(c.var.me.person)) satisfies Waiting))

  routes.get('/organisations', async (c) => {
    const organisations = await directory.organisationsFor(c.var.me.person)
    return c.json({ organisations } satisfies KnownOrganisations)
  })

  routes.get('/sessions', async (c) =>
    c.json((await directory.sessionsOf(c.var.me.person, c.var.session)) satisfies Sessions),
  )

  routes.delete('/sessions', async (c) => {
    await closeAll(await directory.endSessions(c.var.me.person, { allBut: c.var.session }))
    return c.body(null, 204)
  })

  routes.delete('/sessions/:session', async (c) => {
    const ended = await directory.endSessions(c.var.me.person, { id: c.req.param('session') })
    if (ended.sessions.length === 0) return problem(c, 'not-found')
    await closeAll(ended)
    return c.body(null, 204)
  })

  return routes

  /** What the sessions had open is closed before the answer. */
  async function closeAll({ sessions, agendas }: Ended): Promise<void> {
    for (const session of sessions) await rooms.endSession(session, agendas)
  }
}
