import { createEffect, onCleanup } from 'solid-js'
import { asRegionKey } from '../../../shared/region-key.ts'
import { useAgenda } from '../../live/open-agenda.ts'

/** Lets the region's own tokens (styles/tokens.css) apply while one of its agendas is open. */
export function createHouseStyle(): void {
  const agenda = useAgenda()
  createEffect(() => {
    document.documentElement.dataset.region = asRegionKey(agenda.record.region)
    onCleanup(() => delete document.documentElement.dataset.region)
  })
}
