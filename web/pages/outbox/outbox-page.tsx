import '../../styles/doors.css'
import '../doors/door-texts.ts'
import { createSignal, For, Match, Switch } from 'solid-js'
import type { LocalMail, Outbox } from '../../../shared/account.ts'
import type { Answer } from '../../live/api.ts'
import { makeDoors } from '../../live/doors.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Loading } from '../loading.tsx'
import { PageTitle } from '../page-title.tsx'
import { PlainTopBar } from '../plain-top-bar.tsx'

/** The mails of a server that sends none, for who tries the board on their own machine. */
export function OutboxPage() {
  const { t } = useLanguage()
  const doors = makeDoors()
  const [answer, setAnswer] = createSignal<Answer<Outbox>>()
  const load = async () => {
    setAnswer(await doors.outbox())
  }
  void load()
  const mails = () => {
    const known = answer()
    return known?.ok ? known.value.mails : undefined
  }
  const title = () => t(`doors.outbox.${answer()?.ok === false ? 'absentTitle' : 'title'}`)
  return (
    <Switch fallback={<Loading />}>
      <Match when={answer()}>
        <PlainTopBar />
        <PageTitle title={title()} />
        <main class="oa-page oa-page--text oa-stack" id="content" tabindex="-1">
          <h1>{title()}</h1>
          <Switch>
            <Match when={mails()}>
              {(shown) => (
                <>
                  <p>{t('doors.outbox.text')}</p>
                  <p class="oa-row">
                    <button type="button" class="oa-button" onClick={() => void load()}>
                      {t('doors.outbox.refresh')}
                    </button>
                  </p>
                  <For each={shown()} fallback={<p class="oa-subtle">{t('doors.outbox.none')}</p>}>
                    {(mail) => <LocalMailView mail={mail} />}
                  </For>
                </>
              )}
            </Match>
            <Match when={answer()}>
              <p>{t('doors.outbox.absent')}</p>
            </Match>
          </Switch>
        </main>
      </Match>
    </Switch>
  )
}

function LocalMailView(props: { mail: LocalMail }) {
  const { t } = useLanguage()
  const format = useFormat()
  return (
    <article class="oa-paper oa-stack">
      <div>
        <h2 class="oa-mail__subject">{props.mail.subject}</h2>
        <p class="oa-subtle">
          {t('doors.outbox.to')} {props.mail.to}, {format.moment(props.mail.at)}
        </p>
      </div>
      <p class="oa-mail__text">
        <For each={parts(props.mail.text)}>
          {(part) =>
            /^https?:/.test(part) ? (
              <a href={part} rel="external">
                {part}
              </a>
            ) : (
              part
            )
          }
        </For>
      </p>
    </article>
  )
}

/** The text, with every web address a part of its own. */
function parts(text: string): string[] {
  return text.split(/(https?:\/\/[^\s<>]+)/)
}
