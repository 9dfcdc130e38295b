import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { complaintsOf } from '../kit/axe.ts'
import { launchBrowser, openWindow } from '../kit/browser.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()

async function openDialog(page: Page, address = '/agenda/drechtsteden'): Promise<void> {
  await page.goto(`${stage.server.url}${address}`)
  await page
    .getByRole('button', { name: /Regio|Coördinator|regio/ })
    .last()
    .click()
  await page.getByRole('menuitem', { name: 'Exporteren' }).press('Enter')
  await page.getByRole('dialog', { name: 'Exporteren' }).waitFor()
}

describe('taking the agenda along as a file', () => {
  it('[X8] [X10] gives what a filtered board shows, with its annexes, seen beforehand and by the keyboard alone', async () => {
    const { page } = await stage.come(/Coördinator, regio/)
    await page.setViewportSize({ width: 1440, height: 900 })
    await openDialog(page, '/agenda/drechtsteden?q=plan')
    const part = page.getByRole('combobox', { name: 'Welke punten?' })
    const shown = await page.getByRole('option', { name: /^Alleen wat het bord nu toont/ }).textContent()
    const count = Number(/\((\d+) agendapunt/.exec(shown ?? '')?.[1])
    expect(count).toBeGreaterThan(1)
    await part.selectOption('shown')
    await page.getByRole('checkbox', { name: /^Nota van beantwoording/ }).press('Space')
    expect(await page.getByRole('checkbox', { name: /^Verschillen/ }).isDisabled()).toBe(true)
    const preview = page.frameLocator('iframe')
    await preview.getByRole('heading', { name: 'Nota van beantwoording', level: 2 }).waitFor()
    expect(await preview.locator('article').count()).toBeGreaterThanOrEqual(count)
    expect(await complaintsOf(page)).toEqual([])

    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Maak het bestand' }).press('Enter')
    const file = await download
    const day = new Date().toISOString().slice(0, 10)
    expect(file.suggestedFilename()).toBe(`ontwikkelagenda-drechtsteden-concept-${day}.pdf`)
    expect((await readFile(await file.path())).subarray(0, 8).toString('latin1')).toBe('%PDF-1.7')
    await page.getByText(/^Klaar\. Het bestand/).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  })

  it('[X10] can be stopped, and says so; the focus stays where it was', async () => {
    const { page } = await stage.come(/Coördinator, regio/)
    // A server that takes its time.
    await page.route('**/export/odt', () => {})
    await openDialog(page)
    await page.getByRole('radio', { name: /^ODT/ }).check()
    await page.getByRole('button', { name: 'Maak het bestand' }).press('Enter')
    await page.getByRole('progressbar', { name: 'Hoe ver het bestand is' }).waitFor()
    expect(await page.getByRole('status').filter({ hasText: 'wordt gemaakt' }).count()).toBe(1)
    await page.getByRole('button', { name: 'Stop', exact: true }).press('Enter')
    await page.getByText('Gestopt. Er is geen bestand gemaakt.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Maak het bestand')
    expect(await page.getByRole('progressbar').count()).toBe(0)
  })

  it('[X8] is on the page of a version too, for who reads versions only, without what was said', async () => {
    const { page } = await stage.come(/Coördinator, regio/)
    await page.goto(`${stage.server.url}/agenda/drechtsteden/versies`)
    await page.getByRole('button', { name: 'Bekijk wat u vastlegt' }).press('Enter')
    await page.getByRole('button', { name: 'Leg versie 1 vast' }).press('Enter')
    await page.getByText('Versie 1 is vastgelegd.').waitFor()

    const browser = await launchBrowser()
    const reader = await openWindow(browser, stage.server.url)
    await reader.page.setViewportSize({ width: 360, height: 740 })
    await reader.page.request.post(`${stage.server.url}/api/v1/session/demo`, {
      data: { person: 'raadslid-papendrecht' },
    })
    await reader.page.goto(`${stage.server.url}/agenda/drechtsteden/versies/1`)
    await reader.page.getByRole('button', { name: 'Exporteren' }).press('Enter')
    await reader.page.getByRole('dialog', { name: 'Exporteren' }).waitFor()
    await reader.page.getByRole('option', { name: /^Versie 1/ }).waitFor({ state: 'attached' })
    expect(await reader.page.getByRole('option', { name: /concept/ }).count()).toBe(0)
    const annexes = reader.page.getByRole('group', { name: 'Met deze bijlagen' }).getByRole('checkbox')
    expect(await annexes.count()).toBe(2)
    // On a phone the preview comes when it is asked for.
    await reader.page.getByRole('button', { name: 'Toon een voorbeeld' }).press('Enter')
    await reader.page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
    expect(await complaintsOf(reader.page)).toEqual([])
    await reader.page.getByRole('radio', { name: /^ODT/ }).check()
    const download = reader.page.waitForEvent('download')
    await reader.page.getByRole('button', { name: 'Maak het bestand' }).press('Enter')
    expect((await download).suggestedFilename()).toMatch(/^ontwikkelagenda-drechtsteden-v1-.*\.odt$/)
    expect(reader.complaints).toEqual([])
    await browser.close()
  })
})
