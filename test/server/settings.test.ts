import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings } from '../../server/node/settings.ts'

const port = 'PORT must be a number from 0 to 65535, for example 8787'
const https = 'BASE_URL must start with https:// when it is not on this machine'

const proxies =
  'TRUSTED_PROXIES must be addresses or ranges with commas between them, for example 127.0.0.1, 10.0.0.0/8'
const mailServer = 'SMTP_URL must be a mail server, for example smtps://name:password@mail.example.nl:465'
const mailFrom = 'MAIL_FROM must be who mails come from, for example Ontwikkelagenda <agenda@example.nl>'

function mistakesIn(environment: Record<string, string>): string[] {
  const read = readSettings(environment)
  return read.ok ? [] : read.mistakes
}

describe('the settings', () => {
  it('need not be set: the demo then runs on this machine', () => {
    const read = readSettings({})
    expect(read.ok && { ...read.settings, baseUrl: read.settings.baseUrl.origin }).toEqual({
      port: 8787,
      host: '127.0.0.1',
      dataDirectory: join(process.cwd(), 'data'),
      baseUrl: 'http://localhost:8787',
      demo: true,
    })
  })

  it.each<[Record<string, string>, string]>([
    [{ PORT: 'acht' }, port],
    [{ PORT: '65536' }, port],
    [{ PORT: '-1' }, port],
    [{ PORT: '80.5' }, port],
    [{ PORT: '' }, port],
    [{ HOST: '' }, 'HOST must be an address to listen on, for example 127.0.0.1'],
    [{ DATA_DIR: '' }, 'DATA_DIR must be a folder to keep the agendas in'],
    [{ BASE_URL: 'agenda.example.nl' }, 'BASE_URL must be a whole address, for example https://agenda.example.nl'],
    [
      { BASE_URL: 'https://example.nl/agenda' },
      'BASE_URL must start with https:// (or http:// on this machine) and have no path',
    ],
    [
      { BASE_URL: 'ftp://example.nl' },
      'BASE_URL must start with https:// (or http:// on this machine) and have no path',
    ],
    [{ BASE_URL: 'http://agenda.example.nl' }, https],
    [{ DEMO: 'yes' }, 'DEMO must be "on" or "off"'],
    [{ TRUSTED_PROXIES: 'proxy.example' }, proxies],
    [{ TRUSTED_PROXIES: '10.0.0.0/99' }, proxies],
    [{ SMTP_URL: 'mail.example.nl' }, mailServer],
    [{ SMTP_URL: 'https://mail.example.nl' }, mailServer],
    [{ SMTP_URL: 'smtp://mail.example.nl', MAIL_FROM: 'Agenda' }, mailFrom],
    [
      { SMTP_URL: 'smtp://mail.example.nl' },
      'MAIL_FROM must be set beside SMTP_URL, for example Ontwikkelagenda <agenda@example.nl>',
    ],
  ])('name the mistake in %j', (environment, message) => {
    expect(mistakesIn(environment)).toContain(message)
  })

  it('tell where mails go, and whose word counts for where a request comes from', () => {
    const read = readSettings({
      SMTP_URL: 'smtps://board:secret@mail.example.nl',
      MAIL_FROM: 'Ontwikkelagenda <agenda@example.nl>',
      TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8',
    })
    expect(read.ok && read.settings).toMatchObject({
      smtp: { url: new URL('smtps://board:secret@mail.example.nl'), from: 'Ontwikkelagenda <agenda@example.nl>' },
      trustedProxies: ['127.0.0.1', '10.0.0.0/8'],
    })
  })

  it('name all mistakes at once', () => {
    expect(mistakesIn({ PORT: 'x', DEMO: 'x', HOST: '' })).toHaveLength(3)
  })

  it('[S1] refuse the demo where the network can reach it, and leave it off there by themselves', () => {
    expect(mistakesIn({ HOST: '0.0.0.0', DEMO: 'on' })).toEqual([
      'DEMO lets anyone in with one click, so HOST must be 127.0.0.1 while it is on',
    ])
    const read = readSettings({ HOST: '0.0.0.0' })
    expect(read.ok && read.settings.demo).toBe(false)
  })

  it('[S1] refuse the demo where it is not local, and leave it off there by themselves', () => {
    for (const BASE_URL of [
      'https://agenda.example.nl',
      'https://localhost.example.nl',
      'https://127.0.0.1.example.nl',
    ]) {
      expect(mistakesIn({ BASE_URL, DEMO: 'on' })).toEqual([
        'DEMO lets anyone in with one click, so it must be off when BASE_URL is not on this machine',
      ])
      const read = readSettings({ BASE_URL })
      expect(read.ok && read.settings.demo).toBe(false)
    }
    for (const BASE_URL of ['http://localhost:9000', 'http://127.0.0.1', 'http://[::1]:80']) {
      const read = readSettings({ BASE_URL })
      expect(read.ok && read.settings.demo).toBe(true)
    }
    const off = readSettings({ DEMO: 'off' })
    expect(off.ok && off.settings.demo).toBe(false)
  })
})

describe('the program', () => {
  it('does not start with a mistake in its settings: it says which, and ends with 2', async () => {
    const child = spawn(process.execPath, ['server/node.ts'], {
      cwd: join(import.meta.dirname, '../..'),
      env: { PATH: process.env.PATH, PORT: 'acht', DEMO: 'x' },
    })
    let [said, errors] = ['', '']
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString()
    })
    child.stderr.on('data', (data: Buffer) => {
      errors += data.toString()
    })
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(2)
    expect(errors).toBe(`The board cannot start with these settings:\n- ${port}\n- DEMO must be "on" or "off"\n`)
    expect(said).toBe('')
  })
})
