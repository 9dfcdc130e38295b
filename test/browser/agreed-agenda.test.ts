import { execFile } from 'node:child_process'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { makeId } from '../../shared/ids.ts'
import { removeFolder } from '../kit/server.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()
const run = promisify(execFile)
const dutchDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' })
const today = () => dutchDay.format(Date.now())
const board = () => `${stage.server.url}/agenda/drechtsteden`
const item = 'punt-05'

async function freeze(page: Page, number: number): Promise<void> {
  await page.goto(`${board()}/versies`)
  await page.getByRole('button', { name: 'Bekijk wat u vastlegt' }).click()
  await page.getByRole('button', { name: `Leg versie ${number} vast` }).click()
  await page.getByText(`Versie ${number} is vastgelegd.`).waitFor()
}

async function writeBeforeTitle(page: Page, words: string): Promise<void> {
  await page.goto(`${board()}/punt/${item}`)
  const title = page.getByRole('textbox', { name: 'Titel' })
  await title.press('Control+Home')
  await title.pressSequentially(words)
  await page.getByRole('status').getByText('Opgeslagen').waitFor()
}

async function giveMandate({ request }: Page, person: string, organisation: string): Promise<void> {
  const mandate = { id: makeId(), organisation, from: '2024-01-01', ground: 'Portefeuillebesluit' }
  const path = `${stage.server.url}/api/v1/agendas/drechtsteden/members/${person}`
  expect((await request.patch(path, { data: { mandates: [mandate] } })).status()).toBe(200)
}

/** Fills in the first step of a party that somebody may fill in. */
async function decide(page: Page, step: string, outcome: string, words: { label: string; text: string }[] = []) {
  await page.goto(`${board()}/vaststelling`)
  await page.getByRole('button', { name: `Vul in: ${step}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: outcome, exact: true }).check()
  await dialog.getByLabel('Datum van het besluit').fill(today())
  for (const { label, text } of words) await dialog.getByLabel(label).fill(text)
  await dialog.getByRole('button', { name: 'Bewaar', exact: true }).click()
  await dialog.waitFor({ state: 'hidden' })
}

describe('an agenda that is agreed', () => {
  it('[V1] [V4] [V7] [V9] [V15] is changed, frozen, compared, adopted by three parties, changed again, verified and taken along', {
    timeout: 240_000,
  }, async () => {
    const { page: coordinator } = await stage.come(/Coördinator, regio/)
    const { page: officer } = await stage.come(/Beleidsadviseur, gemeente Dordrecht/)
    await freeze(coordinator, 1)
    await writeBeforeTitle(officer, 'Samen ')
    await freeze(coordinator, 2)

    // What the second says otherwise than the first, in words.
    await coordinator.goto(`${board()}/verschillen?van=version:1&tot=version:2`)
    await coordinator.locator('ins', { hasText: 'Samen' }).waitFor()
    expect(await coordinator.locator('ins').count()).toBe(1)

    // Three parties: two by who holds their mandate, one of them with a reservation; one by the coordinator on its behalf.
    await giveMandate(coordinator, 'wethouder-zwijndrecht', 'zwijndrecht')
    await giveMandate(coordinator, 'voorzitter-ouderplatform', 'ouderplatform')
    const { page: alderman } = await stage.come(/Wethouder, gemeente Zwijndrecht/)
    const { page: parent } = await stage.come(/Voorzitter, Ouderplatform/)
    await decide(alderman, 'Gemeente Zwijndrecht, college van B en W', 'Vastgesteld, met voorbehoud', [
      { label: 'Wat is het voorbehoud?', text: 'Als de raad het geld geeft.' },
    ])
    await decide(parent, 'Ouderplatform Drechtsteden, bestuur', 'Onderschreven')
    await decide(coordinator, 'Gemeente Sliedrecht, college van B en W', 'Vastgesteld', [
      { label: 'Op grond van', text: 'Brief van het college' },
    ])
    await coordinator.getByRole('heading', { name: '3 van de 19 partijen hebben vastgesteld', exact: true }).waitFor()
    await coordinator.getByText('Als de raad het geld geeft.').waitFor()
    // A ground that was noted wrongly is put right, and the page says the right one at once.
    await coordinator.getByRole('button', { name: 'Wijzig: Gemeente Sliedrecht, college van B en W' }).click()
    await coordinator.getByRole('dialog').getByLabel('Op grond van').fill('Mail van de secretaris')
    await coordinator.getByRole('dialog').getByRole('button', { name: 'Bewaar', exact: true }).click()
    await coordinator.getByRole('dialog').waitFor({ state: 'hidden' })
    await coordinator.getByText(/Op grond van: Mail van de secretaris/).waitFor()
    expect(await coordinator.getByText(/Op grond van: Brief van het college/).count()).toBe(0)

    // Life goes on: what is written now, shows beside the item, and touches no version.
    await parent.goto(board())
    const card = parent.locator(`.oa-card[data-item="${item}"]`)
    await card.getByText('Samen').waitFor()
    expect(await card.getByText('Gewijzigd sinds versie 2').count()).toBe(0)
    await writeBeforeTitle(officer, 'Weer anders: ')
    await card.getByText('Gewijzigd sinds versie 2').waitFor()

    // The version says what it said, by the page and by a script that shares no code with us.
    await parent.goto(`${board()}/versies/2`)
    expect(await parent.getByText('Weer anders').count()).toBe(0)
    await parent.getByRole('button', { name: 'Controleer' }).click()
    await parent.getByText('Het klopt. Dit is precies de tekst die is vastgelegd.').waitFor()
    const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-'))
    const file = join(folder, 'version.json')
    const version = await parent.request.get(`${stage.server.url}/api/v1/agendas/drechtsteden/versions/2`)
    await writeFile(file, await version.body())
    const script = join(import.meta.dirname, '../../docs/verify-version.mjs')
    const { hash } = (await version.json()) as { hash: string }
    expect((await run(process.execPath, [script, file])).stdout).toContain(hash)

    // And it leaves the board as a file.
    await parent.getByRole('button', { name: 'Exporteren' }).click()
    const download = parent.waitForEvent('download')
    await parent.getByRole('button', { name: 'Maak het bestand' }).click()
    const taken = await download
    expect(taken.suggestedFilename()).toMatch(/^ontwikkelagenda-drechtsteden-v2-\d{4}-\d\d-\d\d\.pdf$/)
    const bytes = (await readFile(await taken.path())).toString('latin1')
    expect(bytes.startsWith('%PDF-1.7')).toBe(true)
    expect(bytes.trimEnd().endsWith('%%EOF')).toBe(true)
    const text = await textOf(await taken.path())
    if (text !== undefined) {
      expect(text).toContain(hash)
      expect(text).toMatch(/Samen/)
      expect(text).not.toMatch(/Weer anders/)
    }
    await removeFolder(folder)
  })
})

/** What somebody reads who opens a PDF; undefined where nothing is installed that opens one. */
async function textOf(path: string): Promise<string | undefined> {
  try {
    return (await run('pdftotext', [path, '-'])).stdout.replaceAll(/\s+/g, ' ')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
