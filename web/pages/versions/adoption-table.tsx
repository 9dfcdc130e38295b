import { createUniqueId, For, Show } from 'solid-js'
import { isLate, type Step } from '../../../shared/adoption.ts'
import type { Agenda } from '../../../shared/api.ts'
import type { PartyAdoption } from '../../../shared/version/api.ts'
import type { Version } from '../../../shared/version/version.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { today } from '../../ui/today.ts'
import { nameOf } from './names.ts'

type Row = { party: string; step: Step; isLate: boolean }

/** Every step of every party on a version; what is late comes first, else parties stand as they sit at the table. */
export function AdoptionTable(props: { agenda: Agenda; version: Version; parties: PartyAdoption[] }) {
  const { t } = useLanguage()
  const heading = createUniqueId()
  const partyName = (id: string) => props.version.metadata.parties.find((party) => party.id === id)?.name ?? ''
  const rows = () =>
    props.parties
      .flatMap(({ organisation, steps }) =>
        steps.map((step): Row => ({ party: partyName(organisation), step, isLate: isLate(step, today()) })),
      )
      .sort((one, other) => Number(other.isLate) - Number(one.isLate))
  return (
    <div class="oa-stack">
      <h2 id={heading}>{t('version.adoption.heading')}</h2>
      <p>{t('version.adoption.explain')}</p>
      <p>
        <a href={`/agenda/${props.agenda.id}/vaststelling?versie=${props.version.number}`}>
          {t('version.adoption.open')}
        </a>
      </p>
      {/* Wider than a phone it scrolls, also with the keyboard. */}
      <section class="oa-scroll" aria-labelledby={heading} tabindex="0">
        <table class="oa-table">
          <thead>
            <tr>
              <th scope="col">{t('version.adoption.party')}</th>
              <th scope="col">{t('version.adoption.step')}</th>
              <th scope="col">{t('version.adoption.outcomeHead')}</th>
              <th scope="col">{t('version.adoption.due')}</th>
              <th scope="col">{t('version.adoption.recorded')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>{(row) => <StepRow row={row} agenda={props.agenda} />}</For>
          </tbody>
        </table>
      </section>
    </div>
  )
}

function StepRow(props: { row: Row; agenda: Agenda }) {
  const { t } = useLanguage()
  const format = useFormat()
  const step = () => props.row.step
  const state = () => step().state
  const body = () => step().name ?? t(`version.adoption.body.${step().body}`)
  const outcome = () => {
    const { outcome, date } = state()
    const word = t(`version.adoption.outcome.${outcome}`)
    return date ? t('version.adoption.on', word, format.day(date)) : word
  }
  const recorded = () => {
    const by = step().recorded
    if (!by) return ''
    const who = nameOf(props.agenda, by.person) ?? t('version.somebody')
    return by.ground ? t('version.adoption.onBehalf', who, by.ground) : who
  }
  return (
    <tr classList={{ 'oa-table__row--late': props.row.isLate }}>
      <th scope="row">{props.row.party}</th>
      <td>{t('version.adoption.stepName', body(), t(`version.adoption.capacity.${step().capacity}`))}</td>
      <td>
        <div class="oa-stack oa-stack--tight">
          <span>{outcome()}</span>
          <Show when={state().outcome === 'pending' && state().submitted}>
            {(submitted) => <span class="oa-subtle">{t('version.adoption.submitted', format.day(submitted()))}</span>}
          </Show>
          <Show when={state().words}>
            <span>{state().words}</span>
          </Show>
          <Show when={state().reference}>
            {(reference) => <span>{t('version.adoption.reference', reference())}</span>}
          </Show>
          <Show when={state().link}>
            {(link) => (
              <a href={link()} target="_blank" rel="noopener noreferrer">
                {t('version.adoption.link')}
              </a>
            )}
          </Show>
        </div>
      </td>
      <td>
        <Show when={state().due}>{(due) => <>{format.day(due())}</>}</Show>
        <Show when={props.row.isLate}>
          <span class="oa-fact oa-fact--late">
            <Icon name="late" />
            {t('version.adoption.late')}
          </span>
        </Show>
      </td>
      <td>{recorded()}</td>
    </tr>
  )
}
