import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { complaintsOf } from '../kit/axe.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()

async function choose(page: Page, entry: string): Promise<void> {
  await page.goto(`${stage.server.url}/agenda/drechtsteden`)
  await page.locator('.oa-card').first().waitFor()
  await page
    .getByRole('button', { name: /Regio|Coördinator|regio/ })
    .last()
    .click()
  await page.getByRole('menuitem', { name: entry }).press('Enter')
}

async function openDialog(page: Page): Promise<void> {
  await choose(page, 'Exporteren')
  await page.getByRole('dialog', { name: 'Exporteren' }).waitFor()
}

/** What the dialog asks of the server, and the file that comes of it. */
async function make(page: Page): Promise<{ asked: unknown; file: string }> {
  const request = page.waitForRequest((one) => one.method() === 'POST' && one.url().includes('/export/'))
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Maak het bestand' }).press('Enter')
  const asked: unknown = (await request).postDataJSON()
  return { asked, file: await readFile(await (await download).path(), 'utf8') }
}

describe('what is chosen of a file', () => {
  it('[X18] can be seen in every form that it is sent for, and is sent for no other', async () => {
    const { page } = await stage.come(/Coördinator, regio/)
    await openDialog(page)
    const struck = page.getByRole('checkbox', { name: /^Ook de geschrapte punten/ })
    await struck.press('Space')
    await page.getByRole('checkbox', { name: /^Vaststelling/ }).press('Space')

    await page.getByRole('radio', { name: /^CSV/ }).check()
    expect(await struck.isChecked()).toBe(true)
    expect(await page.getByRole('checkbox', { name: /^Vaststelling/ }).count()).toBe(0)
    expect(await complaintsOf(page)).toEqual([])
    expect((await make(page)).asked).toEqual({ language: 'nl', table: 'items', struck: true })
    await page.getByRole('radio', { name: /^ICS/ }).check()
    expect(await struck.count()).toBe(0)
    expect((await make(page)).asked).toEqual({ language: 'nl' })
    await page.getByRole('radio', { name: /^XLSX/ }).check()
    await struck.press('Space')
    expect((await make(page)).asked).toEqual({ language: 'nl' })
  })

  it('[X19] of all data are the struck items too, unless somebody leaves them out', async () => {
    const { page } = await stage.come(/Coördinator, regio/)
    await openDialog(page)
    const struck = page.getByRole('checkbox', { name: /^Ook de geschrapte punten/ })
    expect(await struck.isChecked()).toBe(false)
    await page.getByRole('radio', { name: /^JSON/ }).check()
    expect(await struck.isChecked()).toBe(true)
    await page.getByText('anders komt bij het inlezen niet alles terug').waitFor()
    const whole = await make(page)
    expect(whole.asked).toEqual({ language: 'nl', struck: true })
    expect(JSON.parse(whole.file)).toHaveProperty('struck')
    await struck.press('Space')
    const part = await make(page)
    expect(JSON.parse(part.file)).not.toHaveProperty('struck')
  })

  it('[X18] is a part of the edition that is taken along, not of the one that the dialog began with', async () => {
    const { page } = await stage.come(/Coördinator, regio/)
    await page.goto(`${stage.server.url}/agenda/drechtsteden/versies`)
    await page.getByRole('button', { name: 'Bekijk wat u vastlegt' }).press('Enter')
    await page.getByRole('button', { name: 'Leg versie 1 vast' }).press('Enter')
    await page.getByText('Versie 1 is vastgelegd.').waitFor()
    await choose(page, 'Thema’s beheren')
    await page.getByRole('textbox', { name: 'Nieuw thema' }).fill('Later erbij')
    await page.keyboard.press('Enter')
    await page.getByRole('textbox', { name: 'Naam van thema Later erbij' }).waitFor()
    await page.getByRole('status').getByText('Opgeslagen').waitFor()

    await openDialog(page)
    const [edition, part] = ['Wat', 'Welke punten?'].map((name) => page.getByRole('combobox', { name, exact: true }))
    const chosen = () => part?.locator('option:checked').textContent()
    await part?.selectOption({ label: 'Thema: Later erbij' })
    await edition?.selectOption('1')
    await part?.locator('option', { hasText: 'Thema: Leerlingenvervoer' }).waitFor({ state: 'attached' })
    expect(await part?.locator('option', { hasText: 'Later erbij' }).count()).toBe(0)
    expect(await chosen()).toBe('De hele agenda')
    await page.getByRole('radio', { name: /^Markdown/ }).check()
    expect((await make(page)).asked).toEqual({ language: 'nl', version: 1 })
    await edition?.selectOption('')
    expect(await chosen()).toBe('Thema: Later erbij')

    await page.goto(`${stage.server.url}/agenda/drechtsteden/versies/1`)
    await page.getByRole('button', { name: 'Exporteren' }).press('Enter')
    await part?.locator('option', { hasText: 'Thema: Leerlingenvervoer' }).waitFor({ state: 'attached' })
    expect(await part?.locator('option', { hasText: 'Later erbij' }).count()).toBe(0)
    await edition?.selectOption('')
    await part?.locator('option', { hasText: 'Later erbij' }).waitFor({ state: 'attached' })
  })
})
