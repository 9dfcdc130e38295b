import '../../styles/history.css'
import '../../styles/differences.css'
import './difference-texts.ts'
import { useParams } from '@solidjs/router'
import { createEffect, createSignal, For, lazy, Match, on, onCleanup, Show, Suspense, Switch } from 'solid-js'
import type { Agenda } from '../../../shared/api.ts'
import { type AgendaId, isId, type OrganisationId } from '../../../shared/ids.ts'
import { may } from '../../../shared/rights.ts'
import type { VersionSummary } from '../../../shared/version/api.ts'
import type { Differences } from '../../../shared/version/differences.ts'
import { type Answer, statusOf } from '../../live/api.ts'
import { askDifferences } from '../../live/differences.ts'
import { makeAgendaVersions } from '../../live/versions.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { SelectField } from '../../ui/text-field.tsx'
import { createAsked } from '../asked.ts'
import { PageTitle } from '../page-title.tsx'
import { PlainTopBar } from '../plain-top-bar.tsx'
import { WithAnswer } from '../versions/with-answer.tsx'
import { DifferenceView } from './difference-view.tsx'
import { MomentField } from './moment-field.tsx'
import { createQuestion } from './question.ts'

// One reads first, and then perhaps makes a file: so what that takes comes after the page.
const ExportMenu = lazy(async () => ({ default: (await import('./export-menu.tsx')).ExportMenu }))

type Known = { agenda: Agenda; versions: VersionSummary[] }

/** What changed on an agenda between two moments that the address names: for readers between versions. */
export function DifferencesPage() {
  const params = useParams<{ id: string }>()
  const asked = createAsked(() => ask(params.id))
  return <WithAnswer answer={asked()}>{(known) => <Screen known={known()} />}</WithAnswer>
}

async function ask(id: string): Promise<Answer<Known>> {
  // What cannot be an id is no agenda: the server says so of any other.
  const door = makeAgendaVersions(isId<AgendaId>(id) ? id : ('-' as AgendaId))
  const [agenda, versions] = await Promise.all([door.agenda(), door.versions()])
  if (!agenda.ok) return agenda
  if (!versions.ok) return versions
  return { ok: true, value: { agenda: agenda.value, versions: versions.value.versions } }
}

function Screen(props: { known: Known }) {
  const { t } = useLanguage()
  const format = useFormat()
  const agenda = () => props.known.agenda
  const mayReadDraft = () => may(agenda().role, 'read-draft')
  const asking = createQuestion(
    () => props.known.versions,
    () => mayReadDraft(),
  )
  const parties = () => [...agenda().organisations].sort((a, b) => format.compare(a.name, b.name))
  const party = () => agenda().organisations.find(({ id }) => id === asking.question().party)
  return (
    <>
      <PlainTopBar />
      <PageTitle title={`${t('difference.title')} ${agenda().title}`} />
      <main class="oa-page oa-page--text oa-stack oa-stack--wide" id="content" tabindex="-1">
        <div class="oa-stack">
          <p class="oa-row oa-row--wide">
            <a href={`/agenda/${agenda().id}/versies`}>{t('difference.page.back')}</a>
            <Show when={mayReadDraft()}>
              <a href={`/agenda/${agenda().id}`}>{t('version.back')}</a>
            </Show>
          </p>
          <div>
            <h1>{t('difference.title')}</h1>
            <p class="oa-subtle">{agenda().title}</p>
          </div>
          <p>{t('difference.page.intro')}</p>
        </div>
        <form class="oa-differences__question" onSubmit={(event) => event.preventDefault()}>
          <For each={['from', 'to'] as const}>
            {(end) => (
              <MomentField
                end={end}
                value={asking.question()[end]}
                versions={props.known.versions}
                mayReadDraft={mayReadDraft()}
                party={party()}
                onChange={(moment) => asking.setMoment(end, moment)}
              />
            )}
          </For>
          <SelectField
            label={t('difference.page.party')}
            onChange={(event) => {
              const id = event.currentTarget.value
              asking.setParty(isId<OrganisationId>(id) ? id : undefined)
            }}
          >
            <option value="">{t('difference.page.everyone')}</option>
            <For each={parties()}>
              {({ id, name }) => (
                <option value={id} selected={id === asking.question().party}>
                  {name}
                </option>
              )}
            </For>
          </SelectField>
          <p class="oa-row">
            <button type="button" class="oa-button" onClick={asking.swap}>
              {t('difference.page.swap')}
            </button>
          </p>
        </form>
        <Show
          when={mayReadDraft() || props.known.versions.length > 0}
          fallback={<p class="oa-subtle">{t('version.none')}</p>}
        >
          <Found agenda={agenda()} question={asking.question()} mayOpen={mayReadDraft()} />
        </Show>
      </main>
    </>
  )
}

function Found(props: {
  agenda: Agenda
  question: ReturnType<ReturnType<typeof createQuestion>['question']>
  mayOpen: boolean
}) {
  const { t } = useLanguage()
  const [answer, setAnswer] = createSignal<Answer<Differences>>()
  const [tries, setTries] = createSignal(0)
  createEffect(
    on([() => props.question, tries], ([question]) => {
      let isOver = false
      onCleanup(() => {
        isOver = true
      })
      setAnswer(undefined)
      void askDifferences(props.agenda.id, question).then((found) => {
        // Who chose something else meanwhile sees that, not this.
        if (!isOver) setAnswer(found)
      })
    }),
  )
  const found = () => {
    const given = answer()
    return given?.ok ? given.value : undefined
  }
  const why = () => {
    const given = answer()
    const status = given ? statusOf(given) : 0
    if (status === 403) return t('difference.page.notAllowed')
    if (status === 404) return t('difference.page.missing')
    return status === 429 ? t('difference.page.tooFast') : t('difference.page.failed')
  }
  return (
    <Switch
      fallback={
        <p role="status" class="oa-subtle">
          {t('difference.page.loading')}
        </p>
      }
    >
      <Match when={found()}>
        {(known) => (
          <>
            <Suspense>
              <ExportMenu agenda={props.agenda.id} question={props.question} />
            </Suspense>
            <DifferenceView agenda={props.agenda.id} found={known()} mayOpen={props.mayOpen} />
          </>
        )}
      </Match>
      <Match when={answer()}>
        <div class="oa-notice oa-notice--caution" role="alert">
          <div class="oa-stack">
            <p>{why()}</p>
            <button type="button" class="oa-button" onClick={() => setTries(tries() + 1)}>
              {t('difference.page.again')}
            </button>
          </div>
        </div>
      </Match>
    </Switch>
  )
}
