import '../../styles/start.css'
import { Match, Switch } from 'solid-js'
import { doors } from '../../../shared/messages/nl/doors.ts'
import { start } from '../../../shared/messages/nl/start.ts'
import { addDutchTexts, useLanguage } from '../../ui/language.tsx'
import { Loading } from '../loading.tsx'
import { PageTitle } from '../page-title.tsx'
import { useSession } from '../session.tsx'
import { MyAgendas } from './my-agendas.tsx'
import { SignedOut } from './signed-out.tsx'

addDutchTexts({ start, doors })

/** Signed out: what this is and how to look around. Signed in: my agendas. */
export function StartPage() {
  const { t } = useLanguage()
  const { who } = useSession()
  return (
    <>
      <PageTitle title={who()?.state === 'signed-in' ? t('start.agendas.title') : ''} />
      <Switch fallback={<SignedOut unreachable={who()?.state === 'unreachable'} />}>
        <Match when={who() === undefined}>
          <Loading />
        </Match>
        <Match when={signedIn(who())} keyed>
          {(known) => <MyAgendas me={known.me} offline={known.offline} />}
        </Match>
      </Switch>
    </>
  )
}

function signedIn(who: ReturnType<ReturnType<typeof useSession>['who']>) {
  return who?.state === 'signed-in' ? who : undefined
}
