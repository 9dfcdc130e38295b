import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { complaintsOf } from '../kit/axe.ts'
import { launchBrowser, openWindow } from '../kit/browser.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()
const version = '/agenda/drechtsteden/versies/1'
/** Who pulls most items of the demo. */
const somebody = 'Directeur, SWV voortgezet onderwijs'

describe('a version for everyone', () => {
  it('[V21] [V22] [V24] is published by a coordinator, read without cookies and without names, and gone when withdrawn', async () => {
    const coordinator = await stage.come(/Coördinator, regio/)
    const { page } = coordinator
    await freezeFirst(page)
    await page.goto(`${stage.server.url}${version}`)
    await page.getByText('Alleen wie meedoet aan deze agenda, kan deze versie lezen.').waitFor()
    await page.getByRole('button', { name: 'Maak openbaar…' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Versie 1 openbaar maken' })
    await dialog.getByText(/^Van \d+ personen blijft de naam weg\./).waitFor()
    await dialog.getByRole('checkbox', { name: 'Met de namen van personen' }).press('Space')
    await dialog.getByText(new RegExp(`^Het gaat om \\d+ personen: .*${somebody}`)).waitFor()
    await dialog.getByRole('checkbox', { name: 'Met de namen van personen' }).press('Space')
    expect(await complaintsOf(page)).toEqual([])
    await dialog.getByRole('button', { name: 'Maak openbaar' }).press('Enter')
    await page.getByText('De versie is openbaar.').first().waitFor()
    // Who comes later finds it so.
    await page.reload()
    await page.getByText('Iedereen kan deze versie lezen, zonder in te loggen.').waitFor()
    expect(await complaintsOf(page)).toEqual([])
    const address = await page.getByRole('textbox', { name: 'Adres van de openbare versie' }).inputValue()
    expect(address).toMatch(/\/v\/drechtsteden\.[\w-]{21}$/)

    const browser = await launchBrowser()
    const anyone = await openWindow(browser, address)
    await anyone.page.getByRole('heading', { level: 1, name: /Ontwikkelagenda passend onderwijs/ }).waitFor()
    expect(await anyone.context.cookies()).toEqual([])
    expect(await anyone.page.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(10)
    expect(await anyone.page.locator('body').innerText()).not.toContain(somebody)
    expect(await anyone.page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain('Source Sans 3')
    expect(await anyone.page.locator('script').count()).toBe(0)
    for (const [width, colorScheme] of [
      [360, 'light'],
      [768, 'dark'],
      [1440, 'light'],
    ] as const) {
      await anyone.page.setViewportSize({ width, height: 900 })
      await anyone.page.emulateMedia({ colorScheme })
      expect([width, colorScheme, await complaintsOf(anyone.page)]).toEqual([width, colorScheme, []])
    }
    await anyone.page.keyboard.press('Tab')
    await anyone.page.keyboard.press('Enter')
    expect(await anyone.page.evaluate(() => document.activeElement?.id)).toBe('content')
    const download = anyone.page.waitForEvent('download')
    await anyone.page.getByRole('link', { name: 'ODT' }).press('Enter')
    expect((await download).suggestedFilename()).toMatch(/^ontwikkelagenda-drechtsteden-v1-.*\.odt$/)

    await page.getByRole('button', { name: 'Niet meer openbaar…' }).press('Enter')
    expect(await complaintsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Haal weg' }).press('Enter')
    await page.getByText('Alleen wie meedoet aan deze agenda, kan deze versie lezen.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Openbaar')
    expect((await anyone.page.reload())?.status()).toBe(410)
    await anyone.page.getByRole('heading', { name: 'Deze versie is niet meer openbaar' }).waitFor()
    expect(await complaintsOf(anyone.page)).toEqual([])
    expect([coordinator.complaints, anyone.complaints]).toEqual([[], []])
    await browser.close()
  }, 240_000)

  it('[V21] tells a reader of the agenda that it is public, and lets them not decide it', async () => {
    const coordinator = await stage.come(/Coördinator, regio/)
    await freezeFirst(coordinator.page)
    await coordinator.page.request.put(`${stage.server.url}/api/v1/agendas/drechtsteden/versions/1/publication`, {
      data: { names: false, indexed: false },
      headers: { origin: stage.server.url },
    })
    const browser = await launchBrowser()
    const reader = await openWindow(browser, stage.server.url)
    await reader.page.request.post(`${stage.server.url}/api/v1/session/demo`, {
      data: { person: 'raadslid-papendrecht' },
    })
    await reader.page.goto(`${stage.server.url}/agenda/drechtsteden/versies`)
    await reader.page.getByRole('link', { name: 'Openbaar: iedereen kan deze versie lezen' }).waitFor()
    await reader.page.goto(`${stage.server.url}${version}`)
    await reader.page.getByText('Iedereen kan deze versie lezen, zonder in te loggen.').waitFor()
    expect(await reader.page.getByRole('button', { name: /openbaar/i }).count()).toBe(0)
    await reader.page.getByRole('link', { name: 'Bekijk de openbare pagina' }).press('Enter')
    await reader.page.getByRole('heading', { name: 'Over deze versie' }).waitFor()
    expect(reader.complaints).toEqual([])
    await browser.close()
  })
})

/** The demo has no version of its own. */
async function freezeFirst(page: Page): Promise<void> {
  const base = `${stage.server.url}/api/v1/agendas/drechtsteden/versions`
  const { versions } = (await (await page.request.get(base)).json()) as { versions: unknown[] }
  if (versions.length > 0) return
  const { hash } = (await (await page.request.get(`${base}/preview`)).json()) as { hash: string }
  const headers = { origin: stage.server.url }
  const answer = await page.request.post(base, {
    data: { id: 'eerste-versie', expects: hash, remark: 'Na het OOGO.' },
    headers,
  })
  expect(answer.status()).toBe(201)
}
