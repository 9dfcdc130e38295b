import { fileURLToPath } from 'node:url'
import type { CDPSession } from 'playwright'
import { titleText } from '../../shared/document/read.ts'
import { createItem, setText } from '../../shared/document/write.ts'
import { asId, type ItemId } from '../../shared/ids.ts'
import { duties } from '../../shared/item.ts'
import { ranksBetween } from '../../shared/rank.ts'
import { launchBrowser, openBoard, openWindow } from '../kit/browser.ts'
import { connectPlain, synced } from '../kit/plain-client.ts'
import { makeAgenda, removeFolder, startTestServer } from '../kit/server.ts'

const edits = 50

/** What one edit of a colleague costs an open board, as the board grows: changed nodes, and time of the page's main thread. */
export async function measurePage(): Promise<Record<string, string | number>[]> {
  const server = await startTestServer({ webFolder: fileURLToPath(new URL('../../dist/web', import.meta.url)) })
  const browser = await launchBrowser()
  const rows: Record<string, string | number>[] = []
  for (const size of [20, 200, 2000]) {
    const coordinator = await server.signIn('coordinator')
    const agenda = await makeAgenda(server, coordinator)
    const colleague = connectPlain(server.url, agenda, coordinator)
    await synced(colleague)
    colleague.doc.transact(() => {
      ranksBetween(undefined, undefined, size).forEach((rank, index) => {
        createItem(colleague.doc, {
          id: asId<ItemId>(`punt-${index}`),
          title: `Punt ${index}`,
          duty: duties[index % 3] ?? 'joint',
          rank,
        })
      })
    })
    const { page, context } = await openWindow(browser, server.url)
    await page.request.post(`${server.url}/api/v1/session/demo`, { data: { person: 'beleidsadviseur-dordrecht' } })
    await openBoard({ page, context, complaints: [] }, server.url, agenda)
    await page.waitForFunction((count) => document.querySelectorAll('.oa-card').length === count, size)
    await page.evaluate(() => {
      Object.assign(window, { changed: 0 })
      new MutationObserver((records) => {
        ;(window as unknown as { changed: number }).changed += records.length
      }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    })
    const devtools = await context.newCDPSession(page)
    await devtools.send('Performance.enable')
    const before = await figures(devtools)
    const text = titleText(colleague.doc, asId<ItemId>('punt-7'))
    for (let count = 1; count <= edits; count++) {
      if (text) setText(text, `Punt 7, ${count} keer`)
      await page
        .locator('.oa-card h4', { hasText: `Punt 7, ${count} keer` })
        .first()
        .waitFor()
    }
    const after = await figures(devtools)
    const changed = await page.evaluate(() => (window as unknown as { changed: number }).changed)
    rows.push({
      items: size,
      'DOM changes per edit': changed / edits,
      'style and layout (ms per edit)': (after.layout - before.layout) / edits,
      'script (ms per edit, with the measuring itself)': (after.script - before.script) / edits,
    })
    await context.close()
    colleague.close()
  }
  await browser.close()
  await server.stop()
  await removeFolder(server.folder)
  return rows
}

async function figures(devtools: CDPSession): Promise<{ script: number; layout: number }> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  const of = (name: string) => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000
  return { script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration') }
}
