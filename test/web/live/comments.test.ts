import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { NewComment } from '../../../shared/comment.ts'
import { createItem } from '../../../shared/document/write.ts'
import { type AgendaId, type CommentId, type ItemId, makeId, type OrganisationId } from '../../../shared/ids.ts'
import type { CommentStore } from '../../../web/live/comments.ts'
import type { OpenedAgenda } from '../../../web/live/open.ts'
import { removeFolder, startServerProcess } from './running-server.ts'
import { type Browser, makeAgenda, openWindow, signIn, until } from './window.ts'

let server: Awaited<ReturnType<typeof startServerProcess>>
let coordinator: Browser
let parent: Browser
const open: OpenedAgenda[] = []

beforeAll(async () => {
  server = await startServerProcess()
  coordinator = await signIn(server.url, 'coordinator')
  parent = await signIn(server.url, 'voorzitter-ouderplatform')
})

afterEach(() => {
  for (const window of open.splice(0)) window.close()
})

afterAll(async () => {
  await server.stop()
  await removeFolder(server.folder)
})

type Window = { agenda: OpenedAgenda; comments: CommentStore }

async function show(browser: Browser, id: AgendaId, options = {}): Promise<Window> {
  const agenda = await openWindow(browser, id, options)
  open.push(agenda)
  await until(() => agenda.comments()?.isKnown() === true)
  const comments = agenda.comments()
  if (!comments) throw new Error('There are no comments')
  return { agenda, comments }
}

/** An agenda with one item, which the server knows. */
async function prepare(): Promise<{ id: AgendaId; item: ItemId }> {
  const id = await makeAgenda(coordinator)
  const window = await openWindow(coordinator, id)
  const item = makeId<ItemId>()
  createItem(window.doc, { id: item, title: 'Vervoer', duty: 'joint', rank: 'a0' })
  await until(() => window.saved().state === 'saved' && window.number(item) === 1)
  window.close()
  return { id, item }
}

const ouderplatform = 'ouderplatform' as OrganisationId
const comment = (item: ItemId, text: string, more: Partial<NewComment> = {}): NewComment => {
  return { id: makeId<CommentId>(), item, text, organisation: ouderplatform, ...more }
}

describe('a comment', () => {
  it('[C5] reaches everyone who has the agenda open, and is unread to all but its author until they have seen it', async () => {
    const { id, item } = await prepare()
    const [mine, theirs] = [await show(parent, id), await show(coordinator, id)]
    const written = comment(item, 'Wie belt de ouders?')

    expect(await mine.comments.write(written)).toBe('sent')
    await until(() => theirs.comments.comment(written.id)?.text === 'Wie belt de ouders?')
    expect(theirs.comments.unread(item)).toBe(1)
    expect(theirs.comments.unreadInAll()).toBe(1)
    expect(mine.comments.unread(item)).toBe(0)
    expect(mine.comments.waiting()).toEqual([])

    theirs.comments.markRead(item)
    expect(theirs.comments.unread(item)).toBe(0)
    const again = await show(await signIn(server.url, 'coordinator'), id)
    await until(() => again.comments.readUpTo(item) > 0)
    expect(again.comments.unread(item)).toBe(0)
  })

  it('[C7] shows its answer to who wrote it, as it is given', async () => {
    const { id, item } = await prepare()
    const [mine, theirs] = [await show(parent, id), await show(coordinator, id)]
    const written = comment(item, 'Begin na vier weken te tellen.')
    await mine.comments.write(written)
    await until(() => theirs.comments.comment(written.id) !== undefined)

    const organisation = theirs.agenda.record.me.organisation
    const answer = { outcome: 'partly' as const, reason: 'Het staat bij de ambitie.', organisation }
    expect((await theirs.comments.answer(written.id, answer)).ok).toBe(true)
    await until(() => mine.comments.comment(written.id)?.answer?.outcome === 'partly')
  })

  it('[C2] that is hidden keeps its text for its author, and shows it to nobody else', async () => {
    const { id, item } = await prepare()
    const [mine, theirs] = [await show(parent, id), await show(coordinator, id)]
    const other = await show(await signIn(server.url, 'beleidsadviseur-dordrecht'), id)
    const written = comment(item, 'Dit gaat te ver.')
    await mine.comments.write(written)
    await until(() => other.comments.comment(written.id)?.text === 'Dit gaat te ver.')

    await theirs.comments.setState(written.id, { state: 'hidden', reason: 'Te scherp' })
    await until(() => other.comments.comment(written.id)?.state.state === 'hidden')
    expect(other.comments.comment(written.id)?.text).toBe('')
    await until(() => mine.comments.comment(written.id)?.state.state === 'hidden')
    await until(() => mine.comments.comment(written.id)?.text === 'Dit gaat te ver.')
  })

  it('[C3] with a citizen service number is refused with why, and its text stays on this device', async () => {
    const { id, item } = await prepare()
    const mine = await show(parent, id)
    const written = comment(item, 'Het gaat om 123456782.')

    expect(await mine.comments.write(written)).toBe('refused')
    const [left] = mine.comments.waiting()
    expect(left?.text).toBe(written.text)
    expect(left?.refused).toBeTruthy()
    mine.comments.discard(written.id)
    expect(mine.comments.waiting()).toEqual([])
  })

  it('[C1] whose answer was lost is sent again and there once', async () => {
    const { id, item } = await prepare()
    let lost = 1
    const api: Browser['api'] = {
      ...parent.api,
      ask: async (method, path, body) => {
        const answer = await parent.api.ask<never>(method, path, body)
        return method === 'POST' && lost-- > 0 ? { ok: false, reason: 'unreachable' } : answer
      },
    }
    const mine = await show(parent, id, { api })
    const written = comment(item, 'Eén keer is genoeg.')

    expect(await mine.comments.write(written)).not.toBe('refused')
    await mine.comments.sendWaiting()
    await until(() => mine.comments.waiting().length === 0)
    expect(mine.comments.threads(item)).toEqual([written.id])
  })
})

describe('without a connection', () => {
  it('[C1] comments wait on this device, also when it is closed, and go out on return in their order', async () => {
    const { id, item } = await prepare()
    const { port, folder } = server
    const first = await show(parent, id)
    const [question, reply] = [comment(item, 'In de trein geschreven.'), comment(item, 'En nog iets.')]
    await server.stop()

    expect(await first.comments.write(question)).toBe('waiting')
    expect(await first.comments.write({ ...reply, thread: question.id })).toBe('waiting')
    first.agenda.close()
    const second = await openWindow(parent, id)
    open.push(second)
    await until(() => second.comments()?.waiting().length === 2)
    expect(second.comments()?.threads(item)).toEqual([])

    server = await startServerProcess(port, folder)
    await until(() => second.comments()?.waiting().length === 0)
    await until(() => second.comments()?.replies(question.id).length === 1)
    const everyone = await show(await signIn(server.url, 'coordinator'), id)
    expect(everyone.comments.all().map(({ text }) => text)).toEqual([question.text, reply.text])
  })

  it('comments of before can be read, and those of meanwhile come on return', async () => {
    const { id, item } = await prepare()
    const { port, folder } = server
    const before = await show(parent, id)
    await before.comments.write(comment(item, 'Van voor de tunnel.'))
    before.agenda.close()
    await server.stop()

    const away = await openWindow(parent, id)
    open.push(away)
    await until(() => away.comments()?.isKnown() === true)
    expect(
      away
        .comments()
        ?.all()
        .map(({ text }) => text),
    ).toEqual(['Van voor de tunnel.'])

    server = await startServerProcess(port, folder)
    const other = await show(await signIn(server.url, 'coordinator'), id)
    await other.comments.write(
      comment(item, 'Van tijdens de tunnel.', { organisation: other.agenda.record.me.organisation }),
    )
    await until(() => away.comments()?.all().length === 2)
    expect(away.comments()?.unread(item)).toBe(1)
  })
})
