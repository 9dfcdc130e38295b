import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright'
import { startServer } from '../server/node/server.ts'
import { makeId, type VersionId } from '../shared/ids.ts'
import type { Publication } from '../shared/publication.ts'
import type { VersionPreview } from '../shared/version/api.ts'
import { ensureChromium } from './chromium.ts'

// Every screen at three widths, light and dark, to look at: npm run screenshots. Some of them: -- <folder> <name> <name>…

const root = fileURLToPath(new URL('..', import.meta.url))
/** Here, or in the folder that was named: npm run screenshots -- screens. */
const folder = resolve(process.argv[2] ?? join(root, 'screenshots'))
/** Whose names begin like one of these; all when none is named. */
const asked = process.argv.slice(3)
await mkdir(folder, { recursive: true })
/** With the demo for the board and its people; without it for the ways in and the mails, which the demo has none of. */
const [server, doors] = [await start(true), await start(false)]
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--no-sandbox', '--disable-dev-shm-usage'],
})

const agenda = `${server.url}/agenda/drechtsteden`
const item = `${agenda}/punt/punt-01`
const { signedIn, invitation, people } = await beginRegion()
const published = await agreeAndChange()

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
  'item-comments': async (page) => {
    await page.goto(item)
    await page.locator('#comments, [data-comments]').first().scrollIntoViewIfNeeded()
    await page.locator('.oa-answer').first().scrollIntoViewIfNeeded()
  },
  'item-history': async (page) => {
    await page.goto(item)
    await page.getByRole('button', { name: 'Toon de geschiedenis' }).click()
    await page.locator('.oa-changes').first().scrollIntoViewIfNeeded()
  },
  answers: async (page) => {
    await page.goto(`${agenda}/reacties`)
    await page.locator('.oa-overview__list li').first().waitFor()
  },
  history: async (page) => {
    await page.goto(`${agenda}/geschiedenis`)
    await page.locator('.oa-changes li').first().waitFor()
  },
  'history-then': async (page) => {
    await page.goto(`${agenda}/geschiedenis`)
    await page.getByRole('button', { name: 'Vorige wijziging' }).click()
    await page.locator('.oa-card').first().waitFor()
  },
  versions: (page) => page.goto(`${agenda}/versies`),
  version: (page) => page.goto(`${agenda}/versies/1`),
  published: (page) => page.goto(published),
  adoption: (page) => page.goto(`${agenda}/vaststelling`),
  'adoption-step': async (page) => {
    await page.goto(`${agenda}/vaststelling`)
    await page
      .getByRole('button', { name: /^Vul in/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
  },
  differences: async (page) => {
    await page.goto(`${agenda}/verschillen?van=version:1&tot=now`)
    await page.locator('ins').first().waitFor()
  },
  export: async (page) => {
    await page.goto(`${agenda}/versies/1`)
    await page.getByRole('button', { name: 'Exporteren' }).click()
    await page.getByRole('dialog').waitFor()
  },
  'export-annexes': async (page) => {
    await page.goto(agenda)
    await choose(page, 'Exporteren')
    await page.getByRole('dialog').getByText('Bijlagen').scrollIntoViewIfNeeded()
  },
  'versions-freeze': async (page) => {
    await page.goto(`${agenda}/versies`)
    await page.getByRole('button', { name: 'Bekijk wat u vastlegt' }).click()
    await page.getByLabel('Toelichting').waitFor()
    await page.locator('details summary').first().click()
  },
  'version-hash': async (page) => {
    await page.goto(`${agenda}/versies/1`)
    await page.getByRole('button', { name: 'Controleer' }).click()
    await page.getByText('Het klopt.').scrollIntoViewIfNeeded()
  },
  'version-withdraw': async (page) => {
    await page.goto(`${agenda}/versies/1`)
    await page.getByRole('button', { name: 'Niet meer openbaar…' }).click()
    await page.getByRole('dialog').waitFor()
  },
  'adoption-bodies': async (page) => {
    await page.goto(`${agenda}/vaststelling`)
    await page
      .getByRole('button', { name: /^Organen van/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
  },
  'adoption-dues': async (page) => {
    await page.goto(`${agenda}/vaststelling`)
    await page.getByRole('button', { name: 'Vraag een besluit voor een datum…' }).click()
    await page.getByRole('dialog').waitFor()
  },
  calendar: async (page) => {
    await page.goto(agenda)
    await choose(page, 'Agenda in uw kalender')
    await page.getByRole('dialog').waitFor()
  },
  import: (page) => page.goto(`${agenda}/importeren`),
  'import-columns': (page) => pasteTable(page),
  'import-preview': async (page) => {
    await pasteTable(page)
    await page.getByRole('button', { name: 'Bekijk wat er komt' }).click()
    await page.getByRole('button', { name: /op de agenda$/ }).waitFor()
  },
  people: async (page) => {
    await page.goto(`${agenda}/mensen`)
    await page.getByRole('heading', { level: 1, name: 'Deelnemers' }).waitFor()
  },
  'people-organisation': async (page) => {
    await page.goto(`${agenda}/mensen`)
    await page.getByRole('button', { name: 'Voeg een organisatie toe' }).click()
  },
  'people-member': async (page) => {
    await page.goto(`${agenda}/mensen`)
    await page
      .getByRole('button', { name: /^Wijzig Regiomanager/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
  },
  account: async (page) => {
    await page.goto(`${server.url}/ik`)
    await page.getByRole('radio').first().waitFor()
  },
  'not-found': (page) => page.goto(`${server.url}/agenda/bestaat-niet`),
}

/** The ways in and the mails, first for who is not signed in. */
const doorScreens: Record<string, (page: Page) => Promise<unknown>> = {
  'sign-in': (page) => page.goto(doors.url),
  'mail-asked': async (page) => {
    await page.goto(doors.url)
    // One address may ask a few times only.
    await page.getByLabel('Uw e-mailadres').fill(`els${Date.now()}@edam.nl`)
    await page.keyboard.press('Enter')
    await page.getByLabel('Code uit de mail').waitFor()
  },
  'sign-in-link': (page) => page.goto(invitation),
  'sign-in-link-over': (page) => page.goto(`${doors.url}/sign-in/bestaat-niet`),
  stop: (page) => page.goto(`${doors.url}/stop/een-link-uit-een-mail`),
  'stop-done': async (page) => {
    await page.goto(`${doors.url}/stop/een-link-uit-een-mail`)
    await page.getByRole('main').getByRole('button').click()
    await page.getByRole('main').getByRole('link').waitFor()
  },
}
const doorScreensInside: Record<string, (page: Page) => Promise<unknown>> = {
  outbox: (page) => page.goto(`${doors.url}/outbox`),
  'people-waiting': (page) => page.goto(people),
  'people-invite': async (page) => {
    await page.goto(people)
    await page.getByRole('button', { name: 'Nodig mensen uit' }).click()
    await page.getByRole('dialog').getByLabel('E-mailadressen').fill('Smit, Els <els@edam.nl>;\ngeen adres')
  },
}
/** Something in the menu of who is signed in. */
async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /menu van/ }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** A table with something wrong in it, as far as its columns. */
async function pasteTable(page: Page): Promise<void> {
  await page.goto(`${agenda}/importeren`)
  await page
    .getByLabel('Plak hier uw tabel')
    .fill(
      'Titel;Thema;Trekker;Deadline\nKorter in de bus;Vervoer;Gemeente Dordrecht;1-9-2027\nSamen wonen;Wonen;Onbekend;31-2-2027',
    )
  await page.getByRole('button', { name: 'Ga verder met deze tabel' }).click()
  await page.getByRole('button', { name: 'Bekijk wat er komt' }).waitFor()
}

const wholePage = new Set(['item', 'start', 'people', 'people-waiting', 'account', 'outbox', 'sign-in'])

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
      // A page that keeps asking is looked at as it is by then.
      await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined)
      await page.screenshot({
        path: join(folder, `${name}-${width}-${theme}.png`),
        fullPage: wholePage.has(name),
      })
    }
    const shootAll = async (all: typeof screens) => {
      for (const [name, go] of Object.entries(all)) {
        if (asked.length > 0 && !asked.some((one) => name.startsWith(one))) continue
        await go(page).catch((error: unknown) => console.error(`${name} ${width} ${theme}: ${String(error)}`))
        await shoot(name)
      }
    }
    await page.goto(server.url)
    await shoot('start')
    await page.request.post(`${server.url}/api/v1/session/demo`, { data: { person: 'coordinator' } })
    await shootAll(screens)
    await context.clearCookies()
    await shootAll(doorScreens)
    await context.addCookies(signedIn)
    await shootAll(doorScreensInside)
    await context.close()
  }
}

await browser.close()
for (const { stop, data } of [server, doors]) {
  await stop()
  await rm(data, { recursive: true, force: true })
}
console.log(`The screens are in ${folder}`)

async function start(demo: boolean) {
  const data = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-screenshots-'))
  let said = ''
  const running = await startServer({
    settings: { port: 0, host: '127.0.0.1', dataDirectory: data, baseUrl: new URL('http://localhost'), demo },
    webFolder: join(root, 'dist/web'),
    clock: Date.now,
    log: () => {},
    say: (text) => {
      said += text
    },
  })
  return { ...running, data, firstLink: () => /\/sign-in\/[\w-]+/.exec(said)?.[0] ?? '' }
}

/** A new region with somebody who was invited: its coordinator's cookies, the link of the mail, and the page of its people. */
async function beginRegion() {
  const context: BrowserContext = await browser.newContext({ locale: 'nl-NL' })
  const page = await context.newPage()
  await page.goto(doors.url + doors.firstLink())
  await page.getByRole('button', { name: 'Begin uw regio' }).click()
  await page.getByLabel('Uw naam').fill('Carla Berg')
  await page.getByLabel('Uw e-mailadres').fill('carla@swv-waterland.nl')
  await page.getByLabel('Regio').fill('Waterland')
  await page.getByLabel('Uw organisatie').fill('SWV Waterland')
  await page.getByLabel('Soort organisatie').selectOption('alliance')
  await page.getByRole('button', { name: 'Begin uw regio' }).click()
  await page.getByRole('button', { name: 'Nieuwe agenda' }).click()
  await page.getByLabel('Titel').fill('Ontwikkelagenda Waterland')
  await page.getByRole('button', { name: 'Maak de agenda' }).click()
  await page.waitForURL(/\/agenda\//)
  const people = `${page.url().replace(/[?#].*/, '')}/mensen`
  await page.goto(people)
  await page.getByRole('button', { name: 'Nodig mensen uit' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mailadressen').fill('els@edam.nl')
  await dialog.getByLabel('Van welke organisatie?').selectOption({ label: 'SWV Waterland' })
  await dialog.getByRole('button', { name: 'Stuur 1 uitnodiging' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.goto(`${doors.url}/outbox`)
  const invitation = (await page.getByRole('article').getByRole('link').first().getAttribute('href')) ?? ''
  const signedIn = await context.cookies()
  await context.close()
  return { signedIn, invitation: doors.url + new URL(invitation, doors.url).pathname, people }
}

/** So that there is a history to look at, and a version that was frozen and made public before it. Gives where that is read. */
async function agreeAndChange(): Promise<string> {
  const context = await browser.newContext({ locale: 'nl-NL' })
  const page = await context.newPage()
  await page.request.post(`${server.url}/api/v1/session/demo`, { data: { person: 'coordinator' } })
  const api = `${server.url}/api/v1/agendas/drechtsteden/versions`
  const { hash } = (await (await page.request.get(`${api}/preview`)).json()) as VersionPreview
  await page.request.post(api, { data: { id: makeId<VersionId>(), expects: hash } })
  const made = await page.request.put(`${api}/1/publication`, { data: { names: false, indexed: false } })
  const { path } = (await made.json()) as Publication
  await page.goto(item)
  const title = page.getByRole('textbox', { name: 'Titel' })
  await title.fill(`${await title.inputValue()}, ook in de vakantie`)
  await page.getByLabel('Prioriteit').first().selectOption({ index: 1 })
  await page.getByRole('status').getByText('Opgeslagen').waitFor()
  await context.close()
  return server.url + path
}
