import type * as Y from 'yjs'
import { agendaFields, isField, readField } from '../../shared/document/field.ts'
import { itemMap } from '../../shared/document/layout.ts'
import type { ItemId, PersonId } from '../../shared/ids.ts'
import { isId } from '../../shared/ids.ts'
import type { HistoryRow } from '../store/room-store.ts'
import type { Touched } from './gate/verdict.ts'

/** A working burst ends so long after it began, silence or not, in ms. */
const longest = 600_000

/** What an update writes: fields of items, and whether the agenda's own title, period or themes. */
export type Touching = { touched: readonly Touched[]; touchesAgenda: boolean }

type Burst = { person: PersonId; item: ItemId | ''; field: string; before: string; began: number; touched: number }

/**
 * Turns edits into history (rule H1): one row per working burst of one person in one field. The value from before is read
 * when a burst begins, so that its cost is that of one field, once.
 */
export class Bursts {
  readonly #open = new Map<string, Burst>()
  readonly #silence: number
  #over: HistoryRow[] = []

  /** A burst ends after so much silence, in ms. */
  constructor(silence: number) {
    this.#silence = silence
  }

  get isOpen(): boolean {
    return this.#open.size > 0
  }

  /** The rows of bursts that are over, the last one last, until they are written. */
  get over(): HistoryRow[] {
    return this.#over
  }

  /** The rows that were over are on record now. When writing them failed, they are kept for the next time. */
  written(): void {
    this.#over = []
  }

  /** What is changing now, in an item or anywhere, as the rows that it would become; the last begun first. */
  openIn(doc: Y.Doc, item: ItemId | undefined): HistoryRow[] {
    return [...this.#open.values()]
      .reverse()
      .filter((burst) => item === undefined || burst.item === item)
      .flatMap((burst) => rowOf(doc, burst))
  }

  /** Must be called before the edit is applied. Ends the bursts of others where this person goes on. */
  begin(doc: Y.Doc, person: PersonId, { touched, touchesAgenda }: Touching, now: number): void {
    this.end(doc, now)
    const made = new Set(
      touched.filter(({ item }) => isId<ItemId>(item) && !itemMap(doc, item)).map(({ item }) => item),
    )
    for (const { item, field } of touched) {
      // Of an item that is made now, its title says all: one row, not one for every field it starts with.
      const name = made.has(item) ? 'title' : field
      // A field that nobody knows is no history, and a hostile client can invent as many as it likes.
      if (isId<ItemId>(item) && name !== undefined && isField(item, name)) this.#touch(doc, person, item, name, now)
    }
    if (touchesAgenda) for (const field of agendaFields) this.#touch(doc, person, '', field, now)
  }

  #touch(doc: Y.Doc, person: PersonId, item: ItemId | '', field: string, now: number): void {
    const key = `${item} ${field}`
    const open = this.#open.get(key)
    if (open?.person === person) {
      open.touched = now
      return
    }
    if (open) this.#end(doc, key, open)
    const before = asJson(readField(doc, item, field))
    this.#open.set(key, { person, item, field, before, began: now, touched: now })
  }

  /** Ends the bursts that are over at this moment; all of them when `all` is asked. */
  end(doc: Y.Doc, now: number, all = false): void {
    for (const [key, burst] of this.#open) {
      if (all || now - burst.touched > this.#silence || now - burst.began > longest) this.#end(doc, key, burst)
    }
  }

  #end(doc: Y.Doc, key: string, burst: Burst): void {
    this.#open.delete(key)
    this.#over.push(...rowOf(doc, burst))
  }
}

/** What a burst comes to; nothing when everything is as it was. */
function rowOf(doc: Y.Doc, { person, item, field, before, touched }: Burst): HistoryRow[] {
  const after = asJson(readField(doc, item, field))
  return after === before ? [] : [{ at: touched, person, item, field, before, after }]
}

function asJson(value: unknown): string {
  return JSON.stringify(value ?? null)
}
