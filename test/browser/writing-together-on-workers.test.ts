import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright'
import { describe, expect, it } from 'vitest'
import { openBoard, type Person } from '../kit/browser.ts'
import { freePort, startWorkerCommand } from '../kit/process.ts'
import { useStage } from '../kit/stage.ts'

// The story of writing-together.test.ts, shorter, against what `npm run worker` serves.

const stage = useStage(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-worker-'))
  return { ...(await startWorkerCommand(folder, await freePort())), folder }
})

async function two(): Promise<[Person, Person]> {
  return [await stage.come(/Beleidsadviseur, gemeente Dordrecht/), await stage.come(/Directeur, SWV voortgezet/)]
}

async function twoAt(item: string): Promise<[Person, Person]> {
  const pair = await two()
  for (const { page } of pair) {
    await page.goto(`${stage.server.url}/agenda/drechtsteden/punt/${item}`)
    await body({ page }).waitFor()
    await saved({ page }).waitFor()
  }
  return pair
}

type Window = Pick<Person, 'page'>
const title = ({ page }: Window): Locator => page.getByRole('textbox', { name: 'Titel' })
const body = ({ page }: Window): Locator => page.getByRole('textbox', { name: 'Tekst van dit punt' })
const saved = ({ page }: Window): Locator => page.getByRole('status').getByText('Opgeslagen')
const card = ({ page }: Window, number: number): Locator =>
  page.getByRole('listitem').filter({ has: page.getByText(`Agendapunt ${number}`, { exact: true }) })

/** Types a title in one window and gives what the other showed on the way. */
async function typeTitle(from: Person, to: Person, text: string): Promise<string[]> {
  await to.page.evaluate(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    const field = document.querySelector<HTMLTextAreaElement>('article textarea')
    setInterval(() => field && seen.at(-1) !== field.value && seen.push(field.value), 1)
  })
  await title(from).fill('')
  await title(from).pressSequentially(text, { delay: 60 })
  await expect.poll(() => title(to).inputValue()).toBe(text)
  return await to.page.evaluate(() => (window as unknown as { seen: string[] }).seen)
}

describe('two people in two browsers, on Workers', () => {
  it('see each other’s title appear letter by letter, both ways', async () => {
    const [mine, theirs] = await twoAt('punt-24')
    expect(await typeTitle(mine, theirs, 'Samen')).toEqual(expect.arrayContaining(['S', 'Sa', 'Sam', 'Same', 'Samen']))
    expect(await typeTitle(theirs, mine, 'Reizen')).toEqual(
      expect.arrayContaining(['R', 'Re', 'Rei', 'Reiz', 'Reizen']),
    )
    for (const person of [mine, theirs]) await saved(person).waitFor()
  })

  it('see where the other is', async () => {
    const [mine, theirs] = await twoAt('punt-16')
    await body(theirs).locator('p').first().click()
    await mine.page.locator('.oa-caret').first().waitFor()
    await openBoard(mine, stage.server.url)
    await card(mine, 16)
      .getByText(/schrijft hier/)
      .waitFor()
  })

  it('[D4] drag the same card at once, and it is in one place for both', async () => {
    const [mine, theirs] = await two()
    for (const person of [mine, theirs]) await openBoard(person, stage.server.url)
    await Promise.all([
      card(mine, 4).dragTo(card(mine, 17), { targetPosition: { x: 100, y: 8 } }),
      card(theirs, 4).dragTo(card(theirs, 2), { targetPosition: { x: 100, y: 8 } }),
    ])
    const order = ({ page }: Person) => page.locator('.oa-card__number').allInnerTexts()
    await expect.poll(async () => JSON.stringify(await order(mine)) === JSON.stringify(await order(theirs))).toBe(true)
    expect(await card(mine, 4).count()).toBe(1)
  })

  it('[D6] write on without a connection, and back online both see everything', async () => {
    const [mine, theirs] = await twoAt('punt-13')
    await mine.context.setOffline(true)
    await mine.page
      .getByRole('status')
      .getByText(/Offline/)
      .waitFor()
    await body(mine).locator('p').first().click()
    await mine.page.keyboard.press('End')
    await mine.page.keyboard.type(' Geschreven in de trein.')
    await body(theirs).locator('p').first().click()
    await theirs.page.keyboard.press('Home')
    await theirs.page.keyboard.type('Geschreven op kantoor. ')
    await mine.context.setOffline(false)
    await saved(mine).waitFor()
    for (const person of [mine, theirs]) {
      await expect.poll(() => body(person).innerText()).toContain('Geschreven in de trein.')
      await expect.poll(() => body(person).innerText()).toContain('Geschreven op kantoor.')
    }
  })
})
