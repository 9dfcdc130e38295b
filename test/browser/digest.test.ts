import type { Page } from 'playwright'
import { expect, it } from 'vitest'
import { type AgendaId, makeId } from '../../shared/ids.ts'
import { openWindow } from '../kit/browser.ts'
import { makeAgenda, startTestServer } from '../kit/server.ts'
import { useStage } from '../kit/stage.ts'
import { mailsTo, openWindow as openHttpWindow, tokenIn } from '../kit/window.ts'

let said = ''
/** A Wednesday in November, ten in the morning in the Netherlands; it goes on from there, and can be put forward. */
const start = Date.parse('2026-11-25T09:00:00Z')
const began = Date.now()
let forward = 0
const now = () => start + (Date.now() - began) + forward

const stage = useStage(() =>
  startTestServer({ settings: { demo: false }, clock: now, say: (text) => (said += `${text}\n`) }),
)
const parent = 'mo@ouders.nl'

type HttpWindow = ReturnType<typeof openHttpWindow>

async function beginRegion(): Promise<{ coordinator: HttpWindow; agenda: AgendaId }> {
  const coordinator = openHttpWindow(stage.server)
  await coordinator.comeIn({
    token: tokenIn({ text: said }),
    name: 'Carla Berg',
    first: {
      email: 'carla@swv.nl',
      region: 'Waterland',
      organisation: 'SWV Waterland',
      organisationKind: 'alliance',
    },
  })
  return { coordinator, agenda: await makeAgenda(stage.server, coordinator.visitor(), 'template') }
}

async function inviteParent(coordinator: HttpWindow, agenda: AgendaId): Promise<string> {
  const organisation = { id: makeId(), name: 'Ouderplatform Waterland', short: 'Ouders', kind: 'parent-organisation' }
  const ask = (path: string, body: object) => coordinator.ask('POST', `/api/v1/agendas/${agenda}/${path}`, body)
  await ask('organisations', { organisations: [organisation] })
  const invitations = [{ id: makeId(), email: parent }]
  await ask('invitations', { invitations, organisation: organisation.id, role: 'commenter' })
  return tokenIn((await mailsTo(stage.server, parent))[0] ?? { text: '' })
}

/** Puts the clock forward, and lets the post look at it: it wakes at every link that is asked for. */
async function later(milliseconds: number): Promise<void> {
  forward += milliseconds
  await stage.server.ask('/api/v1/session/link', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'carla@swv.nl' }),
  })
}

const digests = async () => (await mailsTo(stage.server, parent)).filter(({ text }) => text.includes('/stop/'))
const hour = 3_600_000
const thread = (page: Page, words: string) => page.locator('.oa-thread').filter({ hasText: words })

async function answer(page: Page, words: string, reason: string): Promise<void> {
  await thread(page, words).getByRole('button', { name: 'Zeg wat u ermee doet' }).click()
  await page.getByRole('radio', { name: 'Deels overgenomen' }).check()
  await page.getByRole('textbox', { name: 'Leg uit waarom' }).fill(reason)
  await page.getByRole('button', { name: 'Plaats antwoord' }).click()
  await thread(page, words).locator('.oa-answer').getByText(reason).waitFor()
}

async function comment(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Uw reactie' }).fill(words)
  await page.getByRole('button', { name: 'Plaats reactie' }).click()
  await thread(page, words).first().waitFor()
}

it('[M2] a parent finds the answer in the mail of the next morning, goes to the item by it, and stops the mails', {
  timeout: 120_000,
}, async () => {
  const { coordinator, agenda } = await beginRegion()
  const link = await inviteParent(coordinator, agenda)
  const hers = await openWindow(stage.browser, `${stage.server.url}/sign-in/${link}`)
  const { page } = hers
  await page.getByLabel('Uw naam').fill('Mo Amrani')
  await page.getByRole('button', { name: 'Doe mee' }).click()
  await page.waitForURL(/\/agenda\//)
  await page.locator('.oa-card a').first().click()
  await page.waitForURL(/\/punt\//)
  const item = page.url()
  await comment(page, 'Wie belt ons terug?')

  const chair = await openWindow(stage.browser, stage.server.url)
  await chair.context.addCookies(
    coordinator
      .visitor()
      .cookie.split('; ')
      .map((cookie) => {
        const [name = '', value = ''] = cookie.split('=')
        return { name, value, url: stage.server.url }
      }),
  )
  await chair.page.goto(item)
  await answer(chair.page, 'Wie belt ons terug?', 'Er komt een vaste contactpersoon.')
  await thread(page, 'Wie belt ons terug?').locator('.oa-answer').getByText('Deels overgenomen').waitFor()
  // What somebody saw at the board is in no mail any more: the next answer comes when the parent has left.
  await comment(page, 'Ook in de vakantie?')
  await page.goto('about:blank')
  await answer(chair.page, 'Ook in de vakantie?', 'Ja, het hele jaar.')

  expect(await digests()).toEqual([])
  await later(20 * hour)
  await later(2 * hour)
  await expect.poll(async () => (await digests()).length).toBe(1)
  const [mail] = await digests()
  expect(mail?.text).toContain('Ja, het hele jaar.')
  const links = [...(mail?.text.matchAll(/https?:\/\/\S+/g) ?? [])].map(([address]) => new URL(address).pathname)
  const toItem = links.find((path) => path.includes('/punt/')) ?? ''
  expect(toItem).toBe(new URL(item).pathname)
  await page.goto(stage.server.url + toItem)
  await thread(page, 'Ook in de vakantie?').locator('.oa-answer').getByText('Ja, het hele jaar.').waitFor()

  // Opening the page stops nothing, since mail scanners open links too; its button does, without signing in.
  const elsewhere = await openWindow(
    stage.browser,
    stage.server.url + (links.find((path) => path.startsWith('/stop/')) ?? ''),
  )
  await elsewhere.page.getByRole('heading', { level: 1 }).waitFor()
  const settings = async () => {
    const answer = await page.request.get(`${stage.server.url}/api/v1/me/settings`)
    return ((await answer.json()) as { digest: string }).digest
  }
  expect(await settings()).toBe('daily')
  await elsewhere.page.getByRole('main').getByRole('button').click()
  await elsewhere.page.getByRole('heading', { level: 1, name: 'U krijgt geen mails meer' }).waitFor()
  await expect.poll(settings).toBe('none')

  await comment(page, 'En in het weekend?')
  await page.goto('about:blank')
  await answer(chair.page, 'En in het weekend?', 'Ook dan.')
  await later(10 * 24 * hour)
  await later(hour)
  // Carla's own mails show that the post went round.
  await expect.poll(async () => (await mailsTo(stage.server, 'carla@swv.nl')).length).toBeGreaterThan(0)
  expect(await digests()).toEqual([])
  for (const { context, complaints } of [hers, chair, elsewhere]) {
    expect(complaints).toEqual([])
    await context.close()
  }
})
