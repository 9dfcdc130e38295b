import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { findChromium } from '../../tools/chromium.ts'

/** A real Chromium. Tests close what they open. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  return await chromium.launch({
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-background-networking',
      '--no-first-run',
    ],
  })
}

export type Person = {
  page: Page
  context: BrowserContext /** What the page complained of: errors, and breaches of the CSP. */
  complaints: string[]
}

export type PersonOptions = {
  width?: number
  height?: number
  theme?: 'light' | 'dark'
  language?: 'nl' | 'en'
  touch?: boolean
}

/** Somebody at a browser of their own, signed in by the start screen's one click. */
export async function arrive(
  browser: Browser,
  url: string,
  name: string | RegExp,
  options: PersonOptions = {},
): Promise<Person> {
  const person = await openWindow(browser, url, options)
  await person.page.getByRole('button', { name }).or(person.page.getByRole('link', { name })).first().click()
  // The list of agendas; or at once the board, for who has only one.
  const named = { name: /Ontwikkelagenda passend onderwijs en jeugdhulp/ }
  await person.page.getByRole('link', named).or(person.page.getByRole('heading', named)).first().waitFor()
  return person
}

export async function openWindow(browser: Browser, url: string, options: PersonOptions = {}): Promise<Person> {
  const { width = 1440, height = 900, theme = 'light', language = 'nl', touch = false } = options
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    hasTouch: touch,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  })
  if (language === 'en') await context.addInitScript(() => localStorage.setItem('language', 'en'))
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Trusted ?Type/i.test(message.text()))
      complaints.push(message.text())
  })
  await page.goto(url)
  return { page, context, complaints }
}

/** Goes to the demo agenda and waits until its cards are there. */
export async function openBoard({ page }: Person, url: string, agenda = 'drechtsteden'): Promise<void> {
  await page.goto(`${url}/agenda/${agenda}`)
  // By its class: looking for a role computes it for every element, which takes long on a board of 2,000 cards.
  await page.locator('.oa-card').first().waitFor()
}
