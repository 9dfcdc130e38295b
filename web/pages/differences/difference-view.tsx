import { createEffect, createMemo, createUniqueId, For, on, Show } from 'solid-js'
import { differenceGroup, differenceGroups, differenceSummary, isSame } from '../../../shared/export/difference.ts'
import { differenceLines } from '../../../shared/export/difference-lines.ts'
import { type DifferenceWords, differenceWordsOn } from '../../../shared/export/difference-words.ts'
import { aboutLine, type NamedLine, progressLine } from '../../../shared/export/progress-lines.ts'
import type { AgendaId } from '../../../shared/ids.ts'
import type { Differences, DifferentItem } from '../../../shared/version/differences.ts'
import { type Effort, makeEffort } from '../../../shared/version/text-difference.ts'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { itemPath } from '../agenda/addresses.ts'
import { ChangedWords } from '../history/word-difference.tsx'
import { itemAnchor } from './addresses.ts'

/** A shorter list needs no list of what is in it. */
const fewItems = 4

/** What changed, to be read as a document. */
export function DifferenceView(props: { agenda: AgendaId; found: Differences; mayOpen: boolean }) {
  const { t, language } = useLanguage()
  const format = useFormat()
  const words = createMemo(() => differenceWordsOn(format.moment, language()))
  // Anew with each difference and language, since all items share it.
  const effort = createMemo(() => {
    words()
    return props.found && makeEffort()
  })
  const groups = createMemo(() =>
    differenceGroups
      .map((group) => ({ group, items: props.found.items.filter((item) => differenceGroup(item) === group) }))
      .filter(({ items }) => items.length > 0),
  )
  // Who came for one item is taken to it when it is there.
  createEffect(
    on(
      () => props.found,
      () => {
        const place = document.getElementById(location.hash.slice(1))
        place?.scrollIntoView()
        place?.focus({ preventScroll: true })
      },
    ),
  )
  return (
    <>
      <div class="oa-stack">
        <p class="oa-subtle">
          {t(
            'difference.between',
            words().moment(props.found.from, props.found.names),
            words().moment(props.found.to, props.found.names),
          )}
        </p>
        <p role="status">
          <strong>{differenceSummary(props.found, words())}</strong>
        </p>
        <Show when={!isSame(props.found)}>
          <p class="oa-subtle">{t('difference.legend')}</p>
        </Show>
      </div>
      <Show when={props.found.items.length > fewItems}>
        <nav aria-label={t('difference.page.contents')}>
          <ul class="oa-differences__contents">
            <For each={groups()}>
              {({ group, items }) => (
                <li>
                  {t(`difference.group.${group}`)}
                  <ul>
                    <For each={items}>
                      {(item) => (
                        <li>
                          <a href={`#${itemAnchor(item.item)}`}>{nameOf(item, words())}</a>
                        </li>
                      )}
                    </For>
                  </ul>
                </li>
              )}
            </For>
          </ul>
        </nav>
      </Show>
      <Show when={props.found.about.length > 0}>
        <section class="oa-differences__group">
          <h2>{t('difference.about.heading')}</h2>
          <For each={props.found.about}>{(change) => <Line {...aboutLine(change, words())} />}</For>
        </section>
      </Show>
      <For each={groups()}>
        {({ group, items }) => (
          <Group {...props} name={t(`difference.group.${group}`)} items={items} words={words()} effort={effort()} />
        )}
      </For>
      <Show when={props.found.progress.length > 0}>
        <section class="oa-differences__group">
          <h2>{t('difference.progress.heading')}</h2>
          <p class="oa-subtle">{t('difference.progress.explain')}</p>
          <For each={props.found.progress}>
            {(item) => (
              <article class="oa-differences__item">
                <h3>{nameOf(item, words())}</h3>
                <For each={item.steps}>{(step) => <Line {...progressLine(step, words())} />}</For>
              </article>
            )}
          </For>
        </section>
      </Show>
    </>
  )
}

/** What a line is about, and what came and went. */
function Line(props: NamedLine) {
  return (
    <p class="oa-difference">
      <span class="oa-subtle">{props.name}: </span>
      <ChangedWords parts={props.parts} />
    </p>
  )
}

function Group(props: {
  agenda: AgendaId
  found: Differences
  mayOpen: boolean
  name: string
  items: DifferentItem[]
  words: DifferenceWords
  effort: Effort
}) {
  const heading = createUniqueId()
  return (
    <section class="oa-differences__group" aria-labelledby={heading}>
      <h2 id={heading}>{props.name}</h2>
      <For each={props.items}>{(item) => <Item {...props} item={item} />}</For>
    </section>
  )
}

function Item(props: {
  agenda: AgendaId
  found: Differences
  mayOpen: boolean
  item: DifferentItem
  words: DifferenceWords
  effort: Effort
}) {
  const { t } = useLanguage()
  const lines = createMemo(() => differenceLines(props.item, props.found.names, props.words, props.effort))
  const name = () => nameOf(props.item, props.words)
  return (
    <article class="oa-differences__item" aria-labelledby={itemAnchor(props.item.item)}>
      <h3 id={itemAnchor(props.item.item)} tabindex="-1">
        {name()}
      </h3>
      <Show when={props.item.reason}>{(reason) => <p>{t('difference.reason', reason())}</p>}</Show>
      <For each={lines()}>
        {(line) => (
          <Show
            when={line.isText}
            fallback={
              <p class="oa-difference">
                <span class="oa-subtle">{line.name}: </span>
                <For each={line.paragraphs}>{(parts) => <ChangedWords parts={parts} />}</For>
              </p>
            }
          >
            <h4>{line.name}</h4>
            <For each={line.paragraphs}>
              {(parts) => (
                <p class="oa-difference">
                  <ChangedWords parts={parts} />
                </p>
              )}
            </For>
          </Show>
        )}
      </For>
      <Show when={props.mayOpen}>
        <p>
          <a href={itemPath(props.agenda, props.item.item)} aria-label={t('difference.page.openItem', name())}>
            {t('difference.page.open')}
          </a>
        </p>
      </Show>
    </article>
  )
}

function nameOf(
  { number, title }: Pick<DifferentItem, 'number' | 'title'>,
  { text, itemTitle }: DifferenceWords,
): string {
  return text.itemHeading(number, itemTitle({ title }))
}
