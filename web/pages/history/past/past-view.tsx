import '../../../styles/past.css'
import { createEffect, createUniqueId, Match, on, Show, Switch } from 'solid-js'
import { item as itemTexts } from '../../../../shared/messages/nl/item.ts'
import { past as pastTexts } from '../../../../shared/messages/nl/past.ts'
import { OpenAgendaProvider, useAgenda } from '../../../live/open-agenda.ts'
import { makePast } from '../../../live/past.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useFormat } from '../../../ui/format.ts'
import { addDutchTexts, useLanguage } from '../../../ui/language.tsx'
import { createMoments } from './moments.ts'
import { PastBoard } from './past-board.tsx'
import { createPastDocument } from './past-document.ts'
import { PastItem } from './past-item.tsx'
import { TimeSlider } from './time-slider.tsx'
import { useMoment } from './use-moment.ts'

addDutchTexts({ past: pastTexts, item: itemTexts })

/** The slider over the agenda's life, and below it the board as it was at the moment that it stands at. */
export function PastView() {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const format = useFormat()
  const announce = useAnnounce()
  const past = makePast(agenda.record.id)
  const moment = useMoment()
  const known = createMoments(agenda, past)
  const asked = createPastDocument(agenda, past, moment.at)
  const headingId = createUniqueId()
  const { shown, then } = asked
  const count = () => then.itemIds().filter((id) => then.text.items[id]?.status !== 'struck').length
  const came = () => agenda.itemIds().filter((id) => !then.text.items[id]).length
  createEffect(
    on(shown, (now) => {
      if (now) announce(t('past.shown', format.moment(now.at), count()))
    }),
  )
  const close = () => {
    const open = moment.item()
    moment.setItem(undefined)
    // Back to the card that it was opened from.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-item="${CSS.escape(open ?? '')}"] a`)?.focus(),
    )
  }
  const failure = () => {
    const state = asked.state()
    if (state.state !== 'failed') return undefined
    return t(state.reason === 'too-fast' ? 'past.tooFast' : 'past.unreachable')
  }
  return (
    <>
      <section class="oa-past__time" aria-labelledby={headingId}>
        <h2 id={headingId}>{t('past.heading')}</h2>
        <Switch fallback={<p class="oa-subtle">{t('past.oneMoment')}</p>}>
          <Match when={known.isFailed()}>
            <Failure text={t('past.momentsUnreachable')} again={known.again} />
          </Match>
          <Match when={!known.moments()}>
            <div class="oa-past__waiting" />
          </Match>
          <Match
            when={(known.moments()?.changes.length ?? 0) > 1 || moment.at() !== undefined ? known.moments() : undefined}
          >
            {(moments) => <TimeSlider moments={moments()} known={known} moment={moment} />}
          </Match>
        </Switch>
      </section>
      <Show when={failure()}>{(text) => <Failure text={text()} again={asked.again} />}</Show>
      <Show when={moment.at() !== undefined && !shown() && failure() === undefined}>
        <p role="status" class="oa-subtle">
          {t('past.loading')}
        </p>
      </Show>
      <Show when={shown()}>
        {(now) => (
          <div
            class="oa-past"
            classList={{ 'oa-past--item': moment.item() !== undefined }}
            aria-busy={asked.state().state === 'loading'}
          >
            <section class="oa-past__board" aria-label={t('past.board', format.moment(now().at))}>
              <div class="oa-past__head">
                <h2>{t('past.board', format.moment(now().at))}</h2>
                <p>
                  {t('past.points', count())}
                  {'. '}
                  <Show when={came() > 0}>{t('past.came', came())}</Show>
                </p>
                <p>
                  <a href={`/agenda/${agenda.record.id}/verschillen?van=${encodeURIComponent(now().at)}&tot=now`}>
                    {t('past.compare')}
                  </a>
                </p>
              </div>
              <OpenAgendaProvider value={then}>
                <PastBoard at={now().at} open={moment.item()} onOpen={moment.setItem} />
              </OpenAgendaProvider>
            </section>
            <Show when={moment.item()}>
              {(id) => <PastItem id={id()} at={now().at} doc={now().doc} past={then} onClose={close} />}
            </Show>
          </div>
        )}
      </Show>
    </>
  )
}

function Failure(props: { text: string; again: () => void }) {
  const { t } = useLanguage()
  return (
    <div class="oa-notice oa-notice--caution" role="alert">
      <div class="oa-stack">
        <p>{props.text}</p>
        <button type="button" class="oa-button" onClick={() => props.again()}>
          {t('past.again')}
        </button>
      </div>
    </div>
  )
}
