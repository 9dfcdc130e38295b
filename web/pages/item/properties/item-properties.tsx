import { Show } from 'solid-js'
import { setItemValues, setOwner } from '../../../../shared/document/write.ts'
import {
  duties,
  itemKinds,
  legalBases,
  principles,
  priorities,
  reaches,
  sectors,
  statuses,
} from '../../../../shared/item.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { OrganisationMark } from '../../../ui/organisation-mark.tsx'
import { PriorityIcon } from '../../../ui/priority-mark.tsx'
import { StatusIcon } from '../../../ui/status-mark.tsx'
import { PartySelects } from '../fields/party-selects.tsx'
import { useItem } from '../item-context.ts'
import { ChoiceProperty } from './choice-property.tsx'
import { DeadlinesProperty } from './deadlines-property.tsx'
import { LineageProperty } from './lineage-property.tsx'
import { Property } from './property.tsx'
import { RankProperty } from './rank-property.tsx'
import { SetProperty } from './set-property.tsx'
import { TransitionProperty } from './transition-property.tsx'

/** Every property of the item, each edited where it stands. */
export function ItemProperties() {
  const { agenda, id, item } = useItem()
  const { t } = useLanguage()
  const set = (values: Parameters<typeof setItemValues>[2]) => setItemValues(agenda.doc, id, values)
  const themes = () => agenda.text.themes.filter((theme) => !theme.hidden || theme.id === item().theme)
  return (
    <dl class="oa-properties">
      <Show
        when={item().status !== 'struck'}
        fallback={
          <Property label={t('item.property.status')} field="status">
            <StatusIcon status="struck" />
            {t('words.status.struck')}
          </Property>
        }
      >
        <ChoiceProperty
          label={t('item.property.status')}
          field="status"
          value={item().status}
          choices={writableStatuses.map((value) => ({ value, label: t(`words.status.${value}`) }))}
          mark={<StatusIcon status={item().status} />}
          onChoose={(status) => status && status !== 'struck' && set({ status })}
        />
      </Show>
      <ChoiceProperty
        label={t('item.property.priority')}
        field="priority"
        value={item().priority}
        none={t('words.priority.none')}
        choices={priorities.map((value) => ({ value, label: t(`words.priority.${value}`) }))}
        mark={<Show when={item().priority}>{(priority) => <PriorityIcon priority={priority()} />}</Show>}
        onChoose={(priority) => set({ priority })}
      />
      <Property label={t('item.property.owner')} field="owner">
        <PartySelects
          field="owner"
          party={item().owner}
          organisationLabel={t('item.property.ownerOrganisation')}
          personLabel={t('item.property.ownerPerson')}
          none={t('item.noOwner')}
          onChange={(owner) => setOwner(agenda.doc, id, owner)}
        />
      </Property>
      <SetProperty
        label={t('item.property.involved')}
        set="involved"
        chosen={item().involved}
        choices={agenda.record.organisations.map((organisation) => ({
          id: organisation.id,
          label: () => <OrganisationMark organisation={organisation} />,
        }))}
      />
      <DeadlinesProperty />
      <ChoiceProperty
        label={t('item.property.theme')}
        field="theme"
        value={item().theme}
        none={t('item.noTheme')}
        choices={themes().map((theme) => ({ value: theme.id, label: theme.name }))}
        onChoose={(theme) => set({ theme })}
      />
      <ChoiceProperty
        label={t('item.property.duty')}
        field="duty"
        value={item().duty}
        choices={duties.map((value) => ({ value, label: t(`words.duty.${value}`) }))}
        onChoose={(duty) => duty && set({ duty })}
      />
      <RankProperty />
      <ChoiceProperty
        label={t('item.property.kind')}
        field="kind"
        value={item().kind}
        choices={itemKinds.map((value) => ({ value, label: t(`words.kind.${value}`) }))}
        onChoose={(kind) => kind && set({ kind })}
      />
      <SetProperty
        label={t('item.property.sectors')}
        set="sectors"
        chosen={item().sectors}
        inline
        choices={sectors.map((value) => ({ id: value, label: () => t(`words.sector.${value}`) }))}
      />
      <TransitionProperty />
      <ChoiceProperty
        label={t('item.property.reach')}
        field="reach"
        value={item().reach}
        choices={reaches.map((value) => ({ value, label: t(`words.reach.${value}`) }))}
        onChoose={(reach) => reach && set({ reach })}
      />
      <SetProperty
        label={t('item.property.legalBasis')}
        set="legalBasis"
        chosen={item().legalBasis}
        inline
        choices={legalBases.map((value) => ({ id: value, label: () => t(`words.legalBasis.${value}`) }))}
      />
      <SetProperty
        label={t('item.property.principles')}
        set="principles"
        chosen={item().principles}
        choices={principles.map((value) => ({ id: value, label: () => `${value}. ${t(`words.principle.${value}`)}` }))}
      />
      <SetProperty
        label={t('item.property.plans')}
        set="plans"
        chosen={item().plans}
        choices={agenda.record.plans.map((plan) => ({ id: plan.id, label: () => plan.name }))}
      />
      <LineageProperty />
    </dl>
  )
}

/** Struck has a way of its own, with a reason; agreed is derived from the last version. */
const writableStatuses = statuses.filter((status) => status !== 'struck')
