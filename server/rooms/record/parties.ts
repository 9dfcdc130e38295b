import type { Organisation } from '../../../shared/agenda.ts'
import type { OrganisationId } from '../../../shared/ids.ts'
import type { NewOrganisation, OrganisationChange } from '../../../shared/people.ts'
import type { RoomStore } from '../../store/room-store.ts'
import { type Decision, done, invalid, isSame, type Mistake, refused } from './decision.ts'
import type { RecordTurn } from './turn.ts'

/** Puts organisations at the table, all of them or none. Those that are there already, exactly so, are no news. */
export function addOrganisations(
  store: RoomStore,
  turn: RecordTurn,
  wanted: readonly NewOrganisation[],
): Decision<Organisation[]> {
  const present = new Map(store.seat().organisations.map((organisation) => [organisation.id, organisation]))
  const taken = new Taken(present.values())
  const fresh: NewOrganisation[] = []
  const mistakes: Mistake[] = []
  for (const [index, organisation] of wanted.entries()) {
    if (isSame(present.get(organisation.id), organisation)) continue
    fresh.push(organisation)
    mistakes.push(...taken.clashes(organisation, `organisations.${index}`))
    taken.add(organisation)
  }
  if (mistakes.length > 0) return invalid(mistakes)
  for (const organisation of fresh) {
    store.people.addOrganisation(organisation)
    turn.audit('organisation-added', { organisation: organisation.id }, organisation)
  }
  if (fresh.length > 0) told(turn)
  return done([...wanted])
}

/** Changes what is on record of an organisation. */
export function changeOrganisation(
  store: RoomStore,
  turn: RecordTurn,
  id: OrganisationId,
  change: OrganisationChange,
): Decision<Organisation> {
  const { organisations } = store.seat()
  const before = organisations.find((organisation) => organisation.id === id)
  if (!before) return refused('not-found')
  const { code, website, ...rest } = { ...before, ...change }
  const after: Organisation = { ...rest, ...(code && { code }), ...(website && { website }) }
  if (isSame(before, after)) return done(before)
  const others = organisations.filter((organisation) => organisation.id !== id)
  const mistakes = new Taken(others).clashes(after, '')
  if (mistakes.length > 0) return invalid(mistakes)
  store.people.changeOrganisation(id, { ...rest, code: code ?? null, website: website ?? null })
  turn.audit('organisation-changed', { organisation: id }, after)
  told(turn)
  return done(after)
}

/** What of organisations is somebody's already. Asking costs the same however many there are. */
class Taken {
  readonly #ids = new Set<OrganisationId>()
  readonly #codes = new Set<string>()
  readonly #names = new Set<string>()

  constructor(organisations: Iterable<Organisation>) {
    for (const organisation of organisations) this.add(organisation)
  }

  add({ id, name, code }: Organisation): void {
    this.#ids.add(id)
    this.#names.add(plain(name))
    if (code !== undefined) this.#codes.add(code.toLowerCase())
  }

  /** What of this one is: nothing, or a mistake each. */
  clashes({ id, name, code }: Organisation, path: string): Mistake[] {
    const at = (key: string) => (path === '' ? key : `${path}.${key}`)
    const mistakes: Mistake[] = []
    if (this.#ids.has(id)) mistakes.push({ path: at('id'), message: 'This id is taken' })
    if (code !== undefined && this.#codes.has(code.toLowerCase()))
      mistakes.push({ path: at('code'), message: 'Another organisation has this code' })
    if (this.#names.has(plain(name))) mistakes.push({ path: at('name'), message: 'Another organisation has this name' })
    return mistakes
  }
}

/** A name as people tell names apart: case and spaces make no difference. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/\s+/g, ' ').trim()
}

function told(turn: RecordTurn): void {
  turn.seatChanged()
  turn.tell({ kind: 'people' })
}
