import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import { setInSet } from '../../../shared/document/write.ts'
import type { ItemId } from '../../../shared/ids.ts'
import type { Item } from '../../../shared/item.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Popover } from '../../ui/popover.tsx'
import { StatusIcon } from '../../ui/status-mark.tsx'
import { FieldPresence } from './field-presence.tsx'
import { findItems } from './find-items.ts'
import { useItem } from './item-context.ts'

type Props = { hrefOf: (item: ItemId) => string; onOpen: (item: ItemId) => void }

/** Items that belong with this one. It shows on both, whichever of the two it was written on. */
export function RelatedSection(props: Props) {
  const { agenda, id, item, mayEdit } = useItem()
  const { t } = useLanguage()
  const headingId = createUniqueId()
  const related = createMemo(() =>
    Object.values(agenda.text.items)
      .filter((other) => other.id !== id && (item().related.includes(other.id) || other.related.includes(id)))
      .sort((a, b) => (agenda.number(a.id) ?? Infinity) - (agenda.number(b.id) ?? Infinity)),
  )
  const setRelated = (other: ItemId, present: boolean) => {
    // Taken out on both sides: a relation that was written from the other side would otherwise stay.
    setInSet(agenda.doc, id, 'related', other, present)
    if (!present && agenda.text.items[other]?.related.includes(id)) setInSet(agenda.doc, other, 'related', id, false)
  }
  return (
    <Show when={related().length > 0 || mayEdit()}>
      <section class="oa-sheet__section" aria-labelledby={headingId} data-field="related">
        <div class="oa-row oa-row--apart">
          <h2 id={headingId}>
            {t('item.related.heading')} <FieldPresence field="related" />
          </h2>
          <Show when={mayEdit()}>
            <Popover
              label={t('item.related.choose')}
              button={
                <>
                  <Icon name="plus" />
                  {t('item.related.choose')}
                </>
              }
            >
              <RelatedPicker chosen={related().map((other) => other.id)} onSet={setRelated} />
            </Popover>
          </Show>
        </div>
        <Show when={related().length > 0} fallback={<p class="oa-subtle">{t('item.related.first')}</p>}>
          <ul class="oa-list">
            <For each={related()}>
              {(other) => (
                <li class="oa-link">
                  <StatusIcon status={other.status} />
                  <a
                    href={props.hrefOf(other.id)}
                    on:click={(event: MouseEvent) => {
                      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
                      event.preventDefault()
                      props.onOpen(other.id)
                    }}
                  >
                    <ItemName item={other} />
                  </a>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  )
}

/** Finds items by number or words of their title. */
function RelatedPicker(props: { chosen: readonly ItemId[]; onSet: (item: ItemId, present: boolean) => void }) {
  const { agenda, id } = useItem()
  const { t } = useLanguage()
  const [words, setWords] = createSignal('')
  const searchId = createUniqueId()
  const found = createMemo(() =>
    findItems(
      Object.values(agenda.text.items).filter((other) => other.id !== id && other.status !== 'struck'),
      agenda.number,
      words(),
    ),
  )
  return (
    <div class="oa-picker">
      <div class="oa-field">
        <label class="oa-field__label" for={searchId}>
          {t('item.related.search')}
        </label>
        <input
          id={searchId}
          class="oa-input"
          type="search"
          autocomplete="off"
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <fieldset class="oa-fieldset oa-choices">
        <legend class="oa-visually-hidden">{t('item.related.choose')}</legend>
        <For each={found()} fallback={<p class="oa-subtle">{t('item.related.nothing')}</p>}>
          {(other) => (
            <label class="oa-check">
              <input
                type="checkbox"
                checked={props.chosen.includes(other.id)}
                onChange={(event) => props.onSet(other.id, event.currentTarget.checked)}
              />
              <span>
                <ItemName item={other} />
              </span>
            </label>
          )}
        </For>
      </fieldset>
    </div>
  )
}

function ItemName(props: { item: Item }) {
  const { agenda } = useItem()
  const { t } = useLanguage()
  return (
    <>
      <Show when={agenda.number(props.item.id)} fallback={t('item.newNumberShort')}>
        {(number) => <span class="oa-subtle">{number()}</span>}
      </Show>{' '}
      {props.item.title || t('item.untitled')}
    </>
  )
}
