import { board } from './nl/board.ts'
import { boardDialogs } from './nl/board-dialogs.ts'
import { comment } from './nl/comment.ts'
import { doors } from './nl/doors.ts'
import { exportTexts } from './nl/exports.ts'
import { history } from './nl/history.ts'
import { item } from './nl/item.ts'
import { live } from './nl/live.ts'
import { people } from './nl/people.ts'
import { start } from './nl/start.ts'
import { version } from './nl/version.ts'
import { words } from './nl/words.ts'

/** Every text of the interface in Dutch, level B1. English has the same shape. */
export const nl = {
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
export type Messages = typeof nl
