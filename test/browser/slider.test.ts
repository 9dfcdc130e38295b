import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { complaintsOf } from '../kit/axe.ts'
import { openBoard, openWindow, type Person } from '../kit/browser.ts'
import { startTestServer } from '../kit/server.ts'
import { useStage } from '../kit/stage.ts'

/** How far the server's clock is ahead: changes of an hour apart, without waiting for one. */
let ahead = 0
const stage = useStage(() => startTestServer({ clock: () => Date.now() + ahead }))

const agenda = '/agenda/drechtsteden'
const history = () => `${stage.server.url}${agenda}/geschiedenis`
const slider = (page: Page) => page.getByRole('slider', { name: 'Moment in het leven van de agenda' })
const title = (page: Page) => page.getByRole('textbox', { name: 'Titel', exact: true })
const panel = (page: Page) => page.locator('.oa-past-item')
const wholeItem = { name: 'Zet dit agendapunt terug zoals het toen was' }

async function openItem({ page }: Person, item: string): Promise<void> {
  await page.goto(`${stage.server.url}${agenda}/punt/${item}`)
  await saved(page)
}

const saved = (page: Page) => page.getByRole('status').getByText('Opgeslagen').waitFor()

/** Changes something an hour later. */
async function later(page: Page, change: () => Promise<unknown>): Promise<void> {
  ahead += 3_600_000
  await change()
  await saved(page)
}

/** Slides so many changes back from now, and waits for the board of then. */
async function slideBack(page: Page, steps: number): Promise<void> {
  await page.goto(history())
  await slider(page).focus()
  for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowLeft')
  await page.locator('.oa-past[aria-busy=false] .oa-card').first().waitFor()
}

describe('the slider over the life of an agenda', () => {
  it('[H4] [H5] shows the board of then, and one person puts an item back, which the other sees, and takes that back', async () => {
    const mine = await stage.come(/Beleidsadviseur, gemeente Dordrecht/)
    const theirs = await stage.come(/Coördinator, regio/)
    for (const person of [mine, theirs]) await openItem(person, 'punt-24')
    const before = await title(theirs.page).inputValue()
    await later(theirs.page, () => title(theirs.page).fill('Door de coördinator geschreven'))
    await later(theirs.page, async () => {
      await theirs.page.getByRole('combobox', { name: 'Prioriteit' }).selectOption('low')
    })
    await expect.poll(() => title(mine.page).inputValue()).toBe('Door de coördinator geschreven')

    await slideBack(mine.page, 2)
    const { page } = mine
    expect(await slider(page).getAttribute('aria-valuetext')).toMatch(/\d{4} om \d{2}:\d{2}/)
    expect(page.url()).toContain('?op=')
    const card = page.locator('[data-item="punt-24"]')
    expect(await card.getByRole('heading').innerText()).toBe(before)
    await card.getByRole('link').press('Enter')
    await panel(page).getByText('Nu anders: titel en prioriteit.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(before)

    await panel(page).getByRole('button', wholeItem).press('Enter')
    await panel(page).getByText('Dit punt is nu nog precies zo.').waitFor()
    await expect.poll(() => title(theirs.page).inputValue()).toBe(before)
    await page.getByRole('button', { name: 'Maak ongedaan' }).last().press('Enter')
    await expect.poll(() => title(theirs.page).inputValue()).toBe('Door de coördinator geschreven')

    // One field, while the rest stays as it is now; and the key for undo works here as well.
    await panel(page).getByRole('button', { name: 'Zet terug: titel' }).press('Enter')
    await expect.poll(() => title(theirs.page).inputValue()).toBe(before)
    await panel(page).getByText('Nu anders: prioriteit.').waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => title(theirs.page).inputValue()).toBe('Door de coördinator geschreven')
    await panel(page).getByText('Nu anders: titel en prioriteit.').waitFor()
  })

  it('[H4] goes by keyboard alone: to the first change and back to now, by changes, to an item and back to its card', async () => {
    const { page } = await stage.come(/Beleidsadviseur, gemeente Dordrecht/)
    await page.goto(history())
    await slider(page).focus()
    expect(await slider(page).getAttribute('aria-valuetext')).toMatch(/^nu, laatst gewijzigd op/)
    await page.keyboard.press('Home')
    await page.locator('.oa-past .oa-card').first().waitFor()
    const first = await slider(page).getAttribute('aria-valuetext')
    await page.getByRole('button', { name: 'Vorige wijziging' }).press('Enter')
    await expect.poll(() => page.locator('[data-announcer]').innerText()).toBe('Dit is het begin van de agenda.')
    await page.getByRole('button', { name: 'Volgende wijziging' }).press('Enter')
    await expect.poll(() => slider(page).getAttribute('aria-valuetext')).not.toBe(first)
    await page.getByRole('button', { name: 'Vorige wijziging' }).press('Enter')
    await expect.poll(() => slider(page).getAttribute('aria-valuetext')).toBe(first)
    await expect.poll(() => page.locator('[data-announcer]').innerText()).toMatch(/^Het bord van .*: \d+ punten\.$/)

    await page.locator('[data-item="punt-03"] a').press('Enter')
    await panel(page).waitFor()
    await page.keyboard.press('Escape')
    await panel(page).waitFor({ state: 'detached' })
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('[data-item]')?.getAttribute('data-item')))
      .toBe('punt-03')
    await slider(page).focus()
    await page.keyboard.press('End')
    await page.locator('.oa-past').waitFor({ state: 'detached' })
    expect(page.url()).not.toContain('op=')
  })

  it('[H4] [H5] keeps its moment in the address: a parent sees the same, with nothing to put back, and what came later is not there', async () => {
    const writer = await stage.come(/Directeur, SWV voortgezet/)
    await openItem(writer, 'punt-03')
    const then = new Date(Date.now() + ahead).toISOString()
    const before = await title(writer.page).inputValue()
    await later(writer.page, () => title(writer.page).fill('Warm van po naar vo'))
    await openBoard(writer, stage.server.url)
    await later(writer.page, async () => {
      await writer.page.keyboard.press('n')
      await writer.page.keyboard.type('Later gekomen')
      await writer.page.keyboard.press('Enter')
      await writer.page.getByRole('link', { name: 'Later gekomen' }).waitFor()
    })
    const added = await writer.page.getByRole('link', { name: 'Later gekomen' }).getAttribute('href')

    const { page } = await stage.come(/Voorzitter, Ouderplatform/)
    await page.goto(`${history()}?op=${then}&punt=punt-03`)
    await panel(page).getByRole('heading', { name: before }).waitFor()
    await panel(page).getByText('Nu anders: titel.').waitFor()
    expect(await panel(page).getByRole('button', { name: /^Zet/ }).count()).toBe(0)
    await page.getByText('Sindsdien kwam er 1 punt bij.').waitFor()
    expect(await page.getByRole('link', { name: 'Vergelijk met nu' }).getAttribute('href')).toBe(
      `${agenda}/verschillen?van=${encodeURIComponent(then)}&tot=now`,
    )
    await page.goto(`${history()}?op=${then}&punt=${added?.split('/').at(-1)}`)
    await panel(page).getByText('Dit punt was er toen nog niet.').waitFor()
  })

  it('[H4] opens at the moment of a change in the list, and of a day', async () => {
    const { page } = await stage.come(/Coördinator, regio/)
    await openItem({ page, context: page.context(), complaints: [] }, 'punt-05')
    await later(page, () => title(page).fill('Eén dag eerder'))
    ahead += 24 * 3_600_000
    await later(page, () => title(page).fill('Een dag later'))
    await page.goto(history())
    const earlier = page.getByRole('listitem', { name: /veranderde: titel/ }).nth(1)
    await earlier.getByRole('link', { name: /^Het bord op dat moment/ }).click()
    await page.locator('.oa-past[aria-busy=false] .oa-card').first().waitFor()
    expect(await page.locator('[data-item="punt-05"] h5').innerText()).toBe('Eén dag eerder')
    await page.getByRole('button', { name: 'Naar nu' }).press('Enter')
    const day = page.getByLabel('Aan het einde van')
    const first = (await day.getAttribute('min')) ?? ''
    await day.fill(first)
    await page.locator('.oa-past[aria-busy=false] .oa-card').first().waitFor()
    expect(await day.inputValue()).toBe(first)
    expect(await page.locator('[data-item="punt-05"] h5').innerText()).not.toBe('Een dag later')
  })

  it.each(['light', 'dark'] as const)('axe finds nothing, in %s', async (theme) => {
    for (const width of [1440, 360]) {
      const { page, context, complaints } = await openWindow(stage.browser, stage.server.url, { theme, width })
      await page.request.post(`${stage.server.url}/api/v1/session/demo`, { data: { person: 'coordinator' } })
      await page.goto(history())
      await slider(page).waitFor()
      expect(await complaintsOf(page)).toEqual([])
      await slideBack(page, 3)
      expect(await complaintsOf(page)).toEqual([])
      await page.goto(`${page.url()}&punt=punt-24`)
      await panel(page)
        .getByText(/^Nu anders|^Dit punt is nu nog/)
        .waitFor()
      expect(await complaintsOf(page)).toEqual([])
      expect(complaints).toEqual([])
      await context.close()
    }
  })
})
