import '../../styles/people.css'
import '../../styles/sheet.css'
import '../../styles/table.css'
import '../../styles/versions.css'
import '../../styles/adoption.css'
import './adoption-texts.ts'
import { useParams, useSearchParams } from '@solidjs/router'
import { createUniqueId, For, Show } from 'solid-js'
import { type AgendaId, isId } from '../../../shared/ids.ts'
import { may } from '../../../shared/rights.ts'
import { overviewOf } from '../../../shared/version/adoption-overview.ts'
import { makeAgendaAdoption } from '../../live/adoption.ts'
import type { Answer } from '../../live/api.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { today } from '../../ui/today.ts'
import { createAsked } from '../asked.ts'
import { PageTitle } from '../page-title.tsx'
import { PlainTopBar } from '../plain-top-bar.tsx'
import { WithAnswer } from '../versions/with-answer.tsx'
import { AdoptionDialogs, useAdoptionDialogs } from './adoption-dialogs.tsx'
import { AdoptionProvider, type Known, stepsWithoutDue, useAdoption } from './adoption-state.tsx'
import { dayOfMoment } from './moment-day.ts'
import { StepsTable } from './steps-table.tsx'
import { VersionsMatrix } from './versions-matrix.tsx'

/** How far every party is with adopting a version: who has decided, who is late, and what was asked. */
export function AdoptionPage() {
  const params = useParams<{ id: string }>()
  const asked = createAsked(() => ask(params.id))
  return (
    <WithAnswer answer={asked()}>
      {(known) => (
        <AdoptionProvider known={known()}>
          <AdoptionDialogs>
            <Screen />
          </AdoptionDialogs>
        </AdoptionProvider>
      )}
    </WithAnswer>
  )
}

async function ask(id: string): Promise<Answer<Known>> {
  // What cannot be an id is no agenda: the server says so of any other.
  const door = makeAgendaAdoption(isId<AgendaId>(id) ? id : ('-' as AgendaId))
  const [agenda, versions, adoption] = await Promise.all([door.agenda(), door.versions(), door.adoption()])
  if (!agenda.ok) return agenda
  if (!versions.ok) return versions
  if (!adoption.ok) return adoption
  return {
    ok: true,
    value: { agenda: agenda.value, versions: versions.value.versions, adoption: adoption.value, door },
  }
}

function Screen() {
  const { t } = useLanguage()
  const state = useAdoption()
  const [search, setSearch] = useSearchParams<{ versie?: string }>()
  /** The one in the address; else the last one. */
  const version = () => {
    const numbers = state.versions().map(({ number }) => number)
    const asked = Number(search.versie)
    return numbers.includes(asked) ? asked : numbers[0]
  }
  const title = () => {
    const number = version()
    return number === undefined ? t('adoption.title') : t('adoption.titleOf', number)
  }
  return (
    <>
      <PlainTopBar />
      <PageTitle title={`${title()}: ${state.agenda.title}`} />
      <main class="oa-page oa-stack oa-stack--wide" id="content" tabindex="-1">
        <div class="oa-stack">
          <p class="oa-row oa-row--facts">
            <Show when={may(state.agenda.role, 'read-draft')}>
              <a href={`/agenda/${state.agenda.id}`}>{t('adoption.back')}</a>
            </Show>
            <a href={`/agenda/${state.agenda.id}/versies`}>{t('adoption.toVersions')}</a>
            <Show when={version()}>
              {(number) => (
                <a href={`/agenda/${state.agenda.id}/versies/${number()}`}>{t('adoption.read', number())}</a>
              )}
            </Show>
          </p>
          <div class="oa-row oa-row--apart">
            <div>
              <h1>{title()}</h1>
              <p class="oa-subtle">{state.agenda.title}</p>
            </div>
            <Show when={state.versions().length > 1 && version()}>
              {(number) => (
                <VersionChoice
                  number={number()}
                  onChoose={(chosen) => setSearch({ versie: chosen }, { replace: true, scroll: false })}
                />
              )}
            </Show>
          </div>
          <p>{t('adoption.intro')}</p>
        </div>
        <Show when={version()} fallback={<p class="oa-subtle">{t('adoption.none')}</p>}>
          {(number) => (
            <>
              <Summary version={number()} />
              <Show when={state.versions().length > 1}>
                <VersionsMatrix shown={number()} />
              </Show>
            </>
          )}
        </Show>
      </main>
    </>
  )
}

function VersionChoice(props: { number: number; onChoose: (number: number) => void }) {
  const { t } = useLanguage()
  const format = useFormat()
  const state = useAdoption()
  const field = createUniqueId()
  return (
    <span class="oa-row">
      <label for={field}>{t('adoption.version')}</label>
      <select
        class="oa-input oa-adoption__version"
        id={field}
        onChange={(event) => props.onChoose(Number(event.currentTarget.value))}
      >
        <For each={state.versions()}>
          {(version) => (
            <option value={version.number} selected={version.number === props.number}>
              {t('adoption.versionOption', version.number, format.day(dayOfMoment(version.at)))}
            </option>
          )}
        </For>
      </select>
    </span>
  )
}

/** The finding in a sentence, what lies behind it, and the steps. */
function Summary(props: { version: number }) {
  const { t } = useLanguage()
  const state = useAdoption()
  const openDialog = useAdoptionDialogs()
  const heading = createUniqueId()
  const overview = () => overviewOf(state.parties(props.version), today())
  const facts = () => {
    const { reserved, waiting, declined, late } = overview()
    return [
      reserved > 0 && t('adoption.summary.reservation', reserved),
      waiting > 0 && t('adoption.summary.waiting', waiting),
      late > 0 && t('adoption.summary.late', late),
      declined > 0 && t('adoption.summary.declined', declined),
    ].filter((fact) => fact !== false)
  }
  return (
    <section class="oa-stack" aria-labelledby={heading}>
      <div>
        {/* Another's decision changes this sentence: it is said when it does, and moves nothing. */}
        <h2 id={heading} aria-live="polite">
          {t('adoption.summary.heading', overview().adopted, overview().all, overview().late)}
        </h2>
        <p class="oa-row oa-row--facts oa-subtle">
          <For each={facts()}>{(fact) => <span>{fact}</span>}</For>
        </p>
      </div>
      <Show when={state.mayRemind() && stepsWithoutDue(state, props.version).length > 0}>
        <p>
          <button
            type="button"
            class="oa-button"
            aria-haspopup="dialog"
            onClick={() => openDialog({ kind: 'dues', version: props.version })}
          >
            {t('adoption.dues.open')}
          </button>
        </p>
      </Show>
      <Show when={overview().all > 0} fallback={<p>{t('adoption.noParties')}</p>}>
        <StepsTable version={props.version} labelledBy={heading} />
      </Show>
    </section>
  )
}
