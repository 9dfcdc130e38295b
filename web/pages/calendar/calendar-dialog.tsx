import '../../styles/people.css'
import { createSignal, onMount, Show } from 'solid-js'
import type { AgendaId } from '../../../shared/ids.ts'
import { calendar } from '../../../shared/messages/nl/calendar.ts'
import { mayReadDraft, type Role } from '../../../shared/roles.ts'
import type { Answer } from '../../live/api.ts'
import { makeCalendarDoor } from '../../live/calendar.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { addDutchTexts, useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import { useCopy } from '../copy-text.ts'
import { whyNot } from '../why-not.ts'

addDutchTexts({ calendar })

/** What is known of my address: nothing yet, whether there is one, or the address itself, just after it was made. */
type Known = { kind: 'asking' } | { kind: 'none' } | { kind: 'kept'; since: string } | { kind: 'made'; address: string }

/** Makes, shows once and takes back the address by which my own calendar keeps up with an agenda. */
export function CalendarDialog(props: { agenda: AgendaId; role: Role; onClose: () => void }) {
  const { t, language } = useLanguage()
  const format = useFormat()
  const copy = useCopy()
  // It stays the same agenda as long as the dialog is open.
  const door = makeCalendarDoor(props.agenda)
  const [known, setKnown] = createSignal<Known>({ kind: 'asking' })
  const [said, setSaid] = createSignal('')
  const [failed, setFailed] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  let field: HTMLInputElement | undefined
  let makeButton!: HTMLButtonElement

  /** Does one thing at a time; what was pressed may go away, and the focus must not go with it. */
  async function act<Value>(ask: () => Promise<Answer<Value>>, done: (value: Value) => void): Promise<void> {
    if (busy()) return
    setBusy(true)
    setSaid('')
    setFailed('')
    const answer = await ask()
    setBusy(false)
    if (answer.ok) done(answer.value)
    else setFailed(whyNot(answer, t('calendar.unreachable')))
  }

  onMount(() => {
    void act(door.state, ({ since }) => setKnown(since ? { kind: 'kept', since } : { kind: 'none' }))
  })

  const make = () =>
    act(door.make, ({ path }) => {
      const asked = language() === 'en' ? '?language=en' : ''
      setKnown({ kind: 'made', address: location.origin + path + asked })
      setSaid(t('calendar.made'))
      field?.focus()
    })
  const revoke = () =>
    act(door.revoke, () => {
      setKnown({ kind: 'none' })
      setSaid(t('calendar.revoked'))
      makeButton.focus()
    })

  const address = () => {
    const now = known()
    return now.kind === 'made' ? now.address : ''
  }
  const since = () => {
    const now = known()
    return now.kind === 'kept' ? t('calendar.since', format.moment(now.since)) : ''
  }
  const isThere = () => known().kind === 'kept' || known().kind === 'made'
  return (
    <Dialog title={t('calendar.title')} onClose={props.onClose}>
      <p>{t('calendar.explain')}</p>
      <Show when={!mayReadDraft(props.role)}>
        <p>{t('calendar.reader')}</p>
      </Show>
      <p>{t('calendar.secret')}</p>
      <p role="status">{said() || since() || (busy() ? t('calendar.asking') : '')}</p>
      <FieldError text={failed()} />
      <Show when={address()}>
        <div class="oa-field">
          <label class="oa-field__label" for="calendar-address">
            {t('calendar.address')}
          </label>
          <input
            ref={field}
            id="calendar-address"
            class="oa-input oa-copyable"
            readonly
            value={address()}
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
        <p class="oa-row">
          <button
            type="button"
            class="oa-button oa-button--primary"
            onClick={() => void copy(address(), t('calendar.copied'))}
          >
            <Icon name="copy" />
            {t('calendar.copy')}
          </button>
          <a class="oa-button" href={address().replace(/^https?:/, 'webcal:')}>
            <Icon name="calendar" />
            {t('calendar.open')}
          </a>
        </p>
        <p class="oa-subtle">{t('calendar.how')}</p>
      </Show>
      <p class="oa-row">
        <button
          ref={makeButton}
          type="button"
          class="oa-button"
          classList={{ 'oa-button--primary': !isThere() }}
          aria-disabled={busy() ? 'true' : undefined}
          aria-describedby={isThere() ? 'calendar-renew' : undefined}
          onClick={() => void make()}
        >
          {isThere() ? t('calendar.renew') : t('calendar.make')}
        </button>
        <Show when={isThere()}>
          <button
            type="button"
            class="oa-button oa-button--quiet"
            aria-disabled={busy() ? 'true' : undefined}
            onClick={() => void revoke()}
          >
            {t('calendar.revoke')}
          </button>
        </Show>
      </p>
      <Show when={isThere()}>
        <p class="oa-subtle" id="calendar-renew">
          {t('calendar.renewHint')}
        </p>
      </Show>
    </Dialog>
  )
}
