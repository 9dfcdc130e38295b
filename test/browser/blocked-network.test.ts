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
})
