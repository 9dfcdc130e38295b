import { Portal } from 'solid-js/web'
import type { DropTarget } from './drag.ts'

/** Where a dragged card will land: a line over the gap, so that nothing on the board has to make room. */
export function DropLine(props: { target: DropTarget; label: string }) {
  return (
    <Portal>
      <div
        class="oa-drop"
        aria-hidden="true"
        style={{
          '--x': `${props.target.line.x}px`,
          '--y': `${props.target.line.y}px`,
          '--w': `${props.target.line.width}px`,
        }}
      >
        <span class="oa-drop__label">{props.label}</span>
      </div>
    </Portal>
  )
}
