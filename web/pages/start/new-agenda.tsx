import { useNavigate } from '@solidjs/router'
import { createSignal, For, lazy, onMount, Show, Suspense } from 'solid-js'
import type { Me } from '../../../shared/api.ts'
import { isDay } from '../../../shared/date.ts'
import { type AgendaId, makeId } from '../../../shared/ids.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { today } from '../../ui/today.ts'
import { useSession } from '../session.tsx'

const FromFile = lazy(async () => ({ default: (await import('./from-file.tsx')).FromFile }))

const starts = ['template', 'empty', 'file'] as const
type Start = (typeof starts)[number]

/** A new agenda, of which its maker becomes the coordinator: what it begins with, and then what that needs. */
export function NewAgenda(props: { me: Me; onCancel: () => void }) {
  const { t } = useLanguage()
  const [start, setStart] = createSignal<Start>('template')
  let section!: HTMLElement
  onMount(() => section.querySelector<HTMLInputElement>('input:checked')?.focus())
  return (
    <section ref={section} class="oa-paper oa-stack" aria-labelledby="new-agenda">
      <h2 id="new-agenda">{t('start.create.title')}</h2>
      <fieldset class="oa-fieldset">
        <legend>{t('start.create.start')}</legend>
        <For each={starts}>
          {(choice) => (
            <label class="oa-check">
              <input
                type="radio"
                name="start"
                value={choice}
                checked={start() === choice}
                onChange={() => setStart(choice)}
              />
              <span>{t(`start.create.${choice}`)}</span>
            </label>
          )}
        </For>
      </fieldset>
      <Show
        when={start() === 'file'}
        fallback={<NewForm start={start()} region={props.me.region} onCancel={props.onCancel} />}
      >
        <Suspense>
          <FromFile organisation={props.me.organisation} onCancel={props.onCancel} />
        </Suspense>
      </Show>
    </section>
  )
}

/** The form for an agenda that begins empty or from the template. */
function NewForm(props: { start: Start; region: string | undefined; onCancel: () => void }) {
  const { t } = useLanguage()
  const { session } = useSession()
  const navigate = useNavigate()
  const [wrong, setWrong] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  // Made once for this form, so that sending it again after a lost answer makes no second agenda.
  const id = makeId<AgendaId>()
  const firstYear = Number(today().slice(0, 4)) + 1
  let title!: HTMLInputElement

  const send = async (form: FormData) => {
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const [from, to] = [text('from'), text('to')]
    if (!text('title')) {
      title.focus()
      return setWrong(t('start.create.required'))
    }
    if (from && to && to < from) return setWrong(t('start.create.periodWrong'))
    setBusy(true)
    const answer = await session.createAgenda({
      id,
      title: text('title'),
      region: text('region'),
      ...(isDay(from) && { from }),
      ...(isDay(to) && { to }),
      start: props.start === 'empty' ? 'empty' : 'template',
    })
    setBusy(false)
    if (answer.ok) return navigate(`/agenda/${id}`)
    const why =
      answer.reason === 'problem' ? answer.problem.detail || answer.problem.title : t('start.create.unreachable')
    setWrong(t('start.create.failed', why))
  }

  return (
    <form
      class="oa-stack"
      novalidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy()) void send(new FormData(event.currentTarget))
      }}
    >
      <div class="oa-field">
        <label class="oa-field__label" for="new-title">
          {t('start.create.name')}
        </label>
        <span class="oa-field__hint" id="new-title-hint">
          {t('start.create.nameHint')}
        </span>
        <input
          ref={title}
          class="oa-input"
          id="new-title"
          name="title"
          maxlength="200"
          required
          aria-describedby="new-title-hint new-agenda-wrong"
          aria-invalid={wrong() === t('start.create.required')}
        />
      </div>
      <div class="oa-fields">
        <div class="oa-field">
          <label class="oa-field__label" for="new-region">
            {t('start.create.region')}
          </label>
          <input class="oa-input" id="new-region" name="region" maxlength="100" value={props.region ?? ''} />
        </div>
        <div class="oa-field">
          <label class="oa-field__label" for="new-from">
            {t('start.create.from')}
          </label>
          <input class="oa-input" id="new-from" name="from" type="date" value={`${firstYear}-01-01`} />
        </div>
        <div class="oa-field">
          <label class="oa-field__label" for="new-to">
            {t('start.create.to')}
          </label>
          <input class="oa-input" id="new-to" name="to" type="date" value={`${firstYear + 3}-12-31`} />
        </div>
      </div>
      <p class="oa-field__error" id="new-agenda-wrong" role="alert">
        <Show when={wrong()}>
          <Icon name="late" />
          {wrong()}
        </Show>
      </p>
      <p class="oa-row">
        <button type="submit" class="oa-button oa-button--primary" aria-disabled={busy()}>
          {t('start.create.go')}
        </button>
        <button type="button" class="oa-button oa-button--quiet" onClick={() => props.onCancel()}>
          {t('board.cancel')}
        </button>
      </p>
    </form>
  )
}
