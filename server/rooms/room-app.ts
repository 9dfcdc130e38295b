import { Hono, type MiddlewareHandler } from 'hono'
import * as v from 'valibot'
import type { Member } from '../../shared/agenda.ts'
import type { Agenda, Change, History, ItemRecords } from '../../shared/api.ts'
import { readAgendaHead } from '../../shared/document/read.ts'
import { type ItemId, isId } from '../../shared/ids.ts'
import { mayReadDraft, mayTakeDossier } from '../../shared/roles.ts'
import type { Clock, Identity } from '../ports.ts'
import { problem } from '../problem.ts'
import { differenceRoutes } from './difference-routes.ts'
import { exportModelRoutes } from './export-routes.ts'
import { Budgets } from './limits.ts'
import { Past } from './past.ts'
import { pastRoutes } from './past-routes.ts'
import { PolledConnections } from './polled.ts'
import { calendarRoutes } from './record/calendar-routes.ts'
import { commentRoutes } from './record/comment-routes.ts'
import { peopleRoutes } from './record/people-routes.ts'
import { publicationRoutes } from './record/publication-routes.ts'
import { ReadOnlyRoom } from './record/turn.ts'
import { versionRoutes } from './record/version-routes.ts'
import type { Room } from './room.ts'

export type RoomEnvironment = { Bindings: { identity: Identity }; Variables: { me: Member } }

const newestChanges = 200

const historyQuestion = v.object({
  item: v.optional(v.custom<ItemId>(isId, 'item is the id of an item')),
  before: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'before is the number of a change'), v.transform(Number)),
  ),
})

/** So many commands a person may give at once, and so many a second after that: far more than hands can, and no flood. */
const commandBurst = 600
const commandsPerSecond = 3

/** What a room answers over HTTP. The gateway already knows who asks; here it is decided what they may see. */
export function makeRoomApp(room: Room, clock: Clock = Date.now): Hono<RoomEnvironment> {
  const whole = new Hono<RoomEnvironment>()
  const polled = new PolledConnections(room)
  const past = new Past(room.store)
  whole.post('/live/:agenda', (c) => polled.handle(c.req.raw, c.env.identity))
  const app = whole.basePath('/api/v1/agendas/:agenda')

  app.use(async (c, next) => {
    const me = room.member(c.env.identity.person)
    // To someone who is not on the agenda it does not exist: the answer must not tell that it does.
    if (!me) return problem(c, 'not-found')
    c.set('me', me)
    return next()
  })
  app.use(calm(clock))

  app.get('/', (c) => {
    const { me } = c.var
    const seat = room.store.seat()
    const agenda: Agenda = {
      id: room.agenda,
      ...readAgendaHead(room.doc),
      region: room.store.setting('region') ?? '',
      role: me.role,
      parties: seat.organisations.length,
      people: seat.members.length,
      unread: mayReadDraft(me.role) ? room.store.comments.unreadOf(me.person) : 0,
      me,
      epoch: room.epoch,
      ...seat,
      former: room.store.everyMember().filter(({ person }) => !seat.members.some((member) => member.person === person)),
      // Plans in the making are part of the living agenda.
      plans: mayReadDraft(me.role) ? seat.plans : [],
    }
    return c.json(agenda)
  })

  app.get('/items', drafts, (c) => {
    const items = room.store
      .items()
      .map(({ item, number, person, at }) => ({ item, number, addedBy: person, addedAt: new Date(at).toISOString() }))
    return c.json({ items } satisfies ItemRecords)
  })

  app.get('/history', drafts, (c) => {
    const question = v.safeParse(historyQuestion, c.req.query())
    if (!question.success)
      return problem(
        c,
        'invalid',
        question.issues.map(({ message }) => ({ path: 'query', message })),
      )
    const changes = room.history({ ...question.output, limit: newestChanges }).map(
      ({ at, before, after, ...change }): Change => ({
        ...change,
        at: new Date(at).toISOString(),
        before: JSON.parse(before),
        after: JSON.parse(after),
      }),
    )
    return c.json({ changes } satisfies History)
  })

  app.get('/dossier', (c) => {
    if (!mayTakeDossier(c.var.me.role)) return problem(c, 'not-allowed')
    c.header('content-disposition', `attachment; filename="${room.agenda}.dossier.json"`)
    return c.json(room.dossier())
  })

  app.route('/', exportModelRoutes(room, clock))
  app.route('/', peopleRoutes(room, clock))
  app.route('/', commentRoutes(room))
  app.route('/', versionRoutes(room))
  app.route('/', publicationRoutes(room))
  app.route('/', pastRoutes(room, past, clock))
  app.route('/', differenceRoutes(room, past, clock))
  app.route('/', calendarRoutes(room))

  app.notFound((c) => problem(c, 'not-found'))
  app.onError((error, c) => {
    if (error instanceof ReadOnlyRoom) return problem(c, 'read-only')
    throw error
  })
  return app
}

/** Only for those who see the living agenda. */
const drafts: MiddlewareHandler<RoomEnvironment> = async (c, next) => {
  return mayReadDraft(c.var.me.role) ? next() : problem(c, 'not-allowed')
}

/** Keeps anyone from filling the record faster than others can read it (rule K4). */
function calm(clock: Clock): MiddlewareHandler<RoomEnvironment> {
  const budgets = new Budgets(commandBurst, commandsPerSecond)
  return async (c, next) => {
    if (c.req.method === 'GET') return next()
    if (budgets.spend(c.var.me.person, 1, clock())) return next()
    const answer = problem(c, 'too-fast')
    answer.headers.set('retry-after', '10')
    return answer
  }
}
