import '../../styles/export.css'
import { createEffect, on, type ParentProps, Show } from 'solid-js'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import type { Making, MakingState } from './create-making.ts'

/** How far a file is, and the buttons under it: what has it made, as the child, and what stops it. */
export function MakingView(props: ParentProps<{ making: Making }>) {
  const { t } = useLanguage()
  let row!: HTMLParagraphElement
  let wasOnStop = false
  /** The button that stops goes away with what it stops: the focus must not go with it. */
  createEffect(
    on(
      () => props.making.isMaking(),
      (isMaking) => {
        if (isMaking || !wasOnStop) return
        wasOnStop = false
        row.querySelector('button')?.focus()
      },
    ),
  )
  return (
    <div class="oa-making">
      <State state={props.making.state()} />
      <FieldError text={failure(props.making.state())} />
      <p class="oa-row" ref={row}>
        {props.children}
        <Show when={props.making.isMaking()}>
          <button
            type="button"
            class="oa-button"
            onClick={() => props.making.stop()}
            onFocus={() => {
              wasOnStop = true
            }}
            onBlur={(event) => {
              // Going away takes the focus to nowhere; somebody takes it elsewhere.
              if (event.relatedTarget) wasOnStop = false
            }}
          >
            {t('exports.stop')}
          </button>
        </Show>
      </p>
    </div>
  )
}

function failure(state: MakingState): string {
  return state.kind === 'failed' ? state.why : ''
}

/** A bar that moves, and words that are said only when something else begins: nobody wants to hear every percent. */
function State(props: { state: MakingState }) {
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
    <div class="oa-making__state">
      <p role="status">{said()}</p>
      <Show when={isMaking()}>
        {/* Without a value the bar says that it goes on, and not how far. */}
        <Show when={part()} fallback={<progress class="oa-making__bar" aria-label={t('exports.progress')} />}>
          {(now) => (
            <progress class="oa-making__bar" aria-label={t('exports.progress')} max={now().of} value={now().done} />
          )}
        </Show>
      </Show>
    </div>
  )
}
