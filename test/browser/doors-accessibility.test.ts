import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeId } from '../../shared/ids.ts'
import { complaintsOf } from '../kit/axe.ts'
import { launchBrowser, openWindow } from '../kit/browser.ts'
import { makeAgenda, removeFolder, startTestServer, type TestServer, type Visitor } from '../kit/server.ts'
import { openWindow as openHttpWindow } from '../kit/window.ts'

let server: TestServer
let browser: Browser
let coordinator: Visitor
let agenda: string

beforeAll(async () => {
  let said = ''
  server = await startTestServer({ settings: { demo: false }, say: (text) => (said += text) })
  browser = await launchBrowser()
  const window = openHttpWindow(server)
  await window.comeIn({
    token: /sign-in\/([\w-]+)/.exec(said)?.[1] ?? '',
    name: 'Carla Berg',
    first: {
      email: 'carla@swv.nl',
      region: 'Waterland',
      organisation: 'SWV Waterland',
      organisationKind: 'alliance',
    },
  })
  coordinator = window.visitor()
  agenda = await makeAgenda(server, coordinator)
  const parents = makeId()
  const ask = (path: string, body: unknown) => window.ask('POST', `/api/v1/agendas/${agenda}/${path}`, body)
  const organisation = {
    id: parents,
    name: 'Ouderplatform Waterland',
    short: 'Ouderplatform',
    kind: 'parent-organisation',
  }
  await ask('organisations', { organisations: [organisation] })
  const invitations = [{ id: makeId(), email: 'mo@ouders.nl' }]
  await ask('invitations', { invitations, organisation: parents, role: 'commenter' })
  await ask('comment-links', { id: makeId(), organisation: parents, until: inAMonth(), places: 20 })
})

afterAll(async () => {
  await browser.close()
  await server.stop()
  await removeFolder(server.folder)
})

const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).waitFor()
const open = async (page: Page, path: string) => {
  await page.goto(server.url + path)
  await heading(page)
}
/** Answers one question in the server's stead, for what takes long to come about. */
const answer = (page: Page, path: string, value: unknown) =>
  page.route(`**/api/v1${path}`, (route) => route.fulfill({ json: value }))

const signedOut: Record<string, (page: Page) => Promise<unknown>> = {
  start: (page) => open(page, '/'),
  'the code of a mail': async (page) => {
    await open(page, '/')
    await page.getByRole('textbox').first().fill(`${makeId()}@elders.nl`)
    await page.keyboard.press('Enter')
    await page.locator('input[autocomplete="one-time-code"]').fill('12')
    await page.keyboard.press('Enter')
  },
  'a link that no longer works': (page) => open(page, '/sign-in/does-not-exist'),
  'the first link': async (page) => {
    await answer(page, '/session/look', { kind: 'first', needsName: true })
    await open(page, '/sign-in/first')
    await page.getByRole('main').getByRole('button').click()
  },
  'an invitation': async (page) => {
    await answer(page, '/session/look', { kind: 'invitation', needsName: true, agenda: 'Ontwikkelagenda' })
    await open(page, '/sign-in/invitation')
  },
  'a comment link': (page) => open(page, `/reageren/${agenda}/${makeId()}/secret`),
  'stopping the mails': async (page) => {
    await open(page, '/stop/some-token')
    await page.getByRole('main').getByRole('button').click()
    await page.getByRole('main').getByRole('link').waitFor()
  },
}

const signedIn: Record<string, (page: Page) => Promise<unknown>> = {
  'what waits for me': async (page) => {
    const notice = {
      agenda,
      item: 'punt',
      itemTitle: 'Niemand thuis',
      comment: 'c',
      by: 'Mo Amrani',
      at: '2026-11-20T10:00:00Z',
    }
    const notices = ['mention', 'reply', 'answer', 'reported'].map((kind) => ({ ...notice, kind }))
    await answer(page, '/me/waiting', { steps: [], agendas: [{ agenda, title: 'Proefagenda', unread: 2 }], notices })
    await open(page, '/')
  },
  account: async (page) => {
    await open(page, '/ik')
    await page.getByRole('radio').first().waitFor()
  },
  'local mails': (page) => open(page, '/outbox'),
  people: (page) => open(page, `/agenda/${agenda}/mensen`),
  'people, inviting': async (page) => {
    await open(page, `/agenda/${agenda}/mensen`)
    await page
      .getByRole('main')
      .getByRole('button', { name: /^(Nodig|Invite)/ })
      .click()
    await page.getByRole('dialog').getByRole('textbox').fill('Els <els@edam.nl>; geen adres\nmo@ouders.nl')
    await page.getByRole('dialog').locator('[type=submit]').click()
  },
  'people, a member': async (page) => {
    await open(page, `/agenda/${agenda}/mensen`)
    await page.getByRole('button', { name: /^(Wijzig|Change) Carla/ }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /mandaat|mandate/i })
      .click()
    await page.getByRole('dialog').locator('[type=submit]').click()
    await page.getByRole('dialog').locator('summary').click()
  },
  'people, ending a membership': async (page) => {
    await open(page, `/agenda/${agenda}/mensen`)
    await page.getByRole('button', { name: /^(Haal weg|Take off): Carla/ }).click()
  },
  'people, an organisation': async (page) => {
    await open(page, `/agenda/${agenda}/mensen`)
    await page.getByRole('button', { name: /^(Wijzig|Change) Ouderplatform/ }).click()
  },
  'people, a file of organisations': async (page) => {
    await open(page, `/agenda/${agenda}/mensen`)
    await page.getByRole('button', { name: /csv/ }).click()
    await page
      .getByRole('dialog')
      .locator('input[type=file]')
      .setInputFiles({
        name: 'organisaties.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          'naam;soort\ngemeente Edam;gemeente\nOuderplatform Waterland;ouderorganisatie\nIets;raar\n',
        ),
      })
    await page.getByRole('dialog').getByRole('row').nth(3).waitFor()
  },
  'people, a comment link': async (page) => {
    await open(page, `/agenda/${agenda}/mensen`)
    await page
      .getByRole('button', { name: /reageerlink|comment link/i })
      .first()
      .click()
  },
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
  it('axe finds nothing on the ways in and on the people of an agenda', { timeout: 180_000 }, async () => {
    const { page, context, complaints } = await openWindow(browser, server.url, {
      theme,
      language,
      width,
      height: width === 320 ? 640 : 900,
    })
    const found: Record<string, string[]> = {}
    const visit = async (screens: typeof signedOut) => {
      for (const [name, go] of Object.entries(screens)) {
        await go(page)
        found[name] = await complaintsOf(page)
        await page.unrouteAll()
      }
    }
    await visit(signedOut)
    const [name = '', value = ''] =
      coordinator.cookie
        .split(/; /)
        .find((cookie) => !cookie.includes('-window'))
        ?.split('=') ?? []
    await context.addCookies([{ name, value, url: server.url }])
    await visit(signedIn)
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({})
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('a coordinator with a keyboard only', () => {
  it('adds an organisation, invites somebody, and withdraws the invitation', { timeout: 60_000 }, async () => {
    const { page, context } = await openWindow(browser, server.url)
    const [name = '', value = ''] =
      coordinator.cookie
        .split(/; /)
        .find((cookie) => !cookie.includes('-window'))
        ?.split('=') ?? []
    await context.addCookies([{ name, value, url: server.url }])
    await open(page, `/agenda/${agenda}/mensen`)
    await tabTo(page, 'Voeg een organisatie toe')
    await page.keyboard.press('Enter')
    await page.keyboard.type('gemeente Edam')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await focusedText(page)).toContain('Voeg een organisatie toe')
    await tabTo(page, 'Nodig mensen uit', 'Shift+Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.type('els@edam.nl')
    await page.keyboard.press('Tab')
    await page.keyboard.type('gemeente Edam')
    await page.keyboard.press('Enter')
    await tabTo(page, 'Stuur 1 uitnodiging')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await tabTo(page, 'Trek in', 'Tab', 'els@edam.nl')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByText('els@edam.nl', { exact: true }).count()).toBe(0)
    await expect.poll(() => focusedText(page)).toContain('Nog niet binnen')
    await context.close()
  })
})

const focusedText = (page: Page) =>
  page.evaluate(
    () => `${document.activeElement?.textContent} ${document.activeElement?.getAttribute('aria-label') ?? ''}`,
  )

/** Goes on by a key until the focus is on what has this text. */
async function tabTo(page: Page, text: string, key = 'Tab', and = ''): Promise<void> {
  for (let count = 0; count < 40; count++) {
    await page.keyboard.press(key)
    const focused = await focusedText(page)
    if (focused.includes(text) && focused.includes(and)) return
  }
  throw new Error(`${text} cannot be reached by ${key}`)
}
