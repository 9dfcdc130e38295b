import type { JSX } from 'solid-js'
import { FieldPresence } from '../field-presence.tsx'
import { OvertakenNotice } from '../overtaken-notice.tsx'

/** One property: its name, its value edited in place, who is in it, and what a colleague set at the same moment. */
export function Property(props: { label: string; field: string; children: JSX.Element }) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>
        {props.children}
        <FieldPresence field={props.field} />
        <OvertakenNotice field={props.field} />
      </dd>
    </>
  )
}
