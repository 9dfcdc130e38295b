import { Show } from 'solid-js'
import type { ExportProgress } from '../../../shared/export/stream.ts'
import { useLanguage } from '../../ui/language.tsx'

/** How far the file is that somebody asked for. */
export type Making =
  | { kind: 'choosing' }
  | { kind: 'making'; stop: AbortController; progress: ExportProgress | undefined }
  | { kind: 'said'; text: string }
  | { kind: 'failed'; why: string }

/** A bar that moves, and words that are said only when something else begins: nobody wants to hear every percent. */
export function MakingState(props: { state: Making }) {
  const { t } = useLanguage()
  const said = () => {
    const { state } = props
    if (state.kind === 'said') return state.text
    if (state.kind !== 'making') return ''
    const { progress } = state
    return progress?.stage === 'waiting' ? t('exports.waiting', progress.before) : t('exports.making')
  }
  const isMaking = () => props.state.kind === 'making'
  const part = () => {
    const { state } = props
    if (state.kind !== 'making' || state.progress?.stage !== 'making') return undefined
    return state.progress.of > 1 ? state.progress : undefined
  }
  return (
    <div class="oa-export__state">
      <p role="status">{said()}</p>
      <Show when={isMaking()}>
        {/* Without a value the bar says that it goes on, and not how far. */}
        <Show when={part()} fallback={<progress class="oa-export__bar" aria-label={t('exports.progress')} />}>
          {(now) => (
            <progress class="oa-export__bar" aria-label={t('exports.progress')} max={now().of} value={now().done} />
          )}
        </Show>
      </Show>
    </div>
  )
}
