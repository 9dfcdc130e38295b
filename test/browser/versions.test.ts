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
})
