import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { complaintsOf } from '../kit/axe.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()

describe('the agenda in one’s own calendar', () => {
  it('[X13] [X14] is made, copied, renewed and revoked with the keyboard, and axe finds nothing', async () => {
    const { page, complaints } = await stage.come(/Beleidsadviseur, gemeente Dordrecht/)
    await page.goto(`${stage.server.url}/agenda/drechtsteden`)
    await page.locator('.oa-card').first().waitFor()
    await page.getByRole('button', { name: /menu van/ }).press('Enter')
    await page.getByRole('menuitem', { name: 'Agenda in uw kalender' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Agenda in uw kalender' })
    const make = dialog.getByRole('button', { name: 'Maak een adres' })
    await make.waitFor()
    expect(await complaintsOf(page)).toEqual([])
    await make.press('Enter')
    const field = dialog.getByRole('textbox', { name: 'Uw adres' })
    await field.waitFor()
    await dialog.getByText('Uw adres is klaar.').waitFor()
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true)
    expect(await complaintsOf(page)).toEqual([])
    const first = await field.inputValue()
    expect(await (await fetch(first)).text()).toContain('BEGIN:VCALENDAR')
    expect(await dialog.getByRole('link', { name: 'Open in mijn kalender' }).getAttribute('href')).toBe(
      first.replace('http:', 'webcal:'),
    )

    // Opened again it tells only that there is one.
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /menu van/ }).press('Enter')
    await page.getByRole('menuitem', { name: 'Agenda in uw kalender' }).press('Enter')
    await dialog.getByText(/U heeft een adres sinds/).waitFor()
    expect(await field.count()).toBe(0)
    await dialog.getByRole('button', { name: 'Maak een nieuw adres' }).press('Enter')
    await field.waitFor()
    expect((await fetch(first)).status).toBe(404)
    const second = await field.inputValue()
    await dialog.getByRole('button', { name: 'Trek het adres in' }).press('Enter')
    await dialog.getByText('Uw adres is ingetrokken.').waitFor()
    expect(await make.evaluate((button) => button === document.activeElement)).toBe(true)
    expect((await fetch(second)).status).toBe(404)
    expect(complaints).toEqual([])
  })
})

describe('the archive package', () => {
  it('[X15] [X21] can be stopped, and is made on the page of a version, and saved under its own name', async () => {
    const { page, complaints } = await stage.come(/Coördinator, regio/)
    await page.goto(`${stage.server.url}/agenda/drechtsteden/versies`)
    await page.getByRole('button', { name: 'Bekijk wat u vastlegt' }).click()
    await page.getByRole('button', { name: 'Leg versie 1 vast' }).click()
    await page.getByText('Versie 1 is vastgelegd.').waitFor()
    await page.goto(`${stage.server.url}/agenda/drechtsteden/versies/1`)
    // A server that takes its time: it can be stopped here as in the dialog.
    await page.route('**/export/zip', () => {})
    await page.getByRole('button', { name: 'Maak het archiefpakket' }).press('Enter')
    await page.getByRole('progressbar', { name: 'Hoe ver het bestand is' }).waitFor()
    expect(await complaintsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Stop', exact: true }).press('Enter')
    await page.getByText('Gestopt. Er is geen bestand gemaakt.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Maak het archiefpakket')
    await page.unroute('**/export/zip')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Maak het archiefpakket' }).press('Enter')
    const saved = await download
    expect(saved.suggestedFilename()).toMatch(/^ontwikkelagenda-drechtsteden-v1-[\d-]+\.zip$/)
    await page.getByText(/^Klaar\. Het bestand .*\.zip staat bij uw downloads\.$/).waitFor()
    const parts: Buffer[] = []
    for await (const part of await saved.createReadStream()) parts.push(part as Buffer)
    const names = Object.keys(unzipSync(Buffer.concat(parts)))
    expect(names.some((name) => name.endsWith('/SHA256SUMS'))).toBe(true)
    expect(await complaintsOf(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})
