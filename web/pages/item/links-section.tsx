import { createSignal, createUniqueId, For, Show } from 'solid-js'
import { addLink, setEntry } from '../../../shared/document/write.ts'
import { type EntryId, makeId } from '../../../shared/ids.ts'
import { type Link, linkKinds } from '../../../shared/item.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldPresence } from './field-presence.tsx'
import { DraftInput } from './fields/draft-input.tsx'
import { webAddressFrom } from './fields/web-address.ts'
import { useItem } from './item-context.ts'
import { OvertakenNotice } from './overtaken-notice.tsx'
import { createStableOrder } from './stable-order.ts'
import { useEntries } from './use-entries.ts'

/** Documents and examples. They stay where they are kept: the board only points at them. */
export function LinksSection() {
  const { agenda, id, item, mayEdit } = useItem()
  const { t } = useLanguage()
  const entries = useEntries('links')
  const headingId = createUniqueId()
  const links = createStableOrder(() => item().links)
  const [made, setMade] = createSignal<EntryId>()
  let addButton: HTMLButtonElement | undefined
  const add = () => {
    const entry = makeId<EntryId>()
    setMade(entry)
    addLink(agenda.doc, id, { id: entry, name: '', url: '', kind: 'document' })
    entries.made(entry)
  }
  return (
    <Show when={links().length > 0 || mayEdit()}>
      <section class="oa-sheet__section" aria-labelledby={headingId}>
        <div class="oa-row oa-row--apart">
          <h2 id={headingId}>{t('item.link.heading')}</h2>
          <Show when={mayEdit()}>
            <button ref={addButton} type="button" class="oa-button" onClick={add}>
              <Icon name="plus" />
              {t('item.link.add')}
            </button>
          </Show>
        </div>
        <OvertakenNotice field="links" />
        <Show when={links().length > 0} fallback={<p class="oa-subtle">{t('item.link.first')}</p>}>
          <ul class="oa-list">
            <For each={links()}>
              {(link) => (
                <LinkRow
                  link={link}
                  open={made() === link.id}
                  onRemove={() => entries.remove(link.id, t('item.link.removed'), addButton)}
                />
              )}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  )
}

function LinkRow(props: { link: Link; open: boolean; onRemove: () => void }) {
  const { agenda, id, mayEdit } = useItem()
  const { t } = useLanguage()
  const [editing, setEditing] = createSignal(props.open)
  const fieldsId = createUniqueId()
  const field = `links.${props.link.id}`
  const name = () => props.link.name || props.link.url || t('item.link.unnamed')
  const set = (values: Parameters<typeof setEntry<'links'>>[4]) => {
    setEntry(agenda.doc, id, 'links', props.link.id, values)
    return undefined
  }
  return (
    <li class="oa-link" data-field={field}>
      <Icon name={props.link.kind === 'document' ? 'document' : 'bulb'} />
      <div>
        <Show when={props.link.url} fallback={<span>{name()}</span>}>
          <a href={props.link.url} target="_blank" rel="noopener noreferrer">
            {name()}
            <span class="oa-visually-hidden"> {t('item.link.newTab')}</span>
          </a>
        </Show>
        <span class="oa-value__detail">{t(`words.link.${props.link.kind}`)}</span>
      </div>
      <Show when={mayEdit()}>
        <span class="oa-row">
          <FieldPresence field={field} />
          <button
            type="button"
            class="oa-button oa-button--quiet oa-button--icon"
            aria-label={t('item.link.edit', { name: name() })}
            aria-expanded={editing()}
            aria-controls={editing() ? fieldsId : undefined}
            onClick={() => setEditing(!editing())}
          >
            <Icon name={editing() ? 'check' : 'edit'} small />
          </button>
          <button
            type="button"
            class="oa-button oa-button--quiet oa-button--icon"
            aria-label={t('item.link.remove', { name: name() })}
            onClick={() => props.onRemove()}
          >
            <Icon name="trash" small />
          </button>
        </span>
        <Show when={editing()}>
          <fieldset
            id={fieldsId}
            class="oa-fieldset oa-link__fields"
            aria-label={t('item.link.edit', { name: name() })}
          >
            <DraftInput
              label={t('item.link.name')}
              field={`${field}.name`}
              value={props.link.name}
              focused={props.open}
              onWrite={(text) => set({ name: text.trim() })}
            />
            <DraftInput
              label={t('item.link.url')}
              hint={t('item.link.urlHint')}
              field={`${field}.url`}
              inputMode="url"
              value={props.link.url}
              onWrite={(text) => {
                const url = text.trim() === '' ? '' : webAddressFrom(text)
                return url === undefined ? t('item.noWebAddress') : set({ url })
              }}
            />
            <KindSelect kind={props.link.kind} field={field} onChoose={(kind) => set({ kind })} />
          </fieldset>
        </Show>
      </Show>
    </li>
  )
}

function KindSelect(props: { kind: Link['kind']; field: string; onChoose: (kind: Link['kind']) => void }) {
  const { t } = useLanguage()
  const id = createUniqueId()
  return (
    <div class="oa-field">
      <label class="oa-field__label" for={id}>
        {t('item.link.kind')}
      </label>
      <select
        id={id}
        class="oa-input"
        data-field={`${props.field}.kind`}
        onChange={(event) => {
          const kind = linkKinds.find((known) => known === event.currentTarget.value)
          if (kind) props.onChoose(kind)
        }}
      >
        <For each={linkKinds}>
          {(kind) => (
            <option value={kind} selected={kind === props.kind}>
              {t(`words.link.${kind}`)}
            </option>
          )}
        </For>
      </select>
    </div>
  )
}
