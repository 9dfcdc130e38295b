import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { complaintsOf } from '../kit/axe.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()

async function openDialog(page: Page): Promise<void> {
  await page.goto(`${stage.server.url}/agenda/drechtsteden`)
  await page.locator('.oa-card').first().waitFor()
  await page
    .getByRole('button', { name: /Regio|Coördinator|regio/ })
    .last()
    .click()
  await page.getByRole('menuitem', { name: 'Exporteren' }).press('Enter')
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
})
