import { type Accessor, createEffect, createSignal, onCleanup } from 'solid-js'
import type * as Y from 'yjs'
import { type RichText, readRichText } from '../../../../shared/document/rich-text.ts'

/** A body as plain data that follows the document. */
export function createRichText(fragment: Accessor<Y.XmlFragment | undefined>): Accessor<RichText> {
  const [text, setText] = createSignal<RichText>(readRichText(fragment()))
  createEffect(() => {
    const source = fragment()
    const read = () => setText(readRichText(source))
    read()
    source?.observeDeep(read)
    onCleanup(() => source?.unobserveDeep(read))
  })
  return text
}
