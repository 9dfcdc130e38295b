import type { Page } from 'playwright'
import { launchBrowser, openWindow } from '../kit/browser.ts'
import { startWatchedWorker } from '../kit/worker.ts'

type Totals = { 'rows read': number; 'rows written': number; room: number; directory: number }
type Counted = Totals & { http: number; messages: number }

const letters = 'Samen zorgen dat niemand langer dan drie kwartier onderweg is.'
const historySeconds = 12
const idleSeconds = 60

/** What a person at a board asks of the platform, by deed: what docs/deploy-workers.md reckons with. */
export async function measureVisit(): Promise<Record<string, string | number>[]> {
  const worker = await startWatchedWorker()
  const browser = await launchBrowser()
  const { page, context } = await openWindow(browser, worker.url)
  const sent = { http: 0, messages: 0 }
  context.on('request', (request) => {
    const { pathname } = new URL(request.url())
    // A file is served by the platform, for nothing.
    if (!/\.\w+$/.test(pathname) && pathname !== '/') sent.http += 1
  })
  page.on('websocket', (socket) => {
    socket.on('framesent', () => {
      sent.messages += 1
    })
  })
  const count = async (): Promise<Counted> => ({
    ...((await (await worker.ask('/api/totals')).json()) as Totals),
    ...sent,
  })
  const rows: Record<string, string | number>[] = []
  const measure = async (deed: string, times: number, act: () => Promise<void>): Promise<void> => {
    const before = await count()
    await act()
    const after = await count()
    const each = (what: keyof Counted) => (after[what] - before[what]) / times
    rows.push({
      deed,
      'requests to the Worker': each('http'),
      'messages sent': each('messages'),
      'entries of the room': each('room'),
      'entries of the directory': each('directory'),
      'rows read': each('rows read'),
      'rows written': each('rows written'),
    })
  }
  const agenda = `${worker.url}/agenda/drechtsteden`
  // This founds the demo's agenda, which is no visitor's deed.
  await page.getByRole('button', { name: /Beleidsadviseur, gemeente Dordrecht/ }).click()
  await page.getByRole('link', { name: /Ontwikkelagenda passend onderwijs/ }).waitFor()
  await measure('opening the board', 1, async () => {
    await page.goto(agenda)
    await page.locator('.oa-card').first().waitFor()
    await saved(page)
  })
  await measure('opening an item', 1, async () => {
    await page.goto(`${agenda}/punt/punt-24`)
    await page.getByRole('textbox', { name: 'Tekst van dit punt' }).waitFor()
    await saved(page)
  })
  const body = page.getByRole('textbox', { name: 'Tekst van dit punt' })
  await body.locator('p').first().click()
  await measure('a letter, typed at five a second', letters.length, async () => {
    await body.pressSequentially(letters, { delay: 200 })
    await saved(page)
    // The history of it is written a few seconds later, by an alarm.
    await pause(historySeconds * 1000)
  })
  await measure('a minute with the tab open and nothing done', idleSeconds / 60, () => pause(idleSeconds * 1000))
  await browser.close()
  await worker.stop()
  return rows
}

async function saved(page: Page): Promise<void> {
  await page.getByRole('status').getByText('Opgeslagen').waitFor()
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
