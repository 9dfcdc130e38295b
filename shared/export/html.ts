import { asRegionKey } from '../region-key.ts'
import type { TextPart } from '../version/text-difference.ts'
import { type DocumentBlock, type ExportedDocument, headingText } from './document.ts'
import { toRichHtml } from './html-rich-text.ts'
import { escaped, lines, plain } from './html-text.ts'
import { type ExportWords, exportWords } from './words.ts'

/** What a page on the web says around the document, as HTML: nothing of it is in the document itself. */
export type HtmlFrame = {
  /** Of which region it is: its house style applies (tokens.css). */
  region?: string
  /** More for the head. */
  head?: string
  /** Under the title, and under the text. */
  before?: string
  after?: string
}

/** Served beside the app: its address is one of the board that gives the document. */
const stylesheet = '/published.css'
/** Tokens of regions; after those of the board, which it changes. */
const houseStyles = '/huisstijl.css'

type Heading = Extract<DocumentBlock, { kind: 'heading' }>
type Item = { id: string; heading: Heading; blocks: DocumentBlock[] }
type Chapter = { id: string; heading?: Heading; blocks: DocumentBlock[]; items: Item[] }

/**
 * The agenda as a page to read in a browser: whole, well formed (also as XML), without a script, an inline style or
 * anything from elsewhere. No text can become markup (rule X7).
 */
export function toHtml(document: ExportedDocument, frame: HtmlFrame = {}): string {
  const { region, head = '', before = '', after = '' } = frame
  const { language, locale, title, subtitle, draft, blocks } = document
  const words = exportWords(language)
  const { text } = words
  const chapters = toChapters(blocks)
  return `<!DOCTYPE html>
<html lang="${escaped(locale)}"${region ? ` data-region="${escaped(asRegionKey(region))}"` : ''}>
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>${plain(draft ? `${title} (${draft.mark})` : title)}</title>
${head}<link rel="icon" href="/icon.svg" type="image/svg+xml" />
<link rel="stylesheet" href="${stylesheet}" />
${region ? `<link rel="stylesheet" href="${houseStyles}" />\n` : ''}</head>
<body>
<a class="skip" href="#content">${escaped(text.skip)}</a>
<header class="head">
<p class="kicker">${escaped(text.kicker)}</p>
<h1 dir="auto">${escaped(title)}</h1>
<ul class="about">${subtitle.map((line) => `<li dir="auto">${lines(line)}</li>`).join('')}</ul>
${draft ? `<p class="draft"><strong>${escaped(draft.mark)}</strong> ${escaped(draft.meaning)}</p>\n` : ''}${before}</header>
<div class="sheet">
${contentsOf(chapters, text.contents)}<main id="content" tabindex="-1">
${chapters.map((chapter) => chapterOf(chapter, words)).join('')}</main>
</div>
${after && `<footer class="foot">\n${after}</footer>\n`}</body>
</html>
`
}

/** The blocks under the headings that they stand under, each with an address of its own. */
function toChapters(blocks: readonly DocumentBlock[]): Chapter[] {
  const taken = new Set<string>()
  const idOf = (name: string): string => {
    let id = name
    for (let again = 2; taken.has(id); again += 1) id = `${name}-${again}`
    taken.add(id)
    return id
  }
  const chapters: Chapter[] = [{ id: '', blocks: [], items: [] }]
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level === 1) {
      chapters.push({ id: `part-${chapters.length}`, heading: block, blocks: [], items: [] })
      continue
    }
    const chapter = chapters.at(-1)
    if (block.kind === 'heading' && block.level === 2) {
      const id = idOf(block.number === undefined ? 'item' : `item-${block.number}`)
      chapter?.items.push({ id, heading: block, blocks: [] })
    } else {
      const under = chapter?.items.at(-1) ?? chapter
      under?.blocks.push(block)
    }
  }
  return chapters
}

function contentsOf(chapters: readonly Chapter[], name: string): string {
  const entries = chapters.map(({ id, heading, items }) => {
    const inside = items.map((item) => `<li>${linkTo(item)}</li>\n`).join('')
    if (!heading) return inside
    return `<li>${linkTo({ id, heading })}${inside && `\n<ul>\n${inside}</ul>`}</li>\n`
  })
  const list = entries.join('')
  return (
    list &&
    `<nav class="contents" aria-labelledby="contents">\n<h2 id="contents">${escaped(name)}</h2>\n<ol>\n${list}</ol>\n</nav>\n`
  )
}

function linkTo({ id, heading }: { id: string; heading: Heading }): string {
  return `<a href="#${id}"><bdi>${escaped(headingText(heading))}</bdi></a>`
}

function chapterOf({ id, heading, blocks, items }: Chapter, words: ExportWords): string {
  const inside =
    blocks.map((block) => blockOf(block, words)).join('') + items.map((item) => itemOf(item, words)).join('')
  if (!heading) return inside
  const title = `<h2 id="${id}" tabindex="-1" dir="auto">${escaped(headingText(heading))}</h2>`
  return `<section class="chapter" aria-labelledby="${id}">\n${title}\n${inside}</section>\n`
}

function itemOf({ id, heading, blocks }: Item, words: ExportWords): string {
  const number = heading.number === undefined ? '' : `<span class="number">${heading.number}.</span> `
  const title = `<h3 id="${id}" tabindex="-1">${number}<bdi>${escaped(heading.text)}</bdi></h3>`
  const inside = blocks.map((block) => blockOf(block, words)).join('')
  return `<article class="item" aria-labelledby="${id}">\n${title}\n${inside}</article>\n`
}

function blockOf(block: DocumentBlock, { text }: ExportWords): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1} dir="auto">${escaped(headingText(block))}</h${block.level + 1}>\n`
    case 'paragraph':
      return `<p dir="auto">${lines(block.text)}</p>\n`
    case 'text':
      return `<div class="text">\n${toRichHtml(block.text)}</div>\n`
    case 'facts':
      return block.rows.length === 0 ? '' : `<dl class="facts">\n${block.rows.map(factOf).join('')}</dl>\n`
    case 'table':
      return tableOf(block)
    case 'difference':
      return `<p class="difference" dir="auto">${block.parts.map((part) => partOf(part, text)).join('')}</p>\n`
  }
}

function factOf([name, value]: readonly [string, string]): string {
  return `<div><dt>${escaped(name)}</dt><dd dir="auto">${lines(value)}</dd></div>\n`
}

/** Words that came or went; who cannot see the mark, hears it. */
function partOf({ text, change }: TextPart, { wordsAdded, wordsRemoved }: ExportWords['text']): string {
  const words = escaped(text)
  if (change === 'same') return words
  const [name, said] = change === 'added' ? ['ins', wordsAdded] : ['del', wordsRemoved]
  return `<${name}><span class="said">${escaped(said)} </span>${words}</${name}>`
}

/** Roles are written out, since on a narrow page the rows become blocks, at which some browsers forget what they are. */
function tableOf({ title, header, widths, rows }: Extract<DocumentBlock, { kind: 'table' }>): string {
  const head = header.map((name) => `<th scope="col" role="columnheader">${escaped(name)}</th>`).join('')
  const cell = (value: string, index: number) => {
    const rest = `dir="auto" data-label="${escaped(header[index] ?? '')}">${lines(value)}`
    return index === 0 ? `<th scope="row" role="rowheader" ${rest}</th>` : `<td role="cell" ${rest}</td>`
  }
  const whole = widths.reduce((sum, width) => sum + width, 0)
  // The page may not style by itself: its style knows shares in steps of five.
  const columns = widths.map((width) => `<col class="w-${Math.max(1, Math.round((20 * width) / whole)) * 5}" />`)
  const body = rows.map((row) => `<tr role="row">${row.map(cell).join('')}</tr>\n`).join('')
  return `<table role="table">
<caption>${escaped(title)}</caption>
<colgroup>${columns.join('')}</colgroup>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">
${body}</tbody>
</table>
`
}
