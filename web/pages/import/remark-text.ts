import type { ImportLine, ImportProblem, ImportWarning, Remark } from '../../../shared/import/imported-item.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { ImportResult, ImportSource } from './import-state.ts'

/** What there is to say of the lines of an import, in words. Items of another agenda go by their numbers. */
export function useRemarkText(kind: () => ImportSource['kind'] | undefined) {
  const { t } = useLanguage()
  const place = (line: number) => t(`imports.place.${kind() === 'export' ? 'item' : 'line'}`, line)
  const problem = ({ line, column, reason, value }: Remark<ImportProblem>) =>
    t('imports.remark', place(line), column, t(`imports.problem.${reason}`, value))
  const warning = ({ line, column, reason, value }: Remark<ImportWarning>) =>
    t('imports.remark', place(line), column, t(`imports.warning.${reason}`, value))
  const titleOf = ({ title }: ImportLine) => title || t('imports.preview.untitled')
  return {
    problem,
    warning,
    titleOf,
    /** All that there is to say of what came of it, as text to keep or send. */
    report: ({ name, lines, leftOut, written }: ImportResult): string => {
      const out = lines.filter(({ item, key }) => !item || leftOut.has(key))
      const clean = lines.filter(({ item, key, warnings }) => item && !leftOut.has(key) && warnings.length === 0)
      return [
        t('imports.done.from', name),
        t('imports.done.added', written.items.length),
        ...(out.length > 0 ? [t('imports.done.leftOut', out.length)] : []),
        '',
        ...lines.flatMap((line) => {
          if (!line.item)
            return [t('imports.done.outBecause', place(line.line), titleOf(line)), ...line.problems.map(problem)]
          if (leftOut.has(line.key)) return [t('imports.done.outBySelf', place(line.line), titleOf(line))]
          if (line.warnings.length === 0) return []
          return [t('imports.done.came', place(line.line), titleOf(line)), ...line.warnings.map(warning)]
        }),
        // What there is to look at comes first.
        ...(clean.length > 0 ? ['', t('imports.done.clean', clean.length)] : []),
        ...clean.map((line) => t('imports.done.came', place(line.line), titleOf(line))),
      ].join('\n')
    },
  }
}
