import type { ImportTable } from '../../../../shared/import/table.ts'
import { makeCount, toCellText } from './cell-text.ts'
import { readStyles } from './number-format.ts'
import { readSheet } from './sheet.ts'
import { unpack } from './unpack.ts'
import { readXml } from './xml.ts'

const workbookPart = 'xl/workbook.xml'
const relationsPart = 'xl/_rels/workbook.xml.rels'

/** The sheets of a workbook that can be seen and say something, in their order. Throws when it is no workbook. */
export function readXlsx(file: Uint8Array): ImportTable[] {
  const parts = unpack(file, (name) => name.startsWith('xl/') && /\.(?:xml|rels)$/.test(name) && !unread.test(name))
  const text = (name: string) => {
    const bytes = parts.get(name)
    return bytes && new TextDecoder().decode(bytes)
  }
  const [workbook, relations] = [text(workbookPart), text(relationsPart)]
  if (workbook === undefined || relations === undefined) throw new Error('not a workbook')
  const { sheets, isFrom1904 } = readWorkbook(workbook)
  const targets = readRelations(relations)
  const partOf = (type: string) => targets.find((target) => target.type === type)?.part ?? ''
  const [shared, styles] = [text(partOf('sharedStrings')), text(partOf('styles'))]
  const known = {
    texts: shared ? readTexts(shared) : [],
    styles: styles ? readStyles(styles) : [],
    isFrom1904,
    count: makeCount(),
  }
  return sheets.flatMap(({ name, relation }) => {
    const sheet = text(targets.find(({ id }) => id === relation)?.part ?? '')
    const rows = sheet === undefined ? [] : readSheet(sheet, known)
    return rows.length > 0 ? [{ name, rows }] : []
  })
}

/** Pictures, what formulas were reckoned with, and the like. */
const unread = /^xl\/(?:theme|drawings|charts|media|calcChain|externalLinks|pivot|vba|comments|threadedComments)/

function readWorkbook(xml: string): { sheets: { name: string; relation: string }[]; isFrom1904: boolean } {
  const sheets: { name: string; relation: string }[] = []
  let isFrom1904 = false
  readXml(xml, {
    open(name, attributes) {
      if (name === 'workbookPr') isFrom1904 = /^(?:1|true)$/.test(attributes().date1904 ?? '')
      if (name !== 'sheet') return
      const { name: title = '', id = '', state = 'visible' } = attributes()
      if (state === 'visible') sheets.push({ name: title, relation: id })
    },
  })
  return { sheets, isFrom1904 }
}

function readRelations(xml: string): { id: string; type: string; part: string }[] {
  const found: { id: string; type: string; part: string }[] = []
  readXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const { Id = '', Type = '', Target = '' } = attributes()
      const part = Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part })
    },
  })
  return found
}

/** The texts that cells refer to by number; how a word is to be pronounced is no part of them. */
function readTexts(xml: string): string[] {
  const texts: string[] = []
  let [isInText, isInSound] = [false, false]
  readXml(xml, {
    open(name) {
      if (name === 'si') texts.push('')
      if (name === 'rPh') isInSound = true
      if (name === 't') isInText = true
    },
    text(text) {
      if (isInText && !isInSound) texts.push((texts.pop() ?? '') + text)
    },
    close(name) {
      if (name === 'rPh') isInSound = false
      if (name === 't') isInText = false
    },
  })
  return texts.map(toCellText)
}
