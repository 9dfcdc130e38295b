import './difference-texts.ts'
import { Show } from 'solid-js'
import type { AgendaId } from '../../../shared/ids.ts'
import { useLanguage } from '../../ui/language.tsx'
import { differencesPath } from './addresses.ts'

/** From a version to what it changed, and to what changed since. */
export function VersionLinks(props: {
  agenda: AgendaId
  number: number
  /** Whether somebody may see the living agenda, which goes on after the version. */
  mayReadDraft: boolean
}) {
  const { t } = useLanguage()
  const version = (number: number) => ({ kind: 'version' as const, number })
  return (
    <Show when={props.number > 1 || props.mayReadDraft}>
      <p class="oa-row oa-row--wide">
        <Show when={props.number > 1}>
          <a
            href={differencesPath(props.agenda, { from: version(props.number - 1), to: version(props.number) })}
            aria-label={t('difference.page.betweenVersions', props.number - 1, props.number)}
          >
            {t('difference.page.against', props.number - 1)}
          </a>
        </Show>
        <Show when={props.mayReadDraft}>
          <a href={differencesPath(props.agenda, { from: version(props.number), to: { kind: 'now' } })}>
            {t('difference.page.since', props.number)}
          </a>
        </Show>
      </p>
    </Show>
  )
}
