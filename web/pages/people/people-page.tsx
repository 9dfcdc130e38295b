import '../../styles/people.css'
import '../../styles/table.css'
import './people-texts.ts'
import { Navigate, useLocation, useParams } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import type { Agenda } from '../../../shared/api.ts'
import { type AgendaId, isId } from '../../../shared/ids.ts'
import type { People } from '../../../shared/people.ts'
import { may } from '../../../shared/rights.ts'
import { type Answer, statusOf } from '../../live/api.ts'
import { makeAgendaPeople } from '../../live/people.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { createAsked } from '../asked.ts'
import { ErrorPage } from '../error-page.tsx'
import { Loading } from '../loading.tsx'
import { PageTitle } from '../page-title.tsx'
import { PlainTopBar } from '../plain-top-bar.tsx'
import { CommentLinks } from './comment-links.tsx'
import { FormerMembers } from './former-members.tsx'
import { InvitationList } from './invitation-list.tsx'
import { OrganisationList } from './organisation-list.tsx'
import { PeopleActions } from './people-actions.tsx'
import { PeopleProvider, usePeople } from './people-state.tsx'

type Known = { agenda: Answer<Agenda>; people: People | undefined }

/** Who is on an agenda. Everyone on it sees who sits at the table; a coordinator invites, changes and ends. */
export function PeoplePage() {
  const { t } = useLanguage()
  const params = useParams<{ id: string }>()
  const location = useLocation()
  const door = makeAgendaPeople(params.id as AgendaId)
  const asked = createAsked(async (): Promise<Known | undefined> => {
    if (!isId<AgendaId>(params.id)) return undefined
    const agenda = await door.agenda()
    const people = agenda.ok && may(agenda.value.role, 'manage-people') ? await door.people() : undefined
    return { agenda, people: people?.ok ? people.value : undefined }
  })
  const opened = () => {
    const known = asked()
    return known?.agenda.ok ? { agenda: known.agenda.value, people: known.people } : undefined
  }
  const status = () => {
    const known = asked()
    return known && statusOf(known.agenda)
  }
  return (
    <Switch fallback={<Loading />}>
      <Match when={opened()}>
        {(known) => (
          <PeopleProvider agenda={known().agenda} people={known().people} door={door}>
            <Screen />
          </PeopleProvider>
        )}
      </Match>
      <Match when={status() === 401}>
        <Navigate href={`/?next=${encodeURIComponent(location.pathname + location.search + location.hash)}`} />
      </Match>
      <Match when={status() === 0}>
        <ErrorPage title={t('board.error.unreachableTitle')} text={t('doors.unreachable')} />
      </Match>
      <Match when={!isId(params.id) || status()}>
        <ErrorPage title={t('board.error.notFoundTitle')} text={t('board.error.notFound')} />
      </Match>
    </Switch>
  )
}

function Screen() {
  const { t } = useLanguage()
  const state = usePeople()
  const open = () => state.people.invitations.filter(({ state }) => state === 'open' || state === 'expired')
  const board = () => `/agenda/${state.agenda.id}`
  return (
    <>
      <PlainTopBar />
      <PageTitle title={t('people.title')} />
      <main class="oa-page oa-page--text oa-stack oa-stack--wide" id="content" tabindex="-1">
        <div class="oa-stack">
          <p>
            <a href={board()}>{t('people.back')}</a>
          </p>
          <div>
            <h1>{t('people.title')}</h1>
            <p class="oa-subtle">{state.agenda.title}</p>
          </div>
          <p class="oa-row oa-row--facts">
            <span class="oa-fact">
              <Icon name="people" />
              {t('people.finding', state.agenda.members.length, state.agenda.organisations.length)}
            </span>
            <Show when={open().length > 0}>
              <span class="oa-fact">
                <Icon name="mail" />
                {t('people.outside', open().length)}
              </span>
            </Show>
          </p>
          <Show when={state.mayManage()}>
            <PeopleActions />
          </Show>
        </div>
        <Show when={state.mayManage() && state.people.invitations.length > 0}>
          <InvitationList invitations={open()} />
        </Show>
        <OrganisationList />
        <Show when={state.mayManage()}>
          <CommentLinks />
        </Show>
        <FormerMembers />
      </main>
    </>
  )
}
