import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { makeId, type VersionId } from '../../shared/ids.ts'
import type { PartyAdoption, VersionPreview } from '../../shared/version/api.ts'
import { complaintsOf } from '../kit/axe.ts'
import { openWindow, type Person } from '../kit/browser.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()
const dutchDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })
const daysAgo = (days: number) => dutchDay.format(Date.now() - days * 86_400_000)

const api = (path: string) => `${stage.server.url}/api/v1/agendas/drechtsteden${path}`
const address = () => `${stage.server.url}/agenda/drechtsteden/vaststelling`

async function freeze({ request }: Page): Promise<void> {
  const { hash } = (await (await request.get(api('/versions/preview'))).json()) as VersionPreview
  const made = await request.post(api('/versions'), { data: { id: makeId<VersionId>(), expects: hash } })
  expect(made.status()).toBe(201)
}

async function giveMandate({ request }: Page, person: string, organisation: string): Promise<void> {
  const mandate = { id: makeId(), organisation, from: '2024-01-01', ground: 'Portefeuillebesluit' }
  const changed = await request.patch(api(`/members/${person}`), { data: { mandates: [mandate] } })
  expect(changed.status()).toBe(200)
}

/** The rows of one party. */
const party = (page: Page, name: string) =>
  page.locator('.oa-table--adoption tbody').filter({ has: page.getByText(name, { exact: true }) })
const firstParty = (page: Page) => page.locator('.oa-table--adoption tbody').first().locator('.oa-organisation')
const dialog = (page: Page) => page.getByRole('dialog')
const save = (page: Page) => dialog(page).getByRole('button', { name: 'Bewaar', exact: true })

async function come(name: RegExp): Promise<Page> {
  const { page } = await stage.come(name)
  await page.goto(address())
  await page.getByRole('heading', { level: 1, name: 'Vaststelling van versie 1' }).waitFor()
  return page
}

/** A reader has one agenda only, and no board of it. */
async function comeToRead(): Promise<Person> {
  const reader = await openWindow(stage.browser, stage.server.url, { width: 360, theme: 'dark', touch: true })
  const signedIn = await reader.page.request.post(`${stage.server.url}/api/v1/session/demo`, {
    data: { person: 'raadslid-papendrecht' },
  })
  expect(signedIn.status()).toBe(200)
  await reader.page.goto(address())
  return reader
}

describe('the adoption of a version', () => {
  it('[V11] [V16] [V18] is filled in by three parties, each in a browser of its own, followed by all, and asked for by mail', {
    timeout: 180_000,
  }, async () => {
    const { page: coordinator } = await stage.come(/Coördinator, regio/)
    await freeze(coordinator)
    await giveMandate(coordinator, 'wethouder-zwijndrecht', 'zwijndrecht')
    await giveMandate(coordinator, 'voorzitter-ouderplatform', 'ouderplatform')
    await coordinator.goto(address())
    await coordinator.getByRole('heading', { name: 'Nog geen partij heeft vastgesteld' }).waitFor()
    expect(await complaintsOf(coordinator)).toEqual([])

    // On behalf of Sliedrecht, by keyboard: without a ground it is refused, and what was filled in stays.
    await coordinator.getByRole('button', { name: 'Vul in: Gemeente Sliedrecht, college van B en W' }).press('Enter')
    await dialog(coordinator).getByLabel('Uiterlijk besluiten op').fill(daysAgo(3))
    await save(coordinator).press('Enter')
    await dialog(coordinator)
      .getByText('Schrijf op waar u dit van weet. U vult dit in namens een andere partij.')
      .waitFor()
    expect(await complaintsOf(coordinator)).toEqual([])
    expect(await dialog(coordinator).getByLabel('Uiterlijk besluiten op').inputValue()).toBe(daysAgo(3))
    const ground = dialog(coordinator).getByLabel('Op grond van')
    expect(await ground.evaluate((field) => field === document.activeElement)).toBe(true)
    await ground.fill('Gebeld met de secretaris')
    await ground.press('Enter')
    await coordinator.getByRole('heading', { name: 'Nog geen partij heeft vastgesteld, 1 is te laat' }).waitFor()
    await party(coordinator, 'Sliedrecht').getByText('3 dagen te laat').waitFor()
    await coordinator.getByRole('heading', { level: 1 }).click()
    await expect.poll(() => firstParty(coordinator).innerText()).toBe('Sliedrecht')

    // A reminder goes to who holds the mandate; where nobody does, the dialog says what to do.
    await coordinator.getByRole('button', { name: 'Herinner Gemeente Papendrecht: college van B en W' }).press('Enter')
    await dialog(coordinator).getByRole('link', { name: 'Naar Deelnemers' }).waitFor()
    await coordinator.keyboard.press('Escape')
    const remind = coordinator.getByRole('button', { name: 'Herinner Gemeente Zwijndrecht: college van B en W' })
    await remind.press('Enter')
    await dialog(coordinator).getByText('Er gaat een mail naar Wethouder, gemeente Zwijndrecht.').waitFor()
    await dialog(coordinator).getByRole('button', { name: 'Stuur de herinnering' }).press('Enter')
    await party(coordinator, 'Zwijndrecht')
      .getByText(/^Herinnerd op .* door Coördinator, regio Drechtsteden$/)
      .waitFor()
    await remind.press('Enter')
    await dialog(coordinator).getByRole('button', { name: 'Stuur de herinnering' }).press('Enter')
    await dialog(coordinator)
      .getByText(/Vandaag is al een herinnering verstuurd/)
      .waitFor()
    await coordinator.keyboard.press('Escape')
    const outbox = await openWindow(stage.browser, `${stage.server.url}/outbox`)
    const mail = outbox.page.getByText(/Gemeente Zwijndrecht/).first()
    await mail.waitFor()
    await outbox.page
      .getByText(/\/agenda\/drechtsteden\/vaststelling\?versie=1/)
      .first()
      .waitFor()
    await outbox.context.close()

    // With a reservation, which is not one without its words.
    const alderman = await come(/Wethouder, gemeente Zwijndrecht/)
    expect(await alderman.getByRole('button', { name: /^(Vul in|Wijzig): (?!Gemeente Zwijndrecht)/ }).count()).toBe(0)
    await alderman.getByRole('button', { name: 'Vul in: Gemeente Zwijndrecht, college van B en W' }).press('Enter')
    await dialog(alderman).getByRole('radio', { name: 'Vastgesteld, met voorbehoud' }).check()
    await dialog(alderman).getByLabel('Datum van het besluit').fill(daysAgo(1))
    await save(alderman).click()
    await dialog(alderman).getByText('Schrijf op wat het voorbehoud of de reden is.').waitFor()
    await dialog(alderman).getByLabel('Wat is het voorbehoud?').fill('De kosten komen terug bij de voorjaarsnota.')
    await save(alderman).click()
    // Nobody has to ask again: the coordinator's page follows.
    await party(coordinator, 'Zwijndrecht').getByText('De kosten komen terug bij de voorjaarsnota.').waitFor()
    await coordinator.getByRole('heading', { name: '1 van de 19 partijen heeft vastgesteld, 1 is te laat' }).waitFor()

    // A parent organisation, by a commenter who holds its mandate.
    const parent = await come(/Voorzitter, Ouderplatform/)
    await parent.getByRole('button', { name: 'Vul in: Ouderplatform Drechtsteden, bestuur' }).press('Enter')
    await dialog(parent).getByRole('radio', { name: 'Onderschreven', exact: true }).check()
    await dialog(parent).getByLabel('Datum van het besluit').fill(daysAgo(-1))
    await dialog(parent).getByLabel('Nummer van het besluit').fill('OP-26-4')
    await dialog(parent).getByLabel('Link naar het besluit').fill('ouderplatform.example/besluit')
    await save(parent).click()
    await dialog(parent).getByText('Deze dag moet nog komen. Vul in wat er al is gebeurd.').waitFor()
    await dialog(parent).getByLabel('Datum van het besluit').fill(daysAgo(2))
    await save(parent).click()
    await dialog(parent).getByText('Een link begint met https:// of http://.').waitFor()
    await dialog(parent).getByLabel('Link naar het besluit').fill('https://ouderplatform.example/besluit')
    await save(parent).click()
    await party(parent, 'Ouderplatform').getByText('Onderschreven', { exact: true }).waitFor()

    // The third, on behalf.
    await coordinator.getByRole('button', { name: 'Wijzig: Gemeente Sliedrecht, college van B en W' }).press('Enter')
    await dialog(coordinator).getByRole('radio', { name: 'Vastgesteld', exact: true }).check()
    await dialog(coordinator).getByLabel('Datum van het besluit').fill(daysAgo(0))
    // A decision does not inherit the ground on which its day was entered.
    await save(coordinator).press('Enter')
    await dialog(coordinator)
      .getByText('Schrijf op waar u dit van weet. U vult dit in namens een andere partij.')
      .waitFor()
    await dialog(coordinator).getByText('Eerder stond hier: ‘Gebeld met de secretaris’.').waitFor()
    await dialog(coordinator).getByLabel('Op grond van').fill('Brief van het college')
    await save(coordinator).press('Enter')
    await coordinator.getByRole('heading', { name: '3 van de 19 partijen hebben vastgesteld', exact: true }).waitFor()

    const reader = await comeToRead()
    // How it stood before stays there to read.
    const before = party(reader.page, 'Sliedrecht').locator('details')
    await before.locator('summary').press('Enter')
    await before.getByText(/^Namens deze partij ingevuld door Coördinator.*Gebeld met de secretaris$/).waitFor()
    await before.getByText('Nog geen besluit', { exact: true }).waitFor()
    await party(reader.page, 'Sliedrecht')
      .getByText(/^Namens deze partij ingevuld door Coördinator.*Brief van het college$/)
      .waitFor()
    expect(await party(reader.page, 'Ouderplatform').getByRole('link').getAttribute('href')).toBe(
      'https://ouderplatform.example/besluit',
    )
    expect(await reader.page.getByRole('button', { name: /^(Vul in|Wijzig|Herinner|Organen)/ }).count()).toBe(0)
    expect(await complaintsOf(reader.page)).toEqual([])
    expect(reader.complaints).toEqual([])
    await reader.context.close()

    // A later version asks for what changed: nothing, for who read this one.
    await freeze(coordinator)
    await coordinator.goto(address())
    await coordinator.getByRole('heading', { level: 1, name: 'Vaststelling van versie 2' }).waitFor()
    await party(coordinator, 'Sliedrecht')
      .getByText('Voor deze partij is er niets veranderd sinds versie 1.')
      .first()
      .waitFor()
    await coordinator.getByLabel('Versie', { exact: true }).selectOption('1')
    await coordinator.getByRole('heading', { level: 1, name: 'Vaststelling van versie 1' }).waitFor()
    expect(new URL(coordinator.url()).search).toBe('?versie=1')
    expect(await complaintsOf(coordinator)).toEqual([])
  })

  it('[V10] goes by the bodies of a party, which are put in order by keyboard', { timeout: 90_000 }, async () => {
    const { page } = await stage.come(/Coördinator, regio/)
    await freeze(page)
    await page.goto(address())
    await page.getByRole('button', { name: 'Organen van Gemeente Alblasserdam instellen' }).press('Enter')
    const steps = dialog(page).getByRole('group', { name: /^Stap \d$/ })
    await expect.poll(() => steps.count()).toBe(2)
    await dialog(page).getByRole('button', { name: 'Voeg een stap toe' }).press('Enter')
    await steps.nth(2).getByLabel('Orgaan', { exact: true }).selectOption('ander orgaan')
    await dialog(page).getByRole('button', { name: 'Bewaar de stappen' }).press('Enter')
    await dialog(page).getByText('Vul een naam in voor dit orgaan.').waitFor()
    await page.keyboard.type('Drechtraad')
    await steps.nth(2).getByLabel('Wat doet het?').selectOption('adviseert')
    // The focus stays with the step that moves.
    await dialog(page).getByRole('button', { name: 'Zet stap 3 eerder' }).press('Enter')
    await page.keyboard.press('Enter')
    await expect.poll(() => steps.first().getByLabel('Naam van het orgaan').inputValue()).toBe('Drechtraad')
    expect(await complaintsOf(page)).toEqual([])
    await dialog(page).getByRole('button', { name: 'Haal stap 3 weg' }).press('Enter')
    await expect.poll(() => steps.count()).toBe(2)
    await dialog(page).getByLabel('Op grond van').fill('Gebeld')
    await dialog(page).getByRole('button', { name: 'Bewaar de stappen' }).press('Enter')
    await party(page, 'Alblasserdam').getByText('Drechtraad adviseert').waitFor()
    await party(page, 'Alblasserdam')
      .getByText(/^Organen ingesteld door Coördinator.* namens Gemeente Alblasserdam .*Op grond van: Gebeld$/)
      .waitFor()
    expect(await party(page, 'Alblasserdam').getByRole('row').count()).toBe(2)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Organen van Gemeente Alblasserdam instellen',
    )
  })

  it('[V26] shows what somebody else filled in meanwhile before it is replaced, and keeps what was typed', {
    timeout: 120_000,
  }, async () => {
    const { page } = await stage.come(/Coördinator, regio/)
    await freeze(page)
    await page.goto(address())
    const version = (await page.getByRole('heading', { level: 1 }).innerText()).match(/\d+/)?.[0]
    const elsewhere = async (state: object, expects?: string) => {
      const path = api(`/versions/${version}/adoption/dordrecht/college`)
      const answer = await page.request.put(path, { data: { outcome: 'pending', ...state, ground: 'Gebeld', expects } })
      expect(answer.status()).toBe(200)
      const { steps } = (await answer.json()) as PartyAdoption
      return steps[0]?.recorded?.at
    }
    const open = page.getByRole('button', { name: /^(Vul in|Wijzig): Gemeente Dordrecht, college/ })
    const stopped = dialog(page).getByText(/Kijk bovenaan wat er nu staat/)
    const notice = dialog(page).getByRole('status')
    const reference = dialog(page).getByLabel('Nummer van het besluit')
    await open.press('Enter')
    await reference.fill('D-26-1')
    await dialog(page).getByLabel('Op grond van').fill('Brief')
    const first = await elsewhere({ submitted: daysAgo(2) })
    await notice.getByText(/^ingediend op/).waitFor()
    await save(page).press('Enter')
    await stopped.waitFor()
    expect(await notice.evaluate((there) => there === document.activeElement)).toBe(true)
    expect(await reference.inputValue()).toBe('D-26-1')
    expect(await complaintsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog(page).waitFor({ state: 'hidden' })
    expect(await party(page, 'Dordrecht').getByText('nummer D-26-1').count()).toBe(0)

    // Who did not hear of it hears it from the server.
    await open.press('Enter')
    await reference.fill('D-26-2')
    await dialog(page).getByLabel('Op grond van').fill('Brief')
    const adoption = api('/adoption')
    await page.route(adoption, (route) => route.abort())
    const unheard = page.waitForEvent('requestfailed', (request) => request.url() === adoption)
    await elsewhere({ submitted: daysAgo(1) }, first)
    await unheard
    await page.unroute(adoption)
    await save(page).press('Enter')
    await stopped.waitFor()
    await notice.waitFor()
    await save(page).press('Enter')
    await party(page, 'Dordrecht').getByText('nummer D-26-2').waitFor()
  })

  it('[V11] asks every body that has no day yet for a decision by one day, and leaves the days that are there', {
    timeout: 120_000,
  }, async () => {
    const { page } = await stage.come(/Coördinator, regio/)
    await freeze(page)
    await page.goto(address())
    const rows = page.locator('.oa-table--adoption tbody tr')
    const open = page.getByRole('button', { name: 'Vraag een besluit voor een datum…' })
    await page.getByRole('button', { name: 'Vul in: Gemeente Sliedrecht, college van B en W' }).press('Enter')
    await dialog(page).getByLabel('Uiterlijk besluiten op').fill(daysAgo(-400))
    await dialog(page).getByLabel('Op grond van').fill('Gebeld met de secretaris')
    await save(page).press('Enter')
    await dialog(page).waitFor({ state: 'hidden' })
    await open.press('Enter')
    await dialog(page).getByLabel('Uiterlijk besluiten op').fill(daysAgo(-30))
    await save(page).press('Enter')
    await dialog(page).getByText('Schrijf op waar u dit van weet. U vult dit in namens een andere partij.').waitFor()
    expect(await complaintsOf(page)).toEqual([])
    await page.keyboard.type('Afgesproken in het OOGO')
    await page.keyboard.press('Enter')
    await page
      .getByText(/^\d+ stappen hebben nu een datum\.$/)
      .first()
      .waitFor()
    await expect.poll(() => rows.getByText('geen datum').count()).toBe(0)
    await open.waitFor({ state: 'hidden' })
    const asked = await rows.getByText(/Op grond van: Afgesproken in het OOGO$/).count()
    expect(asked).toBe((await rows.count()) - 1)

    // Whom it asks is still for the party to say: a day alone fixes nothing.
    const bodies = page.getByRole('button', { name: 'Organen van Gemeente Papendrecht instellen' })
    const change = async () => {
      await bodies.press('Enter')
      await dialog(page).getByLabel('Op grond van').fill('Gebeld met de griffie')
      await dialog(page).getByLabel('Wat doet het?').first().selectOption('onderschrijft')
    }
    await change()
    expect(
      await dialog(page)
        .getByText(/verandert er niets/)
        .count(),
    ).toBe(0)
    await dialog(page).getByRole('button', { name: 'Bewaar de stappen' }).press('Enter')
    await party(page, 'Papendrecht').getByText('college van B en W onderschrijft').waitFor()
    await page.getByRole('button', { name: 'Wijzig: Gemeente Papendrecht, college van B en W' }).press('Enter')
    await dialog(page).getByLabel('Ingediend op').fill(daysAgo(1))
    await dialog(page).getByLabel('Op grond van').fill('Gebeld met de griffie')
    await save(page).press('Enter')
    await party(page, 'Papendrecht').getByText('Ingediend', { exact: true }).waitFor()
    await bodies.press('Enter')
    await dialog(page)
      .getByText(/^Voor versie \d verandert er niets: daar is al iets voorbereid, ingediend of besloten\.$/)
      .waitFor()
    expect(await complaintsOf(page)).toEqual([])
  })
})
