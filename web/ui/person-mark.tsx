import { Show } from 'solid-js'
import { shapeOf } from './organisation-shape.ts'
import { presenceTone } from './presence-tone.ts'

/**
 * A person: initials in the shape of their organisation's kind. The outline takes a tone only while that person is
 * on the board. With `hidden` the name is beside it already.
 */
export function PersonMark(props: { name: string; initials: string; kind: string; tone?: number; hidden?: boolean }) {
  const style = () => (props.tone === undefined ? {} : { '--oa-person-color': presenceTone(props.tone) })
  const drawing = () => (
    <>
      <svg class="oa-person__shape" viewBox="0 0 24 24" aria-hidden="true">
        <path d={shapeOf(props.kind)} />
      </svg>
      <span>{props.initials}</span>
    </>
  )
  return (
    <Show
      when={!props.hidden}
      fallback={
        <span class="oa-person" aria-hidden="true" style={style()}>
          {drawing()}
        </span>
      }
    >
      <span class="oa-person" role="img" aria-label={props.name} title={props.name} style={style()}>
        {drawing()}
      </span>
    </Show>
  )
}
