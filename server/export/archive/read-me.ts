import { type ExportLanguage, exportFileName, exportFormatNames, exportTables } from '../../../shared/export/formats.ts'
import type { ExportedAgenda } from '../../../shared/export/model.ts'
import { exportWords } from '../../../shared/export/words.ts'
import { archive as english } from '../../../shared/messages/en/archive.ts'
import { archive as dutch } from '../../../shared/messages/nl/archive.ts'
import type { Version } from '../../../shared/version/version.ts'

export type ReadMe = {
  agenda: ExportedAgenda
  language: ExportLanguage
  version: Version
  /** The name of the file that holds all of the version. */
  whole: string
}

export function archiveTexts(language: ExportLanguage): typeof dutch {
  return language === 'en' ? english : dutch
}

/** What the package is, what is in it, how to check it: for who finds it in twenty years. */
export function readMe({ agenda, language, version, whole }: ReadMe): string {
  const text = archiveTexts(language)
  const { title, dayOf } = exportWords(language)
  const heading = text.title(title(agenda), version.number)
  const part = (head: string, lines: readonly string[]) => ['', head, '-'.repeat(head.length), ...lines]
  const forms = exportFormatNames.flatMap((format) =>
    format === 'csv'
      ? exportTables.map((table) => ({ name: exportFileName(agenda, format, table), text: text.files[table] }))
      : { name: exportFileName(agenda, format), text: text.files[format] },
  )
  const rest = [
    { name: whole, text: text.version },
    { name: 'verify-version.mjs', text: text.script },
    { name: '*.mdto.xml', text: text.metadata },
    { name: 'SHA256SUMS', text: text.sums },
  ]
  const lines = [
    heading,
    '='.repeat(heading.length),
    '',
    text.intro(dayOf(version.metadata.at)),
    '',
    ...(agenda.region ? [text.region(agenda.region)] : []),
    text.hash(version.hash),
    ...part(text.filesHead, [...forms, ...rest].map(text.line)),
    ...part(text.checkHead, [...text.check, `    node verify-version.mjs ${whole}`]),
    ...part(text.toFillHead, [text.toFill]),
  ]
  return `${lines.join('\n')}\n`
}
