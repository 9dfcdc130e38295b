import '../differences/difference-texts.ts'
import { createEffect, createMemo, type JSX, on, Show } from 'solid-js'
import type { ItemId } from '../../../shared/ids.ts'
import type { Item } from '../../../shared/item.ts'
import type { OpenAgenda } from '../../live/open-agenda.ts'
import { createSinceVersion, type SinceVersion, shownStatus } from '../../live/since-version.ts'
import { makeAgendaVersions } from '../../live/versions.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { ShownStatus } from '../../ui/status-mark.tsx'
import { differencesPath } from '../differences/addresses.ts'

/** What changed since the last version, and how board, table and item show it. */
export type Since = SinceVersion & {
  /** Whether the item is otherwise than was agreed. */
  isOther: (item: ItemId) => boolean
  status: (item: Item) => ShownStatus
  /** A short mark for a card or a row; nothing for what did not change. */
  mark: (item: ItemId) => JSX.Element
  /** The same for the item itself, with the way to what changed. */
  notice: (item: ItemId) => JSX.Element
}

export function openSince(agenda: OpenAgenda): Since {
  const since = createSinceVersion(agenda.doc, makeAgendaVersions(agenda.record.id))
  const isConnected = createMemo(() => agenda.saved().state !== 'offline')
  // At once; when a version is frozen; and when there is a connection again, since one may have been missed.
  createEffect(
    on([agenda.frozen, isConnected], ([, connected]) => {
      if (connected) void since.ask()
    }),
  )
  const isOther = (item: ItemId) => ['added', 'changed', 'struck'].includes(since.change(item) ?? '')
  return {
    ...since,
    isOther,
    status: ({ id, status }) => shownStatus(status, since.change(id)),
    mark: (item) => <Mark since={since} item={item} />,
    notice: (item) => <Notice since={since} item={item} agenda={agenda} />,
  }
}

function Mark(props: { since: SinceVersion; item: ItemId }) {
  const { t } = useLanguage()
  const words = () => {
    const [change, number] = [props.since.change(props.item), props.since.number()]
    if (number === undefined) return undefined
    if (change === 'added') return t('difference.mark.added', number)
    return change === 'changed' ? t('difference.mark.changed', number) : undefined
  }
  return (
    <Show when={words()}>
      <span class="oa-fact">
        <Icon name="history" />
        {words()}
      </span>
    </Show>
  )
}

function Notice(props: { since: SinceVersion; item: ItemId; agenda: OpenAgenda }) {
  const { t } = useLanguage()
  const known = () => {
    const [change, number] = [props.since.change(props.item), props.since.number()]
    return change !== undefined && number !== undefined ? { change, number } : undefined
  }
  const path = (number: number) =>
    differencesPath(props.agenda.record.id, {
      from: { kind: 'version', number },
      to: { kind: 'now' },
      item: props.item,
    })
  return (
    <Show when={known()}>
      {(found) => (
        <p class="oa-fact oa-fact--wrap">
          <Icon name={found().change === 'same' ? 'check' : 'history'} />
          <span>
            {t(`difference.mark.${found().change}`, found().number)}
            {'. '}
            <Show when={found().change !== 'same'}>
              <a href={path(found().number)}>{t('difference.mark.see')}</a>
            </Show>
          </span>
        </p>
      )}
    </Show>
  )
}
