import { createMemo, createUniqueId, Show } from 'solid-js'
import type { Change } from '../../../shared/api.ts'
import { putBackField } from '../../../shared/document/put-back.ts'
import type { ItemId } from '../../../shared/ids.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { personName } from '../../ui/person-name.ts'
import { useToast } from '../../ui/toast.tsx'
import { itemPath, useAddresses } from '../agenda/addresses.ts'
import { useFieldName } from '../agenda/field-name.ts'
import { pastSearch } from './past/use-moment.ts'
import { createValueWords } from './value-words.ts'
import { WordDifference } from './word-difference.tsx'

/** Texts, of which the difference is shown by words; of other fields what was and what is. */
const texts = ['title', 'body', 'struckReason', 'annexes', 'agreements']

/** One change as a sentence, with what was before and after, and the way back. */
export function ChangeRow(props: { change: Change; showsItem: boolean }) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const format = useFormat()
  const toast = useToast()
  const fieldName = useFieldName()
  const valueWords = createValueWords()
  const addresses = useAddresses()
  const headingId = createUniqueId()

  const who = createMemo(() => {
    const { members, former, organisations } = agenda.record
    const member = [...members, ...former].find(({ person }) => person === props.change.person)
    if (!member) return t('history.somebody')
    return personName(member.name, organisations.find(({ id }) => id === member.organisation)?.name ?? '')
  })
  const name = () => {
    const { field, item } = props.change
    if (field === 'themes' || field === 'rank' || field === 'lineage') return t(`history.field.${field}`)
    return fieldName(item === '' && field === 'title' ? 'agendaTitle' : field)
  }
  const isMaking = () => props.change.field === 'title' && props.change.before === null && props.change.item !== ''
  const sentence = () => {
    const { field, after } = props.change
    if (isMaking()) return t('history.made', who(), valueWords('title', after) || t('history.untitled'))
    if (field === 'rank') return t('history.moved', who())
    if (field === 'status' && after === 'struck') return t('history.struck', who())
    return t('history.change', who(), name())
  }
  const before = () => valueWords(props.change.field, props.change.before)
  const after = () => valueWords(props.change.field, props.change.after)
  const mayPutBack = () => !isMaking() && (props.change.item === '' ? agenda.mayCoordinate() : agenda.mayEdit())

  const putBack = () => {
    agenda.undo.boundary()
    const { item, field } = props.change
    const done = putBackField(agenda.doc, item, field, props.change.before ?? undefined)
    toast(
      done
        ? {
            text: t('history.isPutBack'),
            action: { label: t('history.undo'), icon: 'undo', run: () => agenda.undo.undo() },
          }
        : { text: t('history.cannotPutBack') },
    )
  }

  return (
    <li class="oa-change" aria-labelledby={headingId}>
      <div class="oa-change__head">
        <p id={headingId}>
          <strong>{sentence()}</strong>
          <span class="oa-subtle">
            <time dateTime={props.change.at}>{format.moment(props.change.at)}</time>
            <Show when={props.showsItem}>
              {' · '}
              <ItemName item={props.change.item} />
            </Show>
            {' · '}
            <a
              href={
                addresses.history() +
                pastSearch(props.change.at, props.showsItem ? undefined : props.change.item || undefined)
              }
              aria-label={t('past.atThatMomentOf', format.moment(props.change.at))}
            >
              {t('past.atThatMoment')}
            </a>
          </span>
        </p>
        <Show when={mayPutBack()}>
          <button
            type="button"
            class="oa-button oa-button--quiet"
            aria-label={t('history.putBackOf', name(), format.moment(props.change.at))}
            onClick={putBack}
          >
            <Icon name="undo" />
            {t('history.putBack')}
          </button>
        </Show>
      </div>
      <Show when={!isMaking() && props.change.field !== 'rank'}>
        <Show when={texts.includes(props.change.field)} fallback={<BeforeAndAfter before={before()} after={after()} />}>
          <WordDifference before={before()} after={after()} />
        </Show>
      </Show>
    </li>
  )
}

function ItemName(props: { item: ItemId | '' }) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  return (
    <Show when={props.item === '' ? undefined : props.item} fallback={t('history.agenda')}>
      {(item) => (
        <a href={itemPath(agenda.record.id, item())}>
          {t('history.itemName', agenda.number(item()), agenda.text.items[item()]?.title || t('history.untitled'))}
        </a>
      )}
    </Show>
  )
}

function BeforeAndAfter(props: { before: string; after: string }) {
  const { t } = useLanguage()
  return (
    <dl class="oa-change__values">
      <div>
        <dt>{t('history.before')}</dt>
        <dd>{props.before || <span class="oa-subtle">{t('history.empty')}</span>}</dd>
      </div>
      <div>
        <dt>{t('history.after')}</dt>
        <dd>{props.after || <span class="oa-subtle">{t('history.empty')}</span>}</dd>
      </div>
    </dl>
  )
}
