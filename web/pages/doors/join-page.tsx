import './door-texts.ts'
import { useParams } from '@solidjs/router'
import { createSignal, onMount, Show } from 'solid-js'
import { isEmail } from '../../../shared/email.ts'
import { type AgendaId, type CommentLinkId, isId } from '../../../shared/ids.ts'
import { makeDoors } from '../../live/doors.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError, TextField } from '../../ui/text-field.tsx'
import { NotFoundPage } from '../error-page.tsx'
import { whyNot } from '../why-not.ts'
import { DoorPage } from './door-page.tsx'

/** Where the shared link of a parent organisation leads: what this is, and who wants to have a say. */
export function JoinPage() {
  const params = useParams<{ agenda: string; link: string; secret: string }>()
  const link = () => {
    const { agenda, link, secret } = params
    return isId<AgendaId>(agenda) && isId<CommentLinkId>(link) ? { agenda, link, secret } : undefined
  }
  return (
    <Show when={link()} fallback={<NotFoundPage />}>
      {(known) => <Join link={known()} />}
    </Show>
  )
}

function Join(props: { link: { agenda: AgendaId; link: CommentLinkId; secret: string } }) {
  const { t } = useLanguage()
  const [sentTo, setSentTo] = createSignal<string>()
  return (
    <Show
      when={sentTo()}
      fallback={
        <DoorPage title={t('doors.join.title')}>
          <p>{t('doors.join.what')}</p>
          <p>{t('doors.join.you')}</p>
          <p class="oa-notice oa-notice--accent">
            <Icon name="info" />
            <span>{t('doors.join.private')}</span>
          </p>
          <JoinForm link={props.link} onSent={setSentTo} />
        </DoorPage>
      }
    >
      {(email) => (
        <DoorPage title={t('doors.join.sentTitle')}>
          <Sent email={email()} onBack={() => setSentTo(undefined)} />
        </DoorPage>
      )}
    </Show>
  )
}

function JoinForm(props: {
  link: { agenda: AgendaId; link: CommentLinkId; secret: string }
  onSent: (email: string) => void
}) {
  const { t } = useLanguage()
  const doors = makeDoors()
  const [nameWrong, setNameWrong] = createSignal('')
  const [emailWrong, setEmailWrong] = createSignal('')
  const [failed, setFailed] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  let name!: HTMLInputElement
  let email!: HTMLInputElement
  const send = async () => {
    const address = email.value.trim().toLowerCase()
    setFailed('')
    setNameWrong(name.value.trim() ? '' : t('doors.nameWrong'))
    setEmailWrong(isEmail(address) ? '' : t('doors.signIn.emailWrong'))
    if (nameWrong()) return name.focus()
    if (emailWrong()) return email.focus()
    setBusy(true)
    const answer = await doors.join({ ...props.link, name: name.value.trim(), email: address })
    setBusy(false)
    if (answer.ok) props.onSent(address)
    else setFailed(whyNot(answer, t('doors.unreachable')))
  }
  return (
    <form
      class="oa-stack"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy()) void send()
      }}
    >
      <TextField
        ref={name}
        label={t('doors.name')}
        hint={t('doors.nameHint')}
        wrong={nameWrong()}
        name="name"
        autocomplete="name"
        maxlength="100"
        required
      />
      <TextField
        ref={email}
        label={t('doors.join.email')}
        hint={t('doors.join.emailHint')}
        wrong={emailWrong()}
        name="email"
        type="email"
        autocomplete="email"
        maxlength="254"
        required
      />
      <FieldError text={failed()} />
      <p class="oa-row">
        <button type="submit" class="oa-button oa-button--primary" aria-disabled={busy()}>
          <Icon name="mail" />
          {t('doors.join.go')}
        </button>
      </p>
    </form>
  )
}

function Sent(props: { email: string; onBack: () => void }) {
  const { t } = useLanguage()
  onMount(() => document.querySelector('h1')?.focus())
  return (
    <>
      <p>{t('doors.join.sent', props.email)}</p>
      <p class="oa-subtle">{t('doors.join.sentHow')}</p>
      <p class="oa-row">
        <button type="button" class="oa-button" onClick={() => props.onBack()}>
          {t('doors.join.back')}
        </button>
      </p>
    </>
  )
}
