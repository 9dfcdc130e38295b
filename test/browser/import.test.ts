import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import writeSheet from 'write-excel-file/universal'
import { complaintsOf } from '../kit/axe.ts'
import type { Person } from '../kit/browser.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()
const saved = (page: Page) => page.getByRole('status').getByText('Opgeslagen').waitFor()
const step = (page: Page, name: string) => page.getByRole('heading', { level: 2, name: new RegExp(name) }).waitFor()
const address = (agenda: string) => `${stage.server.url}/agenda/${agenda}/importeren`

/** 300 lines, of which every hundredth has no title, a day that is none, or a number that looks like a citizen's. */
async function workbook(): Promise<Buffer> {
  const rows = Array.from({ length: 300 }, (_, n) => {
    const [title, day] = [n === 100 ? '' : `Ontwikkelpunt ${n + 1}`, n === 200 ? '31-02-2027' : '1-9-2027']
    const text = n === 250 ? 'Zie dossier 123456782' : `Zo is het nu, nummer ${n + 1}.`
    return [title, text, n % 2 === 0 ? 'Dordrecht' : 'Gemeente Dordrecht', day, `Bellen (Dordrecht, 1-10-2027)`]
  })
  const cells = [['Onderwerp', 'Toelichting', 'Trekker', 'Deadline', 'Afspraken'], ...rows].map((row) =>
    row.map((value) => (value === '' ? null : { value, type: String })),
  )
  return Buffer.from(await (await writeSheet(cells, {}).toBlob()).arrayBuffer())
}

/** An agenda of their own, for who may make one. */
async function makeAgenda({ page }: Person, id: string): Promise<void> {
  const answer = await page.request.post(`${stage.server.url}/api/v1/agendas`, {
    headers: { origin: stage.server.url },
    data: { id, title: `Agenda ${id}`, region: 'Zuid', start: 'empty' },
  })
  expect(answer.ok()).toBe(true)
}

/** How many items stand on the board; what was taken back is struck there. */
async function cards(page: Page): Promise<number> {
  return await page.locator('.oa-card:not(.oa-card--struck)').count()
}

describe('importing items', () => {
  it('[I8] [I9] of a spreadsheet of 300 reports truly, reaches a colleague, and is taken back by one step', async () => {
    const writer = await stage.come(/Coördinator, regio/)
    await makeAgenda(writer, 'driehonderd')
    const { page } = writer
    const second = await writer.context.newPage()
    await second.goto(`${stage.server.url}/agenda/driehonderd`)
    await page.goto(address('driehonderd'))
    await page
      .getByLabel('Kies een bestand')
      .setInputFiles({ name: 'punten.xlsx', mimeType: 'application/octet-stream', buffer: await workbook() })
    await step(page, 'wat staat in welke kolom')
    expect(await page.getByLabel('Wat staat er in Onderwerp?').inputValue()).toBe('title')
    expect(await page.getByLabel('Wat staat er in Toelichting?').inputValue()).toBe('body')
    expect(await complaintsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Bekijk wat er komt' }).press('Enter')

    await step(page, 'wat komt er op de agenda')
    const sums = page.getByRole('status').filter({ hasText: 'komen op de agenda' })
    await sums.getByText('297 punten komen op de agenda.').waitFor()
    await sums.getByText('3 regels blijven weg').waitFor()
    await page.getByLabel('Neem mee: Ontwikkelpunt 1', { exact: true }).press('Space')
    await sums.getByText('296 punten komen op de agenda.').waitFor()
    await page.getByLabel('Toon alleen regels').press('Space')
    const bad = await page.getByRole('row').allInnerTexts()
    expect(bad.filter((row) => /regel (102|202|252)\b/i.test(row))).toHaveLength(3)
    expect(bad.join()).not.toContain('123456782')
    expect(await complaintsOf(page)).toEqual([])
    await page.getByRole('button', { name: 'Zet 296 punten op de agenda' }).press('Enter')

    await step(page, 'klaar')
    const report = await page.getByRole('region', { name: 'Verslag' }).innerText()
    expect(report).toContain('296 punten staan op de agenda.')
    expect(report).toContain('4 regels zijn weggelaten.')
    expect(report).toContain('Regel 2: Ontwikkelpunt 1: u liet dit punt weg.')
    // Every line has its say, also those of which there is nothing to say.
    expect(report).toContain('punten zonder opmerkingen:')
    expect(report).toContain('Regel 301: Ontwikkelpunt 300')
    expect(report).toContain('Regel 102, Onderwerp: er is geen titel.')
    expect(report).toContain('Regel 202, Deadline: ‘31-02-2027’ is geen datum.')
    expect(report).toContain('Regel 252, Toelichting: hier staat iets dat op een burgerservicenummer lijkt.')
    expect(await complaintsOf(page)).toEqual([])
    await saved(page)
    await expect.poll(() => cards(second)).toBe(296)
    await page.getByRole('link', { name: 'Naar het bord' }).press('Enter')
    await expect.poll(() => cards(page)).toBe(296)
    await page.keyboard.press('Control+z')
    await expect.poll(() => cards(page)).toBe(0)
    await expect.poll(() => cards(second)).toBe(0)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(() => cards(second)).toBe(296)
  })

  it('[I1] [I3] [I5] of a table that was pasted from Word begins on an empty board, and may make its themes', async () => {
    const writer = await stage.come(/Coördinator, regio/)
    await makeAgenda(writer, 'geplakt')
    const { page } = writer
    await page.goto(`${stage.server.url}/agenda/geplakt`)
    await saved(page)
    await page.getByRole('link', { name: 'Een tabel plakken' }).press('Enter')
    const field = page.getByLabel('Plak hier uw tabel')
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.evaluate(() => {
      const table =
        '<table><tr><th>Thema<th>Titel<th>Tekst<th>Indicator<th>Waarde<th>Gemeten op</tr>' +
        '<tr><td rowspan=2>Vervoer<td>Korter in de bus<td><p>Eén</p><p>Twee</p><td>Te lang<td>3<td>1-1-2026</tr>' +
        '<tr><td>Opstapplaatsen<td>nummer 123456782<td><td><td></tr></table>'
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', table)
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      )
    })
    await page.getByRole('button', { name: 'Ga verder met deze tabel' }).press('Enter')
    await page.getByRole('button', { name: 'Bekijk wat er komt' }).press('Enter')
    await page.getByRole('row', { name: /Korter in de bus.*nieuw thema: Vervoer.*wordt ‘< 5’/ }).waitFor()
    await page.getByRole('row', { name: /Opstapplaatsen.*burgerservicenummer/ }).waitFor()
    await page.getByRole('button', { name: 'Zet 1 punt op de agenda' }).press('Enter')
    await saved(page)
    await page.getByRole('link', { name: 'Naar het bord' }).press('Enter')
    await page.getByRole('heading', { name: 'Vervoer' }).waitFor()
    await page.getByRole('link', { name: 'Korter in de bus' }).click()
    await page.getByText('Twee').first().waitFor()
    await page.getByText('< 5').first().waitFor()
  })

  it('[I7] from an earlier agenda keeps where they came from', async () => {
    const writer = await stage.come(/Coördinator, regio/)
    await makeAgenda(writer, 'vervolg')
    const { page } = writer
    await page.goto(`${stage.server.url}/agenda/vervolg`)
    // Until the room answered, the board is drawn anew, and a key could be pressed on what goes away.
    await saved(page)
    await page.getByRole('link', { name: 'De punten van een eerdere agenda' }).press('Enter')
    const agenda = page.getByLabel('Welke agenda?')
    await agenda.selectOption({ index: await indexOf(agenda, /passend onderwijs en jeugdhulp/) })
    await page.getByRole('button', { name: 'Haal de punten op' }).press('Enter')
    await step(page, 'wat komt er op de agenda')
    expect(await complaintsOf(page)).toEqual([])
    await page.getByRole('button', { name: /^Zet \d+ punten op de agenda/ }).press('Enter')
    await saved(page)
    await page.getByRole('link', { name: 'Naar het bord' }).press('Enter')
    await page.getByRole('link', { name: 'Geen leerling langer dan 45 minuten in de bus' }).click()
    await expect
      .poll(() => page.getByLabel('Vervolg op').inputValue())
      .toMatch(/^Ontwikkelagenda passend .*, punt \d+$/)
  })

  it('[I6] of our own JSON, dropped on the page, comes with what was done and struck', async () => {
    const writer = await stage.come(/Coördinator, regio/)
    await makeAgenda(writer, 'gesleept')
    const { page } = writer
    await page.goto(address('gesleept'))
    await page.getByRole('heading', { name: 'Een bestand' }).waitFor()
    await page.evaluate(async () => {
      const answer = await fetch('/api/v1/agendas/drechtsteden/export/json')
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([await answer.blob()], 'agenda.json'))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    })
    await step(page, 'wat komt er op de agenda')
    expect(await page.getByLabel(/Dit is een eerdere agenda/).isChecked()).toBe(false)
    const go = page.getByRole('button', { name: /^Zet \d+ punten op de agenda/ })
    const count = Number(/\d+/.exec(await go.innerText())?.[0])
    expect(count).toBeGreaterThan(10)
    await go.press('Enter')
    await saved(page)
    await page.getByRole('link', { name: 'Naar het bord' }).press('Enter')
    await expect.poll(() => page.locator('.oa-card').count()).toBe(count)
  })

  it('[I8] that the server does not take leaves nothing, and the table stays to be tried again', async () => {
    const writer = await stage.come(/Coördinator, regio/)
    await makeAgenda(writer, 'geweigerd')
    const { page } = writer
    let refusals = 0
    await page.routeWebSocket(/\/live\//, (socket) => {
      const server = socket.connectToServer()
      socket.onMessage((frame) => {
        // What the gate says to an update that it does not take in; the first one only.
        if (typeof frame !== 'string' && frame.includes('Een punt') && refusals++ === 0)
          void socket.close({ code: 4400 })
        else server.send(frame)
      })
    })
    await page.goto(address('geweigerd'))
    await saved(page)
    await page.getByLabel('Plak hier uw tabel').fill('Titel\nEen punt\nNog een punt')
    await page.getByRole('button', { name: 'Ga verder met deze tabel' }).press('Enter')
    await page.getByRole('button', { name: 'Bekijk wat er komt' }).press('Enter')
    await page.getByRole('button', { name: 'Zet 2 punten op de agenda' }).press('Enter')
    await page.getByText('De server heeft dit niet aangenomen. Er staat niets op de agenda.').waitFor()
    await page.getByRole('button', { name: 'Bekijk het opnieuw' }).press('Enter')
    await page.getByRole('button', { name: 'Zet 2 punten op de agenda' }).press('Enter')
    await page.getByText('2 punten staan op de agenda.').first().waitFor()
    await saved(page)
    await page.getByRole('link', { name: 'Naar het bord' }).press('Enter')
    await expect.poll(() => cards(page)).toBe(2)
  })

  it('[I8] without a connection waits on this device like any edit', async () => {
    const writer = await stage.come(/Directeur, SWV voortgezet/)
    const { page } = writer
    await page.goto(address('drechtsteden'))
    await saved(page)
    // Everything that this page may need is there before the connection goes.
    await page.getByLabel('Plak hier uw tabel').fill('Titel;Thema\nZonder verbinding;Een eigen thema')
    await writer.context.setOffline(true)
    await page.getByRole('button', { name: 'Ga verder met deze tabel' }).press('Enter')
    await page.getByRole('button', { name: 'Bekijk wat er komt' }).press('Enter')
    // Themes are the coordinator's: an editor chooses one that is there, or none.
    const theme = page.getByLabel('Thema ‘Een eigen thema’')
    expect(await theme.getByRole('option', { name: 'Maak dit thema' }).count()).toBe(0)
    await theme.selectOption({ label: 'Gebruik het thema ‘Leerlingenvervoer’' })
    await page.getByRole('button', { name: 'Zet 1 punt op de agenda' }).press('Enter')
    await page.getByText('1 punt staat op de agenda.').first().waitFor()
    await page
      .getByRole('status')
      .getByText(/Offline/)
      .waitFor()
    await writer.context.setOffline(false)
    await saved(page)
  })

  it('[I1] is not for who may not write items', async () => {
    const { page } = await stage.come(/Voorzitter, Ouderplatform/)
    await page.goto(address('drechtsteden'))
    await page.getByText('U kunt hier nu geen punten schrijven.').waitFor()
  })
})

async function indexOf(select: ReturnType<Page['getByLabel']>, title: RegExp): Promise<number> {
  // The list comes a moment after the page.
  await select.getByRole('option', { name: title }).first().waitFor({ state: 'attached' })
  return (await select.getByRole('option').allInnerTexts()).findIndex((text) => title.test(text))
}
