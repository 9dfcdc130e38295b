import { createMemo, createUniqueId, For, Show } from 'solid-js'
import type { OrganisationId } from '../../../shared/ids.ts'
import { isPartyLate } from '../../../shared/version/adoption-overview.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { OrganisationMark } from '../../ui/organisation-mark.tsx'
import { today } from '../../ui/today.ts'
import { useAdoption } from './adoption-state.tsx'
import { PartyMark } from './outcome-mark.tsx'

/** Parties by versions: what each decided on each, the last version first. */
export function VersionsMatrix(props: { shown: number }) {
  const { t } = useLanguage()
  const format = useFormat()
  const state = useAdoption()
  const heading = createUniqueId()
  const numbers = createMemo(() => state.versions().map(({ number }) => number))
  const parties = createMemo(() => {
    const there = new Set(numbers().flatMap((number) => state.parties(number).map(({ organisation }) => organisation)))
    return state.agenda.organisations
      .filter(({ id }) => there.has(id))
      .toSorted((one, other) => format.compare(one.name, other.name))
      .map(({ id }) => id)
  })
  return (
    <div class="oa-stack">
      <h2 id={heading}>{t('adoption.matrix.heading')}</h2>
      {/* Wider than a phone it scrolls, also with the keyboard. */}
      <section class="oa-scroll" aria-labelledby={heading} tabindex="0">
        <table class="oa-table oa-table--versions">
          <caption>{t('adoption.matrix.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('adoption.table.party')}</th>
              <For each={numbers()}>
                {(number) => (
                  <th scope="col">
                    <a
                      href={`/agenda/${state.agenda.id}/vaststelling?versie=${number}`}
                      aria-current={number === props.shown ? 'true' : undefined}
                    >
                      {t('version.name', number)}
                    </a>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={parties()}>
              {(party) => (
                <tr>
                  <th scope="row">
                    <Show when={state.organisation(party)}>
                      {(known) => <OrganisationMark organisation={known()} />}
                    </Show>
                  </th>
                  <For each={numbers()}>{(number) => <OutcomeCell party={party} version={number} />}</For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </div>
  )
}

function OutcomeCell(props: { party: OrganisationId; version: number }) {
  const { t } = useLanguage()
  const state = useAdoption()
  const row = () => state.parties(props.version).find(({ organisation }) => organisation === props.party)
  return (
    <td>
      <Show when={row()} fallback={<span class="oa-subtle">{t('adoption.matrix.notThere')}</span>}>
        {(party) => (
          <span class="oa-row">
            <PartyMark outcome={party().outcome} />
            <Show when={isPartyLate(party(), today())}>
              <span class="oa-fact oa-fact--late">
                <Icon name="late" />
                {t('adoption.matrix.late')}
              </span>
            </Show>
          </span>
        )}
      </Show>
    </td>
  )
}
