import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { origins } from '../../../shared/document/layout.ts'
import { titleText } from '../../../shared/document/read.ts'
import { createItem, setItemValues, setText } from '../../../shared/document/write.ts'
import { type ItemId, makeId } from '../../../shared/ids.ts'
import { makeMemoryCopies } from '../../../web/live/offline.ts'
import type { OpenedAgenda } from '../../../web/live/open.ts'
import { removeFolder, startServerProcess } from './running-server.ts'
import { makeAgenda, openWindow, signIn, until } from './window.ts'

let server: Awaited<ReturnType<typeof startServerProcess>>
const open: OpenedAgenda[] = []

beforeAll(async () => {
  server = await startServerProcess()
})

afterAll(async () => {
  for (const window of open) window.close()
  await server.stop()
  await removeFolder(server.folder)
})

/** An agenda with one item, open and saved. */
async function begin(options: { now?: () => number } = {}) {
  const browser = await signIn(server.url, 'coordinator')
  const agenda = await makeAgenda(browser)
  const window = await openWindow(browser, agenda, options)
  open.push(window)
  const item = makeId<ItemId>()
  createItem(window.doc, { id: item, title: 'Vervoer', duty: 'joint', rank: 'a0' })
  await until(() => window.saved().state === 'saved')
  return { browser, agenda, window, item }
}

/** Writes a title in the same breath as something that the gate refuses, as a client with a fault would. */
function writeWithFault(window: OpenedAgenda, item: ItemId, title: string): void {
  window.doc.transact(() => {
    const text = titleText(window.doc, item)
    if (text) setText(text, title)
    window.doc.getMap('no-such-root').set('key', 'value')
  }, origins.edit)
}

describe('an edit that the server refuses', () => {
  it('becomes a draft, on a fresh copy on which work goes on', async () => {
    const { browser, agenda, window, item } = await begin()
    const before = window.doc.clientID

    writeWithFault(window, item, 'Vervoer op tijd')
    await until(() => window.generation() === 1)

    expect(window.doc.clientID).not.toBe(before)
    expect(window.drafts()).toEqual([{ id: `${item}/title`, item, field: 'title', text: 'Vervoer op tijd' }])
    expect(window.text.items[item]?.title).toBe('Vervoer')
    await until(() => window.mayEdit() && window.saved().state === 'saved')
    setItemValues(window.doc, item, { priority: 'high' })
    expect(window.saved()).toEqual({ state: 'saving', waiting: 1 })
    await until(() => window.saved().state === 'saved')
    window.close()

    const again = await openWindow(browser, agenda)
    open.push(again)
    expect(again.text.items[item]).toMatchObject({ title: 'Vervoer', priority: 'high' })
    expect(again.drafts()).toHaveLength(1)
    again.dismissDraft(`${item}/title`)
    expect(again.drafts()).toEqual([])
    await until(() => again.saved().state === 'saved')
  })

  it('that comes back within a minute asks for a reload rather than going round in circles', async () => {
    let now = 0
    const { window, item } = await begin({ now: () => now })
    writeWithFault(window, item, 'Eén')
    await until(() => window.generation() === 1)
    now = 30_000
    writeWithFault(window, item, 'Twee')

    await until(() => window.saved().state === 'closed')
    expect(window.saved()).toEqual({ state: 'closed', reason: 'refused-again' })
  })
})

describe('a copy of an earlier life of the room', () => {
  it('gives its own unsent edits as drafts and makes place for a fresh copy', async () => {
    const { browser, agenda, window, item } = await begin()
    const copies = makeMemoryCopies()
    const local = new Y.Doc()
    Y.applyUpdate(local, Y.encodeStateAsUpdate(window.doc))
    const text = titleText(local, item)
    if (text) setText(text, 'Geschreven in de trein')
    const name = { agenda, person: browser.me.person, epoch: 'earlier' }
    await copies.attach(name, local)
    const asked = await browser.api.agenda(agenda)
    if (!asked.ok) throw new Error('no record')
    const record = { ...asked.value, epoch: 'earlier' }
    await copies.write({ ...name, record, numbers: {}, clients: [local.clientID], drafts: [] })

    const opened = await openWindow({ ...browser, copies }, agenda)
    open.push(opened)
    await until(() => opened.generation() === 1)

    expect(opened.drafts()).toMatchObject([{ item, field: 'title', text: 'Geschreven in de trein' }])
    expect(opened.text.items[item]?.title).toBe('Vervoer')
    expect(opened.record.epoch).toBe(window.record.epoch)
    await until(() => opened.mayEdit() && opened.saved().state === 'saved')
  })
})

describe('who may not be here', () => {
  it('sees the end when the session ends', async () => {
    const { browser, window } = await begin()
    await browser.api.signOut()

    await until(() => window.saved().state === 'closed')
    expect(window.saved()).toEqual({ state: 'closed', reason: 'signed-out' })
    expect(window.mayEdit()).toBe(false)
  })

  it('starts over when another person signed in in this browser', async () => {
    const { browser, agenda } = await begin()
    const other = await signIn(server.url, 'beleidsadviseur-dordrecht')
    const mixed = { ...browser, api: other.api, socket: other.socket }
    await new Promise<void>((startOver) => {
      void openWindow(mixed, agenda, { startOver }).then((window) => open.push(window))
    })
  })
})
