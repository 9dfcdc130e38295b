import { describe, expect, it } from 'vitest'
import { complaintsOf } from '../kit/axe.ts'
import { useStage } from '../kit/stage.ts'

const stage = useStage()
const previews = '**/api/v1/agendas/drechtsteden/export/html**'

async function openDialog(query = '') {
  const { page, context } = await stage.come(/Coördinator, regio/)
  await page.goto(`${stage.server.url}/agenda/drechtsteden${query}`)
  await page.locator('.oa-card').first().waitFor()
  return {
    page,
    context,
    open: async () => {
      await page
        .getByRole('button', { name: /Regio|Coördinator|regio/ })
        .last()
        .click()
      await page.getByRole('menuitem', { name: 'Exporteren' }).press('Enter')
      await page.getByRole('dialog', { name: 'Exporteren' }).waitFor()
    },
  }
}

describe('[X20] the preview of a file', () => {
  it('says in words what is wrong, and is tried again', async () => {
    const { page, open } = await openDialog()
    await page.route(previews, (route) =>
      route.fulfill({
        status: 429,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: '/problems/too-fast', title: 'Te snel', status: 429, detail: 'Wacht even.' }),
      }),
    )
    await open()
    const wrong = page.getByRole('alert').filter({ hasText: 'Te snel. Wacht even.' })
    await wrong.waitFor()
    expect(await page.locator('iframe').count()).toBe(0)
    expect(await complaintsOf(page)).toEqual([])
    await page.unroute(previews)
    await page.route(previews, (route) => route.abort())
    await page.getByRole('radio', { name: /^HTML/ }).check()
    await page.getByRole('combobox', { name: 'In het' }).selectOption('en')
    await page.getByRole('alert').filter({ hasText: 'De server is nu niet te bereiken.' }).waitFor()
    await page.unroute(previews)
    await page.getByRole('button', { name: 'Probeer het voorbeeld opnieuw' }).press('Enter')
    await page.frameLocator('iframe').locator('html[lang^=en]').getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('alert').filter({ hasText: /\S/ }).count()).toBe(0)
  })

  it('stays when one follows its contents, and opens what it links to beside the board', async () => {
    const { page, context, open } = await openDialog()
    await context.route('https://**', (route) => route.fulfill({ body: 'elders', contentType: 'text/plain' }))
    await open()
    const preview = page.frameLocator('iframe')
    await preview.locator('nav a[href^="#"]').first().press('Enter')
    await preview.getByRole('heading', { level: 1 }).waitFor()
    const link = preview.locator('a[href^="https:"]').first()
    const opened = context.waitForEvent('page')
    await link.press('Enter')
    expect((await opened).url()).toBe(new URL((await link.getAttribute('href')) ?? '').href)
    await preview.getByRole('heading', { level: 1 }).waitFor()
  })
})
