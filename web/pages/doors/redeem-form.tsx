import { createSignal, For, Show } from 'solid-js'
import type { TokenMeaning } from '../../../shared/account.ts'
import { type OrganisationKind, organisationKinds } from '../../../shared/agenda.ts'
import { isEmail } from '../../../shared/email.ts'
import type { Doors } from '../../live/doors.ts'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError, SelectField, TextField } from '../../ui/text-field.tsx'
import { useSession } from '../session.tsx'
import { pageAfterSignIn } from '../start/page-after-sign-in.ts'
import { isProblem, whyNot } from '../why-not.ts'

type Field = 'name' | 'email' | 'region' | 'organisation'

/** The button of a link, with the questions it has to ask first. `onOver`: one is in, but not on the agenda it was for. */
export function RedeemForm(props: { token: string; meaning: TokenMeaning; doors: Doors; onOver: () => void }) {
  const { t } = useLanguage()
  const { session } = useSession()
  const [wrong, setWrong] = createSignal<Partial<Record<Field, string>>>({})
  const [failed, setFailed] = createSignal('')
  const [asksName, setAsksName] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const isFirst = () => props.meaning.kind === 'first'
  const needsName = () => props.meaning.needsName || isFirst() || asksName()
  let form!: HTMLFormElement

  const mistakes = (text: (field: Field) => string): Partial<Record<Field, string>> => ({
    ...(needsName() && !text('name') && { name: t('doors.nameWrong') }),
    ...(isFirst() && {
      ...(!isEmail(text('email')) && { email: t('doors.signIn.emailWrong') }),
      ...(!text('region') && { region: t('doors.link.regionWrong') }),
      ...(!text('organisation') && { organisation: t('doors.link.organisationWrong') }),
    }),
  })

  const redeem = async () => {
    const filled = new FormData(form)
    const text = (field: Field) => String(filled.get(field) ?? '').trim()
    const found = mistakes(text)
    setFailed('')
    setWrong(found)
    const first = (['name', 'email', 'region', 'organisation'] as const).find((field) => found[field])
    if (first) return form.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus()
    setBusy(true)
    const answer = await props.doors.redeem({
      token: props.token,
      ...(needsName() && { name: text('name') }),
      ...(isFirst() && {
        first: {
          email: text('email').toLowerCase(),
          region: text('region'),
          organisation: text('organisation'),
          // The choices of the select are these kinds and no other.
          organisationKind: String(filled.get('kind')) as OrganisationKind,
        },
      }),
    })
    setBusy(false)
    // A full load, so that nothing of who was here before stays in the memory of the page.
    if (answer.ok) {
      const { agenda, over } = answer.value
      if (over) return props.onOver()
      return location.assign(await pageAfterSignIn(session, agenda && `/agenda/${agenda}`))
    }
    if (isProblem(answer, 'name-needed') && !needsName()) return setAsksName(true)
    setFailed(whyNot(answer, t('doors.unreachable')))
  }

  return (
    <form
      ref={form}
      class="oa-stack"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy()) void redeem()
      }}
    >
      <Show when={needsName()}>
        <TextField
          label={t('doors.name')}
          hint={t('doors.nameHint')}
          wrong={wrong().name}
          name="name"
          autocomplete="name"
          maxlength="100"
          required
        />
      </Show>
      <Show when={isFirst()}>
        <FirstFields wrong={wrong()} />
      </Show>
      <FieldError text={failed()} />
      <p class="oa-row">
        <button type="submit" class="oa-button oa-button--primary" aria-disabled={busy()}>
          {t(`doors.link.buttons.${props.meaning.kind}`)}
        </button>
      </p>
    </form>
  )
}

/** Who sets up this board, and for which region. */
function FirstFields(props: { wrong: Partial<Record<Field, string>> }) {
  const { t } = useLanguage()
  return (
    <>
      <TextField
        label={t('doors.link.email')}
        hint={t('doors.link.emailHint')}
        wrong={props.wrong.email}
        name="email"
        type="email"
        autocomplete="email"
        maxlength="254"
        required
      />
      <TextField
        label={t('doors.link.region')}
        hint={t('doors.link.regionHint')}
        wrong={props.wrong.region}
        name="region"
        maxlength="100"
        required
      />
      <TextField
        label={t('doors.link.organisation')}
        hint={t('doors.link.organisationHint')}
        wrong={props.wrong.organisation}
        name="organisation"
        autocomplete="organization"
        maxlength="200"
        required
      />
      <SelectField label={t('doors.link.kind')} name="kind">
        <For each={organisationKinds}>{(kind) => <option value={kind}>{t(`words.organisation.${kind}`)}</option>}</For>
      </SelectField>
    </>
  )
}
