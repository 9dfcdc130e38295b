import { createEffect, onCleanup } from 'solid-js'
import { useAgenda } from '../../live/open-agenda.ts'

/** Lets the region's own tokens (styles/tokens.css) apply while one of its agendas is open. */
export function createHouseStyle(): void {
  const agenda = useAgenda()
  createEffect(() => {
    document.documentElement.dataset.region = regionName(agenda.record.region)
    onCleanup(() => delete document.documentElement.dataset.region)
  })
}

function regionName(region: string): string {
  return region
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
