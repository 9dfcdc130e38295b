import { For } from 'solid-js'
import { isDay } from '../../../shared/date.ts'
import type { OrganisationId, PersonId } from '../../../shared/ids.ts'
import type { Mandate } from '../../../shared/people.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { SelectField, TextField } from '../../ui/text-field.tsx'
import { usePeople } from './people-state.tsx'

export type MandateMistakes = Partial<Record<'from' | 'until' | 'ground', string>>

export function mandateMistakes(
  { from, until, ground }: Mandate,
  t: ReturnType<typeof useLanguage>['t'],
): MandateMistakes {
  return {
    ...(!isDay(from) && { from: t('people.mandate.fromWrong') }),
    ...(until && until < from && { until: t('people.mandate.untilWrong') }),
    ...(!ground.trim() && { ground: t('people.mandate.groundWrong') }),
  }
}

/** One mandate: of which organisation, from and until when, on what ground, and who stands in. */
export function MandateFields(props: {
  mandate: Mandate
  number: number
  person: PersonId
  wrong: MandateMistakes
  onChange: (change: Partial<Mandate>) => void
  onRemove: () => void
}) {
  const { t } = useLanguage()
  const state = usePeople()
  return (
    <fieldset class="oa-mandate-fields" aria-label={t('people.mandate.number', props.number)}>
      <SelectField
        label={t('people.mandate.organisation')}
        onChange={(event) => props.onChange({ organisation: event.currentTarget.value as OrganisationId })}
      >
        <For each={state.organisations()}>
          {({ id, name }) => (
            <option value={id} selected={id === props.mandate.organisation}>
              {name}
            </option>
          )}
        </For>
      </SelectField>
      <div class="oa-fields">
        <TextField
          label={t('people.mandate.from')}
          wrong={props.wrong.from}
          type="date"
          value={props.mandate.from}
          onChange={(event) => {
            const day = event.currentTarget.value
            if (isDay(day)) props.onChange({ from: day })
          }}
        />
        <TextField
          label={t('people.mandate.until')}
          wrong={props.wrong.until}
          type="date"
          value={props.mandate.until ?? ''}
          onChange={(event) => {
            const day = event.currentTarget.value
            props.onChange({ until: isDay(day) ? day : undefined })
          }}
        />
      </div>
      <TextField
        label={t('people.mandate.ground')}
        hint={t('people.mandate.groundHint')}
        wrong={props.wrong.ground}
        maxlength="300"
        value={props.mandate.ground}
        onChange={(event) => props.onChange({ ground: event.currentTarget.value })}
      />
      <SelectField
        label={t('people.mandate.deputyLabel')}
        onChange={(event) =>
          props.onChange({ deputy: (event.currentTarget.value || undefined) as PersonId | undefined })
        }
      >
        <option value="">{t('people.mandate.noDeputy')}</option>
        <For each={state.agenda.members.filter(({ person }) => person !== props.person)}>
          {({ person, name }) => (
            <option value={person} selected={person === props.mandate.deputy}>
              {name}
            </option>
          )}
        </For>
      </SelectField>
      <p class="oa-row">
        <button type="button" class="oa-button oa-button--quiet" onClick={() => props.onRemove()}>
          <Icon name="trash" />
          {t('people.mandate.remove')}
        </button>
      </p>
    </fieldset>
  )
}
