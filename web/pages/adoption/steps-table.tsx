import { createMemo, createSignal, For, Index, Match, Show, Switch } from 'solid-js'
import { isLate, type Step } from '../../../shared/adoption.ts'
import { daysBetween } from '../../../shared/date.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import { byUrgency, isPartyLate } from '../../../shared/version/adoption-overview.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { OrganisationMark } from '../../ui/organisation-mark.tsx'
import { today } from '../../ui/today.ts'
import { type PartyRow, useAdoption } from './adoption-state.tsx'
import { BodiesButton } from './bodies-button.tsx'
import { BodiesFacts } from './bodies-facts.tsx'
import { DecisionFacts } from './decision-facts.tsx'
import { EarlierStates } from './earlier-states.tsx'
import { StepMark } from './outcome-mark.tsx'
import { StepActions } from './step-actions.tsx'
import { useStepWords } from './step-words.ts'

/** Every party with its steps; what is late on top, then what is pending by its day, then the rest by name. */
export function StepsTable(props: { version: number; labelledBy: string }) {
  const { t } = useLanguage()
  const format = useFormat()
  const state = useAdoption()
  const [isHeld, setHeld] = createSignal(false)
  const nameOf = (row: PartyRow) => state.organisation(row.organisation)?.name ?? ''
  const sorted = createMemo(() =>
    byUrgency(state.parties(props.version), today(), (one, other) => format.compare(nameOf(one), nameOf(other))).map(
      ({ organisation }) => organisation,
    ),
  )
  // While somebody is in the table no party moves away under their hands.
  const order = createMemo<OrganisationId[]>((before) => {
    const now = sorted()
    const isSameTable = before.length === now.length && before.every((id) => now.includes(id))
    return isHeld() && isSameTable ? before : now
  }, [])
  return (
    <div class="oa-scroll">
      <table
        class="oa-table oa-table--adoption"
        aria-labelledby={props.labelledBy}
        onFocusIn={() => setHeld(true)}
        onFocusOut={(event) => {
          const to = event.relatedTarget
          if (!(to instanceof Node && event.currentTarget.contains(to))) setHeld(false)
        }}
      >
        <caption>{t('adoption.table.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('adoption.table.party')}</th>
            <th scope="col">{t('adoption.table.step')}</th>
            <th scope="col">{t('adoption.table.due')}</th>
            <th scope="col">{t('adoption.table.outcome')}</th>
            <th scope="col">{t('adoption.table.decision')}</th>
            <th scope="col">{t('adoption.table.actions')}</th>
          </tr>
        </thead>
        <For each={order()}>
          {(id) => (
            <Show when={state.parties(props.version).find(({ organisation }) => organisation === id)}>
              {(row) => <PartySteps row={row()} version={props.version} />}
            </Show>
          )}
        </For>
      </table>
    </div>
  )
}

/** The rows of one party, which belong together. */
function PartySteps(props: { row: PartyRow; version: number }) {
  const state = useAdoption()
  const party = () => state.organisation(props.row.organisation)
  return (
    <tbody classList={{ 'oa-adoption__party--late': isPartyLate(props.row, today()) }}>
      {/* By their place: the row with the party's name stays, and the focus in it, when its bodies are others. */}
      <Index each={props.row.steps}>
        {(step, index) => (
          <tr>
            <Show when={index === 0}>
              <th scope="rowgroup" rowspan={props.row.steps.length}>
                <div class="oa-stack oa-stack--tight oa-stack--start">
                  <Show when={party()}>{(known) => <OrganisationMark organisation={known()} />}</Show>
                  <Since row={props.row} version={props.version} />
                  <BodiesButton organisation={props.row.organisation} />
                  <BodiesFacts row={props.row} />
                </div>
              </th>
            </Show>
            <StepCells step={step()} row={props.row} version={props.version} />
          </tr>
        )}
      </Index>
    </tbody>
  )
}

/** Against what a party reads this version. */
function Since(props: { row: PartyRow; version: number }) {
  const { t } = useLanguage()
  const state = useAdoption()
  const name = () => state.organisation(props.row.organisation)?.name ?? ''
  const address = (since: number) => {
    const question = new URLSearchParams({
      van: `version:${since}`,
      tot: `version:${props.version}`,
      partij: props.row.organisation,
    })
    return `/agenda/${state.agenda.id}/verschillen?${question}`
  }
  return (
    <Switch>
      <Match when={props.row.since}>
        {(since) => (
          <span class="oa-adoption__since">
            <Show when={since().changed > 0} fallback={t('adoption.since.same', since().version)}>
              {t('adoption.since.changed', since().changed)}
              <br />
              <a href={address(since().version)}>
                {t('adoption.since.link')}
                <span class="oa-visually-hidden"> ({t('adoption.since.linkOf', name(), since().version)})</span>
              </a>
            </Show>
          </span>
        )}
      </Match>
      <Match when={props.version > 1}>
        <span class="oa-adoption__since">{t('adoption.since.whole')}</span>
      </Match>
    </Switch>
  )
}

function StepCells(props: { step: Step; row: PartyRow; version: number }) {
  const { t } = useLanguage()
  const words = useStepWords()
  return (
    <>
      <td data-label={t('adoption.table.step')}>
        <span>{words.whole(props.step)}</span>
      </td>
      <td data-label={t('adoption.table.due')}>
        <Due step={props.step} />
      </td>
      <td data-label={t('adoption.table.outcome')}>
        <span>
          <StepMark step={props.step} />
        </span>
      </td>
      <td
        data-label={t('adoption.table.decision')}
        classList={{ 'oa-adoption__nothing': !props.step.recorded && !props.step.reminded }}
      >
        {/* One cell of two, on a phone: beside its label. */}
        <div class="oa-stack oa-stack--tight">
          <DecisionFacts step={props.step} />
          <EarlierStates step={props.step} organisation={props.row.organisation} version={props.version} />
        </div>
      </td>
      <td class="oa-adoption__actions">
        <StepActions step={props.step} organisation={props.row.organisation} version={props.version} />
      </td>
    </>
  )
}

function Due(props: { step: Step }) {
  const { t } = useLanguage()
  const format = useFormat()
  const due = () => props.step.state.due
  const isOpen = () => props.step.state.outcome === 'pending'
  return (
    <Show
      when={due()}
      fallback={
        <Show when={isOpen()}>
          <span class="oa-subtle">{t('adoption.table.noDue')}</span>
        </Show>
      }
    >
      {(day) => (
        <span class="oa-stack oa-stack--tight oa-stack--start">
          {format.day(day())}
          <Switch>
            <Match when={isLate(props.step, today())}>
              <span class="oa-fact oa-fact--late">
                <Icon name="late" />
                {format.late(day())}
              </span>
            </Match>
            <Match when={isOpen() && daysBetween(today(), day()) <= 31}>
              <span class="oa-subtle">{t('adoption.table.soon', daysBetween(today(), day()))}</span>
            </Match>
          </Switch>
        </span>
      )}
    </Show>
  )
}
