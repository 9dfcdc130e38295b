import { Hono } from 'hono'
import { publicationChoice } from '../../../shared/publication.ts'
import { may } from '../../../shared/rights.ts'
import { problem } from '../../problem.ts'
import { readBody } from '../body.ts'
import type { Room } from '../room.ts'
import type { RoomEnvironment } from '../room-app.ts'
import { answerDecision, command } from './command.ts'
import { publishVersion, withdrawPublication } from './publications.ts'
import { numberOf } from './version-routes.ts'

/** Whether everyone may read a version, without signing in. */
export function publicationRoutes(room: Room): Hono<RoomEnvironment> {
  const { store, agenda } = room
  const app = new Hono<RoomEnvironment>()

  app.put('/versions/:version/publication', async (c) => {
    if (!may(c.var.me.role, 'publish-version')) return problem(c, 'not-allowed')
    const version = numberOf(c)
    if (version === undefined) return problem(c, 'not-found')
    const request = await readBody(c, publicationChoice)
    if (!request.ok) return request.answer
    const decision = await command(room, c.var.me.person, 'publish-version', (turn, { person }) =>
      publishVersion(store, turn, { agenda, version }, { ...request.body, person }),
    )
    return answerDecision(c, decision, (publication) => c.json(publication))
  })

  app.delete('/versions/:version/publication', async (c) => {
    if (!may(c.var.me.role, 'publish-version')) return problem(c, 'not-allowed')
    const version = numberOf(c)
    if (version === undefined) return problem(c, 'not-found')
    const decision = await command(room, c.var.me.person, 'publish-version', (turn) =>
      withdrawPublication(store, turn, version),
    )
    return answerDecision(c, decision, () => c.body(null, 204))
  })

  return app
}
