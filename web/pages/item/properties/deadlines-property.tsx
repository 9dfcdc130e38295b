import { createSignal, For, Show } from 'solid-js'
import { addDeadline, setEntry } from '../../../../shared/document/write.ts'
import { type EntryId, makeId } from '../../../../shared/ids.ts'
import type { Deadline } from '../../../../shared/item.ts'
import { useFormat } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { today } from '../../../ui/today.ts'
import { DateInput } from '../fields/date-input.tsx'
import { DraftInput } from '../fields/draft-input.tsx'
import { useItem } from '../item-context.ts'
import { createStableOrder } from '../stable-order.ts'
import { useEntries } from '../use-entries.ts'
import { Property } from './property.tsx'

/** The days on which something of the item must be ready, each with what must. */
export function DeadlinesProperty() {
  const { item, mayEdit } = useItem()
  const { t } = useLanguage()
  return (
    <Property label={t('item.property.deadlines')} field="deadlines">
      <Show when={mayEdit()} fallback={<DeadlineList deadlines={item().deadlines} />}>
        <Popover
          class="oa-value oa-value--button"
          label={t('item.property.deadlines')}
          button={
            <>
              <span class="oa-visually-hidden">{t('item.change', { what: t('item.property.deadlines') })}: </span>
              <DeadlineList deadlines={item().deadlines} />
            </>
          }
        >
          <DeadlineFields />
        </Popover>
      </Show>
    </Property>
  )
}

function DeadlineList(props: { deadlines: readonly Deadline[] }) {
  const { item } = useItem()
  const { t } = useLanguage()
  const format = useFormat()
  const isLate = (deadline: Deadline) =>
    !!deadline.date && deadline.date < today() && item().status !== 'done' && item().status !== 'struck'
  return (
    <span class="oa-value__stack">
      <For each={props.deadlines} fallback={<span class="oa-subtle">{t('item.none')}</span>}>
        {(deadline) => (
          <span>
            <span classList={{ 'oa-late': isLate(deadline) }}>
              <Show when={isLate(deadline)}>
                <Icon name="late" small />{' '}
              </Show>
              {deadline.date ? format.day(deadline.date) : t('item.noDay')}
              <Show when={isLate(deadline) && deadline.date}>{(date) => `, ${format.late(date())}`}</Show>
            </span>
            <Show when={deadline.name}>
              <span class="oa-value__detail">{deadline.name}</span>
            </Show>
          </span>
        )}
      </For>
    </span>
  )
}

function DeadlineFields() {
  const { agenda, id, item } = useItem()
  const { t } = useLanguage()
  const [made, setMade] = createSignal<EntryId>()
  const deadlines = createStableOrder(() => item().deadlines)
  const entries = useEntries('deadlines')
  let addButton: HTMLButtonElement | undefined
  const add = () => {
    const entry = makeId<EntryId>()
    setMade(entry)
    addDeadline(agenda.doc, id, { id: entry, name: '' })
    entries.made(entry)
  }
  return (
    <fieldset class="oa-fieldset oa-entries" aria-label={t('item.property.deadlines')}>
      <For each={deadlines()}>
        {(deadline, index) => (
          <fieldset class="oa-fieldset oa-entry">
            <legend class="oa-visually-hidden">{t('item.deadline.nth', index() + 1)}</legend>
            <DraftInput
              label={t('item.deadline.name')}
              field={`deadlines.${deadline.id}`}
              value={deadline.name}
              focused={made() === deadline.id}
              onWrite={(name) => {
                setEntry(agenda.doc, id, 'deadlines', deadline.id, { name: name.trim() })
                return undefined
              }}
            />
            <DateInput
              label={t('item.deadline.date')}
              field={`deadlines.${deadline.id}`}
              value={deadline.date}
              onWrite={(date) => setEntry(agenda.doc, id, 'deadlines', deadline.id, { date })}
            />
            <button
              type="button"
              class="oa-button oa-button--quiet oa-button--icon"
              aria-label={t('item.deadline.remove', deadline.name || String(index() + 1))}
              onClick={() => entries.remove(deadline.id, t('item.deadline.removed'), addButton)}
            >
              <Icon name="trash" />
            </button>
          </fieldset>
        )}
      </For>
      <button ref={addButton} type="button" class="oa-button" onClick={add}>
        <Icon name="plus" />
        {t('item.deadline.add')}
      </button>
    </fieldset>
  )
}
