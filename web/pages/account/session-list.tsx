import { createSignal, For, Show } from 'solid-js'
import type { Sessions } from '../../../shared/account.ts'
import type { Account } from '../../live/account.ts'
import type { Answer } from '../../live/api.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { whyNot } from '../why-not.ts'

type Row = Sessions['sessions'][number]

/** Where I am signed in; each can be ended, this one by signing out. */
export function SessionList(props: { account: Account }) {
  const { t } = useLanguage()
  const toast = useToast()
  const [rows, setRows] = createSignal<Row[]>()
  const [failed, setFailed] = createSignal('')
  let heading!: HTMLHeadingElement
  const load = async () => {
    const answer = await props.account.sessions()
    if (answer.ok) setRows(answer.value.sessions)
    else setFailed(whyNot(answer, t('doors.unreachable')))
  }
  void load()
  const end = async (ending: Promise<Answer<undefined>>, done: string) => {
    const answer = await ending
    setFailed(answer.ok ? '' : whyNot(answer, t('doors.unreachable')))
    if (!answer.ok) return
    toast({ text: done })
    await load()
    // The button that was pressed is gone with its row.
    heading.focus()
  }
  return (
    <section class="oa-stack" aria-labelledby="sessions">
      <h2 ref={heading} id="sessions" tabindex="-1">
        {t('doors.account.sessions')}
      </h2>
      <p class="oa-subtle">{t('doors.account.sessionsHint')}</p>
      <FieldError text={failed()} />
      <Show when={rows()}>
        {(shown) => (
          <>
            <ul class="oa-list oa-list--ruled">
              <For each={shown()}>
                {(row) => (
                  <SessionRow
                    row={row}
                    onEnd={(name) => void end(props.account.endSession(row.id), t('doors.account.ended', name))}
                  />
                )}
              </For>
            </ul>
            <Show when={shown().length > 1} fallback={<p class="oa-subtle">{t('doors.account.none')}</p>}>
              <p class="oa-row">
                <button
                  type="button"
                  class="oa-button"
                  onClick={() => void end(props.account.endOtherSessions(), t('doors.account.endedOthers'))}
                >
                  <Icon name="sign-out" />
                  {t('doors.account.endOthers')}
                </button>
              </p>
            </Show>
          </>
        )}
      </Show>
    </section>
  )
}

function SessionRow(props: { row: Row; onEnd: (name: string) => void }) {
  const { t } = useLanguage()
  const format = useFormat()
  const name = () => props.row.device || t('doors.account.unknownDevice')
  return (
    <li class="oa-person-row">
      <Icon name="screen" />
      <div>
        <p>
          <strong>{name()}</strong>{' '}
          <Show when={props.row.isThis}>
            <span class="oa-subtle">({t('doors.account.thisOne')})</span>
          </Show>
        </p>
        <p class="oa-subtle">
          {t('doors.account.since', format.moment(props.row.createdAt))},{' '}
          {t('doors.account.seen', format.moment(props.row.seenAt))}
        </p>
      </div>
      <Show when={!props.row.isThis}>
        <button
          type="button"
          class="oa-button"
          aria-label={t('doors.account.endOf', name())}
          onClick={() => props.onEnd(name())}
        >
          {t('doors.account.end')}
        </button>
      </Show>
    </li>
  )
}
