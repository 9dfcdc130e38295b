import { For, Show } from 'solid-js'
import { useLanguage } from '../../ui/language.tsx'
import { PersonMark } from '../../ui/person-mark.tsx'
import { belongsTo } from './belongs-to.ts'
import { useItem } from './item-context.ts'

/** The colleagues who are in this field right now, as small marks beside it. */
export function FieldPresence(props: { field: string }) {
  const { agenda, id } = useItem()
  const { t } = useLanguage()
  const here = () =>
    agenda.presentIn(id).filter(({ self, place }) => !self && !!place.field && belongsTo(place.field, props.field))
  return (
    <Show when={here().length > 0}>
      <span class="oa-field-presence">
        <For each={here()}>
          {({ user }) => (
            <PersonMark
              name={t('item.isHere', { name: user.name })}
              initials={user.initials}
              kind={user.kind}
              tone={user.tone}
            />
          )}
        </For>
      </span>
    </Show>
  )
}
