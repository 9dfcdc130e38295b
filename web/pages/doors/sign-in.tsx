import { createSignal, Match, Switch } from 'solid-js'
import { isEmail } from '../../../shared/email.ts'
import { makeDoors } from '../../live/doors.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError, TextField } from '../../ui/text-field.tsx'
import { whyNot } from '../why-not.ts'
import { CodeForm } from './code-form.tsx'

/** Signing in by mail: asks for the address, then for the code that was sent to it. */
export function SignIn(props: { next: string | undefined }) {
  const doors = makeDoors()
  const [sentTo, setSentTo] = createSignal<string>()
  return (
    <Switch fallback={<AskForLink onSent={setSentTo} ask={doors.askForLink} />}>
      <Match when={sentTo()}>
        {(email) => <CodeForm email={email()} doors={doors} next={props.next} onOther={() => setSentTo(undefined)} />}
      </Match>
    </Switch>
  )
}

function AskForLink(props: { onSent: (email: string) => void; ask: ReturnType<typeof makeDoors>['askForLink'] }) {
  const { t } = useLanguage()
  const [wrong, setWrong] = createSignal('')
  const [failed, setFailed] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  let field!: HTMLInputElement
  const send = async () => {
    const email = field.value.trim().toLowerCase()
    setFailed('')
    setWrong(isEmail(email) ? '' : t('doors.signIn.emailWrong'))
    if (wrong()) return field.focus()
    setBusy(true)
    const answer = await props.ask(email)
    setBusy(false)
    if (answer.ok) props.onSent(email)
    else setFailed(whyNot(answer, t('doors.unreachable')))
  }
  return (
    <form
      class="oa-paper oa-stack"
      aria-labelledby="sign-in"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy()) void send()
      }}
    >
      <h2 id="sign-in">{t('doors.signIn.title')}</h2>
      <TextField
        ref={field}
        label={t('doors.signIn.email')}
        hint={t('doors.signIn.emailHint')}
        wrong={wrong()}
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
          {t('doors.signIn.go')}
        </button>
      </p>
    </form>
  )
}
