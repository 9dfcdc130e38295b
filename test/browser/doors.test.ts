import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser, openWindow, type Person } from '../kit/browser.ts'
import { removeFolder, startTestServer, type TestServer } from '../kit/server.ts'

type Stage = { server: TestServer; browser: Awaited<ReturnType<typeof launchBrowser>>; firstLink: string }

let stage: Stage
const people: Person[] = []

beforeAll(async () => {
  let said = ''
  const server = await startTestServer({ settings: { demo: false }, say: (text) => (said += `${text}\n`) })
  stage = { server, browser: await launchBrowser(), firstLink: linkIn(said) }
})

afterEach(async () => {
  for (const { context, complaints } of people.splice(0)) {
    expect(complaints).toEqual([])
    await context.close()
  }
})

afterAll(async () => {
  await stage.browser.close()
  await stage.server.stop()
  await removeFolder(stage.server.folder)
})

/** The path of a way in, from what the terminal or a mail says. */
function linkIn(text: string): string {
  const path = /\/sign-in\/[\w-]+/.exec(text)?.[0]
  if (!path) throw new Error(`No link in: ${text}`)
  return path
}

/** Somebody at a browser of their own. */
async function somebody(path = '/', width = 1440): Promise<Person> {
  const person = await openWindow(stage.browser, stage.server.url + path, { width })
  people.push(person)
  return person
}

/** The newest mail to this address, as the page of local mails shows it. */
async function linkFromMail(page: Page, email: string): Promise<string> {
  await page.goto(`${stage.server.url}/outbox`)
  const mail = page
    .getByRole('article')
    .filter({ hasText: `Aan ${email}` })
    .first()
  await mail.waitFor()
  return linkIn((await mail.getByRole('link').first().getAttribute('href')) ?? '')
}

/** Comes in by an invitation: opens its page, says who they are, and presses its button. */
async function accept(link: string, name: string, width?: number): Promise<Person> {
  const person = await somebody(link, width)
  await person.page.getByLabel('Uw naam').fill(name)
  await person.page.getByRole('button', { name: 'Doe mee' }).click()
  await person.page.waitForURL(/\/agenda\//)
  return person
}

async function addOrganisation(page: Page, name: string, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Voeg een organisatie toe' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Naam', { exact: true }).fill(name)
  await dialog.getByLabel('Soort').selectOption(kind)
  await dialog.getByRole('button', { name: 'Bewaar' }).click()
  await dialog.waitFor({ state: 'detached' })
}

async function invite(page: Page, pasted: string, organisation: string, role?: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Nodig mensen uit' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mailadressen').fill(pasted)
  await dialog.getByLabel('Van welke organisatie?').selectOption({ label: organisation })
  if (role) await dialog.getByRole('radio', { name: role }).check()
  await dialog.getByRole('button', { name: 'Stuur 1 uitnodiging' }).click()
  await dialog.waitFor({ state: 'detached' })
}

const title = (page: Page) => page.getByRole('textbox', { name: 'Titel' })
const saved = (page: Page) => page.getByRole('status').getByText('Opgeslagen')
const openFirstItem = async (page: Page) => {
  await page.locator('.oa-card a').first().click()
  await page.locator('.oa-sheet').waitFor()
}

describe('a board without demo', () => {
  it('begins by the printed link, and everybody comes in by a mail and does what their role allows', {
    timeout: 240_000,
  }, async () => {
    const coordinator = await somebody(stage.firstLink)
    const { page } = coordinator
    // Opening the link changed nothing: it can be opened again.
    await page.reload()
    await page.getByRole('button', { name: 'Begin uw regio' }).click()
    await page.getByText('Vul uw naam in.').waitFor()
    await page.getByLabel('Uw naam').fill('Carla Berg')
    await page.getByLabel('Uw e-mailadres').fill('carla@swv-waterland.nl')
    await page.getByLabel('Regio').fill('Waterland')
    await page.getByLabel('Uw organisatie').fill('SWV Waterland')
    await page.getByLabel('Soort organisatie').selectOption('alliance')
    await page.getByRole('button', { name: 'Begin uw regio' }).click()

    await page.getByRole('button', { name: 'Nieuwe agenda' }).click()
    await page.getByLabel('Titel').fill('Ontwikkelagenda Waterland')
    expect(await page.getByLabel('Regio').inputValue()).toBe('Waterland')
    await page.getByRole('button', { name: 'Maak de agenda' }).click()
    await page.locator('.oa-card').first().waitFor()
    await page.getByRole('button', { name: /menu van/ }).click()
    await page.getByRole('menuitem', { name: 'Deelnemers' }).click()
    await page.getByRole('heading', { level: 1, name: 'Deelnemers' }).waitFor()
    const peoplePage = page.url()

    await addOrganisation(page, 'gemeente Edam', 'municipality')
    await addOrganisation(page, 'Stichting Klein Begin', 'school-board')
    await addOrganisation(page, 'Ouderplatform Waterland', 'parent-organisation')
    await addOrganisation(page, 'gemeente Monnickendam', 'municipality')
    await invite(page, 'Smit, Els <els@edam.nl>;', 'gemeente Edam')
    await invite(page, 'bas@kleinbegin.nl', 'Stichting Klein Begin', /^Schrijver/)
    await invite(page, 'mo@ouders.nl', 'Ouderplatform Waterland')
    await invite(page, 'raad@monnickendam.nl', 'gemeente Monnickendam', /^Lezer/)
    const waiting = page.getByRole('listitem').filter({ hasText: 'nog niet binnen sinds' })
    await expect.poll(() => waiting.count()).toBe(4)
    // A commenter is what somebody of a parent organisation becomes when nothing else was chosen.
    expect(await waiting.filter({ hasText: 'mo@ouders.nl' }).innerText()).toContain('Meelezer')

    const links = {
      els: await linkFromMail(page, 'els@edam.nl'),
      bas: await linkFromMail(page, 'bas@kleinbegin.nl'),
      mo: await linkFromMail(page, 'mo@ouders.nl'),
      raad: await linkFromMail(page, 'raad@monnickendam.nl'),
    }
    const els = await accept(links.els, 'Els Smit')
    const bas = await accept(links.bas, 'Bas Kramer')
    const mo = await accept(links.mo, 'Mo Amrani', 390)
    const raad = await accept(links.raad, 'Riet Raadslid')

    await openFirstItem(els.page)
    await els.page.waitForURL(/\/punt\//)
    const item = els.page.url()
    for (const { page } of [bas, mo]) await page.goto(item)
    await title(els.page).fill('Geschreven door Els')
    await expect.poll(() => title(bas.page).inputValue()).toBe('Geschreven door Els')
    await title(bas.page).fill('Geschreven door Els en Bas')
    await expect.poll(() => title(els.page).inputValue()).toBe('Geschreven door Els en Bas')
    await saved(bas.page).waitFor()

    await mo.page.getByRole('heading', { level: 1, name: 'Geschreven door Els en Bas' }).waitFor()
    expect(await title(mo.page).count()).toBe(0)
    await mo.page.getByRole('textbox', { name: 'Uw reactie' }).fill('Wij willen meedenken')
    await mo.page.getByRole('button', { name: 'Plaats reactie' }).click()
    await els.page.locator('.oa-sheet').getByText('Wij willen meedenken').first().waitFor()
    await mo.page.getByRole('button', { name: /menu van/ }).click()
    await mo.page.getByText('Mo Amrani, Ouderplatform Waterland: leest alles en reageert').waitFor()

    await raad.page.getByText('Er is nog geen versie vastgelegd.').waitFor()

    // A link works once.
    const late = await somebody(links.els)
    await late.page.getByRole('heading', { name: 'Deze link werkt niet meer' }).waitFor()

    await page.goto(peoplePage)
    await page.getByText('Els Smit').waitFor()
    expect(await waiting.count()).toBe(0)
    // Who does not manage people sees who sits at the table, and no addresses.
    await mo.page.goto(peoplePage)
    await mo.page.getByText('Els Smit').waitFor()
    expect(await mo.page.getByText('els@edam.nl').count()).toBe(0)
    expect(await mo.page.getByRole('button', { name: 'Nodig mensen uit' }).count()).toBe(0)

    // What an editor had not sent when the role ended is refused, and stays with its writer.
    await bas.context.setOffline(true)
    await bas.page
      .getByRole('status')
      .getByText(/Offline/)
      .waitFor()
    await title(bas.page).fill('In de trein geschreven')
    await page.getByRole('button', { name: 'Wijzig Bas Kramer' }).click()
    await page
      .getByRole('dialog')
      .getByRole('radio', { name: /^Meelezer/ })
      .check()
    await page.getByRole('dialog').getByRole('button', { name: 'Bewaar' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await bas.context.setOffline(false)
    await bas.page
      .locator('.oa-toast')
      .getByText('Uw rol op deze agenda is gewijzigd: u leest alles en reageert.')
      .waitFor()
    const refused = bas.page.getByRole('alert').filter({ hasText: 'In de trein geschreven' })
    await refused.waitFor()
    await expect.poll(() => title(bas.page).count()).toBe(0)
    await bas.page.getByRole('heading', { level: 1, name: 'Geschreven door Els en Bas' }).waitFor()
    expect(await title(els.page).inputValue()).toBe('Geschreven door Els en Bas')

    // Who is taken off the agenda hears it at once, and cannot write on; the text stays on the screen.
    await title(els.page).click()
    await page.getByRole('button', { name: 'Haal weg: Els Smit' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Haal van de agenda' }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await els.page.getByRole('alert').filter({ hasText: 'U bent niet meer verbonden met deze agenda' }).waitFor()
    await els.page.keyboard.type(' nog iets')
    expect(await els.page.locator('.oa-sheet').innerText()).toContain('Geschreven door Els en Bas')
    expect(await bas.page.getByRole('heading', { level: 1, name: /nog iets/ }).count()).toBe(0)
    await page.getByText('Deden eerder mee (1)').waitFor()
  })

  it('lets somebody in by the code of the mail, in the window that asked only', { timeout: 60_000 }, async () => {
    const { page } = await somebody()
    await page.getByLabel('Uw e-mailadres').fill('geen adres')
    await page.getByRole('button', { name: 'Stuur mij een link' }).click()
    await page.getByText('Dit is geen e-mailadres').waitFor()
    await page.getByLabel('Uw e-mailadres').fill('Carla@swv-waterland.nl')
    await page.keyboard.press('Enter')
    const code = page.getByLabel('Code uit de mail')
    await code.waitFor()
    expect(await code.getAttribute('autocomplete')).toBe('one-time-code')
    const answer = await page.request.get(`${stage.server.url}/api/v1/outbox`)
    const { mails }: { mails: { to: string; subject: string }[] } = await answer.json()
    const digits = /\d{6}/.exec(mails.find(({ to }) => to === 'carla@swv-waterland.nl')?.subject ?? '')?.[0] ?? ''

    const elsewhere = await somebody()
    await elsewhere.page.getByLabel('Uw e-mailadres').fill('iemand@elders.nl')
    await elsewhere.page.keyboard.press('Enter')
    await elsewhere.page.getByLabel('Code uit de mail').fill(digits)
    await elsewhere.page.keyboard.press('Enter')
    await elsewhere.page.getByRole('alert').filter({ hasText: /code/ }).waitFor()

    await code.fill(digits)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/agenda\//)
    await page.goto(`${stage.server.url}/ik`)
    await page.getByText('U bent ingelogd als Carla Berg').waitFor()
    await page.getByRole('button', { name: 'Log overal uit, behalve hier' }).click()
    await page.getByText('U bent alleen hier ingelogd.').waitFor()
    await page.getByRole('radio', { name: 'Geen mails' }).check()
    await page.getByText('Uw keuze is bewaard').first().waitFor()
    await page.reload()
    await expect.poll(() => page.getByRole('radio', { name: 'Geen mails' }).isChecked()).toBe(true)
  })
})
