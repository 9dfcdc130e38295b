import { type IconName, iconPaths } from './icon-paths.ts'

/** A sign beside its word: always hidden from screen readers, since the word says it. */
export function Icon(props: { name: IconName; small?: boolean }) {
  return (
    <svg
      class="oa-icon"
      classList={{ 'oa-icon--sm': props.small }}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={iconPaths[props.name]} />
    </svg>
  )
}

/** The triptych: three bars over three columns, the middle one heaviest. */
export function Logo() {
  return (
    <svg width="32" height="32" viewBox="0 0 32 32" fill="none" stroke="currentColor" aria-hidden="true">
      <path d="M5 8v18M27 8v18" stroke-width="3" />
      <path d="M16 4v24" stroke-width="7" />
    </svg>
  )
}
