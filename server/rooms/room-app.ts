import { Hono, type MiddlewareHandler } from 'hono'
import type { Member } from '../../shared/agenda.ts'
import type { Agenda, Change, History, ItemRecords } from '../../shared/api.ts'
import { readAgendaHead } from '../../shared/document/read.ts'
import { type ItemId, isId } from '../../shared/ids.ts'
import { mayReadDraft, mayTakeDossier } from '../../shared/roles.ts'
import type { Identity } from '../ports.ts'
import { problem } from '../problem.ts'
import type { Room } from './room.ts'

export type RoomEnvironment = { Bindings: { identity: Identity }; Variables: { me: Member } }

const newestChanges = 200

/** What a room answers over HTTP. The gateway already knows who asks; here it is decided what they may see. */
export function makeRoomApp(room: Room): Hono<RoomEnvironment> {
  const app = new Hono<RoomEnvironment>().basePath('/api/v1/agendas/:agenda')

  app.use(async (c, next) => {
    const me = room.member(c.env.identity.person)
    // To someone who is not on the agenda it does not exist: the answer must not tell that it does.
    if (!me) return problem(c, 'not-found')
    c.set('me', me)
    return next()
  })

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
      me,
      epoch: room.epoch,
      ...seat,
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
    const item = c.req.query('item')
    if (!isId<ItemId>(item)) return problem(c, 'invalid', [{ path: 'item', message: 'The id of an item' }])
    const changes = room.history(item, newestChanges).map(
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

  app.notFound((c) => problem(c, 'not-found'))
  app.onError((error) => {
    throw error
  })
  return app
}

/** Only for those who see the living agenda. */
const drafts: MiddlewareHandler<RoomEnvironment> = async (c, next) => {
  return mayReadDraft(c.var.me.role) ? next() : problem(c, 'not-allowed')
}
