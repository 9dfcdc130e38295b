import { board } from './nl/board.ts'
import { item } from './nl/item.ts'
import { live } from './nl/live.ts'
import { start } from './nl/start.ts'
import { words } from './nl/words.ts'

/** Every text of the interface in Dutch, level B1. English has the same shape. */
export const nl = { words, start, board, item, live }
export type Messages = typeof nl
