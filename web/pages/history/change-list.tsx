import '../../styles/history.css'
import { createSignal, For, Match, onMount, Show, Switch } from 'solid-js'
import type { Change } from '../../../shared/api.ts'
import type { ItemId } from '../../../shared/ids.ts'
import { history as historyTexts } from '../../../shared/messages/nl/history.ts'
import { past as pastTexts } from '../../../shared/messages/nl/past.ts'
import { makeApi } from '../../live/api.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { addDutchTexts, useLanguage } from '../../ui/language.tsx'
import { ChangeRow } from './change-row.tsx'

addDutchTexts({ history: historyTexts, past: pastTexts })

/** So many changes the server gives at a time. */
const pageSize = 200

/** What changed in an item, or in the whole agenda, the last change first; older ones when they are asked for. */
export function ChangeList(props: { item?: ItemId }) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const api = makeApi()
  const [changes, setChanges] = createSignal<Change[]>([])
  const [state, setState] = createSignal<'loading' | 'more' | 'all' | 'failed'>('loading')

  const load = async () => {
    setState('loading')
    const before = changes().at(-1)?.seq
    const question = { ...(props.item && { item: props.item }), ...(before && { before }) }
    const answer = await api.history(agenda.record.id, question)
    if (!answer.ok) return setState('failed')
    setChanges([...changes(), ...answer.value.changes])
    return setState(answer.value.changes.length < pageSize ? 'all' : 'more')
  }
  onMount(() => void load())

  return (
    <>
      <ol class="oa-changes">
        <For each={changes()}>{(change) => <ChangeRow change={change} showsItem={props.item === undefined} />}</For>
      </ol>
      <Switch>
        <Match when={state() === 'loading'}>
          <p role="status" class="oa-subtle">
            {t('history.loading')}
          </p>
        </Match>
        <Match when={state() === 'failed'}>
          <div class="oa-notice oa-notice--caution" role="alert">
            <div class="oa-stack">
              <p>{t('history.unreachable')}</p>
              <button type="button" class="oa-button" onClick={() => void load()}>
                {t('history.again')}
              </button>
            </div>
          </div>
        </Match>
        <Match when={state() === 'more'}>
          <button type="button" class="oa-button" onClick={() => void load()}>
            {t('history.older')}
          </button>
        </Match>
        <Match when={state() === 'all'}>
          <Show when={changes().length === 0}>
            <p class="oa-subtle">{t('history.none')}</p>
          </Show>
        </Match>
      </Switch>
    </>
  )
}
