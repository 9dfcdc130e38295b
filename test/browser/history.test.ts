import { describe, expect, it } from 'vitest'
import { useStage } from '../kit/stage.ts'

const stage = useStage()

describe('the history of an item', () => {
  it('[H1] [H3] tells who changed what, by words, and puts an earlier text back for everybody', async () => {
    const mine = await stage.come(/Beleidsadviseur, gemeente Dordrecht/)
    const theirs = await stage.come(/Coördinator, regio/)
    const address = `${stage.server.url}/agenda/drechtsteden/punt/punt-24`
    const title = (person: typeof mine) => person.page.getByRole('textbox', { name: 'Titel' })
    for (const { page } of [mine, theirs]) {
      await page.goto(address)
      await page.getByRole('status').getByText('Opgeslagen').waitFor()
    }
    const before = await title(mine).inputValue()
    await title(mine).fill('Iets heel anders')
    await expect.poll(() => title(theirs).inputValue()).toBe('Iets heel anders')

    await theirs.page.getByRole('button', { name: 'Toon de geschiedenis' }).press('Enter')
    const change = theirs.page
      .getByRole('listitem', { name: /Beleidsadviseur, gemeente Dordrecht.* veranderde: titel/ })
      .first()
    await change.waitFor()
    expect(await change.locator('ins').allInnerTexts()).not.toEqual([])
    await change.getByRole('button', { name: /^Zet terug wat er eerst stond: titel/ }).press('Enter')
    await expect.poll(() => title(mine).inputValue()).toBe(before)
  })

  it('[H1] of the whole agenda leads to its items, and to a reader of the text it offers nothing to put back', async () => {
    const writer = await stage.come(/Directeur, SWV voortgezet/)
    await writer.page.goto(`${stage.server.url}/agenda/drechtsteden/punt/punt-03`)
    await writer.page.getByRole('textbox', { name: 'Titel' }).fill('Warm van po naar vo')
    await writer.page.getByRole('status').getByText('Opgeslagen').waitFor()
    const parent = await stage.come(/Voorzitter, Ouderplatform/)
    await parent.page.goto(`${stage.server.url}/agenda/drechtsteden/geschiedenis`)
    const change = parent.page.getByRole('listitem', { name: /Directeur, SWV voortgezet.* veranderde: titel/ }).first()
    await change.waitFor()
    expect(await parent.page.getByRole('button', { name: /Zet terug/ }).count()).toBe(0)
    await change.getByRole('link', { name: /^punt 3/ }).click()
    await parent.page.waitForURL(/punt-03/)
  })
})
