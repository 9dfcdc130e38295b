import type { ExportedDocument } from '../../../shared/export/document.ts'
import { exportWords } from '../../../shared/export/words.ts'
import { defaultAccent } from '../../../shared/house-style.ts'
import { xml } from '../xml.ts'

export const namespaces = Object.entries({
  office: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  style: 'urn:oasis:names:tc:opendocument:xmlns:style:1.0',
  draw: 'urn:oasis:names:tc:opendocument:xmlns:drawing:1.0',
  text: 'urn:oasis:names:tc:opendocument:xmlns:text:1.0',
  table: 'urn:oasis:names:tc:opendocument:xmlns:table:1.0',
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  svg: 'urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0',
  meta: 'urn:oasis:names:tc:opendocument:xmlns:meta:1.0',
  dc: 'http://purl.org/dc/elements/1.1/',
  xlink: 'http://www.w3.org/1999/xlink',
})
  .map(([name, place]) => `xmlns:${name}="${place}"`)
  .join(' ')

const ink = '#211e1a'
const subtle = '#5c564d'

/** The look of the document, as styles that whoever opens it can change in one place. */
export function stylesOf({ title, draft, locale, language, subtitle, style }: ExportedDocument): string {
  const accent = style?.accent ?? defaultAccent
  const [spoken, country] = locale.split('-')
  const { text } = exportWords(language)
  const edition = subtitle.find((line) => line.includes(text.draft)) ?? subtitle.at(-1) ?? ''
  const header = draft
    ? `${xml(title)}<text:tab/><text:span text:style-name="Mark">${xml(draft.mark.toUpperCase())}</text:span>`
    : xml(title)
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${namespaces} office:version="1.3">
<office:font-face-decls><style:font-face style:name="Source Sans 3" svg:font-family="'Source Sans 3', 'Source Sans Pro', Calibri, Carlito, sans-serif" style:font-family-generic="swiss"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" style:tab-stop-distance="1.25cm"/><style:text-properties style:font-name="Source Sans 3" fo:font-size="11pt" fo:color="${ink}" fo:language="${spoken}" fo:country="${country}"/></style:default-style>
<style:default-style style:family="table"/>
${named('Standard', { paragraph: 'fo:line-height="140%"' })}
${named('Text body', { paragraph: 'fo:margin-bottom="0.2cm"' })}
${named('Title', { text: 'fo:font-size="26pt" fo:font-weight="bold"', paragraph: 'fo:margin-top="0.4cm" fo:margin-bottom="0.3cm" fo:line-height="115%"' })}
${named('Subtitle', { text: `fo:font-size="12pt" fo:color="${subtle}"` })}
${named('Logo', { paragraph: 'fo:text-align="end" fo:margin-bottom="0.4cm"' })}
${named('Draft', { text: `fo:font-weight="bold" fo:color="${accent}"` })}
${heading(1, `fo:font-size="19pt" fo:color="${accent}"`, 'fo:margin-top="1cm" fo:margin-bottom="0.3cm"')}
${heading(2, 'fo:font-size="14pt"', 'fo:margin-top="0.8cm" fo:margin-bottom="0.2cm"')}
${heading(3, 'fo:font-size="11pt"', 'fo:margin-top="0.4cm" fo:margin-bottom="0.1cm"')}
${heading(4, `fo:font-size="11pt" fo:color="${subtle}"`, 'fo:margin-top="0.3cm" fo:margin-bottom="0.1cm"')}
${named('Quotations', { paragraph: `fo:margin-left="0.8cm" fo:margin-bottom="0.2cm" fo:padding-left="0.3cm" fo:border-left="1.5pt solid #857d70"` })}
${named('List item', { paragraph: 'fo:margin-bottom="0.08cm"' })}
${named('Table Contents', { text: 'fo:font-size="10pt"', paragraph: 'fo:line-height="125%"' })}
${named('Table Heading', { text: `fo:font-size="9pt" fo:font-weight="bold" fo:color="${subtle}"`, paragraph: 'fo:keep-with-next="always"' })}
${named('Fact', { text: 'fo:font-size="10pt"', paragraph: 'fo:line-height="125%"' })}
${named('Fact name', { text: `fo:font-size="10pt" fo:font-weight="bold" fo:color="${subtle}"`, paragraph: 'fo:line-height="125%"' })}
${named('After table', { text: 'fo:font-size="6pt"' })}
${named('Header', { text: `fo:font-size="9pt" fo:color="${subtle}"`, paragraph: '', tabs: true })}
${named('Footer', { text: `fo:font-size="9pt" fo:color="${subtle}"`, paragraph: '', tabs: true })}
${span('Strong', 'fo:font-weight="bold"')}${span('Emphasis', 'fo:font-style="italic"')}${span('Strong emphasis', 'fo:font-weight="bold" fo:font-style="italic"')}${span('Mark', `fo:font-weight="bold" fo:color="${accent}"`)}${span('Added', `fo:color="${accent}" style:text-underline-style="solid" style:text-underline-width="auto" style:text-underline-color="font-color"`)}${span('Removed', `fo:color="${subtle}" style:text-line-through-style="solid" style:text-line-through-type="single"`)}${span('Internet link', `fo:color="${accent}" style:text-underline-style="solid"`)}
${list('Bullets', (level) => `<text:list-level-style-bullet text:level="${level}" text:bullet-char="•">`, 'bullet')}
${list('Numbers', (level) => `<text:list-level-style-number text:level="${level}" style:num-format="1" style:num-suffix=".">`, 'number')}
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="1.5cm" fo:margin-bottom="1.5cm" fo:margin-left="2.8cm" fo:margin-right="2.5cm"/><style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.6cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.6cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Header">${header}</text:p></style:header><style:footer><text:p text:style-name="Footer">${xml(edition)}<text:tab/><text:page-number text:select-page="current">1</text:page-number></text:p></style:footer></style:master-page></office:master-styles>
</office:document-styles>`
}

function named(
  name: string,
  { text = '', paragraph = '', tabs = false }: { text?: string; paragraph?: string; tabs?: boolean },
): string {
  const stops = tabs
    ? '<style:tab-stops><style:tab-stop style:position="15.7cm" style:type="right"/></style:tab-stops>'
    : ''
  const parent = name === 'Standard' ? '' : ' style:parent-style-name="Standard"'
  return `<style:style style:name="${encoded(name)}" style:display-name="${name}" style:family="paragraph"${parent}><style:paragraph-properties ${paragraph}>${stops}</style:paragraph-properties><style:text-properties ${text}/></style:style>`
}

function heading(level: number, text: string, paragraph: string): string {
  const name = `Heading ${level}`
  return `<style:style style:name="${encoded(name)}" style:display-name="${name}" style:family="paragraph" style:parent-style-name="Standard" style:next-style-name="Text_20_body" style:default-outline-level="${level}"><style:paragraph-properties fo:keep-with-next="always" fo:line-height="120%" ${paragraph}/><style:text-properties fo:font-weight="bold" ${text}/></style:style>`
}

function span(name: string, text: string): string {
  return `<style:style style:name="${encoded(name)}" style:display-name="${name}" style:family="text"><style:text-properties ${text}/></style:style>`
}

/** Ten levels, as many as the format knows. */
function list(name: string, open: (level: number) => string, kind: 'bullet' | 'number'): string {
  const levels = Array.from({ length: 10 }, (_none, index) => {
    const indent = ((index + 1) * 0.6).toFixed(1)
    return `${open(index + 1)}<style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="${indent}cm" fo:text-indent="-0.6cm" fo:margin-left="${indent}cm"/></style:list-level-properties></text:list-level-style-${kind}>`
  })
  return `<text:list-style style:name="${name}">${levels.join('')}</text:list-style>`
}

function encoded(name: string): string {
  return name.replaceAll(' ', '_20_')
}
