import type { ExportedDocument } from '../../../shared/export/document.ts'
import { exportWords } from '../../../shared/export/words.ts'
import type { Element, Page } from './page.ts'
import { colours, measure, sheet, type TextStyle } from './sheet.ts'

const style: TextStyle = { size: 10.5, leading: 18, colour: colours.ink }
const numberWidth = 32
/** A chapter begins so much above what is written under its heading, in points. */
const headingRoom = 44

export type Contents = {
  /** The heading of that block stands on the sheet that is being written. */
  begins: (block: number) => void
  /** Writes the page numbers, now that they are known. */
  end: () => void
}

/** An entry, and the chapter that it leads to: on which sheet it begins, once that is known. */
type Place = { entry: Element; link: Element; title: string; sheet: number; y: number; page: number | undefined }

/** The list of themes on the first sheet. Its places are taken at once, the page numbers follow at the end. */
export function writeContents(page: Page, root: Element, { blocks, language }: ExportedDocument): Contents {
  const { doc } = page
  const { text } = exportWords(language)
  const places = new Map<number, Place>()
  const themes = blocks.flatMap((block, index) =>
    block.kind === 'heading' && block.level === 1 ? [{ index, block }] : [],
  )
  if (themes.length < 2) return { begins: () => {}, end: () => {} }
  const title = doc.struct('P')
  root.add(title)
  const titleStyle = { ...style, colour: colours.subtle }
  page.write(
    title,
    'P',
    page.lines([{ text: text.contents, cut: 'semibold' }], titleStyle, measure),
    titleStyle,
    sheet.left,
  )
  title.end()
  const list = doc.struct('TOC')
  root.add(list)
  for (const { index, block } of themes) {
    const entry = doc.struct('TOCI')
    list.add(entry)
    const reference = doc.struct('Reference')
    entry.add(reference)
    const link = doc.struct('Link')
    reference.add(link)
    page.write(
      link,
      'Link',
      page.lines([{ text: block.text, cut: 'regular' }], style, measure - numberWidth),
      style,
      sheet.left,
    )
    const place = { entry, link, title: block.text, sheet: sheetOf(page), y: page.y - style.leading, page: undefined }
    places.set(index, place)
    page.rule(page.y, colours.line)
  }
  page.y += 14
  return {
    begins(block) {
      const place = places.get(block)
      if (!place) return
      place.page = sheetOf(page)
      doc.addNamedDestination(nameOf(block), 'XYZ', sheet.left, Math.max(page.y - headingRoom, 0), null)
    },
    end() {
      for (const [block, { entry, link, title, y, sheet: on, page: number }] of places) {
        if (number !== undefined) {
          doc.switchToPage(on)
          const label = String(number + 1)
          const x = sheet.width - sheet.right - page.face.width(label, 'regular', style.size)
          page.put(link, 'Link', [[{ text: label, cut: 'regular' }]], titleStyle, x, y)
          doc.goTo(sheet.left, y, measure, style.leading, nameOf(block), {
            structParent: link,
            Contents: new String(`${title}, ${label}`),
          } as never)
        }
        link.end()
        entry.end()
      }
      list.end()
    },
  }
}

function nameOf(block: number): string {
  return `chapter-${block}`
}

function sheetOf({ doc }: Page): number {
  const { start, count } = doc.bufferedPageRange()
  return start + count - 1
}
