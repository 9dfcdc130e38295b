import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { describe, expect, it } from 'vitest'
import { complaintsOf } from '../kit/axe.ts'
import type { Person } from '../kit/browser.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()

type File = { title: string; parties: unknown[]; themes: { items: { title: string }[] }[] }

/** What an export of the demo agenda holds. */
async function exported(page: Page): Promise<File> {
  const answer = await page.request.get(`${stage.server.url}/api/v1/agendas/drechtsteden/export/json?struck=yes`)
  return (await answer.json()) as File
}

async function fileOf(name: string, content: string): Promise<string> {
  const path = join(stage.server.folder, name)
  await writeFile(path, content)
  return path
}

/** Goes to where a new agenda begins from a file, by keyboard alone. */
async function chooseFile({ page }: Person): Promise<void> {
  await page.goto(`${stage.server.url}/`)
  await page.getByRole('button', { name: 'Nieuwe agenda' }).press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('template')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.getByLabel('Bestand', { exact: true }).waitFor()
  // The arrows chose it; the focus is still on the choice.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('file')
}

describe('a new agenda from a file', () => {
  it('[I20] [I23] shows what it becomes, and is an agenda with all its items', async () => {
    const person = await stage.come(/Coördinator, regio/)
    const { page } = person
    const file = await exported(page)
    const title = 'Onze agenda, opnieuw'
    const path = await fileOf('export.json', JSON.stringify({ ...file, title }))
    await chooseFile(person)
    await page.getByLabel('Bestand', { exact: true }).setInputFiles(path)
    const preview = page.getByRole('region', { name: 'Dit wordt de nieuwe agenda' })
    await preview.getByText(title).waitFor()
    const count = file.themes.flatMap(({ items }) => items).length
    expect(await preview.innerText()).toContain(`${count} agendapunten`)
    expect(await preview.innerText()).toContain(`${file.parties.length}: `)
    expect(await complaintsOf(page)).toEqual([])
    await page.getByLabel('U wordt coördinator namens').selectOption({ label: 'Gemeente Papendrecht' })
    await page.getByRole('button', { name: 'Maak de agenda' }).press('Enter')
    await page.waitForURL(/\/agenda\/(?!drechtsteden)/)
    await page.getByRole('heading', { name: title }).first().waitFor()
    const first = file.themes[0]?.items[0]?.title ?? ''
    await page.getByText(first).first().waitFor()
  })

  it('[I21] says in plain words what is wrong with a file, and makes nothing', async () => {
    const person = await stage.come(/Coördinator, regio/)
    const { page } = person
    const file = JSON.stringify(await exported(page))
    await chooseFile(person)
    const field = page.getByLabel('Bestand', { exact: true })
    const wrong: [string, string, RegExp][] = [
      ['tekst.json', 'geen json', /geen JSON-bestand/],
      ['ander.json', '{}', /geen export van een ontwikkelagenda/],
      [
        'stuk.json',
        file.replace('"duty":"joint"', '"duty":"niemand"'),
        /Het gaat mis bij ‘themes\.\d+\.items\.\d+\.duty’/,
      ],
      ['link.json', file.replace('https://vng.nl', 'javascript:alert(1)'), /Punt \d+: een link is geen webadres/],
    ]
    for (const [name, content, words] of wrong) {
      await field.setInputFiles(await fileOf(name, content))
      await page.getByText(words).waitFor()
      await page.getByRole('button', { name: 'Maak de agenda' }).press('Enter')
      expect(new URL(page.url()).pathname).not.toMatch(/^\/agenda\//)
      expect(await complaintsOf(page)).toEqual([])
    }
  })

  it('[I21] lets numbers pass of which somebody says that they are reference numbers', async () => {
    const person = await stage.come(/Coördinator, regio/)
    const { page } = person
    const file = await exported(page)
    const path = await fileOf('nummer.json', JSON.stringify({ ...file, title: 'Besluit 111222333' }))
    await chooseFile(person)
    await page.getByLabel('Bestand', { exact: true }).setInputFiles(path)
    const go = page.getByRole('button', { name: 'Maak de agenda' })
    await page.getByText(/getal dat een burgerservicenummer kan zijn/).waitFor()
    expect(await go.getAttribute('aria-disabled')).toBe('true')
    await page.getByLabel('Ik heb het nagekeken: dit zijn kenmerken, geen burgerservicenummers').press('Space')
    expect(await complaintsOf(page)).toEqual([])
    await go.press('Enter')
    await page.waitForURL(/\/agenda\/(?!drechtsteden)/)
    await page.getByRole('heading', { name: 'Besluit 111222333' }).first().waitFor()
  })
})
