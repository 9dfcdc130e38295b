import { createSignal, For, Show } from 'solid-js'
import type { DigestRhythm } from '../../../shared/account.ts'
import type { Account } from '../../live/account.ts'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import { createAsked } from '../asked.ts'
import { whyNot } from '../why-not.ts'

/** In the order in which they are shown: from most mails to none. */
const digestRhythms: readonly DigestRhythm[] = ['at-once', 'daily', 'weekly', 'none']

/** How often the mail with news comes. A choice is kept at once. */
export function DigestChoice(props: { account: Account }) {
  const { t } = useLanguage()
  const toast = useToast()
  const [chosen, setChosen] = createSignal<DigestRhythm>()
  const [failed, setFailed] = createSignal('')
  const asked = createAsked(() => props.account.settings())
  const kept = () => {
    const answer = asked()
    return answer?.ok ? answer.value.digest : undefined
  }
  const choose = async (digest: DigestRhythm) => {
    const before = chosen()
    setChosen(digest)
    setFailed('')
    const answer = await props.account.changeSettings({ digest })
    if (answer.ok) return toast({ text: t('doors.account.digestKept') })
    setChosen(before)
    setFailed(whyNot(answer, t('doors.unreachable')))
  }
  const why = () => {
    const answer = asked()
    return failed() || (answer && !answer.ok ? whyNot(answer, t('doors.unreachable')) : '')
  }
  return (
    <section class="oa-stack" aria-labelledby="digest">
      <h2 id="digest">{t('doors.account.digest')}</h2>
      <p class="oa-subtle">{t('doors.account.digestHint')}</p>
      <Show when={kept()}>
        {(first) => (
          <fieldset class="oa-stack oa-stack--tight" aria-labelledby="digest">
            <For each={digestRhythms}>
              {(rhythm) => (
                <label class="oa-check">
                  <input
                    type="radio"
                    name="digest"
                    checked={(chosen() ?? first()) === rhythm}
                    onChange={() => void choose(rhythm)}
                  />
                  <span>{t(`doors.account.rhythm.${rhythm}`)}</span>
                </label>
              )}
            </For>
          </fieldset>
        )}
      </Show>
      <FieldError text={why()} />
    </section>
  )
}
