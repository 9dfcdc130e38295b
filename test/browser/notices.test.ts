import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Locator } from 'playwright'
import { describe, expect, it } from 'vitest'
import type { Person } from '../kit/browser.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { useStage } from '../kit/stage.ts'

let now = Date.now()
const databases = new Map<string, Sqlite.Database>()

const stage = useStage(() => start())

function start(again: { folder?: string; port?: number } = {}): Promise<TestServer> {
  return startTestServer({ ...again, clock: () => now, opened: (file, sqlite) => databases.set(file, sqlite) })
}

/** Somebody who may write, with one item open and everything saved. */
async function comeTo(item: string): Promise<Person> {
  const person = await stage.come(/Beleidsadviseur, gemeente Dordrecht/)
  await person.page.goto(`${stage.server.url}/agenda/drechtsteden/punt/${item}`)
  await body(person).waitFor()
  await saved(person).waitFor()
  return person
}

/** The server is away, and when it is back the agenda has a new life: what was made for the old one is not taken. */
async function restartWithAnotherEpoch(): Promise<void> {
  const { folder, url } = stage.server
  await stage.server.stop()
  const sqlite = new Sqlite(join(folder, 'agendas', 'drechtsteden.sqlite'))
  sqlite.prepare("update settings set value = 'another-life' || value where key = 'epoch'").run()
  sqlite.close()
  stage.server = await start({ folder, port: Number(new URL(url).port) })
}

const title = ({ page }: Pick<Person, 'page'>): Locator => page.getByRole('textbox', { name: 'Titel' })
const body = ({ page }: Pick<Person, 'page'>): Locator => page.getByRole('textbox', { name: 'Tekst van dit punt' })
const saved = ({ page }: Pick<Person, 'page'>): Locator => page.getByRole('status').getByText('Opgeslagen')
const offline = ({ page }: Pick<Person, 'page'>): Locator => page.getByRole('status').getByText(/Offline/)
const draft = ({ page }: Pick<Person, 'page'>, text: string): Locator =>
  page.getByRole('alert').getByRole('listitem').filter({ hasText: text })
const notice = ({ page }: Pick<Person, 'page'>, text: string | RegExp): Locator =>
  page.getByRole('alert').filter({ hasText: text })

describe('an edit that the server refuses', () => {
  it('[T4] is shown with its text kept, and can be put on the agenda again', async () => {
    const mine = await comeTo('punt-07')
    const before = await body(mine).locator('p').allInnerTexts()
    await mine.context.setOffline(true)
    await offline(mine).waitFor()
    await title(mine).fill('Geschreven in de trein')
    await body(mine).locator('p').first().click()
    await mine.page.keyboard.press('End')
    await mine.page.keyboard.type(' En dit ook.')
    await restartWithAnotherEpoch()
    await mine.context.setOffline(false)

    const refusedTitle = draft(mine, 'Geschreven in de trein')
    const refusedBody = draft(mine, 'En dit ook.')
    await refusedTitle.waitFor()
    await refusedBody.waitFor()
    await saved(mine).waitFor()
    expect(await title(mine).inputValue()).not.toBe('Geschreven in de trein')

    await refusedTitle.getByRole('button', { name: 'Zet weer op de agenda' }).click()
    await expect.poll(() => title(mine).inputValue()).toBe('Geschreven in de trein')
    await refusedBody.getByRole('button', { name: 'Zet weer op de agenda' }).click()
    await expect.poll(() => body(mine).innerText()).toContain('En dit ook.')
    // What stands there already is not written a second time.
    expect(await body(mine).locator('p').count()).toBe(before.length + 1)
    await saved(mine).waitFor()
    await mine.page.reload()
    await expect.poll(() => title(mine).inputValue()).toBe('Geschreven in de trein')
    expect(await mine.page.getByRole('alert').count()).toBe(0)
  })

  it('[T4] stays shown after a reload, until its writer has done with it', async () => {
    const mine = await comeTo('punt-08')
    await mine.context.setOffline(true)
    await offline(mine).waitFor()
    await title(mine).fill('Niet kwijtgeraakt')
    await restartWithAnotherEpoch()
    await mine.context.setOffline(false)
    await draft(mine, 'Niet kwijtgeraakt').waitFor()
    await mine.page.reload()
    await draft(mine, 'Niet kwijtgeraakt').getByRole('button', { name: 'Gooi weg' }).click()
    await expect.poll(() => draft(mine, 'Niet kwijtgeraakt').count()).toBe(0)
    await mine.page.reload()
    await saved(mine).waitFor()
    expect(await draft(mine, 'Niet kwijtgeraakt').count()).toBe(0)
  })
})

describe('a session that ends', () => {
  it('says so, keeps what was written to read, and leads back to the same place', async () => {
    const mine = await comeTo('punt-09')
    await title(mine).fill('Nog net opgeslagen')
    await saved(mine).waitFor()
    await mine.page.evaluate(() => fetch('/api/v1/session', { method: 'DELETE' }))
    const ended = notice(mine, 'U bent uitgelogd.')
    await ended.waitFor()
    await mine.page.getByRole('heading', { level: 1, name: 'Nog net opgeslagen' }).waitFor()
    expect(await title(mine).count()).toBe(0)
    await ended.getByRole('link', { name: 'Log in' }).click()
    await mine.page.getByRole('button', { name: /Beleidsadviseur, gemeente Dordrecht/ }).click()
    await mine.page.waitForURL(/punt-09$/)
    await expect.poll(() => title(mine).inputValue()).toBe('Nog net opgeslagen')
  })
})

describe('a disk that is full', () => {
  it('[R4] is told, what was written stays, and goes out when there is room again', async () => {
    const mine = await comeTo('punt-10')
    const sqlite = databases.get(join(stage.server.folder, 'agendas', 'drechtsteden.sqlite'))
    const pages = Number(sqlite?.pragma('page_count', { simple: true }))
    sqlite?.pragma(`max_page_count = ${pages}`)
    await body(mine).locator('p').first().click()
    await mine.page.keyboard.press('End')
    await mine.page.keyboard.insertText(` Veel tekst. ${'x'.repeat(100_000)}`)
    const full = notice(mine, 'De server kan nu niets opslaan.')
    await full.waitFor()
    expect(await body(mine).innerText()).toContain('Veel tekst.')

    sqlite?.pragma('max_page_count = 1000000')
    now += 60_000
    stage.server.rooms.room('drechtsteden' as Parameters<TestServer['rooms']['room']>[0]).wake()
    await expect.poll(() => full.count()).toBe(0)
    await saved(mine).waitFor()
    const other = await comeTo('punt-10')
    expect(await body(other).innerText()).toContain('Veel tekst.')
  })
})
