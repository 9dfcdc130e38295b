import { useSearchParams } from '@solidjs/router'
import { createSignal, For, Show } from 'solid-js'
import type { DemoPerson } from '../../../shared/api.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { PersonMark } from '../../ui/person-mark.tsx'
import { personName } from '../../ui/person-name.ts'
import { createAsked } from '../asked.ts'
import { SignIn } from '../doors/sign-in.tsx'
import { PlainTopBar } from '../plain-top-bar.tsx'
import { useSession } from '../session.tsx'
import { pageAfterSignIn } from './page-after-sign-in.ts'

export function SignedOut(props: { unreachable: boolean }) {
  const { t } = useLanguage()
  const [search] = useSearchParams<{ next?: string }>()
  return (
    <>
      <PlainTopBar />
      <main class="oa-page oa-stack oa-stack--wide" id="content" tabindex="-1">
        <div class="oa-start">
          <div class="oa-stack">
            <h1 class="oa-start__title">{t('start.title')}</h1>
            <p class="oa-text">{t('start.what')}</p>
            <Triptych />
          </div>
          <div class="oa-stack">
            <Show when={search.next}>
              <p class="oa-notice oa-notice--accent">
                <Icon name="info" />
                {t('start.next')}
              </p>
            </Show>
            <Show when={!props.unreachable} fallback={<Unreachable />}>
              <SignIn next={search.next} />
            </Show>
          </div>
        </div>
        <Show when={!props.unreachable}>
          <DemoPeople />
        </Show>
      </main>
    </>
  )
}

function Triptych() {
  const { t } = useLanguage()
  return (
    <div class="oa-triptych">
      <div>
        <h2>{t('words.duty.municipality')}</h2>
        <p class="oa-subtle">{t('start.triptych.municipality')}</p>
      </div>
      <div>
        <h2>{t('words.duty.joint')}</h2>
        <p class="oa-subtle">{t('start.triptych.joint')}</p>
      </div>
      <div>
        <h2>{t('start.triptych.schoolBoardsTitle')}</h2>
        <p class="oa-subtle">{t('start.triptych.schoolBoards')}</p>
      </div>
    </div>
  )
}

/** One click each. Where the demo is off there is nobody to pick, and nothing here. */
function DemoPeople() {
  const { t } = useLanguage()
  const { session } = useSession()
  const [search] = useSearchParams<{ next?: string }>()
  const people = createAsked(() => session.demoPeople())
  const [failed, setFailed] = createSignal(false)
  const signIn = async (person: DemoPerson) => {
    const answer = await session.signIn(person.person)
    setFailed(!answer.ok)
    if (!answer.ok) return
    location.assign(await pageAfterSignIn(session, search.next))
  }
  const list = () => {
    const answer = people()
    return answer?.ok ? answer.value : []
  }
  return (
    <Show when={list().length > 0}>
      <section class="oa-stack" aria-labelledby="demo">
        <div>
          <h2 id="demo">{t('start.demoTitle')}</h2>
          <p class="oa-subtle">{t('start.demo')}</p>
        </div>
        <ul class="oa-list oa-list--people">
          <For each={list()}>
            {(person) => <DemoPersonButton person={person} onChoose={() => void signIn(person)} />}
          </For>
        </ul>
        <Show when={failed()}>
          <Unreachable />
        </Show>
      </section>
    </Show>
  )
}

function DemoPersonButton(props: { person: DemoPerson; onChoose: () => void }) {
  const { t } = useLanguage()
  const who = () => personName(props.person.name, props.person.organisation)
  return (
    <li>
      <button type="button" class="oa-list__link" onClick={() => props.onChoose()}>
        <PersonMark name={who()} initials={props.person.initials} kind={props.person.organisationKind} hidden />
        <span>
          <strong>{who()}</strong>
          <span class="oa-subtle">{t(`words.role.${props.person.role}`)}</span>
        </span>
        <Icon name="chevron-right" />
      </button>
    </li>
  )
}

export function Unreachable() {
  const { t } = useLanguage()
  return (
    <div class="oa-notice oa-notice--caution" role="alert">
      <Icon name="offline" />
      <div class="oa-stack">
        <p>{t('start.unreachable')}</p>
        <button type="button" class="oa-button" onClick={() => location.reload()}>
          {t('start.again')}
        </button>
      </div>
    </div>
  )
}
