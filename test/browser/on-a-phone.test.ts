import type { Locator, Page } from 'playwright'
import { afterEach, describe, expect, it } from 'vitest'
import { openWindow, type Person } from '../kit/browser.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()
const people: Person[] = []

afterEach(async () => {
  for (const { context, complaints } of people.splice(0)) {
    expect(complaints).toEqual([])
    await context.close()
  }
})

/** Somebody with a phone in their hand, or at a keyboard without a mouse. */
async function somebody(person: string, path: string, options: { width?: number; touch?: boolean } = {}) {
  const visitor = await openWindow(stage.browser, stage.server.url, { height: 720, ...options })
  people.push(visitor)
  await visitor.page.request.post(`${stage.server.url}/api/v1/session/demo`, { data: { person } })
  await visitor.page.goto(stage.server.url + path)
  return visitor.page
}

const phone = { width: 360, touch: true }
const [parent, coordinator] = ['voorzitter-ouderplatform', 'coordinator']
const thread = (page: Page, words: string) => page.locator('.oa-thread').filter({ hasText: words })

/** Selects a sentence as a long press and its handles do. */
async function select(page: Page, words: string): Promise<void> {
  const isFound = await page.evaluate((wanted) => {
    const root = document.querySelector('.oa-sheet__main .oa-text')
    if (!root) return false
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = node.textContent?.indexOf(wanted) ?? -1
      if (from < 0) continue
      node.parentElement?.scrollIntoView({ block: 'center' })
      getSelection()?.setBaseAndExtent(node, from, node, from + wanted.length)
      return true
    }
    return false
  }, words)
  expect(isFound, words).toBe(true)
}

/** Whether a thumb can press it: it lies within the screen, is 24 px at least, and nothing lies over it. */
async function tap(button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded()
  const box = await button.boundingBox()
  expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
  await button.tap()
}

const isWiderThanTheScreen = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

describe('with a phone', () => {
  it('a parent comments on a sentence, the coordinator answers, and the parent sees it', async () => {
    const hers = await somebody(parent, '/agenda/drechtsteden/punt/punt-01', phone)
    await hers.locator('[data-comments]').waitFor()
    await select(hers, 'Ouders vertellen')
    await tap(hers.getByRole('button', { name: 'Reageer', exact: true }))
    await hers.keyboard.type('Vraag het ook de vaders')
    await tap(hers.getByRole('button', { name: 'Plaats reactie' }).first())
    await thread(hers, 'Vraag het ook de vaders').first().waitFor()
    expect(await isWiderThanTheScreen(hers)).toBe(false)

    const chair = await somebody(coordinator, '/agenda/drechtsteden/punt/punt-01', phone)
    const asked = thread(chair, 'Vraag het ook de vaders').first()
    await tap(asked.getByRole('button', { name: 'Zeg wat u ermee doet' }))
    const dialog = chair.getByRole('dialog')
    await tap(dialog.locator('label', { hasText: 'Overgenomen' }).first())
    await dialog.getByRole('textbox', { name: 'Leg uit waarom' }).fill('Staat erin')
    await tap(dialog.getByRole('button', { name: 'Plaats antwoord' }))
    await dialog.waitFor({ state: 'detached' })
    await thread(hers, 'Vraag het ook de vaders').first().locator('.oa-answer').getByText('Staat erin').waitFor()

    await tap(thread(hers, 'Vraag het ook de vaders').first().getByRole('button', { name: 'Antwoord', exact: true }))
    await hers.keyboard.type('Dank u wel')
    await tap(thread(hers, 'Vraag het ook de vaders').first().getByRole('button', { name: 'Plaats antwoord' }))
    await chair.locator('.oa-comment').getByText('Dank u wel').waitFor()
    expect(await isWiderThanTheScreen(chair)).toBe(false)
  })

  it('a coordinator invites somebody', async () => {
    const page = await somebody(coordinator, '/agenda/drechtsteden/mensen', phone)
    await tap(page.getByRole('main').getByRole('button', { name: 'Nodig mensen uit' }))
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('E-mailadressen').fill('els@edam.nl')
    await dialog.getByLabel('Van welke organisatie?').selectOption({ index: 1 })
    await tap(dialog.getByRole('button', { name: 'Stuur 1 uitnodiging' }))
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('els@edam.nl', { exact: true }).waitFor()
    expect(await isWiderThanTheScreen(page)).toBe(false)
  })
})

describe('with a keyboard only', () => {
  it('the coordinator says what was done with a comment', async () => {
    const hers = await somebody(parent, '/agenda/drechtsteden/punt/punt-20')
    await hers.getByRole('textbox', { name: 'Uw reactie' }).fill('Waar staat dit?')
    await hers.getByRole('button', { name: 'Plaats reactie' }).click()
    await thread(hers, 'Waar staat dit?').waitFor()

    const chair = await somebody(coordinator, '/agenda/drechtsteden/punt/punt-20')
    await thread(chair, 'Waar staat dit?').waitFor()
    await tabTo(chair, 'Zeg wat u ermee doet')
    await chair.keyboard.press('Enter')
    await chair.getByRole('dialog').waitFor()
    await chair.keyboard.press('Tab')
    await tabToRole(chair, 'radio')
    await chair.keyboard.press('ArrowDown')
    await tabToRole(chair, 'TEXTAREA')
    await chair.keyboard.type('Bij punt 3')
    await tabTo(chair, 'Plaats antwoord')
    await chair.keyboard.press('Enter')
    await thread(hers, 'Waar staat dit?').locator('.oa-answer').getByText('Bij punt 3').waitFor()
    // The focus stays with the comment that was answered.
    await expect.poll(() => chair.evaluate(() => document.activeElement?.closest('.oa-thread') !== null)).toBe(true)
  })
})

async function tabTo(page: Page, name: string): Promise<void> {
  await goBy(page, () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? ''), name)
}

async function tabToRole(page: Page, kind: string): Promise<void> {
  const kindOf = () =>
    page.evaluate(() => {
      const { activeElement } = document
      return activeElement instanceof HTMLInputElement ? activeElement.type : (activeElement?.tagName ?? '')
    })
  await goBy(page, kindOf, kind)
}

async function goBy(page: Page, look: () => Promise<string>, wanted: string): Promise<void> {
  for (let count = 0; count < 150; count++) {
    if ((await look()) === wanted) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${wanted} cannot be reached by Tab`)
}
