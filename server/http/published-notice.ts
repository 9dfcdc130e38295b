import type { Context } from 'hono'
import type { ExportLanguage } from '../../shared/export/formats.ts'
import { escaped } from '../../shared/export/html-text.ts'
import { publishedTexts } from '../../shared/export/published-page.ts'
import { prefersEnglish } from '../problem.ts'
import { documentPolicy } from './security.ts'

const statuses = {
  unknown: 404,
  withdrawn: 410,
  'too-fast': 429,
  busy: 503,
  'too-large': 507,
  unreadable: 503,
} as const
export type Notice = keyof typeof statuses

/** A page that says why there is no version to read, or no file of it. `page` is where the version itself is. */
export function notice(c: Context, kind: Notice, page?: string): Response {
  const language = languageOf(c)
  const texts = publishedTexts(language)
  const { title, text } = texts[kind]
  const leads = page === undefined ? '' : `<p><a href="${escaped(page)}">${escaped(texts.toPage)}</a></p>\n`
  const html = `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="robots" content="noindex, nofollow" />
<title>${escaped(title)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml" />
<link rel="stylesheet" href="/published.css" />
</head>
<body>
<main class="notice">
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
${leads}</main>
</body>
</html>
`
  return c.body(html, statuses[kind], {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': documentPolicy,
    'content-language': language,
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
  })
}

/** As asked for in the address; for a notice, which nobody gives the address of, else as the browser prefers. */
function languageOf(c: Context): ExportLanguage {
  const asked = c.req.query('language')
  return asked === 'en' || (asked === undefined && prefersEnglish(c.req.raw)) ? 'en' : 'nl'
}
