import { Show } from 'solid-js'
import type { Comment } from '../../../../shared/comment.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Menu, MenuItem } from '../../../ui/menu.tsx'
import { useItemComments } from './item-comments.ts'

export type CommentDialog = 'withdraw' | 'hide' | 'report' | 'answer' | 'earlier'

type Props = {
  comment: Comment
  author: string
  onCorrect: () => void
  onDialog: (dialog: CommentDialog) => void
}

/** What can be done with a comment besides replying: by its author, by a coordinator, by anyone. */
export function CommentMenu(props: Props) {
  const { agenda, mayModerate } = useItemComments()
  const { t } = useLanguage()
  const isMine = () => props.comment.person === agenda.record.me.person
  return (
    <Menu
      class="oa-button oa-button--quiet oa-button--icon"
      label={t('comment.more', props.author)}
      buttonLabel={t('comment.more', props.author)}
      button={<Icon name="more" />}
    >
      <Show when={isMine()}>
        <MenuItem onChoose={props.onCorrect}>
          <Icon name="edit" />
          {t('comment.correct')}
        </MenuItem>
        <MenuItem onChoose={() => props.onDialog('withdraw')}>
          <Icon name="undo" />
          {t('comment.withdraw')}
        </MenuItem>
      </Show>
      <Show when={mayModerate()}>
        <MenuItem onChoose={() => props.onDialog('hide')}>
          <Icon name="eye-off" />
          {t('comment.hide')}
        </MenuItem>
      </Show>
      <MenuItem onChoose={() => props.onDialog('report')}>
        <Icon name="late" />
        {t('comment.report')}
      </MenuItem>
    </Menu>
  )
}
