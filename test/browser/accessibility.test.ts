import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openWindow, type Person } from '../kit/browser.ts'
import { removeFolder, startTestServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let browser: Browser
let axe: string

beforeAll(async () => {
  server = await startTestServer()
  browser = await launchBrowser()
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
})

afterAll(async () => {
  await browser.close()
  await server.stop()
  await removeFolder(server.folder)
})

const agenda = '/agenda/drechtsteden'

/** Every screen and every part that opens, and how a signed-in person gets there. */
const screens: Record<string, (page: Page) => Promise<unknown>> = {
  agendas: (page) => page.goto(server.url).then(() => page.getByRole('heading', { level: 1 }).waitFor()),
  board: (page) => goToBoard(page),
  'board, moving a card': async (page) => {
    await goToBoard(page)
    await page
      .getByRole('button', { name: /^(Verplaats|Move)/ })
      .first()
      .click()
  },
  'board, filters': async (page) => {
    await goToBoard(page)
    await page
      .locator('.oa-filters button, .oa-bottombar button')
      .filter({ hasText: /filter/i })
      .first()
      .click()
  },
  'board, keys': async (page) => {
    await goToBoard(page)
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()
  },
  'board, nothing found': (page) =>
    page.goto(`${server.url}${agenda}?q=bestaatniet`).then(() => page.getByRole('main').waitFor()),
  table: (page) => page.goto(`${server.url}${agenda}/tabel`).then(() => page.getByRole('row').nth(3).waitFor()),
  item: (page) =>
    page.goto(`${server.url}${agenda}/punt/punt-01`).then(() =>
      page
        .getByRole('textbox', { name: /^(Tekst|Text)/ })
        .first()
        .waitFor(),
    ),
  'an agenda that is not there': (page) =>
    page.goto(`${server.url}/agenda/bestaat-niet`).then(() => page.getByRole('heading', { level: 1 }).waitFor()),
}

async function goToBoard(page: Page): Promise<void> {
  await page.goto(`${server.url}${agenda}`)
  await page.getByRole('heading', { level: 4 }).first().waitFor()
}

async function violations({ page }: Pick<Person, 'page'>): Promise<string[]> {
  const results = await page.evaluate<AxeResults>(
    `${axe}; axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
  )
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
}

describe.each([
  { theme: 'light', language: 'nl', width: 1440 },
  { theme: 'dark', language: 'nl', width: 1440 },
  { theme: 'light', language: 'en', width: 1440 },
  { theme: 'dark', language: 'en', width: 1440 },
  { theme: 'light', language: 'nl', width: 320 },
  { theme: 'dark', language: 'nl', width: 320 },
  { theme: 'light', language: 'en', width: 320 },
  { theme: 'dark', language: 'en', width: 320 },
] as const)('in $theme, $language, at $width px', ({ theme, language, width }) => {
  it('axe finds nothing on any screen, and nothing scrolls sideways', { timeout: 180_000 }, async () => {
    const person = await openWindow(browser, server.url, { theme, language, width, height: width === 320 ? 640 : 900 })
    const { page, context, complaints } = person
    await page.getByRole('heading', { level: 1 }).waitFor()
    const found: Record<string, string[]> = { start: await violations(person) }
    const answer = await page.request.post(`${server.url}/api/v1/session/demo`, { data: { person: 'coordinator' } })
    expect(answer.ok()).toBe(true)
    for (const [name, go] of Object.entries(screens)) {
      await go(page)
      found[name] = await violations(person)
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      if (overflow > 0) found[name].push(`scrolls sideways by ${overflow} px`)
    }
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({})
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('a person with a keyboard only', () => {
  it('writes a new item, moves it, opens it, closes it, and undoes', async () => {
    const { page, context } = await openWindow(browser, server.url)
    await page.request.post(`${server.url}/api/v1/session/demo`, { data: { person: 'beleidsadviseur-dordrecht' } })
    await goToBoard(page)
    await page.keyboard.press('n')
    await page.keyboard.type('Met het toetsenbord geschreven')
    await page.keyboard.press('Enter')
    const link = page.getByRole('link', { name: 'Met het toetsenbord geschreven' })
    await link.waitFor()
    await link.focus()
    const column = () =>
      link.evaluate((element) => element.closest('section.oa-column, .oa-column')?.querySelector('h2')?.textContent)
    const before = await column()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(column).not.toBe(before)
    await expect
      .poll(() =>
        page
          .locator('[aria-live=polite]')
          .allInnerTexts()
          .then((texts) => texts.join(' ')),
      )
      .toMatch(/Gemeenten/)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Met het toetsenbord')
    await page.keyboard.press('Enter')
    await page.locator('.oa-sheet').getByRole('textbox', { name: 'Titel' }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.oa-sheet').waitFor({ state: 'detached' })
    await link.focus()
    await page.keyboard.press('Control+z')
    await expect.poll(column).toBe(before)
    await context.close()
  })

  it('never loses the focus ring, and can leave every part by Tab', async () => {
    const { page, context } = await openWindow(browser, server.url)
    await page.request.post(`${server.url}/api/v1/session/demo`, { data: { person: 'beleidsadviseur-dordrecht' } })
    await page.goto(`${server.url}${agenda}/punt/punt-01`)
    await page.getByRole('textbox', { name: 'Tekst van dit punt' }).focus()
    const visited = new Set<number>()
    for (let count = 0; count < 25; count++) {
      await page.keyboard.press('Tab')
      const where = await page.evaluate(() => {
        const element = document.activeElement
        const { outlineStyle, borderStyle, boxShadow } = getComputedStyle(element ?? document.body)
        const sees = outlineStyle !== 'none' || boxShadow !== 'none' || borderStyle !== 'none'
        const place = element ? [...document.querySelectorAll('*')].indexOf(element) : -1
        return { name: element?.outerHTML.slice(0, 200) ?? '', place, isBody: element === document.body, sees }
      })
      expect(where.isBody).toBe(false)
      expect(where.sees, where.name).toBe(true)
      visited.add(where.place)
    }
    expect(visited.size).toBeGreaterThan(20)
    await context.close()
  })
})
