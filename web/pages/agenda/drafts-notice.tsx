import { createUniqueId, For, onMount, Show } from 'solid-js'
import { type Draft, useAgenda } from '../../live/open-agenda.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useBoard } from '../board/board-state.tsx'
import { useCopy } from '../copy-text.ts'
import { useDraftWords } from './draft-words.ts'
import { useFieldName } from './field-name.ts'
import { useLeadTo } from './lead-to.ts'
import { isOfAgenda, mayPutDraft, putDraft } from './put-draft.ts'

/** What the server did not take: nothing is lost, and texts can be offered again. */
export function DraftsNotice() {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const leadTo = useLeadTo()
  let notice!: HTMLDivElement
  let list!: HTMLUListElement
  onMount(() => leadTo(notice, t('board.notices.draftTitle', agenda.drafts().length)))
  /** The focus goes to what is still to be dealt with, and after the last to the page itself. */
  const done = (draft: Draft, place: number) => {
    agenda.dismissDraft(draft.id)
    const left = agenda.drafts().length
    const next = list.children[Math.min(place, left - 1)]?.querySelector('button')
    const target = left > 0 ? next : document.getElementById('content')
    target?.focus({ preventScroll: true })
  }
  return (
    <div ref={notice} class="oa-notice oa-notice--negative" role="alert" tabindex="-1">
      <Icon name="late" />
      <div class="oa-stack">
        <p>
          <strong>{t('board.notices.draftTitle', agenda.drafts().length)}</strong> {t('board.notices.draft')}
        </p>
        <ul class="oa-drafts" ref={list}>
          <For each={agenda.drafts()}>
            {(draft, index) => <DraftEntry draft={draft} onDone={() => done(draft, index())} />}
          </For>
        </ul>
      </div>
    </div>
  )
}

function DraftEntry(props: { draft: Draft; onDone: () => void }) {
  const agenda = useAgenda()
  const board = useBoard()
  const { t } = useLanguage()
  const toast = useToast()
  const copy = useCopy()
  const fieldName = useFieldName()
  const draftWords = useDraftWords()
  const placeId = createUniqueId()
  const words = () => draftWords(props.draft)
  const mayWrite = () => (isOfAgenda(props.draft) ? agenda.mayCoordinate() : agenda.mayEdit())
  const put = () => {
    putDraft(agenda.doc, props.draft)
    props.onDone()
    toast({ text: t('board.notices.draftPutDone') })
  }
  return (
    <li class="oa-stack oa-stack--tight">
      <p id={placeId}>
        <Show when={props.draft.item} fallback={t('board.notices.draftPlaceOnAgenda', fieldName(props.draft.field))}>
          {(item) => <>{t('board.notices.draftPlace', fieldName(props.draft.field), board.itemName(item()))}</>}
        </Show>
      </p>
      <p class="oa-paper oa-notice__text">{words()}</p>
      <p class="oa-row">
        <Show when={mayWrite() && mayPutDraft(props.draft)}>
          <button type="button" class="oa-button" aria-describedby={placeId} onClick={put}>
            {t('board.notices.draftPut')}
          </button>
        </Show>
        <button
          type="button"
          class="oa-button oa-button--quiet"
          aria-describedby={placeId}
          onClick={() => void copy(words(), t('board.notices.draftCopied'))}
        >
          <Icon name="copy" />
          {t('board.notices.draftCopy')}
        </button>
        <button
          type="button"
          class="oa-button oa-button--quiet"
          aria-describedby={placeId}
          onClick={() => props.onDone()}
        >
          {t('board.notices.draftDrop')}
        </button>
      </p>
    </li>
  )
}
