import { Match, Switch } from 'solid-js'
import type { Status } from '../../shared/item.ts'
import { useLanguage } from './language.tsx'

/** `agreed` is derived from the last version, so it is shown but never written. */
export type ShownStatus = Status | 'agreed'

/** A circle that fills as an item gets further, with its word. */
export function StatusMark(props: { status: ShownStatus }) {
  const { t } = useLanguage()
  return (
    <>
      <StatusIcon status={props.status} />
      {t(`words.status.${props.status}`)}
    </>
  )
}

export function StatusIcon(props: { status: ShownStatus }) {
  return (
    <svg
      class="oa-icon"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <Switch fallback={<circle cx="12" cy="12" r="9" />}>
        <Match when={props.status === 'proposed'}>
          <circle cx="12" cy="12" r="9" stroke-dasharray="3 3.28" />
        </Match>
        <Match when={props.status === 'done'}>
          <circle cx="12" cy="12" r="9.5" fill="currentColor" stroke="none" />
        </Match>
      </Switch>
      <path
        d={inside[props.status]}
        classList={{ 'oa-icon__fill': filled.has(props.status), 'oa-icon__cut': props.status === 'done' }}
      />
    </svg>
  )
}

const inside: Record<ShownStatus, string> = {
  proposed: '',
  discussing: 'M12 6a6 6 0 0 1 6 6h-6z',
  agreed: 'M12 6a6 6 0 0 1 0 12z',
  'in-progress': 'M12 6a6 6 0 1 1 -6 6h6z',
  done: 'M7.8 12.4l2.9 2.9 5.6-6',
  struck: 'M6 18L18 6',
}
const filled = new Set<ShownStatus>(['discussing', 'agreed', 'in-progress'])
