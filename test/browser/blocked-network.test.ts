import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BlockingProxy, startBlockingProxy } from '../kit/blocking-proxy.ts'
import { arrive, openBoard, type Person } from '../kit/browser.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()
let proxy: BlockingProxy
const people: Person[] = []

beforeAll(async () => {
  proxy = await startBlockingProxy(stage.server.url)
})

afterAll(async () => {
  for (const { context } of people) await context.close()
  await proxy.stop()
})

async function come(name: RegExp): Promise<Person> {
  const person = await arrive(stage.browser, proxy.url, name)
  people.push(person)
  return person
}

const saved = (page: Person['page']) => page.getByText('Opgeslagen').first()

describe('on a network that blocks WebSockets', () => {
  it('[L11] two people write together, see each other, and what they are told is saved is saved', async () => {
    const one = await come(/Beleidsadviseur/)
    const two = await come(/Directeur, SWV voortgezet/)
    for (const person of [one, two]) {
      await openBoard(person, proxy.url)
      await person.page.goto(`${proxy.url}/agenda/drechtsteden/punt/punt-02`)
      await person.page.getByText('Opgeslagen').first().waitFor({ timeout: 40_000 })
    }
    const [mine, theirs] = [one, two].map(({ page }) => page.getByRole('textbox', { name: 'Titel' })) as [
      ReturnType<Person['page']['getByRole']>,
      ReturnType<Person['page']['getByRole']>,
    ]
    await mine.click()
    await mine.press('Control+End')
    await mine.pressSequentially(' op tijd')
    await expect.poll(() => theirs.inputValue()).toMatch(/ op tijd$/)
    await theirs.click()
    await theirs.press('Control+End')
    await theirs.pressSequentially(' en veilig')
    await expect.poll(() => mine.inputValue()).toMatch(/ op tijd en veilig$/)
    await one.page.getByText('Opgeslagen').first().waitFor()
    await two.page.getByText('Opgeslagen').first().waitFor()

    expect(proxy.requests().some((request) => request.startsWith('UPGRADE'))).toBe(true)
    await one.page.reload()
    await expect.poll(() => mine.inputValue()).toMatch(/ op tijd en veilig$/)
  })
  it('[L11] two people comment, and each sees live what the other says', async () => {
    const [one, two] = [await come(/Voorzitter, Ouderplatform/), await come(/Beleidsadviseur/)]
    for (const { page } of [one, two]) {
      await page.goto(`${proxy.url}/agenda/drechtsteden/punt/punt-04`)
      await saved(page).waitFor({ timeout: 40_000 })
    }
    const says = async ({ page }: Person, text: string) => {
      await page.getByRole('textbox', { name: 'Uw reactie' }).fill(text)
      await page.getByRole('button', { name: 'Plaats reactie' }).click()
    }
    const [question, remark] = ['Wie belt de ouders terug?', 'Wij bellen binnen twee dagen.']
    await says(one, question)
    await two.page.locator('.oa-comment').getByText(question).waitFor()
    // While somebody writes the text: what one says and what one writes go over the same polls.
    const title = two.page.getByRole('textbox', { name: 'Titel' })
    await title.click()
    await title.press('Control+End')
    await title.pressSequentially(' (thuis)')
    await says(two, remark)
    await one.page.locator('.oa-comment').getByText(remark).waitFor()
    await one.page.getByRole('heading', { level: 1, name: /\(thuis\)$/ }).waitFor()
    await saved(two.page).waitFor()

    for (const { page } of [one, two]) {
      await page.reload()
      for (const text of [question, remark])
        await expect.poll(() => page.locator('.oa-comment').getByText(text).count()).toBe(1)
    }
    await expect.poll(() => title.inputValue()).toMatch(/ \(thuis\)$/)
  })
})
