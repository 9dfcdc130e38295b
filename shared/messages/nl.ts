import { adoption } from './nl/adoption.ts'
import { board } from './nl/board.ts'
import { boardDialogs } from './nl/board-dialogs.ts'
import { calendar } from './nl/calendar.ts'
import { comment } from './nl/comment.ts'
import { difference } from './nl/difference.ts'
import { doors } from './nl/doors.ts'
import { exportTexts } from './nl/exports.ts'
import { fromFile } from './nl/from-file.ts'
import { history } from './nl/history.ts'
import { imports } from './nl/imports.ts'
import { item } from './nl/item.ts'
import { live } from './nl/live.ts'
import { past } from './nl/past.ts'
import { people } from './nl/people.ts'
import { publication } from './nl/publication.ts'
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
  calendar,
  fromFile,
  history,
  past,
  difference,
  exports: exportTexts,
  imports,
  version,
  adoption,
  publication,
}
export type Messages = typeof nl
