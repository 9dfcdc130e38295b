import { readAmount } from '../../../shared/amount.ts'
import { isDay } from '../../../shared/date.ts'
import { type RichText, richTextToPlain } from '../../../shared/document/rich-text.ts'
import type { ItemId, OrganisationId, PersonId, ThemeId } from '../../../shared/ids.ts'
import {
  directions,
  duties,
  itemKinds,
  legalBases,
  principles,
  priorities,
  reaches,
  sectors,
  statuses,
} from '../../../shared/item.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { createParties } from '../agenda/parties.ts'

/** How a value of a field reads: words of the interface for what the document holds as a code, names for ids. */
export function createValueWords(): (field: string, value: unknown) => string {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const format = useFormat()
  const parties = createParties()
  const party = (id: unknown) => parties.organisation(id as OrganisationId)?.name
  const person = (id: unknown) =>
    [...agenda.record.members, ...agenda.record.former].find((member) => member.person === id)?.name

  return (field, value) => (value === undefined || value === null ? '' : words(field, value))

  function words(field: string, value: unknown): string {
    switch (field) {
      case 'body':
        return Array.isArray(value) ? richTextToPlain(value as RichText) : plain(value)
      case 'annexes':
        return entriesOf(value)
          .map(([place, text]) => `${party(place) ?? place}: ${words('body', text)}`)
          .join('\n')
      case 'theme':
        return agenda.text.themes.find(({ id }) => id === (value as ThemeId))?.name ?? ''
      case 'duty':
        return inList(duties, value, (known) => t(`words.duty.${known}`))
      case 'kind':
        return inList(itemKinds, value, (known) => t(`words.kind.${known}`))
      case 'priority':
        return inList(priorities, value, (known) => t(`words.priority.${known}`))
      case 'status':
        return inList(statuses, value, (known) => t(`words.status.${known}`))
      case 'reach':
        return inList(reaches, value, (known) => t(`words.reach.${known}`))
      case 'sectors':
        return listOf(value, (one) => inList(sectors, one, (known) => t(`words.sector.${known}`)))
      case 'legalBasis':
        return listOf(value, (one) => inList(legalBases, one, (known) => t(`words.legalBasis.${known}`)))
      case 'principles':
        return listOf(value, (one) => inList(principles, one, (known) => t(`words.principle.${known}`)))
      case 'involved':
        return listOf(value, (one) => party(one) ?? '')
      case 'related':
        return listOf(value, (one) => agenda.text.items[one as ItemId]?.title ?? '')
      case 'plans':
        return listOf(value, (one) => agenda.record.plans.find(({ id }) => id === one)?.name ?? '')
      case 'owner':
        return [party(keyOf(value, 'organisation')), person(keyOf(value, 'person') as PersonId)]
          .filter(Boolean)
          .join(', ')
      case 'transition':
        return [keyOf(value, 'from'), keyOf(value, 'to')]
          .map((one) => inList(sectors, one, (known) => t(`words.sector.${known}`)))
          .join(' → ')
      case 'period':
        return [keyOf(value, 'from'), keyOf(value, 'to')].map(day).join(' – ')
      case 'themes':
        return listOf(
          value,
          (one) =>
            [plain(keyOf(one, 'name')), keyOf(one, 'hidden') && `(${t('history.hidden')})`].filter(Boolean).join(' '),
          '\n',
        )
      case 'deadlines':
        return listOf(
          value,
          (one) => [plain(keyOf(one, 'name')), day(keyOf(one, 'date'))].filter(Boolean).join(', '),
          '\n',
        )
      case 'links':
        return listOf(
          value,
          (one) => [plain(keyOf(one, 'name')), plain(keyOf(one, 'url'))].filter(Boolean).join(', '),
          '\n',
        )
      case 'agreements':
        return listOf(value, agreement, '\n')
      case 'indicators':
        return listOf(value, indicator, '\n')
      default:
        return plain(value)
    }
  }

  function agreement(value: unknown): string {
    const [due, done] = [keyOf(value, 'due'), keyOf(value, 'done')]
    return [
      plain(keyOf(value, 'text')),
      party(keyOf(value, 'organisation')),
      person(keyOf(value, 'person') as PersonId),
      isDay(due) ? t('history.due', format.day(due)) : '',
      isDay(done) ? t('history.done', format.day(done)) : '',
    ]
      .filter(Boolean)
      .join(', ')
  }

  function indicator(value: unknown): string {
    const measured = keyOf(value, 'measurements')
    const values = listOf(measured, (one) => `${day(keyOf(one, 'date'))}: ${number(keyOf(one, 'value'))}`, '; ')
    const direction = inList(directions, keyOf(value, 'direction'), (known) => t(`words.direction.${known}`))
    return [plain(keyOf(value, 'name')), plain(keyOf(value, 'unit')), number(keyOf(value, 'target')), direction, values]
      .filter(Boolean)
      .join(', ')
  }

  function day(value: unknown): string {
    return isDay(value) ? format.day(value) : ''
  }

  function number(value: unknown): string {
    const amount = readAmount(value)
    return amount === undefined ? '' : format.measured(amount)
  }
}

function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** What history holds came from the tolerant reader once, but from an older program perhaps: a key that is not there is absent. */
function keyOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? value[key as keyof typeof value]
    : undefined
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function listOf(value: unknown, words: (one: unknown) => string, between = ', '): string {
  return Array.isArray(value) ? value.map(words).filter(Boolean).join(between) : ''
}

function inList<Known extends string>(list: readonly Known[], value: unknown, words: (known: Known) => string): string {
  const known = list.find((one) => one === value)
  return known === undefined ? '' : words(known)
}
