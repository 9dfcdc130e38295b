import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { openWindow, type PersonOptions } from '../kit/browser.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()

const parent = /Voorzitter, Ouderplatform/
const adviser = /Beleidsadviseur, gemeente Dordrecht/
const coordinator = /Coördinator, regio/

async function at(item: string, name: RegExp): Promise<Page> {
  const { page } = await stage.come(name)
  await goTo(page, item)
  return page
}

async function goTo(page: Page, item: string): Promise<void> {
  await page.goto(`${stage.server.url}/agenda/drechtsteden/punt/${item}`)
  await page.locator('[data-comments]').waitFor()
}

/** Somebody in a window of this size, without the start screen. */
async function visit(person: string, options: PersonOptions): Promise<Page> {
  const { page } = await openWindow(stage.browser, stage.server.url, options)
  await page.request.post(`${stage.server.url}/api/v1/session/demo`, { data: { person } })
  return page
}

/** Selects words in the text of the item, as a mouse or a finger does. */
async function select(page: Page, words: string): Promise<void> {
  const isFound = await page.evaluate((wanted) => {
    const root = document.querySelector('.oa-sheet__main .oa-text')
    if (!root) return false
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = node.textContent?.indexOf(wanted) ?? -1
      if (from < 0) continue
      const range = document.createRange()
      range.setStart(node, from)
      range.setEnd(node, from + wanted.length)
      if (root instanceof HTMLElement && root.isContentEditable) root.focus()
      getSelection()?.removeAllRanges()
      getSelection()?.addRange(range)
      return true
    }
    return false
  }, words)
  expect(isFound, words).toBe(true)
}

/** The passages that are marked in the text. */
const marked = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('oa-passage') ?? [])].map((range) => range.toString()))
const threads = (page: Page) => page.locator('.oa-thread:has(.oa-comment)')
const field = (page: Page) => page.getByRole('textbox', { name: 'Uw reactie' })
const post = (page: Page) => page.getByRole('button', { name: 'Plaats reactie' })
const said = (page: Page) =>
  page
    .locator('[data-announcer]')
    .innerText()
    .then((text) => text.trim())

describe('a parent', () => {
  it('[C6] comments on a sentence; an editor rewrites it, and the comment still points to it; the answer shows live', async () => {
    const sentence = 'Ouders vertellen dat zij vaak zelf moeten uitzoeken wie helpt.'
    const [hers, theirs] = [await at('punt-01', parent), await at('punt-01', adviser)]
    await select(hers, sentence)
    await hers.getByRole('button', { name: 'Reageer', exact: true }).click()
    await hers.keyboard.type('Mag er staan wie ons belt?')
    await post(hers).first().click()

    await theirs.getByText('Mag er staan wie ons belt?').waitFor()
    await expect.poll(() => marked(theirs)).toContain(sentence)
    expect(await hers.locator('[contenteditable="true"]').count()).toBe(0)

    await select(theirs, 'zelf moeten uitzoeken')
    await theirs.keyboard.type('alleen moeten zoeken')
    const rewritten = 'Ouders vertellen dat zij vaak alleen moeten zoeken wie helpt.'
    await expect.poll(() => marked(hers)).toContain(rewritten)
    await expect.poll(() => marked(theirs)).toContain(rewritten)

    const chair = await at('punt-01', coordinator)
    const hersThere = threads(chair).filter({ hasText: 'Mag er staan wie ons belt?' })
    await hersThere.getByRole('button', { name: 'Zeg wat u ermee doet' }).click()
    await chair.getByRole('radio', { name: 'Deels overgenomen' }).check()
    await chair.getByRole('textbox', { name: 'Leg uit waarom' }).fill('Er komt een vaste contactpersoon.')
    await chair.getByRole('button', { name: 'Plaats antwoord' }).click()

    const hersHere = threads(hers).filter({ hasText: 'Mag er staan wie ons belt?' })
    await hersHere.locator('.oa-answer').getByText('Deels overgenomen').waitFor()
    await hers.getByText('Er komt een vaste contactpersoon.').waitFor()
    await expect.poll(() => said(hers)).toContain('gaf antwoord')

    await hers.goto(`${stage.server.url}/agenda/drechtsteden/reacties`)
    const mine = hers.locator('.oa-overview__list > li', { hasText: 'Mag er staan wie ons belt?' })
    await mine.locator('.oa-answer').getByText('Deels overgenomen').waitFor()
    await hers.getByText(/reacties, waarvan \d+ zonder antwoord/).waitFor()
  })

  it('writes without a connection: the comment waits in sight, also after a reload, and goes out on return', async () => {
    const page = await at('punt-02', parent)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await page.context().setOffline(true)
    await field(page).fill('In de trein geschreven')
    await post(page).click()
    await page.getByText(/^Wacht op verbinding/).waitFor()
    await page.reload()
    await page.getByText(/^Wacht op verbinding/).waitFor()
    await page.getByText('In de trein geschreven').waitFor()
    await page.context().setOffline(false)
    await page.getByText(/^Wacht op verbinding/).waitFor({ state: 'detached' })
    expect(await threads(page).getByText('In de trein geschreven').count()).toBe(1)

    const chair = await at('punt-02', coordinator)
    await chair.getByText('In de trein geschreven').waitFor()
  })

  it('[C3] is told at once that a citizen service number has no place here, and nothing is sent', async () => {
    const page = await at('punt-03', parent)
    await field(page).fill('Het gaat om 123456782.')
    await page
      .getByRole('alert')
      .getByText(/burgerservicenummer/)
      .waitFor()
    await post(page).click()
    await expect.poll(() => field(page).evaluate((element) => document.activeElement === element)).toBe(true)
    expect(await threads(page).count()).toBe(0)
    await field(page).fill('Het gaat om alle kinderen.')
    await post(page).click()
    await expect.poll(() => threads(page).count()).toBe(1)
  })

  it('[C4] who writes of one child is warned, and can post it all the same', async () => {
    const page = await at('punt-05', parent)
    await field(page).fill('De moeder van Sanne belde ons.')
    await page.getByText('Gaat dit over één kind of gezin?').waitFor()
    await post(page).click()
    await expect.poll(() => threads(page).count()).toBe(1)
  })
})

describe('with a keyboard only', () => {
  it('a sentence is chosen, a comment written, somebody named, replied to, and corrected', async () => {
    const page = await at('punt-14', parent)
    await page.keyboard.press('r')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Dit is voor @coö')
    await page.getByRole('listbox').waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('bedoeld')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => threads(page).count()).toBe(1)
    await page.locator('.oa-mention').getByText('@Coördinator, regio Drechtsteden').waitFor()
    await expect.poll(() => marked(page).then(({ length }) => length)).toBe(1)
    // The focus is on what was just written.
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('oa-comment')

    await page.getByRole('button', { name: /^Meer over de reactie/ }).press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+End')
    await page.keyboard.type(', en voor iedereen')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/bedoeld, en voor iedereen/).waitFor()
    await page.getByRole('button', { name: 'bewerkt, toon de eerdere tekst' }).press('Enter')
    await page
      .getByRole('dialog')
      .getByText(/bedoeld$/)
      .waitFor()
    await page.keyboard.press('Escape')

    await threads(page).getByRole('button', { name: 'Antwoord', exact: true }).press('Enter')
    await page.keyboard.type('En een antwoord')
    await page.keyboard.press('Control+Enter')
    await page.locator('.oa-thread__replies').getByText('En een antwoord').waitFor()
    await page.getByRole('button', { name: 'Eens', exact: true }).first().press('Enter')
    await page.getByRole('button', { name: /^Eens: Voorzitter/ }).waitFor()
  })
})

describe('what does not belong here', () => {
  it('[C2] is reported, hidden from others with the name of who reported it, and put back with one press', async () => {
    const [hers, chair] = [await at('punt-06', parent), await at('punt-06', coordinator)]
    await field(hers).fill('Hier staat een naam')
    await post(hers).click()
    await chair.getByText('Hier staat een naam').waitFor()
    await chair.getByRole('button', { name: /^Meer over de reactie/ }).click()
    await chair.getByRole('menuitem', { name: 'Meld persoonsgegevens' }).click()
    await chair.getByRole('dialog').getByRole('textbox').fill('Er staat een naam in')
    await chair.getByRole('dialog').getByRole('button', { name: 'Meld persoonsgegevens' }).click()
    await hers.getByText(/Gemeld, wordt bekeken/).waitFor()
    await chair.getByRole('button', { name: 'Zet terug' }).click()
    await hers.getByText('Hier staat een naam').waitFor()
    await expect.poll(() => hers.getByText(/Gemeld, wordt bekeken/).count()).toBe(0)
  })

  it('[C3] the text of an item takes in no citizen service number, and a reference number after a confirmation', async () => {
    const page = await at('punt-07', adviser)
    const body = page.getByRole('textbox', { name: 'Tekst van dit punt' })
    await body.locator('p').last().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Kenmerk 123456782')
    const dialog = page.getByRole('dialog', { name: /burgerservicenummer/ })
    await dialog.waitFor()
    expect(await body.innerText()).not.toContain('123456782')
    await dialog.getByRole('button', { name: 'Laat het weg' }).click()
    await page.keyboard.type('2')
    await dialog.getByRole('button', { name: 'Dit is een kenmerk, geen BSN' }).click()
    await expect.poll(() => body.innerText()).toContain('123456782')

    const title = page.getByRole('textbox', { name: 'Titel' })
    const before = await title.inputValue()
    await title.focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('123456782')
    await dialog.waitFor()
    await dialog.getByRole('button', { name: 'Laat het weg' }).click()
    expect(await title.inputValue()).toBe(`${before}12345678`)
  })
})

describe('on the board', () => {
  it('[C5] unread comments are counted on the card and together, can be filtered, and are read when they were seen', async () => {
    const writer = await at('punt-08', parent)
    await field(writer).fill('Wat gebeurt hiermee?')
    await post(writer).click()
    await expect.poll(() => threads(writer).count()).toBe(1)

    const { page } = await stage.come(/Wethouder/)
    await page.goto(`${stage.server.url}/agenda/drechtsteden?unread=1`)
    const card = page.locator('[data-item="punt-08"]')
    await card.getByText('Ongelezen reacties:').waitFor({ state: 'attached' })
    await card.getByRole('link').click()
    await page.locator('[data-comments] .oa-comment').first().scrollIntoViewIfNeeded()
    await expect.poll(() => card.getByText('Ongelezen reacties:').count()).toBe(0)
  })
})

describe('the screens with comments', () => {
  it.each([
    { theme: 'light', language: 'nl', width: 1440 },
    { theme: 'dark', language: 'en', width: 1440 },
    { theme: 'dark', language: 'nl', width: 320 },
    { theme: 'light', language: 'en', width: 360 },
  ] as const)('have nothing for axe to find in $theme, $language, at $width px', async ({ theme, language, width }) => {
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    const options = { theme, language, width, height: width < 400 ? 640 : 900 }
    const page = await visit('coordinator', options)
    const check = async (name: string) => {
      // At the top no bar lies over half a button, of which axe would say that it is too small.
      await page.evaluate(() => scrollTo(0, 0))
      const { violations } = await page.evaluate<AxeResults>(
        `${axe}; axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })`,
      )
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 140)} ${failureSummary}`).join(' | ')}`,
      )
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect({ name, found, overflow: Math.max(overflow, 0) }).toEqual({ name, found: [], overflow: 0 })
    }
    await goTo(page, 'punt-09')
    const words = { nl: ['Uw reactie', 'Plaats reactie', 'Antwoord'], en: ['Your comment', 'Post comment', 'Reply'] }
    const [label = '', go = '', reply = ''] = words[language]
    await page.getByRole('textbox', { name: label }).fill('Een @Dordrecht reactie')
    await page.getByRole('button', { name: go }).click()
    await threads(page).first().waitFor()
    await page.getByRole('button', { name: reply, exact: true }).first().click()
    await page.keyboard.type('De moeder van Sanne zegt @di')
    await page.getByRole('listbox').waitFor()
    await check('item, naming somebody in a reply')
    await page.keyboard.press('Escape')
    await page.keyboard.type(' 123456782')
    await page.getByRole('alert').getByText(/BSN/).waitFor()
    await check('item, a number that is refused')
    await goTo(page, 'punt-01')
    await page.locator('.oa-answer').first().waitFor()
    await check('item, with answers')
    await page
      .getByRole('button', { name: /^(Wijzig het antwoord|Change the answer)/ })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    await check('giving an answer')
    await page.goto(`${stage.server.url}/agenda/drechtsteden/reacties`)
    await page.locator('.oa-overview__list li').first().waitFor()
    await check('what was done with our comments')
    await page.context().close()
  })
})
