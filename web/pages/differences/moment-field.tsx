import { createEffect, createSignal, For, on, Show } from 'solid-js'
import type { VersionSummary } from '../../../shared/version/api.ts'
import { type Moment, parseMoment, writeMoment } from '../../../shared/version/moment.ts'
import { useLanguage } from '../../ui/language.tsx'
import { SelectField, TextField } from '../../ui/text-field.tsx'

type MomentFieldProps = {
  end: 'from' | 'to'
  value: Moment
  versions: readonly VersionSummary[]
  mayReadDraft: boolean
  /** Whose last adopted version can be chosen. */
  party: { id: string; name: string } | undefined
  onChange: (moment: Moment) => void
}

/** One of the two moments: a version, what a party adopted last, now, or any moment that was. */
export function MomentField(props: MomentFieldProps) {
  const { t } = useLanguage()
  const [isPast, setPast] = createSignal(false)
  const [wrong, setWrong] = createSignal('')
  createEffect(
    on(
      () => props.value,
      ({ kind }) => {
        setPast(kind === 'past')
        setWrong('')
      },
    ),
  )
  const chosen = () => (isPast() ? 'past' : writeMoment(props.value))
  const choose = (text: string) => {
    setPast(text === 'past')
    const moment = parseMoment(text)
    if (moment) props.onChange(moment)
  }
  const chooseTime = (text: string) => {
    const at = new Date(text)
    if (Number.isNaN(at.getTime())) return
    if (at.getTime() > Date.now()) setWrong(t('difference.page.toCome'))
    else props.onChange({ kind: 'past', at: at.toISOString() })
  }
  return (
    <div class="oa-stack">
      <SelectField label={t(`difference.page.${props.end}`)} onChange={(event) => choose(event.currentTarget.value)}>
        <Show when={props.mayReadDraft}>
          <option value="now" selected={chosen() === 'now'}>
            {t('difference.page.now')}
          </option>
        </Show>
        <For each={props.versions}>
          {({ number }) => (
            <option value={`version:${number}`} selected={chosen() === `version:${number}`}>
              {t('difference.page.version', number)}
            </option>
          )}
        </For>
        <Show when={props.party}>
          {(party) => (
            <option value={`adopted:${party().id}`} selected={chosen() === `adopted:${party().id}`}>
              {t('difference.page.lastAdopted', party().name)}
            </option>
          )}
        </Show>
        <Show when={props.mayReadDraft}>
          <option value="past" selected={isPast()}>
            {t('difference.page.past')}
          </option>
        </Show>
      </SelectField>
      <Show when={isPast()}>
        <TextField
          type="datetime-local"
          label={t(`difference.page.at.${props.end}`)}
          value={props.value.kind === 'past' ? localTime(props.value.at) : ''}
          max={localTime(new Date().toISOString())}
          wrong={wrong()}
          onChange={(event) => chooseTime(event.currentTarget.value)}
        />
      </Show>
    </div>
  )
}

/** A moment as such an input has it: on the reader's own clock, without a zone. */
function localTime(at: string): string {
  const date = new Date(at)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
