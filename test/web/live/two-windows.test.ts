import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { titleText } from '../../../shared/document/read.ts'
import { createItem, setItemValues, setText } from '../../../shared/document/write.ts'
import { type ItemId, makeId } from '../../../shared/ids.ts'
import type { OpenedAgenda } from '../../../web/live/open.ts'
import { removeFolder, startServerProcess } from './running-server.ts'
import { type Browser, makeAgenda, openWindow, signIn, until } from './window.ts'

let server: Awaited<ReturnType<typeof startServerProcess>>
let coordinator: Browser
let editor: Browser
let commenter: Browser
const open: OpenedAgenda[] = []

beforeAll(async () => {
  server = await startServerProcess()
  coordinator = await signIn(server.url, 'coordinator')
  editor = await signIn(server.url, 'beleidsadviseur-dordrecht')
  commenter = await signIn(server.url, 'voorzitter-ouderplatform')
})

afterAll(async () => {
  for (const window of open) window.close()
  await server.stop()
  await removeFolder(server.folder)
})

async function show(browser: Browser, agenda: Parameters<typeof openWindow>[1]): Promise<OpenedAgenda> {
  const window = await openWindow(browser, agenda)
  open.push(window)
  return window
}

describe('two people in two windows', () => {
  it('see each other write, and see it saved', async () => {
    const agenda = await makeAgenda(coordinator)
    const [mine, theirs] = [await show(coordinator, agenda), await show(editor, agenda)]
    const item = makeId<ItemId>()

    createItem(mine.doc, { id: item, title: 'Ver', duty: 'joint', rank: 'a0' })
    await until(() => theirs.text.items[item]?.title === 'Ver')
    const title = titleText(theirs.doc, item)
    if (title) setText(title, 'Vervoer')

    await until(() => mine.text.items[item]?.title === 'Vervoer')
    await until(() => mine.saved().state === 'saved' && theirs.saved().state === 'saved')
    await until(() => mine.number(item) === 1 && theirs.number(item) === 1)
  })

  it('see who is where, and see them leave', async () => {
    const agenda = await makeAgenda(coordinator)
    const mine = await show(coordinator, agenda)
    const theirs = await openWindow(editor, agenda)
    const item = makeId<ItemId>()

    theirs.setPlace({ item, field: 'title' })
    await until(() => mine.presentIn(item).length === 1)
    expect(mine.presentIn(item)[0]?.user.name).toBe(editor.me.name)
    expect(mine.present()).toHaveLength(2)
    expect(theirs.presentIn(item)).toHaveLength(0)

    theirs.close()
    await until(() => mine.present().length === 1)
    expect(mine.presentIn(item)).toHaveLength(0)
  })

  it('let a commenter read, and not write', async () => {
    const agenda = await makeAgenda(coordinator, 'template')
    const window = await show(commenter, agenda)

    await until(() => window.itemIds().length > 0)
    expect(window.mayEdit()).toBe(false)
    await until(() => window.saved().state === 'saved')
  })
})

describe('a lost connection', () => {
  it('keeps what was written meanwhile, and merges it when the server is back', async () => {
    const agenda = await makeAgenda(coordinator)
    const [mine, theirs] = [await show(coordinator, agenda), await show(editor, agenda)]
    const item = makeId<ItemId>()
    createItem(mine.doc, { id: item, title: 'Huisvesting', duty: 'joint', rank: 'a0' })
    await until(() => theirs.text.items[item] !== undefined && mine.saved().state === 'saved')

    const { port, folder } = server
    await server.stop()
    await until(() => mine.saved().state === 'offline' && theirs.saved().state === 'offline')
    setItemValues(mine.doc, item, { priority: 'high' })
    setItemValues(theirs.doc, item, { status: 'in-progress' })
    expect(mine.saved()).toEqual({ state: 'offline', waiting: 1 })
    server = await startServerProcess(port, folder)

    for (const window of [mine, theirs]) {
      await until(
        () => window.text.items[item]?.priority === 'high' && window.text.items[item]?.status === 'in-progress',
      )
      await until(() => window.saved().state === 'saved')
      // Whoever was here before is seen again, though only the connections are new.
      await until(() => window.present().length === 2)
    }
  })

  it('opens the agenda from this device, and says that an edit waits', async () => {
    const agenda = await makeAgenda(coordinator, 'template')
    const before = await show(coordinator, agenda)
    await until(() => before.itemIds().length > 0 && before.saved().state === 'saved')
    before.close()
    const { port, folder } = server
    await server.stop()

    const offline = await show(coordinator, agenda)
    const [item] = offline.itemIds()
    if (!item) throw new Error('nothing was kept')
    await until(() => offline.saved().state === 'offline')
    setItemValues(offline.doc, item, { priority: 'low' })
    expect(offline.saved()).toEqual({ state: 'offline', waiting: 1 })
    offline.close()
    server = await startServerProcess(port, folder)

    const again = await show(coordinator, agenda)
    expect(again.text.items[item]?.priority).toBe('low')
    await until(() => again.saved().state === 'saved')
    const theirs = await show(editor, agenda)
    await until(() => theirs.text.items[item]?.priority === 'low')
  })
})
