import { board } from './en/board.ts'
import { boardDialogs } from './en/board-dialogs.ts'
import { comment } from './en/comment.ts'
import { doors } from './en/doors.ts'
import { exportTexts } from './en/exports.ts'
import { history } from './en/history.ts'
import { item } from './en/item.ts'
import { live } from './en/live.ts'
import { people } from './en/people.ts'
import { start } from './en/start.ts'
import { version } from './en/version.ts'
import { words } from './en/words.ts'
import type { Messages } from './nl.ts'

export const en: Messages = {
  words,
  start,
  board: { ...board, ...boardDialogs },
  item,
  live,
  doors,
  people,
  comment,
  history,
  exports: exportTexts,
  version,
}
