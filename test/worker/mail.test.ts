import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Agenda } from '../../shared/api.ts'
import { makeId } from '../../shared/ids.ts'
import { post } from '../kit/http.ts'
import { type MailServer, startMailServer, textOf } from '../kit/mail-server.ts'
import { makeAgenda } from '../kit/server.ts'
import { codeIn, openWindow, tokenIn } from '../kit/window.ts'
import { startTestWorker, type TestWorker } from '../kit/worker.ts'

describe('on workerd: with a mail server', () => {
  let mails: MailServer
  let worker: TestWorker

  beforeAll(async () => {
    mails = await startMailServer()
    const vars = { DEMO: 'on', SMTP_URL: `smtp://127.0.0.1:${mails.port}`, MAIL_FROM: 'Agenda <agenda@regio.example>' }
    worker = await startTestWorker({ vars })
  }, 60_000)

  afterAll(async () => {
    await worker.stop()
    await mails.stop()
  })

  it('[S11] invitations, links and codes come by mail, sent by the alarm', async () => {
    const coordinator = await worker.signIn('coordinator')
    const agenda = await makeAgenda(worker, coordinator)
    const seated = await worker.ask(`/api/v1/agendas/${agenda}`, { as: coordinator })
    const [party] = ((await seated.json()) as Agenda).organisations
    const email = 'noor@gemeente.example'
    const wanted = { invitations: [{ id: makeId(), email }], organisation: party?.id, role: 'editor' }
    const invited = await post(worker, `/api/v1/agendas/${agenda}/invitations`, wanted, { as: coordinator })
    expect(invited.status).toBe(201)
    await mails.arrived(1)
    const [invitation] = mails.received
    if (!invitation) throw new Error('no mail came')
    expect(invitation).toMatchObject({ from: 'agenda@regio.example', to: email })
    const text = textOf(invitation)
    expect(text).toContain(`${worker.url}/sign-in/`)
    await openWindow(worker).comeIn({ token: tokenIn({ text }), name: 'Noor' })

    const window = openWindow(worker)
    await window.ask('POST', '/api/v1/session/link', { email })
    await mails.arrived(2)
    const [, signIn] = mails.received
    if (!signIn) throw new Error('no second mail came')
    const { me } = await window.comeIn({ email, code: codeIn({ text: textOf(signIn) }) })
    expect(me.name).toBe('Noor')
    expect((await worker.ask('/api/v1/outbox')).status).toBe(404)
  })
})
