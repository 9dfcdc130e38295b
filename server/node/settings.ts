import { resolve } from 'node:path'
import * as v from 'valibot'
import { isLocal } from '../origin.ts'
import type { SmtpSettings } from '../smtp.ts'
import { isAddressRange } from './client-address.ts'

/** What can be set by environment. Every mistake has a message that says what to put there instead. */
export type Settings = {
  port: number
  host: string
  dataDirectory: string
  /** Where people reach the board; the first of the origins that its pages may have. */
  baseUrl: URL
  demo: boolean
  /** The proxies whose word is taken for the address of whoever asks. */
  trustedProxies?: readonly string[]
  /** A folder with the house styles of regions. */
  houseStyle?: string
  /** The mail server; without one mails are shown on this machine only. */
  smtp?: SmtpSettings
}

const schema = v.object({
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, 'PORT must be a number from 0 to 65535, for example 8787'),
      v.transform(Number),
      v.maxValue(65535, 'PORT must be a number from 0 to 65535, for example 8787'),
    ),
    '8787',
  ),
  HOST: v.optional(
    v.pipe(v.string(), v.minLength(1, 'HOST must be an address to listen on, for example 127.0.0.1')),
    '127.0.0.1',
  ),
  DATA_DIR: v.optional(v.pipe(v.string(), v.minLength(1, 'DATA_DIR must be a folder to keep the agendas in')), 'data'),
  BASE_URL: v.optional(
    v.pipe(
      v.string(),
      v.url('BASE_URL must be a whole address, for example https://agenda.example.nl'),
      v.regex(
        /^https?:\/\/[^/]+\/?$/,
        'BASE_URL must start with https:// (or http:// on this machine) and have no path',
      ),
    ),
  ),
  DEMO: v.optional(v.picklist(['on', 'off'], 'DEMO must be "on" or "off"')),
  TRUSTED_PROXIES: v.optional(
    v.pipe(
      v.string(),
      v.transform((list) => list.split(',').flatMap((range) => range.trim() || [])),
      v.everyItem(
        isAddressRange,
        'TRUSTED_PROXIES must be addresses or ranges with commas between them, for example 127.0.0.1, 10.0.0.0/8',
      ),
    ),
    '',
  ),
  HOUSE_STYLE: v.optional(
    v.pipe(v.string(), v.minLength(1, 'HOUSE_STYLE must be a folder with house-style.json, or be left out')),
  ),
  SMTP_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(isMailServer, 'SMTP_URL must be a mail server, for example smtps://name:password@mail.example.nl:465'),
      v.transform((url) => new URL(url)),
    ),
  ),
  MAIL_FROM: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^(?:[^<>\r\n"]+ <[^@\s<>]+@[^@\s<>]+>|[^@\s<>]+@[^@\s<>]+)$/,
        'MAIL_FROM must be who mails come from, for example Ontwikkelagenda <agenda@example.nl>',
      ),
    ),
  ),
})

/** Reads the settings, or names every mistake in them. */
export function readSettings(
  environment: Record<string, string | undefined>,
): { ok: true; settings: Settings } | { ok: false; mistakes: string[] } {
  const known = Object.fromEntries(Object.keys(schema.entries).map((name) => [name, environment[name]]))
  const result = v.safeParse(schema, known)
  if (!result.success) return { ok: false, mistakes: result.issues.map(({ message }) => message) }
  const { PORT, HOST, DATA_DIR, BASE_URL, DEMO, TRUSTED_PROXIES, SMTP_URL, MAIL_FROM, HOUSE_STYLE } = result.output
  const baseUrl = new URL(BASE_URL ?? `http://localhost:${PORT}`)
  const local = isLocal(baseUrl)
  const mistakes: string[] = []
  if (baseUrl.protocol === 'http:' && !local)
    mistakes.push('BASE_URL must start with https:// when it is not on this machine')
  if (DEMO === 'on' && !local)
    mistakes.push('DEMO lets anyone in with one click, so it must be off when BASE_URL is not on this machine')
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(HOST)
  if (DEMO === 'on' && !loopback)
    mistakes.push('DEMO lets anyone in with one click, so HOST must be 127.0.0.1 while it is on')
  if (SMTP_URL && !MAIL_FROM)
    mistakes.push('MAIL_FROM must be set beside SMTP_URL, for example Ontwikkelagenda <agenda@example.nl>')
  if (mistakes.length > 0) return { ok: false, mistakes }
  return {
    ok: true,
    settings: {
      port: PORT,
      host: HOST,
      dataDirectory: resolve(DATA_DIR),
      baseUrl,
      demo: DEMO ? DEMO === 'on' : local && loopback,
      ...(TRUSTED_PROXIES.length > 0 && { trustedProxies: TRUSTED_PROXIES }),
      ...(HOUSE_STYLE && { houseStyle: resolve(HOUSE_STYLE) }),
      ...(SMTP_URL && MAIL_FROM && { smtp: { url: SMTP_URL, from: MAIL_FROM } }),
    },
  }
}

function isMailServer(text: string): boolean {
  return URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== ''
}
