import type { Locator } from 'playwright'
import { describe, expect, it } from 'vitest'
import { openBoard, type Person } from '../kit/browser.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()

/** Two people of two parties, each in a browser of their own, at the same item. */
async function twoAt(item: string): Promise<[Person, Person]> {
  const pair: [Person, Person] = [
    await stage.come(/Beleidsadviseur, gemeente Dordrecht/),
    await stage.come(/Directeur, SWV voortgezet/),
  ]
  for (const { page } of pair) {
    await page.goto(`${stage.server.url}/agenda/drechtsteden/punt/${item}`)
    await body({ page }).waitFor()
    await page.getByRole('status').getByText('Opgeslagen').waitFor()
  }
  return pair
}

const title = ({ page }: Pick<Person, 'page'>): Locator => page.getByRole('textbox', { name: 'Titel' })
const body = ({ page }: Pick<Person, 'page'>): Locator => page.getByRole('textbox', { name: 'Tekst van dit punt' })
/** What is written in the body, without the names that stand at colleagues' carets. */
const words = (person: Pick<Person, 'page'>): Promise<string> =>
  body(person).evaluate((element) => {
    const copy = element.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.oa-caret')) caret.remove()
    return copy.textContent ?? ''
  })
const card = ({ page }: Pick<Person, 'page'>, number: number): Locator =>
  page.getByRole('listitem').filter({ has: page.getByText(`Agendapunt ${number}`, { exact: true }) })

describe('two people at one item', () => {
  it('see each other’s title appear letter by letter', async () => {
    const [mine, theirs] = await twoAt('punt-24')
    await theirs.page.evaluate(() => {
      const seen: string[] = []
      Object.assign(window, { seen })
      const field = document.querySelector<HTMLTextAreaElement>('article textarea')
      setInterval(() => field && seen.at(-1) !== field.value && seen.push(field.value), 1)
    })
    await title(mine).fill('')
    await title(mine).pressSequentially('Samen reizen', { delay: 40 })
    await expect.poll(() => title(theirs).inputValue()).toBe('Samen reizen')
    const seen = await theirs.page.evaluate(() => (window as unknown as { seen: string[] }).seen)
    expect(seen).toEqual(expect.arrayContaining(['S', 'Sa', 'Sam', 'Samen', 'Samen r', 'Samen reizen']))
    await mine.page.getByRole('status').getByText('Opgeslagen').waitFor()
  })

  it('write in one paragraph at once, and every letter of both is there', async () => {
    const [mine, theirs] = await twoAt('punt-02')
    const paragraph = (person: Person) => body(person).locator('p').first()
    await paragraph(mine).click()
    await mine.page.keyboard.press('Home')
    await paragraph(theirs).click()
    await theirs.page.keyboard.press('End')
    await Promise.all([
      mine.page.keyboard.type('Vooraan geschreven. ', { delay: 15 }),
      theirs.page.keyboard.type(' Achteraan geschreven.', { delay: 15 }),
    ])
    await expect.poll(async () => (await words(mine)) === (await words(theirs))).toBe(true)
    const text = await words(mine)
    expect(text).toContain('Vooraan geschreven. ')
    expect(text).toContain(' Achteraan geschreven.')
  })

  it('[T1] a remote change moves neither focus nor caret nor scroll', async () => {
    const [mine, theirs] = await twoAt('punt-03')
    await body(mine).locator('p').last().click()
    await mine.page.keyboard.press('End')
    await mine.page.keyboard.type('Hier sta ik')
    const before = await place(mine)
    await body(theirs).locator('p').first().click()
    await theirs.page.keyboard.press('Home')
    await theirs.page.keyboard.type('Iets nieuws aan het begin. ')
    await expect.poll(() => body(mine).innerText()).toContain('Iets nieuws aan het begin.')
    const after = await place(mine)
    expect(after.focused).toBe(before.focused)
    expect(after.scroll).toBe(before.scroll)
    await mine.page.keyboard.type(' en niet ergens anders')
    await expect.poll(() => body(theirs).innerText()).toContain('Hier sta ik en niet ergens anders')

    async function place({ page }: Person) {
      return await page.evaluate(() => ({
        focused: document.activeElement?.getAttribute('aria-label'),
        scroll: window.scrollY,
      }))
    }
  })

  it('[T2] undo takes back one’s own words only', async () => {
    const [mine, theirs] = await twoAt('punt-05')
    await body(mine).locator('p').first().click()
    await mine.page.keyboard.press('End')
    await mine.page.keyboard.type(' VANMIJ')
    await expect.poll(() => body(theirs).innerText()).toContain('VANMIJ')
    await body(theirs).locator('p').first().click()
    await theirs.page.keyboard.press('Home')
    await theirs.page.keyboard.type('VANHEN ')
    await expect.poll(() => body(mine).innerText()).toContain('VANHEN')
    await body(mine).press('Control+z')
    await expect.poll(() => body(theirs).innerText()).not.toContain('VANMIJ')
    expect(await body(mine).innerText()).toContain('VANHEN')
    await body(mine).press('Control+y')
    await expect.poll(() => body(theirs).innerText()).toContain('VANMIJ')
  })

  it('[T3] who is overtaken on a value sees it and can put it back', async () => {
    const [mine, theirs] = await twoAt('punt-22')
    const priority = ({ page }: Person) => page.getByRole('combobox', { name: 'Prioriteit' })
    await priority(mine).selectOption('high')
    await expect.poll(() => priority(theirs).inputValue()).toBe('high')
    await priority(theirs).selectOption('low')
    await expect.poll(() => priority(mine).inputValue()).toBe('low')
    await mine.page.getByRole('button', { name: /terug/ }).first().click()
    await expect.poll(() => priority(theirs).inputValue()).toBe('high')
  })

  it('show where they are', async () => {
    const [mine, theirs] = await twoAt('punt-16')
    await body(theirs).locator('p').first().click()
    await mine.page.locator('.oa-caret').first().waitFor()
    await openBoard(mine, stage.server.url)
    await card(mine, 16)
      .getByText(/schrijft hier/)
      .waitFor()
  })
})

describe('two people at the board', () => {
  it('[D4] drag the same card at once, and it is in one place for both', async () => {
    const pair: [Person, Person] = [
      await stage.come(/Beleidsadviseur, gemeente Dordrecht/),
      await stage.come(/Directeur, SWV voortgezet/),
    ]
    for (const person of pair) await openBoard(person, stage.server.url)
    const [mine, theirs] = pair
    await Promise.all([
      card(mine, 4).dragTo(card(mine, 17), { targetPosition: { x: 100, y: 8 } }),
      card(theirs, 4).dragTo(card(theirs, 2), { targetPosition: { x: 100, y: 8 } }),
    ])
    const order = ({ page }: Person) => page.locator('.oa-card__number').allInnerTexts()
    await expect.poll(async () => JSON.stringify(await order(mine)) === JSON.stringify(await order(theirs))).toBe(true)
    expect(await card(mine, 4).count()).toBe(1)
    expect((await order(mine)).length).toBe(27)
  })
})

describe('without a connection', () => {
  it('[D6] both go on writing, and back online both see everything', async () => {
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
    await title(mine).press('End')
    await title(mine).pressSequentially(' (trein)')
    await mine.context.setOffline(false)
    await mine.page.getByRole('status').getByText('Opgeslagen').waitFor()
    for (const person of [mine, theirs]) {
      await expect.poll(() => body(person).innerText()).toContain('Geschreven in de trein.')
      await expect.poll(() => body(person).innerText()).toContain('Geschreven op kantoor.')
      await expect.poll(() => title(person).inputValue()).toContain('(trein)')
    }
  })

  it('the board opens after the first visit, with what was written last', async () => {
    const mine = await stage.come(/Beleidsadviseur, gemeente Dordrecht/)
    await openBoard(mine, stage.server.url)
    await mine.page.evaluate(() => navigator.serviceWorker.ready)
    await mine.page.reload()
    await mine.page.getByRole('status').getByText('Opgeslagen').waitFor()
    await mine.context.setOffline(true)
    await mine.page.reload()
    await card(mine, 1).waitFor()
    await mine.page
      .getByRole('status')
      .getByText(/Offline/)
      .waitFor()
  })

  it('a killed renderer loses nothing typed more than 50 ms before', async () => {
    const mine = await stage.come(/Beleidsadviseur, gemeente Dordrecht/)
    await mine.page.goto(`${stage.server.url}/agenda/drechtsteden/punt/punt-20`)
    await body(mine).waitFor()
    await mine.page.evaluate(() => navigator.serviceWorker.ready)
    await mine.page.reload()
    await mine.page.getByRole('status').getByText('Opgeslagen').waitFor()
    await mine.context.setOffline(true)
    await title(mine).fill('Bewaard op dit apparaat')
    // The rule itself speaks of time: what is older than 50 ms must be safe.
    await new Promise((resolve) => setTimeout(resolve, 50))
    const devtools = await stage.browser.newBrowserCDPSession()
    const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
    const crashed = new Promise((resolve) => mine.page.once('crash', resolve))
    for (const { type, id } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL')
    await crashed
    const page = await mine.context.newPage()
    await page.goto(`${stage.server.url}/agenda/drechtsteden/punt/punt-20`)
    await expect.poll(() => title({ page }).inputValue()).toBe('Bewaard op dit apparaat')
    await mine.page.close()
    await mine.context.setOffline(false)
    await page.getByRole('status').getByText('Opgeslagen').waitFor()
  })
})

describe('a parent', () => {
  it('[A1] reads everything and has nothing to change it with', async () => {
    const parent = await stage.come(/Voorzitter, Ouderplatform/)
    await openBoard(parent, stage.server.url)
    expect(await parent.page.getByRole('button', { name: /^Verplaats/ }).count()).toBe(0)
    expect(await parent.page.getByRole('textbox', { name: /Nieuw agendapunt/ }).count()).toBe(0)
    await parent.page.goto(`${stage.server.url}/agenda/drechtsteden/punt/punt-01`)
    await parent.page.getByRole('heading', { name: 'Aanleiding' }).waitFor()
    // What they write is a comment, in a form of its own.
    const fields = ':is(input:not([disabled]), select, textarea, [contenteditable=true]):not(.oa-comment-form *)'
    expect(await parent.page.locator(`.oa-sheet ${fields}`).count()).toBe(0)
  })
})
