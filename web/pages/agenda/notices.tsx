import '../dialog-texts.ts'
import { For, lazy, Match, Show, Suspense, Switch } from 'solid-js'
import { useAgenda } from '../../live/open-agenda.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useAddresses } from './addresses.ts'
import { useLeadTo } from './lead-to.ts'

const DraftsNotice = lazy(async () => ({ default: (await import('./drafts-notice.tsx')).DraftsNotice }))
const OvertakenNotice = lazy(async () => ({ default: (await import('./overtaken-notice.tsx')).OvertakenNotice }))

/** What happened, what is safe and what to do; nothing when all is well. */
export function Notices() {
  const agenda = useAgenda()
  const addresses = useAddresses()
  // An open item says this itself, beside the field.
  const overtaken = () => agenda.overtaken().filter(({ item }) => item !== addresses.openItem())
  return (
    <div class="oa-notices">
      <ConnectionNotice />
      <Suspense>
        <Show when={agenda.drafts().length > 0}>
          <DraftsNotice />
        </Show>
        <For each={overtaken()}>{(value) => <OvertakenNotice overtaken={value} />}</For>
      </Suspense>
    </div>
  )
}

function ConnectionNotice() {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const leadTo = useLeadTo()
  const saved = agenda.saved
  const offline = () => {
    const state = saved()
    return state.state === 'offline' ? state : undefined
  }
  const readOnly = () => {
    const state = saved()
    return state.state === 'server-read-only' ? state : undefined
  }
  const closed = () => {
    const state = saved()
    return state.state === 'closed' ? state : undefined
  }
  return (
    <Switch>
      <Match when={offline()}>
        {(state) => (
          <div class="oa-notice oa-notice--caution">
            <Icon name="offline" />
            <p>
              <strong>{t('board.notice.offlineTitle')}</strong>{' '}
              {agenda.mayEdit()
                ? t(`board.notices.offline.${state().waiting > 0 ? 'written' : 'none'}`)
                : t('board.notices.offlineReader')}
            </p>
          </div>
        )}
      </Match>
      <Match when={readOnly()}>
        {(state) => (
          <div
            ref={(notice) => queueMicrotask(() => leadTo(notice, t('board.notices.readOnlyTitle')))}
            class="oa-notice oa-notice--caution"
            role="alert"
            tabindex="-1"
          >
            <Icon name="late" />
            <p>
              <strong>{t('board.notices.readOnlyTitle')}</strong>{' '}
              {t(`board.notices.readOnly.${state().waiting > 0 ? 'written' : 'none'}`)}
            </p>
          </div>
        )}
      </Match>
      <Match when={closed()}>
        {(state) => (
          <div
            ref={(notice) => queueMicrotask(() => leadTo(notice, t('board.notices.closedTitle')))}
            class="oa-notice oa-notice--negative"
            role="alert"
            tabindex="-1"
          >
            <Icon name="late" />
            <div class="oa-stack">
              <p>
                <strong>{t('board.notices.closedTitle')}</strong> {t(`board.notices.closed.${state().reason}`)}
              </p>
              <Show
                when={state().reason === 'signed-out'}
                fallback={
                  <button type="button" class="oa-button" onClick={() => location.reload()}>
                    {t('board.notices.reload')}
                  </button>
                }
              >
                {/* A full load: who is signed in has to be asked anew. */}
                <a
                  class="oa-button"
                  rel="external"
                  href={`/?next=${encodeURIComponent(location.pathname + location.search)}`}
                >
                  {t('board.notices.signIn')}
                </a>
              </Show>
            </div>
          </div>
        )}
      </Match>
    </Switch>
  )
}
