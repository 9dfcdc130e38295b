import { type DocumentBlock, type ExportedDocument, headingText } from '../../../shared/export/document.ts'
import type { ExportLanguage } from '../../../shared/export/formats.ts'
import { splitLinks } from '../../../shared/export/web-links.ts'
import { exportWords } from '../../../shared/export/words.ts'
import { fitted, type HouseStyle, type Logo } from '../../../shared/house-style.ts'
import type { TextPart } from '../../../shared/version/text-difference.ts'
import { noTick, type Tick } from '../tick.ts'
import { xml } from '../xml.ts'
import { zipped } from '../zip.ts'
import { link, richTextToOdt } from './rich-text.ts'
import { namespaces, stylesOf } from './styles.ts'

const mimetype = 'application/vnd.oasis.opendocument.text'

/** The agenda as an OpenDocument text: headings, lists and tables in real styles, which a region can give a look of its own. */
export async function toOdt(document: ExportedDocument, tick: Tick = noTick): Promise<Uint8Array> {
  const at = new Date(document.at)
  const logo = document.style?.logo
  return zipped(
    [
      // First and not compressed, so that programs know the file by its first bytes.
      ['mimetype', mimetype],
      ['META-INF/manifest.xml', manifest(logo !== undefined)],
      ['meta.xml', meta(document, at)],
      ['styles.xml', stylesOf(document)],
      ['content.xml', await content(document, tick)],
      ...(logo ? [[picture, logo.png] as const] : []),
    ],
    at,
    { storeFirst: true },
  )
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

const picture = 'Pictures/logo.png'

const manifest = (
  hasPicture: boolean,
) => `${declaration}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mimetype}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>
<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>${hasPicture ? `\n<manifest:file-entry manifest:full-path="${picture}" manifest:media-type="image/png"/>` : ''}
</manifest:manifest>`

function meta({ title, subtitle, locale }: ExportedDocument, at: Date): string {
  return `${declaration}<office:document-meta ${namespaces} office:version="1.3"><office:meta>
<meta:generator>Ontwikkelagenda</meta:generator>
<dc:title>${xml(title)}</dc:title>
<dc:subject>${xml(subtitle.join(' · '))}</dc:subject>
<dc:language>${locale}</dc:language>
<dc:date>${at.toISOString().slice(0, 19)}</dc:date>
</office:meta></office:document-meta>`
}

async function content(
  { title, subtitle, draft, blocks, style, language }: ExportedDocument,
  tick: Tick,
): Promise<string> {
  const body = [
    ...(style?.logo ? [logoOf(style, style.logo, language)] : []),
    ...(draft
      ? [`<text:p text:style-name="Draft">${xml(`${draft.mark.toUpperCase()}. ${draft.meaning}`)}</text:p>`]
      : []),
    `<text:p text:style-name="Title">${xml(title)}</text:p>`,
    ...subtitle.map((line) => `<text:p text:style-name="Subtitle">${xml(line)}</text:p>`),
  ]
  for (const [index, block] of blocks.entries()) {
    await tick(index, blocks.length)
    body.push(toXml(block, index))
  }
  return `${declaration}<office:document-content ${namespaces} office:version="1.3">
<office:automatic-styles>${columnStyles(blocks)}</office:automatic-styles>
<office:body><office:text>
${body.join('\n')}
</office:text></office:body></office:document-content>`
}

function logoOf(style: HouseStyle, logo: Logo, language: ExportLanguage): string {
  const { width, height } = fitted(logo, { width: 6, height: 1.8 })
  const { text } = exportWords(language)
  return `<text:p text:style-name="Logo"><draw:frame draw:name="Logo" text:anchor-type="as-char" svg:width="${width.toFixed(2)}cm" svg:height="${height.toFixed(2)}cm"><draw:image xlink:href="${picture}" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/><svg:title>${xml(text.logoOf(style.region))}</svg:title></draw:frame></text:p>`
}

function toXml(block: DocumentBlock, index: number): string {
  switch (block.kind) {
    case 'heading': {
      const { level } = block
      return `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${xml(headingText(block))}</text:h>`
    }
    case 'paragraph':
      return paragraph('Text_20_body', block.text)
    case 'text':
      return richTextToOdt(block.text)
    case 'facts':
      return table(
        index,
        undefined,
        [
          ...block.rows.map(([name, value]) =>
            row([cell('Facts', 'Fact_20_name', name), cell('Facts', 'Fact', value)]),
          ),
        ],
        2,
      )
    case 'table':
      return table(
        index,
        block.title,
        [
          `<table:table-header-rows>${row(block.header.map((text) => cell('Head', 'Table_20_Heading', text)))}</table:table-header-rows>`,
          ...block.rows.map((cells) => row(cells.map((text) => cell('Cell', 'Table_20_Contents', text)))),
        ],
        block.header.length,
      )
    case 'difference':
      return `<text:p text:style-name="Text_20_body">${block.parts.map(changedWords).join('')}</text:p>`
  }
}

const changeStyles = { same: undefined, added: 'Added', removed: 'Removed' } as const

function changedWords({ text, change }: TextPart): string {
  const style = changeStyles[change]
  const words = xml(text)
    .replaceAll('\n', '<text:line-break/>')
    .replaceAll(/ {2,}/g, (spaces) => ` <text:s text:c="${spaces.length - 1}"/>`)
  return style ? `<text:span text:style-name="${style}">${words}</text:span>` : words
}

function table(index: number, title: string | undefined, rows: string[], columns: number): string {
  const name = `Table${index}`
  const widths = Array.from({ length: columns }, (_none, column) => {
    return `<table:table-column table:style-name="${name}.${column}"/>`
  })
  const described = title ? `<table:title>${xml(title)}</table:title>` : ''
  return `<table:table table:name="${name}" table:style-name="Whole">${described}${widths.join('')}${rows.join('')}</table:table>${paragraph('After_20_table', '')}`
}

function row(cells: string[]): string {
  return `<table:table-row>${cells.join('')}</table:table-row>`
}

function cell(style: string, text: string, content: string): string {
  const paragraphs = content.split('\n').map((line) => paragraph(text, line))
  return `<table:table-cell table:style-name="${style}" office:value-type="string">${paragraphs.join('')}</table:table-cell>`
}

function paragraph(style: string, text: string): string {
  return `<text:p text:style-name="${style}">${linked(text)}</text:p>`
}

function linked(text: string): string {
  return splitLinks(text)
    .map((part) => (part.link ? link(part.link, xml(part.text)) : xml(part.text)))
    .join('')
}

/** How wide the columns of each table are, and what the cells look like. */
function columnStyles(blocks: readonly DocumentBlock[]): string {
  const widths = blocks.flatMap((block, index) => {
    const shares = block.kind === 'facts' ? [1, 3.4] : block.kind === 'table' ? block.widths : []
    return shares.map(
      (share, column) =>
        `<style:style style:name="Table${index}.${column}" style:family="table-column"><style:table-column-properties style:rel-column-width="${Math.round(share * 1000)}*"/></style:style>`,
    )
  })
  const cells = (name: string, border: string) =>
    `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties fo:padding="0.12cm" fo:padding-left="0cm" fo:border="none" ${border}/></style:style>`
  return `<style:style style:name="Whole" style:family="table"><style:table-properties style:rel-width="100%" table:align="margins"/></style:style>
${cells('Facts', 'fo:padding-top="0.03cm" fo:padding-bottom="0.03cm"')}${cells('Head', 'fo:border-bottom="0.75pt solid #857d70"')}${cells('Cell', 'fo:border-bottom="0.5pt solid #ddd7cb"')}
${widths.join('')}`
}
