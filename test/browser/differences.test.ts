import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { complaintsOf } from '../kit/axe.ts'
import { openWindow, type PersonOptions } from '../kit/browser.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()
const board = () => `${stage.server.url}/agenda/drechtsteden`
const item = 'punt-05'

async function freeze(page: Page, number: number): Promise<void> {
  await page.goto(`${board()}/versies`)
  await page.getByRole('button', { name: 'Bekijk wat u vastlegt' }).press('Enter')
  await page.getByRole('button', { name: `Leg versie ${number} vast` }).press('Enter')
  await page.getByText(`Versie ${number} is vastgelegd.`).waitFor()
}

async function retitle(page: Page, id: string, words: string): Promise<void> {
  await page.goto(`${board()}/punt/${id}`)
  const title = page.getByRole('textbox', { name: 'Titel' })
  await title.press('Control+Home')
  await title.pressSequentially(words)
  await page.getByRole('status').getByText('Opgeslagen').waitFor()
}

describe('what changed since a version', () => {
  it('[V9] shows beside each item, at once for who has it open, and as a filter that can be mailed', async () => {
    const coordinator = await stage.come(/Coördinator, regio/)
    const colleague = await stage.come(/Beleidsadviseur, gemeente Dordrecht/)
    await colleague.page.goto(board())
    await colleague.page.locator('.oa-card').first().waitFor()
    expect(await colleague.page.getByText(/sinds versie/).count()).toBe(0)

    await freeze(coordinator.page, 1)
    // Who has the board open sees what was agreed without asking for it.
    const card = (page: Page, id: string) => page.locator(`.oa-card[data-item="${id}"]`)
    await card(colleague.page, 'punt-06')
      .getByText('Afgesproken')
      .or(card(colleague.page, 'punt-06').getByText('In uitvoering'))
      .waitFor()

    await retitle(coordinator.page, item, 'Samen: ')
    await card(colleague.page, item).getByText('Gewijzigd sinds versie 1').waitFor()
    expect(await colleague.page.getByText('Gewijzigd sinds versie 1').count()).toBe(1)

    await colleague.page.goto(`${board()}?sinceversion=1`)
    await card(colleague.page, item).waitFor()
    await expect
      .poll(() => colleague.page.locator('.oa-card').evaluateAll((cards) => cards.map((card) => card.dataset.item)))
      .toEqual([item])
    await colleague.page.goto(`${board()}/tabel?sinceversion=1`)
    await colleague.page.getByRole('row').getByText('Gewijzigd sinds versie 1').waitFor()
    expect(await colleague.page.locator('tbody tr').count()).toBe(1)

    // From the item to what changed in it.
    await colleague.page.goto(`${board()}/punt/${item}`)
    await colleague.page.getByRole('link', { name: 'Bekijk wat er is veranderd' }).press('Enter')
    await colleague.page.getByRole('heading', { level: 1, name: 'Wat is er veranderd?' }).waitFor()
    const heading = colleague.page.locator(`#punt-${item}`)
    await heading.waitFor()
    await expect.poll(() => heading.evaluate((element) => element === document.activeElement)).toBe(true)

    // Put back to what was agreed, it is agreed.
    const title = coordinator.page.getByRole('textbox', { name: 'Titel' })
    await title.press('Control+Home')
    for (let times = 0; times < 'Samen: '.length; times++) await title.press('Delete')
    await coordinator.page.getByText('Afgesproken in versie 1, daarna niet gewijzigd').waitFor()
  }, 120_000)
})

describe('the differences page', () => {
  it('[V6] [V7] [V8] [X21] is read as a document, kept in its address, and taken along as a file', async () => {
    const coordinator = await stage.come(/Coördinator, regio/)
    const { page } = coordinator
    await retitle(page, item, 'Regionaal: ')
    await freeze(page, 2)
    await page.getByRole('link', { name: 'Verschil met versie 1, van versie 2' }).click()
    await page.waitForURL(/verschillen\?van=version%3A1&tot=version%3A2$/)
    await page.getByText('1 punt is gewijzigd.').waitFor()
    expect(await page.locator('ins').allTextContents()).toEqual(['[toegevoegd: Regionaal: ]'])

    // By keyboard: other moments, and one party.
    await page.getByLabel('Tot', { exact: true }).selectOption('Nu')
    await page.waitForURL(/tot=now/)
    await page.getByText('1 punt is gewijzigd.').waitFor()
    await page.getByLabel('Van', { exact: true }).selectOption('Een ander moment')
    await page.getByLabel('Datum en tijd van het begin').fill('2020-01-01T12:00')
    await page.waitForURL(/van=2020-01-01T11%3A00/)
    await page.getByText(/^\d+ punten zijn nieuw, de agenda zelf is gewijzigd\.$/).waitFor()
    await page.getByLabel('Voor wie').selectOption({ index: 1 })
    await page.waitForURL(/partij=/)
    await page.getByText(/^\d+ punten zijn nieuw, de agenda zelf is gewijzigd\.$/).waitFor()
    const last = await page
      .getByRole('option', { name: /Laatst vastgesteld door/ })
      .first()
      .textContent()
    await page.getByLabel('Van', { exact: true }).selectOption(last ?? '')
    await page.getByText(/heeft nog geen versie vastgesteld/).waitFor()

    await page.goto(`${board()}/verschillen?van=version:1&tot=version:2`)
    await page.getByRole('button', { name: 'Exporteer' }).press('Enter')
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Markdown' }).press('Enter')
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^verschillen-.*-v1-v2\.md$/)
    expect(await readFile(await file.path(), 'utf8')).toContain('**Regionaal:**')
    await page.getByText(/^Klaar\. Het bestand .*\.md staat bij uw downloads\.$/).waitFor()

    // A server that takes its time: what is chosen meanwhile takes its place, and that can be stopped.
    await page.route('**/differences/export/odt**', () => {})
    const ended = page.waitForEvent('requestfailed', (request) => request.url().includes('/export/odt'))
    await page.getByRole('button', { name: 'Exporteer' }).press('Enter')
    await page.getByRole('menuitem', { name: 'ODT (LibreOffice)' }).press('Enter')
    await page.getByRole('progressbar', { name: 'Hoe ver het bestand is' }).waitFor()
    const instead = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Exporteer' }).press('Enter')
    await page.getByRole('menuitem', { name: 'Webpagina' }).press('Enter')
    await ended
    expect((await instead).suggestedFilename()).toMatch(/^verschillen-.*-v1-v2\.html$/)
    await page.getByText(/^Klaar\. Het bestand .*\.html staat bij uw downloads\.$/).waitFor()
    await page.getByRole('button', { name: 'Exporteer' }).press('Enter')
    await page.getByRole('menuitem', { name: 'ODT (LibreOffice)' }).press('Enter')
    await page.getByRole('button', { name: 'Stop', exact: true }).press('Enter')
    await page.getByText('Gestopt. Er is geen bestand gemaakt.').waitFor()
    await page.waitForFunction(() => document.activeElement?.textContent?.includes('Exporteer'))
  }, 120_000)

  it('[V7] is there for readers between versions, and says so when they ask for more', async () => {
    const reader = await openWindow(stage.browser, stage.server.url)
    const { page } = reader
    await page.request.post(`${stage.server.url}/api/v1/session/demo`, { data: { person: 'raadslid-papendrecht' } })
    await page.goto(`${board()}/verschillen`)
    await page.getByText('1 punt is gewijzigd.').waitFor()
    expect(await page.getByRole('option', { name: 'Nu' }).count()).toBe(0)
    await page.goto(`${board()}/verschillen?van=version:1&tot=now`)
    await page.getByText('U kunt alleen vastgestelde versies met elkaar vergelijken.').waitFor()
    expect(reader.complaints).toEqual([])
    await reader.context.close()
  })

  it.each<PersonOptions>([{ width: 360, theme: 'dark', language: 'en' }, { width: 1440 }])(
    'has nothing for axe to complain of: %j',
    async (options) => {
      const person = await openWindow(stage.browser, stage.server.url, options)
      const { page } = person
      await page.request.post(`${stage.server.url}/api/v1/session/demo`, { data: { person: 'coordinator' } })
      await page.goto(`${board()}/verschillen?van=2020-01-01&tot=now`)
      await page.locator('.oa-differences__item').nth(5).waitFor()
      expect(await complaintsOf(page)).toEqual([])
      await page.goto(`${board()}/punt/${item}`)
      await page
        .getByText(/versi(e|on) 2/)
        .first()
        .waitFor()
      expect(await complaintsOf(page)).toEqual([])
      expect(person.complaints).toEqual([])
      await person.context.close()
    },
    60_000,
  )
})
