import { expect, it } from 'vitest'
import { makeId } from '../../shared/ids.ts'
import { post } from '../kit/http.ts'
import { makeAgenda } from '../kit/server.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()

it('an organisation of another agenda of mine is offered by its name, and the rest is filled in', async () => {
  const coordinator = await stage.server.signIn('coordinator')
  const agenda = await makeAgenda(stage.server, coordinator)
  const organisation = {
    id: makeId(),
    name: 'Regionaal Bureau Leren en Werken',
    short: 'RBLW',
    kind: 'other',
    code: 'RBLW-01',
    website: 'https://bureau.example.nl',
  }
  const path = `/api/v1/agendas/${agenda}/organisations`
  const added = await post(stage.server, path, { organisations: [organisation] }, { as: coordinator })
  expect(await added.text(), 'added').toContain(organisation.name)

  const { page } = await stage.come(/Coördinator, regio/)
  await page.goto(`${stage.server.url}/agenda/drechtsteden/mensen`)
  await page.getByRole('button', { name: 'Voeg een organisatie toe' }).click()
  const dialog = page.getByRole('dialog')
  const offered = dialog.locator('datalist option')
  await offered.first().waitFor({ state: 'attached' })
  // Those that sit at this table already are not offered again.
  expect(await offered.evaluateAll((options) => options.map((option) => option.getAttribute('value')))).toEqual([
    organisation.name,
  ])
  await dialog.getByText('Staat de organisatie op een andere agenda van u?').waitFor()
  await dialog.getByLabel('Naam', { exact: true }).fill(organisation.name)
  await expect.poll(() => dialog.getByLabel('Korte naam').inputValue()).toBe('RBLW')
  expect(await dialog.getByLabel('Soort').inputValue()).toBe('other')
  expect(await dialog.getByLabel(/^Code/).inputValue()).toBe('RBLW-01')
  expect(await dialog.getByLabel(/^Website/).inputValue()).toBe('https://bureau.example.nl')
  await dialog.getByRole('button', { name: 'Bewaar' }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 3, name: organisation.name }).waitFor()
})
