import { published as english } from '../messages/en/published.ts'
import { published as dutch, type PublishedTexts } from '../messages/nl/published.ts'
import type { PublishedVersion } from '../publication.ts'
import { toDocument } from './document.ts'
import { type ExportFormat, type ExportLanguage, exportFormatNames } from './formats.ts'
import { toHtml } from './html.ts'
import { escaped, plain } from './html-text.ts'
import type { ExportedAgenda } from './model.ts'
import { type ExportWords, exportWords } from './words.ts'

/** What the page of a version says beside the version itself, and where it stands. */
export type PublishedPage = Omit<PublishedVersion, 'agenda'> & {
  /** Its address: that of the board, and the path there. */
  origin: string
  path: string
}

/** What files are called for people. */
const names: Partial<Record<ExportFormat, string>> = { md: 'Markdown', ics: 'iCalendar' }

export function publishedTexts(language: ExportLanguage): PublishedTexts {
  return language === 'en' ? english : dutch
}

/** A version that everyone may read, as a page: the document, how to take it along, and how to check it (rule V21). */
export function toPublishedPage(agenda: ExportedAgenda, page: PublishedPage, language: ExportLanguage): string {
  const words = exportWords(language)
  const texts = publishedTexts(language)
  const document = toDocument(agenda, language)
  const hash = agenda.edition.kind === 'version' ? agenda.edition.hash : ''
  // The hash has a place of its own, with what it is for.
  const subtitle = document.subtitle.filter((line) => line !== words.text.hash(hash))
  return toHtml(
    { ...document, subtitle },
    {
      region: agenda.region,
      head: headOf(agenda, page, words, texts),
      before: beforeOf(page, language, texts),
      after: afterOf(page, hash, words, texts),
    },
  )
}

function headOf(
  agenda: ExportedAgenda,
  { origin, path, indexed }: PublishedPage,
  words: ExportWords,
  texts: PublishedTexts,
): string {
  const address = `${origin}${path}`
  const own = words.language === 'en' ? `${address}?language=en` : address
  const description = texts.description(words.title(agenda), agenda.region, words.edition(agenda))
  const meta = (kind: 'name' | 'property', name: string, content: string) =>
    `<meta ${kind}="${name}" content="${plain(content)}" />\n`
  const link = (rel: string, href: string, language: string) =>
    `<link rel="${rel}" href="${escaped(href)}"${language && ` hreflang="${language}"`} />\n`
  return [
    link('canonical', own, ''),
    link('alternate', address, 'nl'),
    link('alternate', `${address}?language=en`, 'en'),
    meta('name', 'description', description),
    indexed ? '' : meta('name', 'robots', 'noindex, nofollow'),
    meta('property', 'og:type', 'article'),
    meta('property', 'og:title', words.title(agenda)),
    meta('property', 'og:description', description),
    meta('property', 'og:url', own),
    meta('property', 'og:locale', words.locale.replace('-', '_')),
  ].join('')
}

function beforeOf({ path, remark }: PublishedPage, language: ExportLanguage, texts: PublishedTexts): string {
  const query = language === 'en' ? '?language=en' : ''
  const files = exportFormatNames.map((format) =>
    // This page is that form.
    format === 'html'
      ? ''
      : `<li><a href="${escaped(`${path}/${format}${query}`)}">${names[format] ?? format.toUpperCase()}</a></li>\n`,
  )
  const [other, otherQuery] = language === 'en' ? ['nl', ''] : ['en', '?language=en']
  return `${remark === undefined ? '' : `<p dir="auto"><strong>${escaped(texts.remark)}</strong> ${escaped(remark)}</p>\n`}<div class="take">
<h2 id="take">${escaped(texts.take)}</h2>
<ul aria-labelledby="take">
${files.join('')}</ul>
</div>
<p class="take"><a href="${escaped(path)}${otherQuery}" hreflang="${other}" lang="${other}">${escaped(texts.otherLanguage)}</a></p>
`
}

function afterOf(
  { path, names, since }: PublishedPage,
  hash: string,
  { dayOf }: ExportWords,
  texts: PublishedTexts,
): string {
  const check = `<a href="${escaped(`${path}/check`)}">${escaped(texts.check)}</a>`
  return `<h2>${escaped(texts.heading)}</h2>
<p>${escaped(texts.since(dayOf(since)))}${names ? '' : ` ${escaped(texts.withoutNames)}`}</p>
<p>${escaped(texts.hash)} <code>${hash}</code></p>
<p>${escaped(texts.checkMeaning)}</p>
<ul>
<li>${check}${names ? '' : `. ${escaped(texts.checkWithoutNames)}`}</li>
<li><a href="/verify-version.mjs">${escaped(texts.script)}</a></li>
</ul>
<p>${escaped(texts.checkHow)} <code>node verify-version.mjs version.json</code></p>
`
}
