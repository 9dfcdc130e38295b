import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { titleText } from '../../shared/document/read.ts'
import { createItem, setText } from '../../shared/document/write.ts'
import { asId, type ItemId } from '../../shared/ids.ts'
import { duties } from '../../shared/item.ts'
import { ranksBetween } from '../../shared/rank.ts'
import { launchBrowser, openBoard, openWindow } from '../kit/browser.ts'
import { connectPlain, synced } from '../kit/plain-client.ts'
import { makeAgenda, removeFolder, startTestServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startTestServer()
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser.close()
  await server.stop()
  await removeFolder(server.folder)
})

describe.each([20, 2000])('on a board of %i items', (size) => {
  it('one remote edit changes the page in one card only', { timeout: 120_000 }, async () => {
    const coordinator = await server.signIn('coordinator')
    const agenda = await makeAgenda(server, coordinator)
    const colleague = connectPlain(server.url, agenda, coordinator)
    await synced(colleague)
    const ranks = ranksBetween(undefined, undefined, size)
    colleague.doc.transact(() => {
      ranks.forEach((rank, index) => {
        const id = asId<ItemId>(`punt-${index}`)
        createItem(colleague.doc, { id, title: `Punt nummer ${index}`, duty: duties[index % 3] ?? 'joint', rank })
      })
    })
    const person = await openWindow(browser, server.url)
    await person.page.request.post(`${server.url}/api/v1/session/demo`, {
      data: { person: 'beleidsadviseur-dordrecht' },
    })
    await openBoard(person, server.url, agenda)
    const { page } = person
    await expect.poll(() => page.locator('.oa-card').count(), { timeout: 60_000 }).toBe(size)
    await page.evaluate(() => {
      const touched: string[] = []
      Object.assign(window, { touched })
      new MutationObserver((records) => {
        for (const { target } of records) {
          const element = target instanceof Element ? target : target.parentElement
          touched.push(element?.closest('.oa-card')?.querySelector('h4')?.textContent ?? element?.tagName ?? '')
        }
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    })
    const text = titleText(colleague.doc, asId<ItemId>('punt-7'))
    if (text) setText(text, 'Punt nummer 7, anders')
    await page.locator('.oa-card h4', { hasText: 'Punt nummer 7, anders' }).waitFor()
    const touched = await page.evaluate(() => (window as unknown as { touched: string[] }).touched)
    expect(new Set(touched)).toEqual(new Set(['Punt nummer 7, anders']))
    await person.context.close()
    colleague.close()
  })
})
