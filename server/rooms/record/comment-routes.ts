import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import {
  type AuditTrail,
  type Comment,
  type Comments,
  correction,
  type EarlierTexts,
  newAnswer,
  newComment,
  reactionChange,
  readMark,
  stateChange,
} from '../../../shared/comment.ts'
import { type CommentId, isId } from '../../../shared/ids.ts'
import { type Action, may } from '../../../shared/rights.ts'
import { problem } from '../../problem.ts'
import { readBody } from '../body.ts'
import type { Room } from '../room.ts'
import type { RoomEnvironment } from '../room-app.ts'
import { answerComment } from './answers.ts'
import { answerDecision, command } from './command.ts'
import { type CommentScene, correctComment, writeComment } from './comments.ts'
import type { Decision } from './decision.ts'
import { changeState } from './moderation.ts'
import { reactToComment } from './reactions.ts'
import { markRead, noteVisit } from './read-marks.ts'
import { momentOf, shownComments } from './shown-comment.ts'
import type { RecordTurn } from './turn.ts'

const sinceQuestion = v.object({ since: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))) })

type C = Context<RoomEnvironment>

/** What was said about the items of an agenda, what was done with it, and who has read it. */
export function commentRoutes(room: Room): Hono<RoomEnvironment> {
  const { store } = room
  const app = new Hono<RoomEnvironment>()

  app.get('/comments', (c) => {
    if (!may(c.var.me.role, 'read-draft')) return problem(c, 'not-allowed')
    const question = v.safeParse(sinceQuestion, c.req.query())
    if (!question.success) return problem(c, 'invalid', [{ path: 'since', message: 'The number of a change' }])
    const answer: Comments = {
      comments: shownComments(store.comments, question.output.since ?? 0, c.var.me),
      seq: store.comments.lastSeq(),
      read: store.comments.readMarks(c.var.me.person),
    }
    return c.json(answer)
  })

  app.post('/comments', async (c) => {
    if (!may(c.var.me.role, 'comment')) return problem(c, 'not-allowed')
    const request = await readBody(c, newComment)
    if (!request.ok) return request.answer
    const decision = await commanded(c, 'comment', (scene, turn) => writeComment(scene, turn, request.body))
    return answerDecision(c, decision, ({ comment, isNew }) => c.json(comment, isNew ? 201 : 200))
  })

  app.patch('/comments/:comment', (c) => change(c, 'comment', correction, correctComment))
  app.put('/comments/:comment/state', (c) => change(c, 'comment', stateChange, changeState))
  app.put('/comments/:comment/reactions', (c) => change(c, 'comment', reactionChange, reactToComment))
  app.put('/comments/:comment/answer', (c) => change(c, 'answer-comment', newAnswer, answerComment))

  app.get('/comments/:comment/texts', (c) => {
    const { me } = c.var
    if (!may(me.role, 'read-draft')) return problem(c, 'not-allowed')
    const id = c.req.param('comment')
    const row = isId<CommentId>(id) ? store.comments.comment(id) : undefined
    if (!row) return problem(c, 'not-found')
    // What its author took back or somebody reported, its earlier texts may hold as well: only who moderates sees them.
    if (row.state !== 'shown' && !may(me.role, 'moderate-comments')) return problem(c, 'not-allowed')
    const texts = store.comments.texts(row.id).map(({ text, until }) => ({ text, until: momentOf(until) }))
    return c.json({ texts } satisfies EarlierTexts)
  })

  app.put('/read', async (c) => {
    if (!may(c.var.me.role, 'read-draft')) return problem(c, 'not-allowed')
    const request = await readBody(c, readMark)
    if (!request.ok) return request.answer
    const decision = await commanded(c, 'read-draft', (scene, turn) => markRead(scene, turn, request.body))
    return answerDecision(c, decision, () => c.body(null, 204))
  })

  app.put('/visit', async (c) => {
    if (!may(c.var.me.role, 'read-draft')) return problem(c, 'not-allowed')
    return answerDecision(c, await commanded(c, 'read-draft', noteVisit), (visit) => c.json(visit))
  })

  app.get('/audit', (c) => {
    if (!may(c.var.me.role, 'take-dossier')) return problem(c, 'not-allowed')
    const lines = store.trail.lines().map(({ seq, at, person, kind, subject, contentHash, hash }) => ({
      ...{ seq, at: momentOf(at), person, kind },
      subject: JSON.parse(subject) as AuditTrail['lines'][number]['subject'],
      ...{ contentHash, hash },
    }))
    return c.json({ lines } satisfies AuditTrail)
  })

  return app

  /** Something that somebody does with one comment. */
  async function change<Schema extends v.GenericSchema>(
    c: C,
    action: Action,
    schema: Schema,
    decide: (scene: CommentScene, turn: RecordTurn, id: CommentId, body: v.InferOutput<Schema>) => Decision<Comment>,
  ): Promise<Response> {
    if (!may(c.var.me.role, action)) return problem(c, 'not-allowed')
    const id = c.req.param('comment')
    if (!isId<CommentId>(id)) return problem(c, 'not-found')
    const request = await readBody(c, schema)
    if (!request.ok) return request.answer
    const decision = await commanded(c, action, (scene, turn) => decide(scene, turn, id, request.body))
    return answerDecision(c, decision, (comment) => c.json(comment))
  }

  /** Carries out a command of who asks. While its body came in, their role may have changed. */
  function commanded<Result>(
    c: C,
    action: Action,
    decide: (scene: CommentScene, turn: RecordTurn) => Decision<Result>,
  ): Promise<Decision<Result>> {
    const { person } = c.var.me
    return command(room, person, action, (turn, me) => decide({ store, doc: room.doc, me }, turn))
  }
}
