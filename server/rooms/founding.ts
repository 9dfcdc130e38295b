import type * as Y from 'yjs'
import type { NewAgenda } from '../../shared/api.ts'
import { readItems } from '../../shared/document/read.ts'
import { setAgendaTitle, setPeriod } from '../../shared/document/write.ts'
import type { ItemId, PersonId } from '../../shared/ids.ts'
import { compareRanked } from '../../shared/rank.ts'
import { fillFromTemplate } from '../../shared/template/fill.ts'
import type { Seat } from '../store/room-store.ts'

/** What a new room starts with. */
export type Founding = {
  epoch: string
  region: string
  seat: Seat
  author: PersonId
  at: number
  /** Writes the first text and gives the items in the order in which they get their numbers. */
  write: (doc: Y.Doc) => ItemId[]
}

/** The founding of an agenda that somebody makes: empty, or from the template. */
export function foundingOf(agenda: NewAgenda, author: PersonId, seat: Seat, epoch: string, at: number): Founding {
  const { title, region, from, to, start } = agenda
  return {
    epoch,
    region,
    seat,
    author,
    at,
    write(doc) {
      doc.transact(() => {
        setAgendaTitle(doc, title)
        if (from && to) setPeriod(doc, from, to)
        if (start === 'template') fillFromTemplate(doc)
      })
      return readItems(doc)
        .sort(compareRanked)
        .map(({ id }) => id)
    },
  }
}
