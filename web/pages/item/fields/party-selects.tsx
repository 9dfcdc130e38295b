import { Show } from 'solid-js'
import type { OrganisationId, PersonId } from '../../../../shared/ids.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { OrganisationMark } from '../../../ui/organisation-mark.tsx'
import { shapeOf } from '../../../ui/organisation-shape.ts'
import { useItem } from '../item-context.ts'
import { memberOf, nameWithin, organisationOf } from '../table.ts'
import { ChoiceSelect } from './choice-select.tsx'

type Party = { organisation?: OrganisationId | undefined; person?: PersonId | undefined }
type Props = {
  field: string
  party: Party
  organisationLabel: string
  personLabel: string
  /** How an empty party reads. */
  none: string
  onChange: (party: Party) => void
}

/** An organisation and a person there. Choosing another organisation lets go of a person who is not of it. */
export function PartySelects(props: Props) {
  const { agenda, mayEdit } = useItem()
  const { t } = useLanguage()
  const organisation = () => organisationOf(agenda, props.party.organisation)
  const people = () =>
    agenda.record.members.filter(
      (member) => !props.party.organisation || member.organisation === props.party.organisation,
    )
  const choosePerson = (person: PersonId | undefined) => {
    const of = memberOf(agenda, person)?.organisation
    props.onChange(of && !props.party.organisation ? { person, organisation: of } : { person })
  }
  return (
    <Show when={mayEdit()} fallback={<PartyName party={props.party} none={props.none} />}>
      <ChoiceSelect
        label={props.organisationLabel}
        field={`${props.field}.organisation`}
        value={props.party.organisation}
        none={props.none}
        unknown={t('item.unknownOrganisation')}
        choices={agenda.record.organisations.map(({ id, name, short }) => ({ value: id, label: short || name }))}
        mark={
          <Show when={organisation()}>
            {(known) => (
              <svg class="oa-organisation__shape" viewBox="0 0 24 24" aria-hidden="true">
                <path d={shapeOf(known().kind)} />
              </svg>
            )}
          </Show>
        }
        onChoose={(chosen) => {
          const stays = memberOf(agenda, props.party.person)?.organisation === chosen
          props.onChange(
            stays || !props.party.person ? { organisation: chosen } : { organisation: chosen, person: undefined },
          )
        }}
      />
      <Show when={props.party.organisation || props.party.person}>
        <ChoiceSelect
          label={props.personLabel}
          field={`${props.field}.person`}
          value={props.party.person}
          none={t('item.noPerson')}
          unknown={t('item.unknownPerson')}
          choices={people().map((member) => ({
            value: member.person,
            label: props.party.organisation ? nameWithin(member) : member.name,
          }))}
          onChoose={choosePerson}
        />
      </Show>
    </Show>
  )
}

function PartyName(props: { party: Party; none: string }) {
  const { agenda } = useItem()
  return (
    <Show when={props.party.organisation || props.party.person} fallback={<span class="oa-subtle">{props.none}</span>}>
      <Show when={organisationOf(agenda, props.party.organisation)}>
        {(organisation) => <OrganisationMark organisation={organisation()} />}
      </Show>
      <Show when={memberOf(agenda, props.party.person)}>
        {(member) => <span>{props.party.organisation ? nameWithin(member()) : member().name}</span>}
      </Show>
    </Show>
  )
}
