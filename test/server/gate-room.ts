import * as Y from 'yjs'
import { judge } from '../../server/rooms/gate/judge.ts'
import type { Verdict } from '../../server/rooms/gate/verdict.ts'
import { itemMap } from '../../shared/document/layout.ts'
import { createItem, createTheme, setAgendaTitle } from '../../shared/document/write.ts'
import { asId, type ItemId, type PersonId, type ThemeId } from '../../shared/ids.ts'
import type { Role } from '../../shared/roles.ts'

/** A room's document with one item in it, and the gate before it. */
export class GateRoom {
  readonly doc = new Y.Doc()
  readonly item = asId<ItemId>('punt')
  readonly theme = asId<ThemeId>('vervoer')

  constructor() {
    this.doc.clientID = 1000
    setAgendaTitle(this.doc, 'Samen verder')
    createTheme(this.doc, { id: this.theme, name: 'Vervoer', rank: 'a0' })
    createItem(this.doc, { id: this.item, title: 'Naar school', duty: 'joint', rank: 'a0' })
  }

  judge(update: Uint8Array, role: Role = 'coordinator'): Verdict {
    return judge(this.doc, update, { person: asId<PersonId>('anna'), role, epoch: 'nu', ownerOf: () => undefined })
  }

  /** Says by which rule an update is refused, or takes it in. */
  offer(update: Uint8Array, role: Role = 'coordinator'): string {
    const verdict = this.judge(update, role)
    if (verdict.answer === 'refused') return verdict.rule
    if (verdict.answer === 'accepted') Y.applyUpdate(this.doc, update)
    return verdict.answer
  }

  copyFor(client: number): Y.Doc {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.doc))
    doc.clientID = client
    return doc
  }

  /** What somebody makes of a copy of their own, with all that they know. */
  change(client: number, write: (doc: Y.Doc, item: Y.Map<unknown>) => void): Uint8Array {
    const doc = this.copyFor(client)
    const [item, before] = [itemMap(doc, this.item), Y.encodeStateVector(doc)]
    if (!item) throw new Error('the item is there')
    doc.transact(() => write(doc, item))
    return Y.encodeStateAsUpdate(doc, before)
  }
}

/** The id under which a type stands in its document. */
export function idOf(type: unknown): [client: number, clock: number] {
  const id = type instanceof Y.AbstractType ? type._item?.id : undefined
  if (!id) throw new Error('it is in a document')
  return [id.client, id.clock]
}
