import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyBoard } from '../../server/node/verify.ts'
import type { Problem } from '../../shared/api.ts'
import type { AuditTrail } from '../../shared/comment.ts'
import type { Dossier } from '../../shared/dossier.ts'
import { asId, type OrganisationId, type PersonId } from '../../shared/ids.ts'
import { Talk } from '../kit/comments.ts'
import { post } from '../kit/http.ts'
import { removeFolder, startTestServer, type TestServer, type Visitor } from '../kit/server.ts'

let here: TestServer
let there: TestServer
let taker: Visitor
let talk: Talk
let dossier: Dossier

beforeAll(async () => {
  here = await startTestServer()
  there = await startTestServer()
  taker = await there.signIn('coordinator')
  const coordinator = await here.signIn('coordinator')
  const [parent, editor] = [
    await here.signIn('voorzitter-ouderplatform'),
    await here.signIn('beleidsadviseur-dordrecht'),
  ]
  talk = await Talk.begin(here, coordinator)
  const { id } = await talk.say(parent, 'Ouders praten mee.', {
    anchor: { field: 'title', start: 'AAAA', end: 'AAAA', quote: 'praten', before: 'mee', after: '' },
    mentions: { people: [asId<PersonId>(editor.person)], organisations: [asId<OrganisationId>('jongerenraad')] },
  })
  await talk.say(editor, 'Goed plan.', { thread: id })
  await talk.send(parent, 'PATCH', `/comments/${id}`, { text: 'Ouders en jongeren praten mee.' })
  await talk.send(editor, 'PUT', `/comments/${id}/reactions`, { kind: 'thumb', on: true })
  const answer = { outcome: 'taken-over', reason: 'Zo doen wij het.', organisation: talk.organisation(editor) }
  await talk.send(editor, 'PUT', `/comments/${id}/answer`, answer)
  await talk.send(parent, 'PUT', `/comments/${id}/state`, { state: 'withdrawn' })
  await talk.send(parent, 'PUT', `/comments/${id}/state`, { state: 'shown' })
  dossier = (await (await talk.send(coordinator, 'GET', '/dossier')).json()) as Dossier
})

afterAll(async () => {
  for (const server of [here, there]) {
    await server.stop()
    await removeFolder(server.folder)
  }
})

const put = (body: unknown) => post(there, `/api/v1/agendas/${talk.agenda}/dossier`, body, { as: taker, method: 'PUT' })

describe('the comments of an agenda that is carried elsewhere', () => {
  it.each<[string, RegExp, (dossier: Dossier) => Dossier]>([
    [
      'words that were changed',
      /comments\./,
      (good) => ({ ...good, comments: good.comments.map((comment) => ({ ...comment, text: 'Iets anders.' })) }),
    ],
    ['an answer that was taken out', /answers/, (good) => ({ ...good, answers: [] })],
    ['a line that was taken out of the audit trail', /audit/, (good) => ({ ...good, audit: good.audit.slice(1) })],
    [
      'a comment of somebody unknown',
      /comments\.0\.person/,
      (good) => ({
        ...good,
        comments: good.comments.map((comment) => ({ ...comment, person: asId<PersonId>('niemand') })),
      }),
    ],
    [
      'a citizen service number',
      /commentTexts\.0/,
      (good) => ({
        ...good,
        commentTexts: good.commentTexts.map((row) => ({ ...row, text: '123456782' })),
      }),
    ],
    [
      'an edit in the log in another’s name',
      /log|updates|document/,
      (good) => ({ ...good, log: good.log.map((row) => ({ ...row, at: row.at + 1 })) }),
    ],
  ])('[B8] are refused with %s', async (_what, path, spoil) => {
    const answer = await put(spoil(dossier))
    expect(answer.status).toBe(422)
    const { errors = [] } = (await answer.json()) as Problem
    expect(errors.map((error) => error.path).join(' ')).toMatch(path)
  })

  it('[B6] [K2] go along with everything that was said, and the audit trail goes on', async () => {
    expect(dossier.comments).toHaveLength(2)
    expect(dossier.commentStates).toHaveLength(2)
    expect((await put(dossier)).status).toBe(201)
    const away = new Talk(there, talk.agenda, [talk.item, talk.otherItem])
    const again = (await (await away.send(taker, 'GET', '/dossier')).json()) as Dossier
    expect({ ...again, epoch: '' }).toEqual({ ...dossier, epoch: '' })
    const parent = await there.signIn('voorzitter-ouderplatform')
    const said = (await away.comments(parent)).comments
    expect(said.map(({ text }) => text)).toEqual(['Goed plan.', 'Ouders en jongeren praten mee.'])
    await away.say(parent, 'En hier gaat het verder.')
    const { lines } = (await (await away.send(taker, 'GET', '/audit')).json()) as AuditTrail
    expect(lines.length).toBe(dossier.audit.length + 1)
    const result = await verifyBoard(there.folder)
    expect(result.ok && result.files.flatMap(({ findings }) => findings)).toEqual([])
  })

  it('[B7] may be left out by a dossier of before there were any', async () => {
    const { comments, commentTexts, commentStates, reactions, answers, audit, ...older } = dossier
    const agenda = `${talk.agenda}-oud`
    const answer = await post(
      there,
      `/api/v1/agendas/${agenda}/dossier`,
      { ...older, agenda, version: 1 },
      { as: taker, method: 'PUT' },
    )
    expect(answer.status).toBe(201)
    expect((await new Talk(there, asId(agenda), [talk.item, talk.otherItem]).comments(taker)).comments).toEqual([])
  })
})
