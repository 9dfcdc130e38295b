import '../dialog-texts.ts'
import { itemSets } from '../../../shared/document/layout.ts'
import { useLanguage } from '../../ui/language.tsx'

const named = [
  'title',
  'body',
  'theme',
  'duty',
  'kind',
  'priority',
  'status',
  'struckReason',
  'reach',
  'transition',
  'owner',
  'deadlines',
  'links',
  'agreements',
  'indicators',
  'annexes',
  ...itemSets,
  'agendaTitle',
  'period',
  'themeName',
] as const

/** What people call a field of an item or of the agenda, from the key under which the document holds it. */
export function useFieldName(): (field: string) => string {
  const { t } = useLanguage()
  return (field) => t(`board.field.${named.find((known) => known === field.split('.')[0]) ?? 'other'}`)
}
