import { type Context, Hono } from 'hono'
import { readAgendaHead } from '../../../shared/document/read.ts'
import { isId, type OrganisationId, type StepId } from '../../../shared/ids.ts'
import type { Publication } from '../../../shared/publication.ts'
import { type Action, may } from '../../../shared/rights.ts'
import {
  type Adoption,
  newVersion,
  type StepHistory,
  stepChange,
  stepsChange,
  type Versions,
} from '../../../shared/version/api.ts'
import { problem } from '../../problem.ts'
import { readBody } from '../body.ts'
import type { Room } from '../room.ts'
import type { RoomEnvironment } from '../room-app.ts'
import { readAdoption, recordAdoption, setSteps } from './adoption.ts'
import { readStepHistory } from './adoption-history.ts'
import { answerDecision, command } from './command.ts'
import type { Decision } from './decision.ts'
import { makeCountChanges } from './party-since.ts'
import { publicationOf } from './publications.ts'
import { remindOfStep } from './reminders.ts'
import type { RecordTurn } from './turn.ts'
import { freezeVersion, previewVersion, type VersionScene, versionSummaries, wholeVersion } from './versions.ts'

type C = Context<RoomEnvironment>

/** What was agreed and frozen, and how far its adoption is. Nothing here changes a version (rule V1). */
export function versionRoutes(room: Room): Hono<RoomEnvironment> {
  const { store } = room
  const app = new Hono<RoomEnvironment>()
  const countChanges = makeCountChanges(store.versions)

  app.get('/versions', (c) => {
    if (!may(c.var.me.role, 'read-record')) return problem(c, 'not-allowed')
    const all = versionSummaries(store).map((summary) => ({ ...summary, ...publicationIn(summary.number) }))
    return c.json({ versions: all } satisfies Versions)
  })

  app.post('/versions', async (c) => {
    if (!may(c.var.me.role, 'freeze-version')) return problem(c, 'not-allowed')
    const request = await readBody(c, newVersion)
    if (!request.ok) return request.answer
    const decision = await commanded(c, 'freeze-version', (scene, turn) => freezeVersion(scene, turn, request.body))
    return answerDecision(c, decision, ({ version, isNew }) => c.json(version, isNew ? 201 : 200))
  })

  app.get('/versions/preview', (c) => {
    const { me } = c.var
    if (!may(me.role, 'freeze-version')) return problem(c, 'not-allowed')
    return c.json(previewVersion({ store, doc: room.doc, me }))
  })

  app.get('/versions/:version', (c) => {
    if (!may(c.var.me.role, 'read-record')) return problem(c, 'not-allowed')
    const number = numberOf(c)
    const version = number === undefined ? undefined : wholeVersion(store, number)
    return version ? c.json({ ...version, ...publicationIn(version.number) }) : problem(c, 'not-found')
  })

  app.get('/adoption', (c) => {
    if (!may(c.var.me.role, 'read-record')) return problem(c, 'not-allowed')
    return c.json(readAdoption(store, countChanges) satisfies Adoption)
  })

  app.put('/adoption/:organisation', async (c) => {
    if (!may(c.var.me.role, 'record-adoption')) return problem(c, 'not-allowed')
    const organisation = c.req.param('organisation')
    if (!isId<OrganisationId>(organisation) || !isParty(organisation)) return problem(c, 'not-found')
    const request = await readBody(c, stepsChange)
    if (!request.ok) return request.answer
    const decision = await commanded(c, 'record-adoption', (scene, turn) =>
      setSteps(scene, turn, organisation, request.body),
    )
    return answerDecision(c, decision, (settings) => c.json(settings))
  })

  app.put('/versions/:version/adoption/:organisation/:step', async (c) => {
    if (!may(c.var.me.role, 'record-adoption')) return problem(c, 'not-allowed')
    const { organisation, step } = c.req.param()
    const version = numberOf(c)
    if (version === undefined || !isId<OrganisationId>(organisation) || !isId<StepId>(step))
      return problem(c, 'not-found')
    const request = await readBody(c, stepChange)
    if (!request.ok) return request.answer
    const decision = await commanded(c, 'record-adoption', (scene, turn) =>
      recordAdoption(scene, turn, { version, organisation, step }, request.body),
    )
    return answerDecision(c, decision, (party) => c.json(party))
  })

  app.get('/versions/:version/adoption/:organisation/:step/history', (c) => {
    if (!may(c.var.me.role, 'read-record')) return problem(c, 'not-allowed')
    const { organisation, step } = c.req.param()
    const version = numberOf(c)
    if (version === undefined || !isId<OrganisationId>(organisation) || !isId<StepId>(step))
      return problem(c, 'not-found')
    const history = readStepHistory(store, { version, organisation, step })
    return history ? c.json(history satisfies StepHistory) : problem(c, 'not-found')
  })

  app.post('/versions/:version/adoption/:organisation/:step/reminder', async (c) => {
    if (!may(c.var.me.role, 'follow-adoption')) return problem(c, 'not-allowed')
    const { organisation, step } = c.req.param()
    const version = numberOf(c)
    if (version === undefined || !isId<OrganisationId>(organisation) || !isId<StepId>(step))
      return problem(c, 'not-found')
    const { title } = readAgendaHead(room.doc)
    const decision = await commanded(c, 'follow-adoption', (scene, turn) =>
      remindOfStep(scene, turn, title, { version, organisation, step }),
    )
    return answerDecision(c, decision, (reminded) => c.json(reminded, 201))
  })

  return app

  /** Where everyone may read it, if so: only who is on the agenda is told. */
  function publicationIn(version: number): { publication?: Publication } {
    const publication = publicationOf(store, room.agenda, version)
    return publication ? { publication } : {}
  }

  function isParty(organisation: OrganisationId): boolean {
    return store.seat().organisations.some(({ id }) => id === organisation)
  }

  /** Carries out a command of who asks. While its body came in, their role may have changed. */
  function commanded<Result>(
    c: C,
    action: Action,
    decide: (scene: VersionScene, turn: RecordTurn) => Decision<Result>,
  ): Promise<Decision<Result>> {
    const { person } = c.var.me
    return command(room, person, action, (turn, me) => decide({ store, doc: room.doc, me }, turn))
  }
}

/** The version that the path names. */
export function numberOf(c: Context): number | undefined {
  const text = c.req.param('version') ?? ''
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
}
