import './door-texts.ts'
import { useParams } from '@solidjs/router'
import { createSignal, onMount, Show } from 'solid-js'
import { makeDoors } from '../../live/doors.ts'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import { DoorPage } from './door-page.tsx'

/** Where the last line of every digest leads. Opening it stops nothing; its button does, without signing in. */
export function StopPage() {
  const { t } = useLanguage()
  const params = useParams<{ token: string }>()
  const doors = makeDoors()
  const [state, setState] = createSignal<'asks' | 'stopped' | 'failed' | 'unreachable'>('asks')
  const stop = async () => {
    const answer = await doors.stopMails(params.token)
    if (answer.ok) return setState('stopped')
    setState(answer.reason === 'unreachable' ? 'unreachable' : 'failed')
  }
  return (
    <Show
      when={state() === 'stopped'}
      fallback={
        <DoorPage title={t('doors.stop.title')}>
          <p>{t('doors.stop.text')}</p>
          <FieldError
            text={
              { asks: '', stopped: '', failed: t('doors.stop.failed'), unreachable: t('doors.unreachable') }[state()]
            }
          />
          <p class="oa-row">
            <button type="button" class="oa-button oa-button--primary" onClick={() => void stop()}>
              {t('doors.stop.go')}
            </button>
            <Show when={state() === 'failed'}>
              <a class="oa-button" href="/ik">
                {t('doors.stop.account')}
              </a>
            </Show>
          </p>
        </DoorPage>
      }
    >
      <DoorPage title={t('doors.stop.doneTitle')}>
        <Done />
      </DoorPage>
    </Show>
  )
}

function Done() {
  const { t } = useLanguage()
  onMount(() => document.querySelector('h1')?.focus())
  return (
    <>
      <p>{t('doors.stop.done')}</p>
      <p class="oa-row">
        <a class="oa-button" href="/ik">
          {t('doors.stop.account')}
        </a>
      </p>
    </>
  )
}
