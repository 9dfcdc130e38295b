import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../server/node/database.ts'
import type { Mail, SendMail } from '../../server/ports.ts'
import { type MailWay, Post } from '../../server/rooms/directory/post.ts'
import { type DirectoryStore, openDirectoryStore } from '../../server/store/directory-store.ts'
import { post } from '../kit/http.ts'
import { type MailServer, startMailServer, textOf } from '../kit/mail-server.ts'
import { removeFolder, startTestServer } from '../kit/server.ts'
import { codeIn, mailsTo, openWindow, tokenIn } from '../kit/window.ts'

const minute = 60_000
const mail: Mail = { to: 'noor@gemeente.example', subject: 'Onderwerp', text: 'De geheime tekst' }

describe('the post', () => {
  let now: number
  let waiting: number
  let logged: string[]
  let close: () => void
  let store: DirectoryStore['mails']
  let all: () => { state: string; mail: string }[]
  let office: Post

  beforeEach(() => {
    now = 1_000_000
    waiting = 0
    logged = []
    const opened = openDatabase(':memory:', { checkpoint: () => {} })
    close = opened.close
    store = openDirectoryStore(opened.database).mails
    all = () => opened.database.all('select state, mail from mails order by seq')
    office = makePost({ to: 'server', onWaiting: () => waiting++ })
  })

  afterEach(() => close())

  function makePost(way: MailWay): Post {
    const log = (level: string, event: string, details = {}) =>
      void logged.push(`${level} ${event} ${JSON.stringify(details)}`)
    return new Post(
      store,
      () => now,
      log,
      () => way,
    )
  }

  const refusing: SendMail = async () => {
    throw Object.assign(new Error(`451 <${mail.to}> later`), { code: 'EENVELOPE', responseCode: 451 })
  }

  it('[S11] keeps nobody awake for what waits when there is no mail server any more', () => {
    office.write(mail, now + 60 * minute)
    expect(makePost({ to: 'machine', print: () => {} }).nextAt).toBeUndefined()
    expect(office.nextAt).toBe(now)
  })

  it('[S11] sends what waits, once, and keeps nothing of what was in it', async () => {
    const sent: Mail[] = []
    office.write(mail, now + 60 * minute)
    expect([waiting, office.nextAt]).toEqual([1, now])
    const send: SendMail = async (letter) => void sent.push(letter)
    await Promise.all([office.sendDue(send), office.sendDue(send)])
    await office.sendDue(send)
    expect(sent).toEqual([mail])
    expect(all()).toEqual([{ state: 'sent', mail: '' }])
    expect(office.nextAt).toBeUndefined()
  })

  it('[S11] tries again after 1, 5, 30 minutes and longer, and gives up after the eighth try', async () => {
    office.write(mail, now + 1e12)
    const pauses: number[] = []
    for (let next = office.nextAt; next !== undefined; next = office.nextAt) {
      pauses.push((next - now) / minute)
      now = next
      await office.sendDue(refusing)
    }
    expect(pauses).toEqual([0, 1, 5, 30, 60, 120, 240, 480])
    expect(all()).toEqual([{ state: 'failed', mail: '' }])
    expect(logged).toHaveLength(8)
    expect(logged.at(-1)).toBe('error mail-not-sent {"mail":1,"tries":8,"cause":"EENVELOPE 451"}')
    expect(logged.join()).not.toContain('noor')
  })

  it('[S11] does not let one mail that is refused hold up the others', async () => {
    const sent: string[] = []
    office.write(mail, now + 60 * minute)
    office.write({ ...mail, to: 'tweede@gemeente.example' }, now + 60 * minute)
    await office.sendDue(async (letter) => {
      if (letter.to === mail.to) return refusing(letter)
      sent.push(letter.to)
    })
    expect(sent).toEqual(['tweede@gemeente.example'])
    expect(all().map(({ state }) => state)).toEqual(['waiting', 'sent'])
  })

  it('[S11] sends no mail that is of no use any more', async () => {
    const sent: Mail[] = []
    office.write(mail, now + 15 * minute)
    now += 16 * minute
    await office.sendDue(async (letter) => void sent.push(letter))
    expect(sent).toEqual([])
    expect(all()).toEqual([{ state: 'failed', mail: '' }])
  })

  it('[S5] writes a row for whom nobody knows as well, with nothing in it', () => {
    office.writeNone()
    expect(all()).toEqual([{ state: 'sent', mail: '' }])
    expect(waiting).toBe(1)
  })

  it('[S12] shows mails on this machine for a day', () => {
    const printed: Mail[] = []
    const local = makePost({ to: 'machine', print: (letter) => printed.push(letter) })
    local.write(mail, now + minute)
    expect([local.local(), printed]).toEqual([[{ at: new Date(now).toISOString(), ...mail }], [mail]])
    now += 24 * 60 * minute + 1
    expect(local.local()).toEqual([])
  })

  it('[S12] without a mail server on a public address keeps nothing, and says so in the log', () => {
    makePost({ to: 'nowhere' }).write(mail, now + minute)
    expect(all()).toEqual([{ state: 'failed', mail: '' }])
    expect(logged).toEqual(['error mail-goes-nowhere {}'])
  })
})

describe('with a mail server', () => {
  let mails: MailServer

  beforeEach(async () => {
    mails = await startMailServer()
  })

  afterEach(() => mails.stop())

  function settings() {
    const url = new URL(`smtp://127.0.0.1:${mails.port}`)
    return { demo: false, smtp: { url, from: 'Ontwikkelagenda <agenda@regio.example>' } }
  }

  it('[S11] the link and the code come by mail, and nowhere else', async () => {
    const said: string[] = []
    const server = await startTestServer({ settings: settings(), say: (text) => said.push(text) })
    try {
      const first = {
        email: 'eva@regio.example',
        region: 'R',
        organisation: 'Gemeente',
        organisationKind: 'municipality',
      }
      await openWindow(server).comeIn({ token: tokenIn({ text: said.join() }), name: 'Eva', first })
      const window = openWindow(server)
      const asked = await window.ask('POST', '/api/v1/session/link', { email: 'eva@regio.example' })
      expect(asked.status).toBe(202)
      await mails.arrived(1)
      const [received] = mails.received
      if (!received) throw new Error('no mail came')
      expect(received).toMatchObject({ from: 'agenda@regio.example', to: 'eva@regio.example' })
      expect(received.data).toMatch(/^From: Ontwikkelagenda <agenda@regio\.example>$/m)
      expect(received.data).toMatch(/^Auto-Submitted: auto-generated$/im)
      const { me } = await window.comeIn({ email: 'eva@regio.example', code: codeIn({ text: textOf(received) }) })
      expect(me.name).toBe('Eva')
      // Neither the page of this machine nor its terminal show what was sent.
      expect((await server.ask('/api/v1/outbox')).status).toBe(404)
      expect((await server.ask('/outbox')).status).toBe(404)
      expect(said).toHaveLength(1)
      await window.ask('POST', '/api/v1/session/link', { email: 'eva@regio.example' })
      await mails.arrived(2)
      await server.stop()
      // What was sent, and what a browser keeps, is in the database by its hash only.
      const { database, close } = openDatabase(join(server.folder, 'directory.sqlite'), { checkpoint: () => {} })
      const kept = ['tokens', 'sessions', 'mails', 'people'].flatMap((table) => database.all(`select * from ${table}`))
      close()
      const secrets = mails.received.map(textOf).flatMap((text) => [tokenIn({ text }), codeIn({ text })])
      const cookies = [...window.visitor().cookie.matchAll(/=([^;]+)/g)].map(([, value = '']) => value)
      expect([secrets.length, cookies.length, kept.length]).toEqual([4, 2, 8])
      for (const secret of [...secrets, ...cookies]) expect(JSON.stringify(kept)).not.toContain(secret)
    } finally {
      await removeFolder(server.folder)
    }
  })

  it('[S11] a mail that its server refused is sent after the next start', async () => {
    const said: string[] = []
    let passed = 0
    const options = { settings: settings(), say: (text: string) => said.push(text), clock: () => Date.now() + passed }
    mails.refuse(true)
    const server = await startTestServer(options)
    const first = {
      email: 'eva@regio.example',
      region: 'R',
      organisation: 'Gemeente',
      organisationKind: 'municipality',
    }
    await openWindow(server).comeIn({ token: tokenIn({ text: said.join() }), name: 'Eva', first })
    await post(server, '/api/v1/session/link', { email: 'eva@regio.example' })
    await expect.poll(() => server.logged).toContain('warn mail-not-sent')
    await server.stop()
    mails.refuse(false)
    passed = 2 * minute
    const again = await startTestServer({ ...options, folder: server.folder })
    await mails.arrived(1)
    expect(mails.received.map(({ to }) => to)).toEqual(['eva@regio.example'])
    await again.stop()
    await removeFolder(server.folder)
  })
})

describe('the outbox of this machine', () => {
  it('[S12] is there on this machine only: not behind a proxy, and not on a public address', async () => {
    const server = await startTestServer()
    const proxied = { headers: { 'x-forwarded-for': '203.0.113.7' } }
    expect(await mailsTo(server, 'niemand@gemeente.example')).toEqual([])
    expect((await server.ask('/outbox')).status).toBe(200)
    for (const path of ['/api/v1/outbox', '/outbox']) expect((await server.ask(path, proxied)).status).toBe(404)
    await server.stop()
    await removeFolder(server.folder)

    const elsewhere = await startTestServer({
      settings: { demo: false, baseUrl: new URL('https://agenda.example.nl') },
    })
    for (const path of ['/api/v1/outbox', '/outbox'])
      expect((await fetch(`http://127.0.0.1:${elsewhere.port}${path}`)).status).toBe(404)
    expect(elsewhere.logged).toContain('warn no-mail-server')
    await elsewhere.stop()
    await removeFolder(elsewhere.folder)
  })
})
