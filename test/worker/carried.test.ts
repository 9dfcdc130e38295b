import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { itemsMap } from '../../shared/document/layout.ts'
import type { Dossier } from '../../shared/dossier.ts'
import type { AgendaId } from '../../shared/ids.ts'
import { connectPlain, synced, until } from '../kit/plain-client.ts'
import { makeAgenda, type Runtime, removeFolder, startTestServer, type TestServer } from '../kit/server.ts'
import { startTestWorker } from '../kit/worker.ts'

let node: TestServer
let worker: Runtime

beforeAll(async () => {
  node = await startTestServer()
  worker = await startTestWorker()
}, 60_000)

afterAll(async () => {
  await node.stop()
  await worker.stop()
  await removeFolder(node.folder)
})

/** An agenda from the template to which two people added, one of them in the other's item. */
async function lively(from: Runtime): Promise<AgendaId> {
  const coordinator = await from.signIn('coordinator')
  const agenda = await makeAgenda(from, coordinator, 'template')
  const one = connectPlain(from.url, agenda, coordinator)
  const two = connectPlain(from.url, agenda, await from.signIn('beleidsadviseur-dordrecht'))
  await Promise.all([synced(one), synced(two)])
  itemsMap(one.doc).set('samen', new Y.Map([['title', new Y.Text('Samen')]]))
  await until(two.doc, () => itemsMap(two.doc).has('samen'))
  const title = (itemsMap(two.doc).get('samen') as Y.Map<Y.Text>).get('title')
  title?.insert(5, ' verder')
  await until(one.doc, () => JSON.stringify(itemsMap(one.doc).get('samen')).includes('Samen verder'))
  one.close()
  two.close()
  return agenda
}

async function dossierOf(where: Runtime, agenda: AgendaId): Promise<Dossier> {
  const answer = await where.ask(`/api/v1/agendas/${agenda}/dossier`, { as: await where.signIn('coordinator') })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Dossier
}

async function carry(from: Runtime, to: Runtime): Promise<void> {
  const agenda = await lively(from)
  const before = await dossierOf(from, agenda)
  const taker = await to.signIn('coordinator')
  const answer = await to.ask(`/api/v1/agendas/${agenda}/dossier`, {
    as: taker,
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(before),
  })
  expect(answer.status).toBe(201)
  const after = await dossierOf(to, agenda)
  expect(after.epoch).not.toBe(before.epoch)
  expect({ ...after, epoch: '' }).toEqual({ ...before, epoch: '' })
  expect(new Set(before.log.map(({ person }) => person)).size).toBe(2)
  expect(before.history.length).toBeGreaterThan(0)

  const client = connectPlain(to.url, agenda, taker)
  await synced(client)
  expect(JSON.stringify(itemsMap(client.doc).get('samen'))).toContain('Samen verder')
  itemsMap(client.doc).set('en-door', new Y.Map())
  const other = connectPlain(to.url, agenda, taker)
  await until(other.doc, () => itemsMap(other.doc).has('en-door'))
  client.close()
  other.close()
}

describe('an agenda that is carried from one runtime to the other', () => {
  it('[B6] goes from one machine to Workers with everything in it, and goes on there', () => carry(node, worker))
  it('[B6] goes from Workers to one machine with everything in it, and goes on there', () => carry(worker, node))
})
