import { Show } from 'solid-js'
import { titleText } from '../../../shared/document/read.ts'
import { useLanguage } from '../../ui/language.tsx'
import { FieldPresence } from './field-presence.tsx'
import { LiveTextField } from './fields/live-text-field.tsx'
import { useItem } from './item-context.ts'

/** The title: the heading of the sheet, and for who may write at the same time the field in which it is written. */
export function ItemTitle(props: { headingId: string; onEnter: () => void }) {
  const { agenda, id, item, mayEdit } = useItem()
  const { t } = useLanguage()
  const title = () => item().title || t('item.untitled')
  return (
    <div class="oa-sheet__title">
      <h1 id={props.headingId} classList={{ 'oa-visually-hidden': mayEdit() }}>
        {title()}
      </h1>
      <Show when={mayEdit()}>
        <LiveTextField
          class="oa-title"
          text={titleText(agenda.doc, id)}
          label={t('item.title')}
          field="title"
          placeholder={t('item.untitled')}
          onEnter={props.onEnter}
        />
      </Show>
      <FieldPresence field="title" />
    </div>
  )
}
