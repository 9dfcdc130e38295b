import { describe, expect, it } from 'vitest'
import { launchBrowser, openWindow } from '../kit/browser.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()

describe('an agreed version', () => {
  it('[V1] [V4] is frozen after a preview, read by who sees no drafts, and its hash is computed anew on the page', async () => {
    const coordinator = await stage.come(/Coördinator, regio/)
    const { page } = coordinator
    await page.goto(`${stage.server.url}/agenda/drechtsteden/versies`)
    await page.getByText('Er is nog geen versie vastgelegd.').waitFor()
    await page.getByRole('button', { name: 'Bekijk wat u vastlegt' }).press('Enter')
    await page.getByText(/^Dit wordt versie 1, met \d+ punten\.$/).waitFor()
    await page.getByRole('textbox', { name: 'Toelichting' }).fill('Na het OOGO')
    await page.getByRole('button', { name: 'Leg versie 1 vast' }).press('Enter')
    await page.getByText('Versie 1 is vastgelegd.').waitFor()

    // To a reader, who sees no drafts, the agenda is its versions.
    const browser = await launchBrowser()
    const reader = await openWindow(browser, stage.server.url)
    await reader.page.request.post(`${stage.server.url}/api/v1/session/demo`, {
      data: { person: 'raadslid-papendrecht' },
    })
    await reader.page.goto(`${stage.server.url}/agenda/drechtsteden`)
    await reader.page.getByRole('link', { name: 'Versie 1' }).click()
    await reader.page.getByRole('button', { name: 'Controleer' }).press('Enter')
    await reader.page.getByText('Het klopt. Dit is precies de tekst die is vastgelegd.').waitFor()
    expect(await reader.page.getByRole('button', { name: /vastlegt/ }).count()).toBe(0)
    expect(reader.complaints).toEqual([])
    await browser.close()
  })

  it('[V3] costs nobody what they typed when the agenda changed meanwhile', async () => {
    const { page } = await stage.come(/Coördinator, regio/)
    const { page: other } = await stage.come(/Beleidsadviseur, gemeente Dordrecht/)
    await page.goto(`${stage.server.url}/agenda/drechtsteden/versies`)
    await page.getByRole('button', { name: 'Bekijk wat u vastlegt' }).press('Enter')
    await page.getByRole('textbox', { name: 'Toelichting' }).fill('Met dank aan iedereen')
    await other.goto(`${stage.server.url}/agenda/drechtsteden/punt/punt-05`)
    await other.getByRole('textbox', { name: 'Titel' }).press('Control+Home')
    await other.getByRole('textbox', { name: 'Titel' }).pressSequentially('Toch ')
    await other.getByRole('status').getByText('Opgeslagen').waitFor()
    await page.getByRole('button', { name: /^Leg versie \d+ vast/ }).press('Enter')
    await page.getByText(/^De agenda is intussen gewijzigd/).waitFor()
    await page.getByRole('button', { name: 'Bekijk opnieuw' }).press('Enter')
    await page.getByRole('button', { name: /^Leg versie \d+ vast/ }).waitFor()
    expect(await page.getByRole('textbox', { name: 'Toelichting' }).inputValue()).toBe('Met dank aan iedereen')
    // Who is not sure about an item can go there.
    const withoutOwner = page.locator('details', { hasText: /Zonder trekker/ })
    if ((await withoutOwner.count()) > 0) {
      await withoutOwner.locator('summary').click()
      expect(await withoutOwner.getByRole('link').first().getAttribute('href')).toMatch(/\/punt\//)
    }
  })

  it('[V19] is found by who signs in first, also the one that a mail was about', async () => {
    const { page: coordinator } = await stage.come(/Coördinator, regio/)
    await coordinator.goto(`${stage.server.url}/agenda/drechtsteden/versies`)
    for (const _time of [1, 2]) {
      await coordinator.getByRole('button', { name: 'Bekijk wat u vastlegt' }).press('Enter')
      await coordinator.getByRole('button', { name: /^Leg versie \d+ vast/ }).press('Enter')
      await coordinator.getByText(/is vastgelegd\.$/).waitFor()
    }
    const { page } = await openWindow(stage.browser, `${stage.server.url}/agenda/drechtsteden/vaststelling?versie=1`)
    await page.getByRole('button', { name: /Wethouder, gemeente Zwijndrecht/ }).click()
    await page.getByRole('heading', { level: 1 }).filter({ hasText: /vast/i }).waitFor()
    expect(new URL(page.url()).search).toBe('?versie=1')
    await page.context().close()
  })
})
