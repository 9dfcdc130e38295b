import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright'
import { startServer } from '../server/node/server.ts'
import { ensureChromium } from './chromium.ts'

// Every screen at three widths, light and dark, to look at: npm run screenshots.

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'screenshots')
const data = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-screenshots-'))
await mkdir(folder, { recursive: true })
const server = await startServer({
  settings: { port: 0, host: '127.0.0.1', dataDirectory: data, baseUrl: new URL('http://localhost'), demo: true },
  webFolder: join(root, 'dist/web'),
  clock: Date.now,
  log: () => {},
})
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
})

const agenda = `${server.url}/agenda/drechtsteden`
const item = `${agenda}/punt/punt-01`

/** Each screen, and how to get there from a signed-in start. */
const screens: Record<string, (page: Page) => Promise<unknown>> = {
  agendas: (page) => page.goto(server.url),
  board: (page) => page.goto(agenda),
  'board-by-status': (page) => page.goto(`${agenda}?group=status`),
  'board-menu': async (page) => {
    await page.goto(agenda)
    await page
      .getByRole('button', { name: /^Verplaats/ })
      .first()
      .click()
  },
  'board-filters': async (page) => {
    await page.goto(agenda)
    await page
      .getByRole('button', { name: /filters/i })
      .first()
      .click()
  },
  'board-nothing-found': (page) => page.goto(`${agenda}?q=bestaatniet`),
  table: (page) => page.goto(`${agenda}/tabel`),
  item: (page) => page.goto(item),
  keys: async (page) => {
    await page.goto(agenda)
    await page.getByRole('heading', { level: 4 }).first().waitFor()
    await page.keyboard.press('?')
  },
  'not-found': (page) => page.goto(`${server.url}/agenda/bestaat-niet`),
}

for (const width of [360, 768, 1440]) {
  for (const theme of ['light', 'dark'] as const) {
    const context = await browser.newContext({
      viewport: { width, height: width === 360 ? 780 : 900 },
      colorScheme: theme,
      hasTouch: width === 360,
      locale: 'nl-NL',
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    const shoot = async (name: string) => {
      await page.waitForLoadState('networkidle')
      const whole = name === 'item' || name === 'start'
      await page.screenshot({ path: join(folder, `${name}-${width}-${theme}.png`), fullPage: whole })
    }
    await page.goto(server.url)
    await shoot('start')
    await page.request.post(`${server.url}/api/v1/session/demo`, { data: { person: 'coordinator' } })
    for (const [name, go] of Object.entries(screens)) {
      await go(page).catch((error: unknown) => console.error(`${name} ${width} ${theme}: ${String(error)}`))
      await shoot(name)
    }
    await context.close()
  }
}

await browser.close()
await server.stop()
await rm(data, { recursive: true, force: true })
console.log(`The screens are in ${folder}`)
