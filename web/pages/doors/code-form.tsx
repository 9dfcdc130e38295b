import '../../styles/doors.css'
import { createSignal, onCleanup, onMount, Show } from 'solid-js'
import type { Doors } from '../../live/doors.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError, TextField } from '../../ui/text-field.tsx'
import { createAsked } from '../asked.ts'
import { useSession } from '../session.tsx'
import { pageAfterSignIn } from '../start/page-after-sign-in.ts'
import { isProblem, whyNot } from '../why-not.ts'

const againAfterMs = 60_000

/** What to do with the mail: open its link, or enter its code in this window. */
export function CodeForm(props: { email: string; doors: Doors; next: string | undefined; onOther: () => void }) {
  const { t } = useLanguage()
  const { session } = useSession()
  const [codeWrong, setCodeWrong] = createSignal('')
  const [nameWrong, setNameWrong] = createSignal('')
  const [needsName, setNeedsName] = createSignal(false)
  const [failed, setFailed] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  let heading!: HTMLHeadingElement
  let code!: HTMLInputElement
  let name: HTMLInputElement | undefined
  // What the form was is gone from under the reader: what it became is where reading goes on.
  onMount(() => {
    heading.focus()
    // On a phone the field for the code would lie below the edge of the screen.
    heading.parentElement?.scrollIntoView({ block: 'nearest' })
  })

  const enter = async () => {
    const digits = code.value.replace(/\s/g, '')
    const called = name?.value.trim() ?? ''
    setFailed('')
    setCodeWrong(/^\d{6}$/.test(digits) ? '' : t('doors.signIn.codeWrong'))
    if (codeWrong()) return code.focus()
    setNameWrong(needsName() && !called ? t('doors.nameWrong') : '')
    if (nameWrong()) return name?.focus()
    setBusy(true)
    const answer = await props.doors.redeem({ email: props.email, code: digits, ...(called && { name: called }) })
    setBusy(false)
    if (answer.ok) return location.assign(await pageAfterSignIn(session, props.next))
    if (isProblem(answer, 'name-needed')) {
      setNeedsName(true)
      return name?.focus()
    }
    setFailed(whyNot(answer, t('doors.unreachable')))
  }
  return (
    <div class="oa-paper oa-stack">
      <h2 ref={heading} id="sign-in" tabindex="-1">
        {t('doors.signIn.sentTitle')}
      </h2>
      <p>{t('doors.signIn.sent', props.email)}</p>
      <p>{t('doors.signIn.sentHow')}</p>
      <form
        class="oa-stack"
        aria-labelledby="sign-in"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!busy()) void enter()
        }}
      >
        <TextField
          ref={code}
          class="oa-field--code"
          label={t('doors.signIn.code')}
          hint={t('doors.signIn.codeHint')}
          wrong={codeWrong()}
          name="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength="10"
          required
        />
        <Show when={needsName()}>
          <TextField
            ref={(field) => {
              name = field
            }}
            label={t('doors.name')}
            hint={t('doors.nameHint')}
            wrong={nameWrong()}
            name="name"
            autocomplete="name"
            maxlength="100"
            required
          />
        </Show>
        <FieldError text={failed()} />
        <p class="oa-row">
          <button type="submit" class="oa-button oa-button--primary" aria-disabled={busy()}>
            {t('doors.signIn.codeGo')}
          </button>
          <button type="button" class="oa-button oa-button--quiet" onClick={() => props.onOther()}>
            {t('doors.signIn.other')}
          </button>
        </p>
      </form>
      <Again email={props.email} doors={props.doors} onFailed={setFailed} />
    </div>
  )
}

function Again(props: { email: string; doors: Doors; onFailed: (why: string) => void }) {
  const { t } = useLanguage()
  const announce = useAnnounce()
  const [ready, setReady] = createSignal(false)
  const outbox = createAsked(() => props.doors.outbox())
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    setReady(false)
    clearTimeout(timer)
    timer = setTimeout(() => setReady(true), againAfterMs)
  }
  wait()
  onCleanup(() => clearTimeout(timer))
  const again = async () => {
    if (!ready()) return
    const answer = await props.doors.askForLink(props.email)
    if (!answer.ok) return props.onFailed(whyNot(answer, t('doors.unreachable')))
    props.onFailed('')
    announce(t('doors.signIn.sentAgain'))
    wait()
  }
  return (
    <div class="oa-stack oa-stack--tight oa-stack--start">
      <p class="oa-subtle" id="again-hint">
        {t(`doors.signIn.${ready() ? 'ready' : 'wait'}`)}
      </p>
      <p class="oa-row">
        <button
          type="button"
          class="oa-button"
          aria-disabled={!ready()}
          aria-describedby="again-hint"
          onClick={() => void again()}
        >
          {t('doors.signIn.again')}
        </button>
        <Show when={outbox()?.ok}>
          <a href="/outbox">{t('doors.signIn.outbox')}</a>
        </Show>
      </p>
    </div>
  )
}
