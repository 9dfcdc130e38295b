import type { ExportedDocument } from '../../../shared/export/document.ts'
import { exportWords } from '../../../shared/export/words.ts'
import type { Element, Page } from './page.ts'
import { colours, measure, sheet, type TextStyle } from './sheet.ts'

const style: TextStyle = { size: 10.5, leading: 18, colour: colours.ink }
const numberWidth = 32

export type Contents = {
  /** The heading of that block stands on the sheet that is being written. */
  begins: (block: number) => void
  /** Writes the page numbers, now that they are known. */
  end: () => void
}

/** The list of themes on the first sheet. Its places are taken at once, the page numbers follow at the end. */
export function writeContents(page: Page, root: Element, { blocks, language }: ExportedDocument): Contents {
  const { doc } = page
  const { text } = exportWords(language)
  const places = new Map<number, { element: Element; sheet: number; y: number; page: number | undefined }>()
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
    const element = doc.struct('TOCI')
    list.add(element)
    page.write(
      element,
      'TOCI',
      page.lines([{ text: block.text, cut: 'regular' }], style, measure - numberWidth),
      style,
      sheet.left,
    )
    places.set(index, { element, sheet: sheetOf(page), y: page.y - style.leading, page: undefined })
    page.rule(page.y, colours.line)
  }
  page.y += 14
  return {
    begins(block) {
      const place = places.get(block)
      if (place) place.page = sheetOf(page)
    },
    end() {
      for (const { element, y, sheet: on, page: number } of places.values()) {
        if (number !== undefined) {
          doc.switchToPage(on)
          const label = String(number + 1)
          const x = sheet.width - sheet.right - page.face.width(label, 'regular', style.size)
          page.put(element, 'TOCI', [[{ text: label, cut: 'regular' }]], titleStyle, x, y)
        }
        element.end()
      }
      list.end()
    },
  }
}

function sheetOf({ doc }: Page): number {
  const { start, count } = doc.bufferedPageRange()
  return start + count - 1
}
