import '../../styles/doors.css'
import '../../styles/people.css'
import '../doors/door-texts.ts'
import { Navigate } from '@solidjs/router'
import { Match, Show, Switch } from 'solid-js'
import type { Me } from '../../../shared/api.ts'
import { makeAccount } from '../../live/account.ts'
import { useLanguage } from '../../ui/language.tsx'
import { personName } from '../../ui/person-name.ts'
import { ErrorPage } from '../error-page.tsx'
import { Loading } from '../loading.tsx'
import { PageTitle } from '../page-title.tsx'
import { PlainTopBar } from '../plain-top-bar.tsx'
import { useSession } from '../session.tsx'
import { SignOutButton } from '../sign-out-button.tsx'
import { DigestChoice } from './digest-choice.tsx'
import { SessionList } from './session-list.tsx'

/** What is mine: which mails I get, and where I am signed in. */
export function AccountPage() {
  const { t } = useLanguage()
  const { who } = useSession()
  const me = () => {
    const known = who()
    return known?.state === 'signed-in' && !known.offline ? known.me : undefined
  }
  return (
    <Switch fallback={<Loading />}>
      <Match when={who()?.state === 'signed-out'}>
        <Navigate href="/?next=/ik" />
      </Match>
      <Match when={me()}>{(known) => <Mine me={known()} />}</Match>
      <Match when={who()}>
        <ErrorPage title={t('board.error.unreachableTitle')} text={t('doors.unreachable')} />
      </Match>
    </Switch>
  )
}

function Mine(props: { me: Me }) {
  const { t } = useLanguage()
  const account = makeAccount()
  return (
    <>
      <PlainTopBar>
        <SignOutButton />
      </PlainTopBar>
      <PageTitle title={t('doors.account.title')} />
      <main class="oa-page oa-page--text oa-stack oa-stack--wide" id="content" tabindex="-1">
        <div class="oa-stack oa-stack--tight">
          <p>
            <a href="/">{t('board.myAgendas')}</a>
          </p>
          <h1>{t('doors.account.title')}</h1>
          <p>{t('doors.account.who', personName(props.me.name, props.me.organisation))}</p>
          <Show when={props.me.demo}>
            <p class="oa-subtle">{t('doors.account.demo')}</p>
          </Show>
        </div>
        <DigestChoice account={account} />
        <SessionList account={account} />
      </main>
    </>
  )
}
