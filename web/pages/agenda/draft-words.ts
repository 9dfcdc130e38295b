import type { Day } from '../../../shared/date.ts'
import type { ItemId, OrganisationId, PersonId } from '../../../shared/ids.ts'
import type { LegalBasis, Principle, Priority, Reach, Sector, Status } from '../../../shared/item.ts'
import { type Draft, useAgenda } from '../../live/open-agenda.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useBoard } from '../board/board-state.tsx'

/** A refused value as people read it: what the document holds as a code, an id or a day is put in words. */
export function useDraftWords(): (draft: Draft) => string {
  const agenda = useAgenda()
  const { parties, themeName, itemName } = useBoard()
  const { t } = useLanguage()
  const format = useFormat()

  // A code that is not known gives no text: then what stands there is all there is to show.
  const part = (field: string, value: string): string | undefined => {
    switch (field) {
      case 'priority':
        return t(`words.priority.${value as Priority}`)
      case 'status':
        return t(`words.status.${value as Status}`)
      case 'duty':
        return t(`words.duty.${value as 'joint'}`)
      case 'kind':
        return t(`words.kind.${value as 'other-subject'}`)
      case 'reach':
        return t(`words.reach.${value as Reach}`)
      case 'transition':
      case 'sectors':
        return t(`words.sector.${value as Sector}`)
      case 'theme':
        return themeName(value)
      case 'legalBasis':
        return t(`words.legalBasis.${value as LegalBasis}`)
      case 'principles':
        return t(`words.principle.${value as Principle}`)
      case 'plans':
        return agenda.record.plans.find(({ id }) => id === value)?.name
      case 'related':
        return agenda.text.items[value as ItemId]?.title || itemName(value as ItemId)
      default:
        if (/^\d{4}-\d\d-\d\d$/.test(value)) return format.day(value as Day)
        return parties.organisation(value as OrganisationId)?.name ?? parties.member(value as PersonId)?.name
    }
  }
  return ({ field, text, isTakenOut }) => {
    if (texts.includes(field)) return text
    const words = text
      .split(separator)
      .map((value) => part(field, value) ?? value)
      .join(separator)
    return isTakenOut ? t('board.notices.draftTakenOut', words) : words
  }
}

/** What people wrote themselves. */
const texts = ['title', 'body', 'annexes', 'agendaTitle', 'themeName']
/** Between the values of one entry: see live/drafts.ts. */
const separator = ' · '
