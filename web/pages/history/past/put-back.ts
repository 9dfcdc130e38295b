import type * as Y from 'yjs'
import { readField } from '../../../../shared/document/field.ts'
import { putBackField } from '../../../../shared/document/put-back.ts'
import { putBackWholeItem } from '../../../../shared/document/put-back-item.ts'
import type { ItemId } from '../../../../shared/ids.ts'
import { useAgenda } from '../../../live/open-agenda.ts'
import { useFormat } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { useFieldName } from '../../agenda/field-name.ts'

/** What people call a field, also those that have a name in the history alone. */
export function usePastFieldName(): (field: string) => string {
  const { t } = useLanguage()
  const fieldName = useFieldName()
  return (field) => (field === 'rank' || field === 'lineage' ? t(`history.field.${field}`) : fieldName(field))
}

/** Puts back what stood there in a document of the past, as one new change of mine, with a way back. */
export function usePutBack() {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const format = useFormat()
  const toast = useToast()
  const fieldName = usePastFieldName()

  const inOneStep = (put: () => string[]) => {
    agenda.undo.boundary()
    const fields = put()
    // What is written next is undone apart from this.
    agenda.undo.boundary()
    toast(
      fields.length > 0
        ? {
            text: t('past.item.isPutBack', format.list(fields.map(fieldName))),
            action: { label: t('past.item.undo'), icon: 'undo', run: () => agenda.undo.undo() },
          }
        : { text: t('history.cannotPutBack') },
    )
  }
  return {
    all: (past: Y.Doc, item: ItemId) => inOneStep(() => putBackWholeItem(agenda.doc, past, item)),
    field: (past: Y.Doc, item: ItemId, field: string) =>
      inOneStep(() => (putBackField(agenda.doc, item, field, readField(past, item, field)) ? [field] : [])),
  }
}
