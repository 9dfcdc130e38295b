import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { longest } from '../../shared/document/longest.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()

async function at(item: string): Promise<Page> {
  const { page, context } = await stage.come(/Beleidsadviseur, gemeente Dordrecht/)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(stage.server.url).origin })
  await page.goto(`${stage.server.url}/agenda/drechtsteden/punt/${item}`)
  await saved(page).waitFor()
  return page
}

const saved = (page: Page) => page.getByRole('status').getByText('Opgeslagen')
const title = (page: Page) => page.getByRole('textbox', { name: 'Titel' })
const tooLong = (page: Page) => page.locator('.oa-toast').getByText(/^Dit is te lang/)

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text)
  await page.keyboard.press('Control+v')
}

describe('[G6] a text that is too long', () => {
  it('is not taken in by a title, which says so; the title stays as it was and can be written on', async () => {
    const page = await at('punt-10')
    const before = await title(page).inputValue()
    await title(page).click()
    await page.keyboard.press('Control+End')
    await paste(page, 'x'.repeat(20_000))
    await tooLong(page).waitFor()
    expect(await title(page).inputValue()).toBe(before)

    const fits = 'y'.repeat(longest.line - before.length)
    await paste(page, fits)
    await expect.poll(() => title(page).inputValue()).toBe(before + fits)
    await page.keyboard.press('z')
    expect(await title(page).inputValue()).toBe(before + fits)

    await saved(page).waitFor()
    await page.reload()
    await expect.poll(() => title(page).inputValue()).toBe(before + fits)
    // Nothing was refused by the server, and so nothing is kept as a draft.
    expect(await page.getByRole('alert').count()).toBe(0)
    await title(page).fill(before)
    await saved(page).waitFor()
  })

  it('is not taken in by the text of an item either, also not under what is there', async () => {
    const page = await at('punt-11')
    const body = page.getByRole('textbox', { name: 'Tekst van dit punt' })
    await body.locator('p').last().click()
    const before = await body.innerText()
    await page.keyboard.press('Control+End')
    await paste(page, 'x'.repeat(longest.paragraph + 1))
    await tooLong(page).waitFor()
    expect(await body.innerText()).toBe(before)
    await page.keyboard.type(' Kort.')
    await expect.poll(() => body.innerText()).toContain(' Kort.')
    await saved(page).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })
})
