import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import { createStore } from 'solid-js/store'
import { needsWords, type Outcome, outcomes, type Step } from '../../../shared/adoption.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import { isExplained, refusalIn } from '../../../shared/version/refusals.ts'
import type { Answer } from '../../live/api.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError, TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { today } from '../../ui/today.ts'
import { isProblem, whyNot } from '../why-not.ts'
import { useAdoption } from './adoption-state.tsx'
import { DecisionFacts } from './decision-facts.tsx'
import { StepMark } from './outcome-mark.tsx'
import { changeOf, draftOf, fieldOf, groundOf, refusalOf, type StepField } from './step-draft.ts'
import { useStepWords } from './step-words.ts'

/** How a step stands now. What is refused is said beside its field, and nothing that was typed goes. */
export function StepDialog(props: { step: Step; organisation: OrganisationId; version: number; onClose: () => void }) {
  const { t } = useLanguage()
  const state = useAdoption()
  const words = useStepWords()
  const toast = useToast()
  const [draft, setDraft] = createStore(draftOf(props.step))
  const [wrong, setWrong] = createSignal<Partial<Record<StepField, string>>>({})
  const [failed, setFailed] = createSignal('')
  const [isBusy, setBusy] = createSignal(false)
  // As it was when the form opened: what somebody else fills in meanwhile is shown, and looked at before it is replaced.
  const before = props.step.recorded?.at
  const [seen, setSeen] = createSignal(before)
  let form!: HTMLFormElement
  let notice: HTMLDivElement | undefined

  const party = () => state.organisation(props.organisation)?.name ?? ''
  const isOnBehalf = () => state.authority(props.organisation) === 'behalf'
  // What this form itself is saving comes back before its answer does: that is nobody else's.
  const meanwhile = () => (isBusy() || props.step.recorded?.at === before ? undefined : props.step.recorded)
  const isOut = () => draft.outcome !== 'pending'
  const wordsLabel = () => {
    if (draft.outcome === 'done') return t('adoption.form.remark')
    return t(`adoption.form.${draft.outcome === 'done-with-reservation' ? 'reservation' : 'reason'}`)
  }
  const dateLabel = () => t('adoption.form.date', draft.outcome === 'withdrawn' ? 'withdrawn' : 'done')

  /** The ground that stands there, and whether it goes on standing there when nothing is filled in. */
  const groundHint = () => {
    const known = props.step.recorded?.ground
    if (!known) return t('adoption.form.groundHint')
    const isKept = groundOf({ ...draft, ground: '' }, props.step) === known
    return t(`adoption.form.${isKept ? 'groundKept' : 'groundBefore'}`, known)
  }

  /** Says what is wrong at its field, which gets the focus. */
  function say(field: StepField, text: string): void {
    setWrong({ [field]: text })
    const input = form.querySelector<HTMLElement>(`[name="${field}"]:checked, [name="${field}"]:not([type="radio"])`)
    input?.focus({ preventScroll: true })
    // With its label above it.
    input?.scrollIntoView({ block: 'center' })
  }

  async function keep(): Promise<void> {
    if (isBusy()) return
    setWrong({})
    setFailed('')
    const half = [...form.querySelectorAll<HTMLInputElement>('input[type="date"]')].find((one) => one.validity.badInput)
    if (half) return say(half.name as StepField, t('adoption.wrong.day'))
    const change = changeOf({ ...draft, ground: groundOf(draft, props.step) }, isOnBehalf())
    const steps = state.parties(props.version).find((row) => row.organisation === props.organisation)?.steps ?? []
    const refusal = refusalOf(steps, props.step.id, change, {
      person: state.agenda.me.person,
      isOnBehalf: isOnBehalf(),
      today: today(),
    })
    if (refusal && isExplained(refusal.why)) return say(refusal.field, t(`adoption.wrong.${refusal.why}`))
    if (props.step.recorded?.at !== seen()) return showOther()
    setBusy(true)
    const { version, organisation, step } = props
    const place = { version, organisation, step: step.id }
    const answer = await state.door.record(place, { ...change, expects: seen() ?? null })
    // What the server knows and this page did not is shown behind the form as well.
    const refreshed = state.refresh()
    if (isProblem(answer, 'adoption-changed')) {
      await refreshed
      setBusy(false)
      return showOther()
    }
    setBusy(false)
    if (!answer.ok) return explain(answer, change)
    toast({ text: t('adoption.form.done', party()) })
    props.onClose()
  }

  /** Brings what was filled in meanwhile under the eyes; what was typed here stays. */
  function showOther(): void {
    setSeen(props.step.recorded?.at)
    setFailed(t('adoption.form.lookFirst'))
    notice?.focus({ preventScroll: true })
    notice?.scrollIntoView({ block: 'center' })
  }

  function explain(answer: Exclude<Answer<unknown>, { ok: true }>, change: ReturnType<typeof changeOf>): void {
    const problem = answer.reason === 'problem' ? answer.problem : undefined
    const why = problem && refusalIn(problem)
    if (why) return say(fieldOf(why, change, today()), t(`adoption.wrong.${why}`))
    const field = explained.find((name) => problem?.errors?.some(({ path }) => path === name))
    if (field) return say(field, t(`adoption.wrong.${field}`))
    setFailed(whyNot(answer, t('adoption.notSaved')))
  }

  const text = (name: Exclude<StepField, 'outcome'>) => ({
    name,
    value: draft[name],
    wrong: wrong()[name],
    autocomplete: 'off',
    onInput: (event: InputEvent & { currentTarget: HTMLInputElement }) => setDraft(name, event.currentTarget.value),
  })

  return (
    <Dialog title={t('adoption.form.title', party())} onClose={props.onClose}>
      <p>{t('adoption.form.about', words.whole(props.step), props.version)}</p>
      <Show when={meanwhile()}>
        {(other) => (
          <div ref={notice} class="oa-notice oa-notice--caution" role="status" tabindex="-1">
            <Icon name="info" />
            <div class="oa-stack oa-stack--tight oa-stack--start">
              <span>{t('adoption.form.changedMeanwhile', state.nameOf(other().person) ?? t('adoption.somebody'))}</span>
              <StepMark step={props.step} />
              <DecisionFacts step={props.step} />
              <span>{t('adoption.form.yoursStays')}</span>
            </div>
          </div>
        )}
      </Show>
      <form
        ref={form}
        class="oa-stack"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <OutcomeField
          step={props.step}
          chosen={draft.outcome}
          wrong={wrong().outcome}
          onChoose={(outcome) => setDraft('outcome', outcome)}
        />
        <Show when={isOut()}>
          <TextField label={dateLabel()} type="date" {...text('date')} />
          <WordsField
            label={wordsLabel()}
            hint={needsWords(draft.outcome) ? undefined : t('adoption.form.optional')}
            wrong={wrong().words}
            value={draft.words}
            onInput={(value) => setDraft('words', value)}
          />
        </Show>
        <TextField
          label={t('adoption.form.reference')}
          hint={t('adoption.form.referenceHint')}
          maxlength="200"
          {...text('reference')}
        />
        <TextField
          label={t('adoption.form.link')}
          hint={t('adoption.form.linkHint')}
          type="url"
          maxlength="1000"
          {...text('link')}
        />
        <fieldset class="oa-fieldset">
          <legend>{t('adoption.form.planning')}</legend>
          <div class="oa-fields">
            <TextField label={t('adoption.form.due')} type="date" {...text('due')} />
            <TextField label={t('adoption.form.prepared')} type="date" {...text('prepared')} />
            <TextField label={t('adoption.form.submitted')} type="date" {...text('submitted')} />
          </div>
        </fieldset>
        <Show when={isOnBehalf()}>
          <p class="oa-notice">
            <Icon name="info" />
            <span>{t('adoption.form.behalf')}</span>
          </p>
          <TextField label={t('adoption.form.ground')} hint={groundHint()} maxlength="300" {...text('ground')} />
        </Show>
        <FieldError text={failed()} />
        <DialogActions go={t('adoption.form.go')} onCancel={props.onClose} />
      </form>
    </Dialog>
  )
}

/** What the server refuses of these by their form alone, each in a sentence of its own. */
const explained = ['link', 'ground', 'words', 'reference'] as const

function OutcomeField(props: {
  step: Step
  chosen: Outcome
  wrong: string | undefined
  onChoose: (outcome: Outcome) => void
}) {
  const { t } = useLanguage()
  const id = createUniqueId()
  const word = (outcome: Outcome): string => {
    const done = t(`adoption.outcome.${props.step.capacity}`)
    switch (outcome) {
      case 'done':
        return done
      case 'done-with-reservation':
        return t('adoption.outcome.withReservation', done)
      default:
        return t(`adoption.form.${outcome}`)
    }
  }
  return (
    <fieldset class="oa-fieldset" aria-describedby={id}>
      <legend>{t('adoption.form.outcome')}</legend>
      <For each={outcomes}>
        {(outcome) => (
          <label class="oa-check">
            <input
              type="radio"
              name="outcome"
              value={outcome}
              checked={props.chosen === outcome}
              onChange={() => props.onChoose(outcome)}
            />
            <span>{word(outcome)}</span>
          </label>
        )}
      </For>
      <FieldError id={id} text={props.wrong} />
    </fieldset>
  )
}

/** Several lines to fill in. */
function WordsField(props: {
  label: string
  hint: string | undefined
  wrong: string | undefined
  value: string
  onInput: (value: string) => void
}): JSX.Element {
  const id = createUniqueId()
  return (
    <div class="oa-field">
      <label class="oa-field__label" for={id}>
        {props.label}
      </label>
      <Show when={props.hint}>
        <span class="oa-field__hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      </Show>
      <textarea
        class="oa-input"
        id={id}
        name="words"
        rows={3}
        maxlength={2_000}
        value={props.value}
        aria-invalid={props.wrong ? 'true' : undefined}
        aria-describedby={props.hint ? `${id}-hint ${id}-wrong` : `${id}-wrong`}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <FieldError id={`${id}-wrong`} text={props.wrong} />
    </div>
  )
}
