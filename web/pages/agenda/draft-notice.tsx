import { Show } from 'solid-js'
import { type Draft, useAgenda } from '../../live/open-agenda.ts'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useBoard } from '../board/board-state.tsx'
import { mayPutDraft, putDraft } from './put-draft.ts'

/** Text that the server did not take: nothing is lost, and it can be offered again. */
export function DraftNotice(props: { draft: Draft }) {
  const agenda = useAgenda()
  const board = useBoard()
  const { t } = useLanguage()
  const announce = useAnnounce()
  const put = () => {
    putDraft(agenda.doc, props.draft)
    agenda.dismissDraft(props.draft.id)
    announce(t('board.notice.draftPutDone'))
  }
  const copy = async () => {
    await navigator.clipboard.writeText(props.draft.text)
    announce(t('board.notice.draftCopied'))
  }
  return (
    <div class="oa-notice oa-notice--negative" role="alert">
      <Icon name="late" />
      <div class="oa-stack">
        <p>
          <strong>{t('board.notice.draftTitle')}</strong> {t('board.notice.draft')}
        </p>
        <p class="oa-paper oa-notice__text">{props.draft.text}</p>
        <Show when={props.draft.item}>{(item) => <p>{t('board.notice.draftPlace', board.itemName(item()))}</p>}</Show>
        <p class="oa-row">
          <Show when={agenda.mayEdit() && mayPutDraft(props.draft)}>
            <button type="button" class="oa-button oa-button--primary" onClick={put}>
              {t('board.notice.draftPut')}
            </button>
          </Show>
          <button type="button" class="oa-button" onClick={() => void copy()}>
            <Icon name="copy" />
            {t('board.notice.draftCopy')}
          </button>
          <button type="button" class="oa-button oa-button--quiet" onClick={() => agenda.dismissDraft(props.draft.id)}>
            {t('board.notice.draftDrop')}
          </button>
        </p>
      </div>
    </div>
  )
}
