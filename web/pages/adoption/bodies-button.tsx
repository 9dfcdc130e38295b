import { Show } from 'solid-js'
import type { OrganisationId } from '../../../shared/ids.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useAdoptionDialogs } from './adoption-dialogs.tsx'
import { useAdoption } from './adoption-state.tsx'

/** For who may set which bodies of a party do what. */
export function BodiesButton(props: { organisation: OrganisationId }) {
  const { t } = useLanguage()
  const state = useAdoption()
  const open = useAdoptionDialogs()
  return (
    <Show when={state.authority(props.organisation)}>
      <button
        type="button"
        class="oa-button oa-button--quiet oa-adoption__bodies"
        aria-label={t('adoption.table.bodiesOf', state.organisation(props.organisation)?.name ?? '')}
        onClick={() => open({ kind: 'bodies', organisation: props.organisation })}
      >
        <Icon name="settings" />
        <span>{t('adoption.table.bodies')}</span>
      </button>
    </Show>
  )
}
