import type { Differences } from '../version/differences.ts'
import { adoptionBlocks } from './adoption-annex.ts'
import { differenceBlocks } from './difference.ts'
import type { DocumentBlock } from './document.ts'
import { historyBlocks } from './history-annex.ts'
import type { ExportedAgenda } from './model.ts'
import { replyNoteBlocks } from './reply-note.ts'
import type { ExportWords } from './words.ts'

/** The annexes that were asked for, in the order in which they are read behind the agenda. */
export function annexBlocks(agenda: ExportedAgenda, words: ExportWords): DocumentBlock[] {
  const { comments, differences, adoption, history } = agenda
  return [
    ...(comments ? replyNoteBlocks(comments, words) : []),
    ...(differences ? differenceAnnex(differences, words) : []),
    ...(adoption ? adoptionBlocks(adoption, words) : []),
    ...(history ? historyBlocks(history, words) : []),
  ]
}

/** Its chapters say of which annex they are: they stand among those of the agenda. */
function differenceAnnex(differences: Differences, { text, language }: ExportWords): DocumentBlock[] {
  const title = text.differencesSince(differences.from)
  return [{ kind: 'heading', level: 1, text: title }, ...differenceBlocks(differences, language, title)]
}
