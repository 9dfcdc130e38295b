import { createMemo, ErrorBoundary, type JSX, lazy, Show, Suspense } from 'solid-js'
import type * as Y from 'yjs'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useItem } from '../item-context.ts'
import { createRichText } from './create-rich-text.ts'
import { RichTextView } from './rich-text-view.tsx'

/** The editor weighs as much as the rest of the board: it comes when somebody who may write opens an item. */
const RichTextEditor = lazy(() =>
  import('../editor/rich-text-editor.tsx').then((module) => ({ default: module.RichTextEditor })),
)

type Props = {
  fragment: Y.XmlFragment | undefined
  label: string
  field: string
  placeholder?: string
  /** Offers the headings that an item's body has, while there is no text. */
  offersHeadings?: boolean
  focused?: boolean
  /** What stands there when there is no text and nothing can be written. */
  empty: JSX.Element
}

/** A long text: an editor for who may write, the same text to read for who may not and until the editor is there. */
export function RichTextField(props: Props) {
  const { mayEdit } = useItem()
  const fragment = createMemo(() => props.fragment)
  return (
    <Show when={mayEdit() && fragment()} keyed fallback={<Reading fragment={props.fragment} empty={props.empty} />}>
      {(live) => (
        <ErrorBoundary fallback={(error) => <WithoutEditor error={error} fragment={live} />}>
          <Suspense fallback={<Reading fragment={live} empty={null} />}>
            <RichTextEditor
              fragment={live}
              label={props.label}
              field={props.field}
              placeholder={props.placeholder ?? ''}
              offersHeadings={props.offersHeadings ?? false}
              focused={props.focused ?? false}
            />
          </Suspense>
        </ErrorBoundary>
      )}
    </Show>
  )
}

/** The editor could not be fetched, or broke: the text stays readable, and the rest of the sheet works on. */
function WithoutEditor(props: { error: unknown; fragment: Y.XmlFragment }) {
  const { t } = useLanguage()
  console.error(props.error)
  return (
    <>
      <div class="oa-notice oa-notice--caution" role="status">
        <Icon name="info" />
        <p>{t('item.body.noEditor')}</p>
      </div>
      <Reading fragment={props.fragment} empty={null} />
    </>
  )
}

function Reading(props: { fragment: Y.XmlFragment | undefined; empty: JSX.Element }) {
  const text = createRichText(() => props.fragment)
  return (
    <div class="oa-text">
      <Show when={text().length > 0} fallback={props.empty}>
        <RichTextView text={text()} />
      </Show>
    </div>
  )
}
