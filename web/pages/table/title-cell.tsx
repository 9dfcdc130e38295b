import { createEffect, createSignal, type JSX, onCleanup, Show } from 'solid-js'
import { longest } from '../../../shared/document/longest.ts'
import { titleText } from '../../../shared/document/read.ts'
import type { Item } from '../../../shared/item.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useLanguage } from '../../ui/language.tsx'
import { bindLiveText } from '../item/fields/bind-live-text.ts'
import { onUndoKey } from '../item/fields/undo-keys.ts'

/** The title, written in place: every letter goes into the live text. */
export function TitleCell(props: { item: Item; name: string; mark: JSX.Element }) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  return (
    <th scope="row">
      <Show when={agenda.mayEdit()} fallback={props.item.title || t('board.card.untitled')}>
        <TitleField {...props} />
      </Show>
      {props.mark}
    </th>
  )
}

function TitleField(props: { item: Item; name: string }) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const [value, setValue] = createSignal('')
  let field!: HTMLTextAreaElement
  createEffect(() => {
    const text = titleText(agenda.doc, props.item.id)
    if (text) onCleanup(bindLiveText(field, text, setValue))
  })
  return (
    <span class="oa-grow oa-table__title" data-value={value()}>
      <textarea
        ref={field}
        rows={1}
        maxlength={longest.line}
        aria-label={t('board.table.titleOf', props.name)}
        placeholder={t('board.card.untitled')}
        data-field="title"
        onFocus={() => {
          agenda.undo.boundary()
          agenda.setPlace({ item: props.item.id, field: 'title' })
        }}
        onBlur={() => agenda.setPlace({})}
        onKeyDown={(event) => {
          onUndoKey(event, agenda.undo)
          if (event.key !== 'Enter' || event.isComposing) return
          event.preventDefault()
          field.blur()
        }}
      />
    </span>
  )
}
