import { For, Show } from 'solid-js'
import { useLanguage } from '../../ui/language.tsx'
import { usePeople } from './people-state.tsx'

/** Who was on the agenda: what they wrote keeps their name. */
export function FormerMembers() {
  const { t } = useLanguage()
  const state = usePeople()
  return (
    <Show when={state.agenda.former.length > 0}>
      <details class="oa-former">
        <summary>{t('people.former.show', state.agenda.former.length)}</summary>
        <ul class="oa-list">
          <For each={state.agenda.former}>
            {(member) => (
              <li class="oa-former__line">
                {[member.name, state.organisation(member.organisation)?.name].filter(Boolean).join(', ')}
              </li>
            )}
          </For>
        </ul>
      </details>
    </Show>
  )
}
