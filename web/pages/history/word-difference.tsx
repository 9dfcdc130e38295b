import { createMemo, For, Match, Switch } from 'solid-js'
import { history } from '../../../shared/messages/nl/history.ts'
import { aroundWords, type TextPart, wordDifference } from '../../../shared/version/text-difference.ts'
import { addDutchTexts, useLanguage } from '../../ui/language.tsx'

addDutchTexts({ history })

/** Of what stayed, only so much around a change is shown. */
const around = 60

/** What was taken out of a text and what was put in, by words. */
export function WordDifference(props: { before: string; after: string }) {
  const parts = createMemo(() => aroundWords(wordDifference(props.before, props.after), { around, leftOut: '…' }))
  return (
    <p class="oa-difference">
      <ChangedWords parts={parts()} />
    </p>
  )
}

/** Words that came are underlined, words that went struck; and both are said to who does not see that. */
export function ChangedWords(props: { parts: readonly TextPart[] }) {
  const { t } = useLanguage()
  return (
    <For each={props.parts}>
      {({ text, change }) => (
        <Switch fallback={text}>
          <Match when={change === 'added'}>
            <ins>{said(t('history.added'), text)}</ins>
          </Match>
          <Match when={change === 'removed'}>
            <del>{said(t('history.removed'), text)}</del>
          </Match>
        </Switch>
      )}
    </For>
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
