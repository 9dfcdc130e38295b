import { createSignal, createUniqueId, For, onCleanup, onMount, Show } from 'solid-js'
import { addAgreement, setEntry } from '../../../../shared/document/write.ts'
import { type EntryId, makeId } from '../../../../shared/ids.ts'
import { agreementsDone } from '../../../../shared/item.ts'
import { rankAt, rankBetween } from '../../../../shared/rank.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useItem } from '../item-context.ts'
import { keepFocusInList } from '../keep-focus-in-list.ts'
import { OvertakenNotice } from '../overtaken-notice.tsx'
import { useEntries } from '../use-entries.ts'
import { AgreementRow } from './agreement-row.tsx'

/** Who does what by when: a checklist in an order of its own. */
export function AgreementsSection() {
  const { agenda, id, item, mayEdit } = useItem()
  const { t } = useLanguage()
  const announce = useAnnounce()
  const entries = useEntries('agreements')
  const headingId = createUniqueId()
  const [made, setMade] = createSignal<EntryId>()
  let section!: HTMLElement
  let addButton: HTMLButtonElement | undefined
  onMount(() => onCleanup(keepFocusInList(section)))

  const add = () => {
    const entry = makeId<EntryId>()
    setMade(entry)
    addAgreement(agenda.doc, id, { id: entry, text: '', rank: rankBetween(item().agreements.at(-1)?.rank, undefined) })
    entries.made(entry)
  }
  const move = (entry: EntryId, step: -1 | 1) => {
    const target = item().agreements.findIndex((agreement) => agreement.id === entry) + step
    if (target < 0 || target >= item().agreements.length) return
    const others = item().agreements.filter((agreement) => agreement.id !== entry)
    const rank = rankAt(
      others.map((agreement) => agreement.rank),
      target,
    )
    setEntry(agenda.doc, id, 'agreements', entry, { rank })
    announce(t('item.agreement.movedTo', target + 1, item().agreements.length))
  }
  const counted = () => agreementsDone(item())

  return (
    <section ref={section} class="oa-sheet__section" aria-labelledby={headingId}>
      <div class="oa-row oa-row--apart">
        <h2 id={headingId}>
          {t('item.agreement.heading')}{' '}
          <Show when={counted().total > 0}>
            <span class="oa-column__count">{t('item.agreement.done', counted().done, counted().total)}</span>
          </Show>
        </h2>
        <Show when={mayEdit()}>
          <button ref={addButton} type="button" class="oa-button" onClick={add}>
            <Icon name="plus" />
            {t('item.agreement.add')}
          </button>
        </Show>
      </div>
      <OvertakenNotice field="agreements" />
      <Show
        when={item().agreements.length > 0}
        fallback={<p class="oa-subtle">{mayEdit() ? t('item.agreement.first') : t('item.agreement.empty')}</p>}
      >
        <ul class="oa-list">
          <For each={item().agreements}>
            {(agreement, index) => (
              <AgreementRow
                agreement={agreement}
                place={index() + 1}
                count={item().agreements.length}
                focused={made() === agreement.id}
                onMove={(step) => move(agreement.id, step)}
                onAdd={add}
                onRemove={() => entries.remove(agreement.id, t('item.agreement.removed'), addButton)}
              />
            )}
          </For>
        </ul>
      </Show>
    </section>
  )
}
