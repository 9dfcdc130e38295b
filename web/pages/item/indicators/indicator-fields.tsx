import { createUniqueId, For } from 'solid-js'
import { setEntry } from '../../../../shared/document/write.ts'
import { directions, type Indicator } from '../../../../shared/item.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { DateInput } from '../fields/date-input.tsx'
import { DraftInput } from '../fields/draft-input.tsx'
import { amountFromText, isMaskedWhenKept } from '../fields/number-text.ts'
import { useNumberText } from '../fields/use-number-text.ts'
import { useItem } from '../item-context.ts'

type Props = { id: string; indicator: Indicator; field: string; focused: boolean; onRemove: () => void }

/** What the indicator counts, from where, and to where by when. */
export function IndicatorFields(props: Props) {
  const { agenda, id } = useItem()
  const { t, language } = useLanguage()
  const numberText = useNumberText()
  const directionId = createUniqueId()
  const set = (values: Parameters<typeof setEntry<'indicators'>>[4]) => {
    setEntry(agenda.doc, id, 'indicators', props.indicator.id, values)
    return undefined
  }
  const setNumber = (key: 'baseline' | 'target', text: string) => {
    if (text.trim() === '') return set({ [key]: undefined })
    const value = amountFromText(text, language())
    return value === undefined ? t('item.noNumber') : set({ [key]: value })
  }
  const warning = (text: string) =>
    isMaskedWhenKept(text, language()) ? t('item.measurement.willBeMasked') : undefined
  return (
    <fieldset id={props.id} class="oa-fieldset oa-indicator__fields" aria-label={t('item.indicator.fields')}>
      <DraftInput
        class="oa-field--wide"
        label={t('item.indicator.name')}
        field={`${props.field}.name`}
        value={props.indicator.name}
        focused={props.focused}
        onWrite={(name) => set({ name: name.trim() })}
      />
      <DraftInput
        label={t('item.indicator.unit')}
        field={`${props.field}.unit`}
        value={props.indicator.unit}
        placeholder={t('item.indicator.unitPlaceholder')}
        onWrite={(unit) => set({ unit: unit.trim() })}
      />
      <div class="oa-field">
        <label class="oa-field__label" for={directionId}>
          {t('item.indicator.direction')}
        </label>
        <select
          id={directionId}
          class="oa-input"
          data-field={`${props.field}.direction`}
          onChange={(event) => {
            const direction = directions.find((known) => known === event.currentTarget.value)
            if (direction) set({ direction })
          }}
        >
          <For each={directions}>
            {(direction) => (
              <option value={direction} selected={direction === props.indicator.direction}>
                {t(`words.direction.${direction}`)}
              </option>
            )}
          </For>
        </select>
      </div>
      <DraftInput
        label={t('item.indicator.baseline')}
        field={`${props.field}.baseline`}
        inputMode="decimal"
        value={numberText(props.indicator.baseline)}
        onWrite={(text) => setNumber('baseline', text)}
        warning={warning}
      />
      <DraftInput
        label={t('item.indicator.target')}
        field={`${props.field}.target`}
        inputMode="decimal"
        value={numberText(props.indicator.target)}
        onWrite={(text) => setNumber('target', text)}
        warning={warning}
      />
      <DateInput
        label={t('item.indicator.targetDate')}
        field={`${props.field}.targetDate`}
        value={props.indicator.targetDate}
        onWrite={(targetDate) => set({ targetDate })}
      />
      <p class="oa-field--wide">
        <button type="button" class="oa-button oa-button--quiet" onClick={() => props.onRemove()}>
          <Icon name="trash" small />
          {t('item.indicator.remove')}
        </button>
      </p>
    </fieldset>
  )
}
