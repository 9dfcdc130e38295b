import { expect, it } from 'vitest'
import { startTestServer } from '../kit/server.ts'
import { useStage } from '../kit/stage.ts'

let forward = 0
const stage = useStage(() => startTestServer({ clock: () => Date.now() + forward }))
const board = () => `${stage.server.url}/agenda/drechtsteden`

it('[H1] the board shows what others changed since my last visit: texts and comments, and not what I wrote myself', async () => {
  const reader = await stage.come(/Coördinator, regio/)
  const writer = await stage.come(/Beleidsadviseur, gemeente Dordrecht/)
  const parent = await stage.come(/Voorzitter, Ouderplatform/)
  const saved = (person: typeof reader) => person.page.getByRole('status').getByText('Opgeslagen').waitFor()
  const write = async (person: typeof reader, item: string, text: string) => {
    await person.page.goto(`${board()}/punt/${item}`)
    await saved(person)
    await person.page.getByRole('textbox', { name: 'Titel' }).fill(text)
    await saved(person)
  }
  await write(reader, 'punt-03', 'Door mij geschreven')
  await write(writer, 'punt-04', 'Geschreven voordat de lezer wegging')
  // Leaves, and comes back the next day.
  forward += 3_600_000
  await reader.page.goto(board())
  await reader.page.locator('.oa-card').first().waitFor()
  await reader.page.goto('about:blank')
  forward += 24 * 3_600_000
  await write(writer, 'punt-05', 'Gisteren geschreven')
  await parent.page.goto(`${board()}/punt/punt-06`)
  await parent.page.getByRole('textbox', { name: 'Uw reactie' }).fill('Gisteren gezegd')
  await parent.page.getByRole('button', { name: 'Plaats reactie' }).click()
  await parent.page.locator('.oa-comment').getByText('Gisteren gezegd').waitFor()

  await write(reader, 'punt-07', 'Vandaag door mij geschreven')
  await reader.page.goto(`${board()}?changed=1`)
  const shown = () =>
    reader.page.locator('.oa-card').evaluateAll((cards) => cards.map((card) => card.dataset.item).sort())
  await expect.poll(shown).toEqual(['punt-05', 'punt-06'])
})
