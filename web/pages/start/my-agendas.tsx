import { createSignal, For, Match, Show, Switch } from 'solid-js'
import type { AgendaSummary } from '../../../shared/agenda.ts'
import type { Me } from '../../../shared/api.ts'
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

export function MyAgendas(props: { me: Me; offline: boolean }) {
  const { t } = useLanguage()
  const { session } = useSession()
  const agendas = createAsked(() => session.agendas())
  const [creating, setCreating] = createSignal(false)
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
        <section class="oa-stack" aria-labelledby="agendas">
          <p class="oa-subtle">{t('start.agendas.hello', personName(props.me.name, props.me.organisation))}</p>
          <div class="oa-row oa-row--apart">
            <h1 id="agendas">{t('start.agendas.title')}</h1>
            <Show when={!creating() && !props.offline}>
              <button type="button" class="oa-button" onClick={() => setCreating(true)}>
                <Icon name="plus" />
                {t('start.create.title')}
              </button>
            </Show>
          </div>
          <Show when={creating()}>
            <NewAgenda onCancel={() => setCreating(false)} />
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
              {(shown) => <For each={shown()}>{(agenda) => <AgendaCard agenda={agenda} />}</For>}
            </Match>
            <Match when={agendas()}>
              <Unreachable />
            </Match>
          </Switch>
        </section>
      </main>
    </>
  )
}

function AgendaCard(props: { agenda: AgendaSummary }) {
  const { t } = useLanguage()
  const format = useFormat()
  return (
    <article class="oa-paper oa-stack oa-stack--tight">
      <div class="oa-row oa-row--apart">
        <h2>
          <a href={`/agenda/${props.agenda.id}`}>{props.agenda.title}</a>
        </h2>
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
      </p>
    </article>
  )
}
