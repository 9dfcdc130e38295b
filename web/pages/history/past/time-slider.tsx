import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import type { Moments } from '../../../../shared/moments.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import type { KnownMoments } from './moments.ts'
import { endOfDay, isNow, localDay, positionOf } from './time.ts'
import { type Moment, pastSearch } from './use-moment.ts'

/** The agenda's life as a slider: every step is a change. Beside it a step at a time, a day, and the versions. */
export function TimeSlider(props: { moments: Moments; known: KnownMoments; moment: Moment }) {
  const { t } = useLanguage()
  const format = useFormat()
  const announce = useAnnounce()
  const sliderId = createUniqueId()
  const dayId = createUniqueId()
  const changes = () => props.moments.changes
  const at = () => props.moment.at()
  const position = createMemo(() => positionOf(props.moments, at()))
  // Where nothing was ever written there is no slider.
  const first = () => props.moments.first ?? ''
  const last = () => props.moments.last ?? ''
  const [isAsking, setAsking] = createSignal(false)

  const goTo = (moment: string | undefined) =>
    props.moment.setAt(moment !== undefined && !isNow(props.moments, moment) ? moment : undefined)
  const slide = (to: number) => goTo(to >= changes().length - 1 ? undefined : changes()[to]?.at)
  const step = async (find: () => Promise<string | undefined | 'now'>, nothing: string) => {
    if (isAsking()) return
    setAsking(true)
    const found = await find()
    setAsking(false)
    if (found === undefined) announce(nothing)
    else goTo(found === 'now' ? undefined : found)
  }
  const goToDay = (day: string) => {
    const end = endOfDay(day)
    // A year that is still being typed ends long before there was anything.
    if (end !== undefined && end >= first()) goTo(end)
  }

  const words = () => {
    const moment = at()
    if (moment === undefined) return t('past.valueNow', format.moment(last()))
    const version = props.moments.versions.findLast((frozen) => frozen.at <= moment)
    return version ? t('past.valueVersion', format.moment(moment), version.number) : format.moment(moment)
  }

  return (
    <div class="oa-timeline">
      <p class="oa-timeline__moment">
        <strong>{at() === undefined ? t('past.isNow') : format.moment(at() ?? '')}</strong>
      </p>
      <div class="oa-timeline__track">
        <Course moments={props.moments} />
        <label class="oa-visually-hidden" for={sliderId}>
          {t('past.slider')}
        </label>
        <input
          id={sliderId}
          type="range"
          min="0"
          max={changes().length - 1}
          step="1"
          value={position()}
          aria-valuetext={words()}
          onInput={(event) => slide(event.currentTarget.valueAsNumber)}
        />
        <p class="oa-timeline__ends oa-subtle" aria-hidden="true">
          <span>{format.day(localDay(first()))}</span>
          <span>{t('past.now')}</span>
        </p>
      </div>
      <div class="oa-row oa-timeline__steps">
        <button
          type="button"
          class="oa-button"
          aria-disabled={position() === 0 || undefined}
          onClick={() => void step(() => props.known.before(at()), t('past.isFirst'))}
        >
          <Icon name="left" />
          {t('past.previous')}
        </button>
        <button
          type="button"
          class="oa-button"
          aria-disabled={at() === undefined || undefined}
          onClick={() => {
            const moment = at()
            void step(async () => (moment === undefined ? undefined : props.known.after(moment)), t('past.isLast'))
          }}
        >
          {t('past.next')}
          <Icon name="right" />
        </button>
        <span class="oa-row oa-timeline__day">
          <label for={dayId}>{t('past.day')}</label>
          <input
            id={dayId}
            class="oa-input"
            type="date"
            min={localDay(first())}
            max={localDay(last())}
            value={localDay(at() ?? last())}
            onChange={(event) => goToDay(event.currentTarget.value)}
          />
        </span>
        <Show when={at() !== undefined}>
          <button type="button" class="oa-button oa-button--quiet" onClick={() => goTo(undefined)}>
            {t('past.toNow')}
          </button>
        </Show>
      </div>
      <Show when={props.moments.versions.length > 0}>
        <div class="oa-timeline__versions">
          <h3>{t('past.versions')}</h3>
          <ul class="oa-row">
            <For each={props.moments.versions}>
              {(version) => (
                <li>
                  <a href={pastSearch(version.at)}>{t('past.version', version.number, format.moment(version.at))}</a>
                </li>
              )}
            </For>
          </ul>
        </div>
      </Show>
    </div>
  )
}

/** How much was written at each step, and where versions were frozen. For the eye alone: the words stand beside it. */
function Course(props: { moments: Moments }) {
  const steps = () => Math.max(1, props.moments.changes.length - 1)
  const bars = createMemo(() => {
    const most = Math.max(1, ...props.moments.changes.map(({ edits }) => edits))
    // A meeting of an hour must not make every other change a dot: the height follows the root.
    const height = (edits: number) => Math.round(Math.sqrt(edits / most) * 95) / 5
    return props.moments.changes.map(({ edits }, place) => `M${place} 20V${20 - height(edits)}`).join('')
  })
  return (
    <div class="oa-timeline__course" aria-hidden="true">
      <svg viewBox={`0 0 ${steps()} 20`} preserveAspectRatio="none" aria-hidden="true">
        <path d={bars()} />
      </svg>
      <For each={props.moments.versions}>
        {(version) => (
          <span
            class="oa-timeline__mark"
            style={{ '--x': `${(positionOf(props.moments, version.at) / steps()) * 100}%` }}
          >
            {version.number}
          </span>
        )}
      </For>
    </div>
  )
}
