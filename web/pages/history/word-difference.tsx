import { diffWordsWithSpace } from 'diff'
import { createMemo, For, Show } from 'solid-js'
import { useLanguage } from '../../ui/language.tsx'

/** Longer than this the difference of every word costs more than it tells, in UTF-16 units of both together. */
const longest = 40_000
/** Of what stayed, only so much around a change is shown. */
const around = 60

/** What was taken out of a text and what was put in, by words: struck and underlined, and said to who does not see that. */
export function WordDifference(props: { before: string; after: string }) {
  const { t } = useLanguage()
  const parts = createMemo(() =>
    props.before.length + props.after.length > longest
      ? [
          { value: props.before, removed: true, added: false },
          { value: props.after, removed: false, added: true },
        ]
      : diffWordsWithSpace(props.before, props.after),
  )
  return (
    <p class="oa-difference">
      <For each={parts()}>
        {(part, index) => (
          <Show
            when={part.added || part.removed}
            fallback={shorten(part.value, index() === 0, index() === parts().length - 1)}
          >
            <Show when={part.added} fallback={<del>{said(t('history.removed'), part.value)}</del>}>
              <ins>{said(t('history.added'), part.value)}</ins>
            </Show>
          </Show>
        )}
      </For>
    </p>
  )
}

/** The word for it comes first, for a screen reader that does not tell struck text from other text. */
function said(word: string, text: string) {
  return (
    <>
      <span class="oa-visually-hidden">{`[${word}: `}</span>
      {text}
      <span class="oa-visually-hidden">]</span>
    </>
  )
}

function shorten(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= around * 2) return text
  const start = isFirst ? '' : text.slice(0, around)
  const end = isLast ? '' : text.slice(-around)
  return `${start} … ${end}`
}
