import { board } from './en/board.ts'
import { item } from './en/item.ts'
import { live } from './en/live.ts'
import { start } from './en/start.ts'
import { words } from './en/words.ts'
import type { Messages } from './nl.ts'

export const en: Messages = { words, start, board, item, live }
