import { adoption } from './en/adoption.ts'
import { board } from './en/board.ts'
import { boardDialogs } from './en/board-dialogs.ts'
import { calendar } from './en/calendar.ts'
import { comment } from './en/comment.ts'
import { difference } from './en/difference.ts'
import { doors } from './en/doors.ts'
import { exportTexts } from './en/exports.ts'
import { fromFile } from './en/from-file.ts'
import { history } from './en/history.ts'
import { imports } from './en/imports.ts'
import { item } from './en/item.ts'
import { live } from './en/live.ts'
import { past } from './en/past.ts'
import { people } from './en/people.ts'
import { publication } from './en/publication.ts'
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
