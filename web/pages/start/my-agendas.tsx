import { createSignal, For, Match, Show, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { AgendaSummary } from '../../../shared/agenda.ts'
import type { Me } from '../../../shared/api.ts'
import { makeAccount } from '../../live/account.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { personName } from '../../ui/person-name.ts'
import { createAsked } from '../asked.ts'
import { PlainTopBar } from '../plain-top-bar.tsx'
import { useSession } from '../session.tsx'
import { SignOutButton } from '../sign-out-button.tsx'
import { NewAgenda } from './new-agenda.tsx'
import { Unreachable } from './signed-out.tsx'
import { WaitingList } from './waiting.tsx'

export function MyAgendas(props: { me: Me; offline: boolean }) {
  const { t } = useLanguage()
  const { session } = useSession()
  const agendas = createAsked(() => session.agendas())
  const asked = createAsked(() => makeAccount().waiting())
  const [creating, setCreating] = createSignal(false)
  const waiting = () => {
    const answer = asked()
    return answer?.ok && answer.value.notices.length + answer.value.steps.length > 0 ? answer.value : undefined
  }
  const list = () => {
    const answer = agendas()
    return answer?.ok ? answer.value : undefined
  }
  return (
    <>
      <PlainTopBar>
        <SignOutButton />
      </PlainTopBar>
      <main class="oa-page oa-page--text oa-stack oa-stack--wide" id="content" tabindex="-1">
        {/* Both at once: what waits stands above the agendas, and must not push them down when it comes. */}
        <Show when={asked() && agendas()}>
          <div class="oa-stack">
            <p class="oa-row oa-row--facts">
              <span class="oa-subtle">
                {t('start.agendas.hello', personName(props.me.name, props.me.organisation))}
              </span>
              <a href="/ik">{t('doors.account.open')}</a>
            </p>
            <Show when={waiting()}>{(known) => <WaitingList waiting={known()} />}</Show>
          </div>
          <section class="oa-stack" aria-labelledby="agendas">
            <div class="oa-row oa-row--apart">
              <Dynamic component={waiting() ? 'h2' : 'h1'} id="agendas">
                {t('start.agendas.title')}
              </Dynamic>
              <Show when={!creating() && !props.offline && props.me.mayFound !== false}>
                <button type="button" class="oa-button" onClick={() => setCreating(true)}>
                  <Icon name="plus" />
                  {t('start.create.title')}
                </button>
              </Show>
            </div>
            <Show when={creating()}>
              <NewAgenda me={props.me} onCancel={() => setCreating(false)} />
            </Show>
            <Show when={props.offline}>
              <p class="oa-notice oa-notice--caution">
                <Icon name="offline" />
                {t('start.agendas.offline')}
              </p>
            </Show>
            <Switch>
              <Match when={list()?.length === 0}>
                <p class="oa-text">{t('start.agendas.none')}</p>
              </Match>
              <Match when={list()}>
                {(shown) => (
                  <For each={shown()}>
                    {(agenda) => <AgendaCard agenda={agenda} heading={waiting() ? 'h3' : 'h2'} />}
                  </For>
                )}
              </Match>
              <Match when={agendas()}>
                <Unreachable />
              </Match>
            </Switch>
          </section>
        </Show>
      </main>
    </>
  )
}

function AgendaCard(props: { agenda: AgendaSummary; heading: 'h2' | 'h3' }) {
  const { t } = useLanguage()
  const format = useFormat()
  return (
    <article class="oa-paper oa-stack oa-stack--tight">
      <div class="oa-row oa-row--apart">
        <Dynamic component={props.heading}>
          <a href={`/agenda/${props.agenda.id}`}>{props.agenda.title}</a>
        </Dynamic>
        <span class="oa-subtle">
          {[props.agenda.region, format.period(props.agenda.from, props.agenda.to)].filter(Boolean).join(', ')}
        </span>
      </div>
      <p class="oa-row oa-row--facts">
        <span class="oa-fact">
          <Icon name="people" />
          {t('start.agendas.counts', props.agenda.parties, props.agenda.people)}
        </span>
        <span class="oa-fact">
          <Icon name="user" />
          {t('start.agendas.role', props.agenda.role)}
        </span>
        <Show when={props.agenda.unread > 0}>
          <span class="oa-fact oa-fact--strong">
            <Icon name="comment" />
            {t('doors.waiting.unread', props.agenda.unread)}
          </span>
        </Show>
      </p>
    </article>
  )
}
