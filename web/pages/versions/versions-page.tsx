import '../../styles/people.css'
import '../../styles/versions.css'
import { useParams } from '@solidjs/router'
import { createSignal, For, lazy, Show, Suspense } from 'solid-js'
import type { Agenda } from '../../../shared/api.ts'
import { type AgendaId, isId } from '../../../shared/ids.ts'
import { may } from '../../../shared/rights.ts'
import type { VersionSummary } from '../../../shared/version/api.ts'
import type { Answer } from '../../live/api.ts'
import { type AgendaVersions, makeAgendaVersions } from '../../live/versions.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { createAsked } from '../asked.ts'
import { VersionLinks } from '../differences/version-links.tsx'
import { PageTitle } from '../page-title.tsx'
import { PlainTopBar } from '../plain-top-bar.tsx'
import { FreezePanel } from './freeze-panel.tsx'
import { nameOf } from './names.ts'
import { WithAnswer } from './with-answer.tsx'

const CalendarDialog = lazy(async () => ({ default: (await import('../calendar/calendar-dialog.tsx')).CalendarDialog }))

type Known = { agenda: Agenda; versions: VersionSummary[]; door: AgendaVersions }

/** All versions of an agenda, also for readers; who may freeze one does that here. */
export function VersionsPage() {
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
  return { ok: true, value: { agenda: agenda.value, versions: versions.value.versions, door } }
}

function Screen(props: { known: Known }) {
  const { t } = useLanguage()
  const format = useFormat()
  const [fresh, setFresh] = createSignal<VersionSummary[]>([])
  const agenda = () => props.known.agenda
  const [hasCalendar, setHasCalendar] = createSignal(false)
  const versions = () => [...fresh(), ...props.known.versions]
  return (
    <>
      <PlainTopBar />
      <PageTitle title={t('version.title')} />
      <main class="oa-page oa-page--text oa-stack oa-stack--wide" id="content" tabindex="-1">
        <div class="oa-stack">
          <Show when={may(agenda().role, 'read-draft')}>
            <p>
              <a href={`/agenda/${agenda().id}`}>{t('version.back')}</a>
            </p>
          </Show>
          <div>
            <h1>{t('version.title')}</h1>
            <p class="oa-subtle">{agenda().title}</p>
          </div>
          <p>{t('version.intro')}</p>
          <Show when={versions().length > 0}>
            <p>
              <a href={`/agenda/${agenda().id}/vaststelling`}>{t('version.adoption.follow')}</a>
            </p>
          </Show>
          <p class="oa-row">
            <button type="button" class="oa-button" onClick={() => setHasCalendar(true)}>
              <Icon name="calendar" />
              {t('board.menu.calendar')}
            </button>
          </p>
        </div>
        <Show when={versions().length > 0} fallback={<p class="oa-subtle">{t('version.none')}</p>}>
          <ol class="oa-versions">
            <For each={versions()}>
              {(version) => (
                <li class="oa-version">
                  <h2>
                    <a href={`/agenda/${agenda().id}/versies/${version.number}`}>{t('version.name', version.number)}</a>
                  </h2>
                  <p>
                    {t(
                      'version.frozen',
                      format.moment(version.at),
                      nameOf(agenda(), version.by) ?? t('version.somebody'),
                    )}
                    {' · '}
                    {t('version.items', version.items)}
                  </p>
                  <Show when={version.remark}>
                    <p>{version.remark}</p>
                  </Show>
                  <VersionLinks
                    agenda={agenda().id}
                    number={version.number}
                    mayReadDraft={may(agenda().role, 'read-draft')}
                  />
                  <Show when={version.publication}>
                    {(publication) => (
                      <p class="oa-row">
                        <Icon name="eye" />
                        <a href={publication().path} rel="external">
                          {t('version.public')}
                        </a>
                      </p>
                    )}
                  </Show>
                </li>
              )}
            </For>
          </ol>
        </Show>
        <Show when={may(agenda().role, 'freeze-version')}>
          <FreezePanel
            agenda={agenda().id}
            door={props.known.door}
            onFrozen={(version) => setFresh((known) => [version, ...known])}
          />
        </Show>
      </main>
      <Suspense>
        <Show when={hasCalendar()}>
          <CalendarDialog agenda={agenda().id} role={agenda().role} onClose={() => setHasCalendar(false)} />
        </Show>
      </Suspense>
    </>
  )
}
