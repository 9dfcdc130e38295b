import { Show } from 'solid-js'
import { agreementText } from '../../../../shared/document/read.ts'
import { setEntry } from '../../../../shared/document/write.ts'
import type { Agreement } from '../../../../shared/item.ts'
import { useFormat } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { today } from '../../../ui/today.ts'
import { FieldPresence } from '../field-presence.tsx'
import { DateInput } from '../fields/date-input.tsx'
import { LiveTextField } from '../fields/live-text-field.tsx'
import { PartySelects } from '../fields/party-selects.tsx'
import { useItem } from '../item-context.ts'

type Props = {
  agreement: Agreement
  place: number
  count: number
  focused: boolean
  onMove: (step: -1 | 1) => void
  onAdd: () => void
  onRemove: () => void
}

/** One agreement: ticked off with its day, its text live, who and by when beneath it. */
export function AgreementRow(props: Props) {
  const { agenda, id, mayEdit } = useItem()
  const { t } = useLanguage()
  const field = `agreements.${props.agreement.id}`
  const set = (values: Parameters<typeof setEntry<'agreements'>>[4]) =>
    setEntry(agenda.doc, id, 'agreements', props.agreement.id, values)
  const name = () => props.agreement.text || t('item.agreement.nth', props.place)
  return (
    <li class="oa-agreement" data-field={field}>
      <input
        type="checkbox"
        aria-label={t('item.agreement.isDone', { text: name() })}
        checked={props.agreement.done !== undefined}
        disabled={!mayEdit()}
        onChange={(event) => set({ done: event.currentTarget.checked ? today() : undefined })}
      />
      <div class="oa-agreement__main">
        <Show when={mayEdit()} fallback={<p>{props.agreement.text}</p>}>
          <LiveTextField
            text={agreementText(agenda.doc, id, props.agreement.id)}
            label={t('item.agreement.nth', props.place)}
            field={field}
            placeholder={t('item.agreement.placeholder')}
            focused={props.focused}
            onEnter={props.onAdd}
          />
        </Show>
        <div class="oa-agreement__facts">
          <span class="oa-agreement__party">
            <PartySelects
              field={field}
              party={props.agreement}
              organisationLabel={t('item.agreement.organisation')}
              personLabel={t('item.agreement.person')}
              none={t('item.agreement.nobody')}
              onChange={set}
            />
          </span>
          <Show when={mayEdit() && !props.agreement.done}>
            <DateInput
              class="oa-field--flat"
              label={t('item.agreement.due')}
              labelHidden
              field={field}
              value={props.agreement.due}
              onWrite={(due) => set({ due })}
            />
          </Show>
          <AgreementFact agreement={props.agreement} />
          <FieldPresence field={field} />
        </div>
      </div>
      <Show when={mayEdit()}>
        <span class="oa-agreement__actions">
          <button
            type="button"
            class="oa-button oa-button--quiet oa-button--icon"
            aria-label={t('item.agreement.up', { text: name() })}
            aria-disabled={props.place === 1 ? 'true' : undefined}
            onClick={() => props.onMove(-1)}
          >
            <Icon name="up" small />
          </button>
          <button
            type="button"
            class="oa-button oa-button--quiet oa-button--icon"
            aria-label={t('item.agreement.down', { text: name() })}
            aria-disabled={props.place === props.count ? 'true' : undefined}
            onClick={() => props.onMove(1)}
          >
            <Icon name="down" small />
          </button>
          <button
            type="button"
            class="oa-button oa-button--quiet oa-button--icon"
            aria-label={t('item.agreement.remove', { text: name() })}
            onClick={props.onRemove}
          >
            <Icon name="trash" small />
          </button>
        </span>
      </Show>
    </li>
  )
}

/** Done on a day, or late; who may not edit also reads the day by which it must be done. */
function AgreementFact(props: { agreement: Agreement }) {
  const { item, mayEdit } = useItem()
  const { t } = useLanguage()
  const format = useFormat()
  const late = () => {
    const { due, done } = props.agreement
    return !done && due && due < today() && item().status !== 'struck' ? due : undefined
  }
  return (
    <Show
      when={props.agreement.done}
      fallback={
        <Show
          when={late()}
          fallback={
            <Show when={!mayEdit() && props.agreement.due}>
              {(due) => (
                <span class="oa-fact">
                  <Icon name="calendar" small />
                  {format.day(due())}
                </span>
              )}
            </Show>
          }
        >
          {(due) => (
            <span class="oa-fact oa-fact--late">
              <Icon name="late" small />
              {mayEdit() ? format.late(due()) : `${format.day(due())}, ${format.late(due())}`}
            </span>
          )}
        </Show>
      }
    >
      {(done) => (
        <span class="oa-fact">
          <Icon name="check" small />
          {t('item.agreement.doneOn', format.day(done()))}
        </span>
      )}
    </Show>
  )
}
