import { nanoid } from 'nanoid'
import type * as Y from 'yjs'
import type { Me, NewAgenda } from '../../shared/api.ts'
import { readItems } from '../../shared/document/read.ts'
import { setAgendaTitle, setPeriod } from '../../shared/document/write.ts'
import type { ItemId, PersonId } from '../../shared/ids.ts'
import { compareRanked } from '../../shared/rank.ts'
import { fillFromTemplate } from '../../shared/template/fill.ts'
import type { RoomStore, Seat } from '../store/room-store.ts'
import type { Room } from './room.ts'

/** What a new room starts with. */
export type Founding = {
  epoch: string
  region: string
  seat: Seat
  author: PersonId
  at: number
  /** People of the demo sit at its table: they have no addresses. */
  isDemo?: boolean
  /** Writes the first text and gives the items in the order in which they get their numbers. */
  write: (doc: Y.Doc) => ItemId[]
  /** The numbers that items have already; the others get the next ones. */
  numbers?: ReadonlyMap<ItemId, number>
  /** Says what was said about it before, if anything. */
  converse?: (store: RoomStore, doc: Y.Doc) => void
}

/**
 * Founds a room for an agenda that somebody makes, once: the same request again finds it made. A room that was opened but
 * not founded has no epoch: then the last try ended too early, and this one goes on.
 */
export function foundOnce(room: Room, agenda: NewAgenda, maker: Me, seat: Seat, at: number): 'made' | 'taken' {
  if (room.epoch !== '') return room.member(maker.person)?.role === 'coordinator' ? 'made' : 'taken'
  room.found(foundingOf(agenda, maker, seat, nanoid(), at))
  return 'made'
}

/** The founding of an agenda that somebody makes: empty, or from the template. */
function foundingOf(agenda: NewAgenda, maker: Me, seat: Seat, epoch: string, at: number): Founding {
  const { title, region, from, to, start } = agenda
  return {
    epoch,
    region,
    seat,
    author: maker.person,
    isDemo: maker.demo,
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
