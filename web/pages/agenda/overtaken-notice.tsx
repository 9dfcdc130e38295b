import { type Overtaken, useAgenda } from '../../live/open-agenda.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useBoard } from '../board/board-state.tsx'

const named = [
  'title',
  'theme',
  'duty',
  'kind',
  'priority',
  'status',
  'struckReason',
  'reach',
  'owner',
  'rank',
] as const

/** Two people set one value at once, and mine is not the one that stands. */
export function OvertakenNotice(props: { overtaken: Overtaken }) {
  const agenda = useAgenda()
  const board = useBoard()
  const { t } = useLanguage()
  const field = () => {
    const first = props.overtaken.field.split('.')[0]
    return t(`board.field.${named.find((known) => known === first) ?? 'other'}`)
  }
  return (
    <div class="oa-notice oa-notice--accent" role="status">
      <Icon name="info" />
      <div class="oa-stack">
        <p>
          <strong>
            {t('board.notice.overtakenTitle', props.overtaken.by, field(), board.itemName(props.overtaken.item))}
          </strong>{' '}
          {t('board.notice.overtaken')}
        </p>
        <p class="oa-row">
          <button
            type="button"
            class="oa-button"
            disabled={!agenda.mayEdit()}
            onClick={() => props.overtaken.putBack()}
          >
            <Icon name="undo" />
            {t('board.notice.overtakenPutBack')}
          </button>
          <button type="button" class="oa-button oa-button--quiet" onClick={() => props.overtaken.dismiss()}>
            {t('board.notice.overtakenKeep')}
          </button>
        </p>
      </div>
    </div>
  )
}
