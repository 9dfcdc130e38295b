import { onMount } from 'solid-js'
import { type Overtaken, useAgenda } from '../../live/open-agenda.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useBoard } from '../board/board-state.tsx'
import { useFieldName } from './field-name.ts'
import { useLeadTo } from './lead-to.ts'

/** Two people set one value at once, and mine is not the one that stands. */
export function OvertakenNotice(props: { overtaken: Overtaken }) {
  const agenda = useAgenda()
  const board = useBoard()
  const { t } = useLanguage()
  const fieldName = useFieldName()
  const leadTo = useLeadTo()
  let notice!: HTMLDivElement
  const title = () => {
    const { by, field, item } = props.overtaken
    return t('board.notices.overtakenTitle', by, fieldName(field), board.itemName(item))
  }
  /** The notice goes, and the focus not with it. */
  const leave = (deal: () => void) => {
    deal()
    document.getElementById('content')?.focus({ preventScroll: true })
  }
  onMount(() => leadTo(notice, title()))
  return (
    <div ref={notice} class="oa-notice oa-notice--accent" role="status" tabindex="-1">
      <Icon name="info" />
      <div class="oa-stack">
        <p>
          <strong>{title()}</strong> {t('board.notices.overtaken')}
        </p>
        <p class="oa-row">
          <button
            type="button"
            class="oa-button"
            disabled={!agenda.mayEdit()}
            onClick={() => leave(props.overtaken.putBack)}
          >
            <Icon name="undo" />
            {t('board.notices.overtakenPutBack')}
          </button>
          <button type="button" class="oa-button oa-button--quiet" onClick={() => leave(props.overtaken.dismiss)}>
            {t('board.notices.overtakenKeep')}
          </button>
        </p>
      </div>
    </div>
  )
}
