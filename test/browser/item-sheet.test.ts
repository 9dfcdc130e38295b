import type { Locator, Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { useStage } from '../kit/stage.ts'

const stage = useStage()

async function at(item: string, name: string | RegExp): Promise<Page> {
  const person = await stage.come(name)
  await person.page.goto(`${stage.server.url}/agenda/drechtsteden/punt/${item}`)
  await person.page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' })
  return person.page
}

const director = /Directeur, SWV voortgezet/
const adviser = /Beleidsadviseur, gemeente Dordrecht/
const body = (page: Page): Locator => page.getByRole('textbox', { name: 'Tekst van dit punt' })
const agreements = (page: Page): Locator => page.getByRole('textbox', { name: /^Afspraak \d+$/ })
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')

describe('agreements', () => {
  it('are written at once: each new one takes the focus, and Enter makes the next', async () => {
    const [mine, theirs] = [await at('punt-12', director), await at('punt-12', adviser)]
    const before = await agreements(mine).count()
    await mine.getByRole('button', { name: 'Nieuwe afspraak' }).click()
    await mine.keyboard.type('Iedereen belt')
    await mine.keyboard.press('Enter')
    await mine.keyboard.type('Wie niet belt, schrijft')
    await expect.poll(() => agreements(theirs).count()).toBe(before + 2)
    await expect.poll(() => agreements(theirs).last().inputValue()).toBe('Wie niet belt, schrijft')
  })

  it('keep the focus and the caret of who types in one, when another person moves it', async () => {
    const [mine, theirs] = [await at('punt-12', director), await at('punt-12', adviser)]
    const last = agreements(theirs).last()
    const words = await last.inputValue()
    await last.focus()
    await theirs.keyboard.press('Control+Home')
    const row = mine.locator('.oa-agreement').last()
    await row.hover()
    await row.getByRole('button', { name: /^Zet hoger/ }).click()
    await expect.poll(async () => (await agreements(theirs).last().inputValue()) !== words).toBe(true)
    await theirs.keyboard.type('Hier. ')
    expect(await agreements(theirs).nth(-2).inputValue()).toBe(`Hier. ${words}`)
  })

  it('come back by undo after they were taken out', async () => {
    const page = await at('punt-01', director)
    const before = await agreements(page).count()
    const row = page.locator('.oa-agreement').first()
    await row.hover()
    await row.getByRole('button', { name: /^Haal weg/ }).click()
    await expect.poll(() => agreements(page).count()).toBe(before - 1)
    expect(await focused(page)).toContain('Nieuwe afspraak')
    await page.keyboard.press('Control+z')
    await expect.poll(() => agreements(page).count()).toBe(before)
  })
})

describe('the text', () => {
  const word = `<html><head><style><!-- p.MsoNormal {color:red} --></style></head><body><!--StartFragment-->
<h1>Kop uit Word<o:p></o:p></h1>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>Een <b>vet</b> punt</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o </span>dieper</p>
<p class=MsoNormal>Slot<o:p></o:p></p><!--EndFragment--></body></html>`

  it('takes what is pasted from Word as headings, lists and bold, and the content policy has nothing to report', async () => {
    const page = await at('punt-06', director)
    await body(page).locator('p').last().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await body(page).evaluate((element, html) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', html)
      clipboardData.setData('text/plain', 'anders')
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, word)
    await body(page).getByRole('heading', { name: 'Kop uit Word' }).waitFor()
    expect(await body(page).locator('ul > li > p').first().innerHTML()).toBe('Een <strong>vet</strong> punt')
    expect(await body(page).locator('ul ul > li > p').innerText()).toBe('dieper')
    expect(await body(page).locator('[style], [class^="Mso"]').count()).toBe(0)
  })

  it('never traps the keyboard: Tab indents in a list, and elsewhere goes on', async () => {
    const page = await at('punt-03', director)
    await body(page).locator('p').last().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Lijst', exact: true }).first().click()
    await page.keyboard.type('een')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await body(page).locator('ul ul li').count()).toBe(1)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await focused(page)).not.toBe('Tekst van dit punt')
  })

  it('keeps what both wrote in a title while an input method composes', async () => {
    const [mine, theirs] = [await at('punt-08', director), await at('punt-08', adviser)]
    const title = (page: Page) => page.getByRole('textbox', { name: 'Titel' })
    const composer = await mine.context().newCDPSession(mine)
    await title(mine).click()
    await mine.keyboard.press('Control+End')
    await composer.send('Input.imeSetComposition', { text: 'に', selectionStart: 1, selectionEnd: 1 })
    await expect.poll(() => title(theirs).inputValue()).toMatch(/に$/)
    await title(theirs).click()
    await theirs.keyboard.press('Control+Home')
    await theirs.keyboard.type('Eerst ')
    await theirs.getByRole('status').getByText('Opgeslagen').waitFor()
    await composer.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 })
    await composer.send('Input.insertText', { text: '日本' })
    await expect.poll(() => title(theirs).inputValue()).toMatch(/^Eerst .*日本$/)
    await expect.poll(() => title(mine).inputValue()).toMatch(/^Eerst .*日本$/)
  })

  it('shows a colleague’s caret with initials and organisation', async () => {
    const [mine, theirs] = [await at('punt-10', director), await at('punt-10', adviser)]
    await body(theirs).locator('p').first().click()
    await expect.poll(() => mine.locator('.oa-caret__short').first().textContent()).toBe('BA, Dordrecht')
  })

  it('is no editor for who may only comment', async () => {
    const page = await at('punt-01', /Voorzitter, Ouderplatform/)
    await page.getByRole('heading', { name: 'Aanleiding' }).waitFor()
    // What they write is a comment, in a form of its own.
    const fields = ':is(input:not([disabled]), select, textarea, [contenteditable]):not(.oa-comment-form *)'
    expect(await page.locator(`.oa-sheet ${fields}`).count()).toBe(0)
  })
})

describe('plain values', () => {
  it('that are wrong stay in the field, with what is wrong about them', async () => {
    const page = await at('punt-09', director)
    await page.getByRole('button', { name: 'Nieuwe link' }).click()
    const address = page.getByLabel('Webadres').last()
    await address.fill('javascript:alert(1)')
    await page.keyboard.press('Enter')
    await page.getByText('Dit is geen webadres.').waitFor()
    expect(await address.inputValue()).toBe('javascript:alert(1)')
    await address.fill('www.example.org/rapport')
    await page.keyboard.press('Enter')
    const link = page.locator('a[href="https://www.example.org/rapport"]')
    await link.waitFor()
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer')
  })

  it('[P1] [P3] of 1 to 4 are kept as "< 5", and who types one is told before', async () => {
    const page = await at('punt-11', director)
    await page.getByRole('button', { name: 'Nieuwe indicator' }).click()
    await page.keyboard.type('Proef')
    const indicator = page.locator('.oa-indicator').last()
    const told = indicator.getByText('Een waarde van 1 tot en met 4 wordt bewaard als ‘< 5’').locator('visible=true')
    await indicator.getByLabel('Waarde', { exact: true }).fill('3')
    await told.waitFor()
    await page.keyboard.press('Enter')
    await indicator.getByText('Het aantal is bij de eerste meting < 5.').waitFor()
    const target = indicator.getByLabel('Doel', { exact: true })
    await target.fill('2')
    await told.waitFor()
    expect(await indicator.getByText('Doel: < 5').count()).toBe(0)
    await page.keyboard.press('Tab')
    await indicator.getByText('Doel: < 5').waitFor()
    expect(await target.inputValue()).toBe('< 5')
    await target.fill('20')
    await indicator.getByText('Doel: 20').waitFor()
    await indicator.getByRole('button', { name: /^Klaar/ }).click()
    expect(await indicator.getByRole('cell').first().innerText()).toBe('< 5')
  })
})

it('closes with Escape, and the focus is on the card again', async () => {
  const page = await at('punt-14', director)
  await page.getByRole('textbox', { name: 'Titel' }).focus()
  await page.keyboard.press('Escape')
  await page.locator('.oa-sheet').waitFor({ state: 'detached' })
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('href'))).toMatch(/punt-14/)
})
