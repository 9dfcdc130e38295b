import { afterAll, beforeAll, expect, it } from 'vitest'
import { demoAgendaId } from '../../server/demo/demo.ts'
import { verifyBoard } from '../../server/node/verify.ts'
import { hasBsn } from '../../shared/bsn.ts'
import { findCaseSigns } from '../../shared/case-words.ts'
import { plainText } from '../../shared/passage/plain-text.ts'
import { findPassage } from '../../shared/passage.ts'
import { removeFolder, startTestServer, type TestServer } from '../kit/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => {
  await server.stop()
  await removeFolder(server.folder)
})

it('the demo has a conversation with replies, every kind of answer, and passages that are found', async () => {
  const { doc, store } = server.rooms.room(demoAgendaId)
  const comments = store.comments.comments(0)
  expect(comments.length).toBeGreaterThanOrEqual(8)
  expect(new Set(store.comments.everyAnswer().map(({ outcome }) => outcome))).toEqual(
    new Set(['taken-over', 'partly', 'not']),
  )
  expect(comments.some(({ id, thread }) => id !== thread)).toBe(true)
  const passages = comments.flatMap(({ item, anchor }) => (anchor ? { item, anchor: JSON.parse(anchor) } : []))
  expect(passages).toHaveLength(2)
  for (const { item, anchor } of passages) {
    const range = findPassage(doc, item, anchor)
    expect(range).not.toBe('gone')
    if (range !== 'gone') expect(plainText(doc, item, 'body')?.text.slice(range.from, range.to)).toBe(anchor.quote)
  }
})

it('the demo says nothing that the product warns of or refuses', () => {
  for (const { text } of server.rooms.room(demoAgendaId).store.comments.comments(0)) {
    expect(hasBsn(text)).toBe(false)
    expect(findCaseSigns(text)).toEqual([])
  }
})

it('the demo verifies, and nobody gets mail of what was said before they came', async () => {
  expect(server.rooms.room(demoAgendaId).letters).toEqual([])
  const result = await verifyBoard(server.folder)
  expect(result.ok && result.files.flatMap(({ findings }) => findings)).toEqual([])
})
