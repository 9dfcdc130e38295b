import { makeVersionModel } from '../../shared/export/version-model.ts'
import type { PublicationId } from '../../shared/ids.ts'
import type { CheckedVersion, PublishedVersion } from '../../shared/publication.ts'
import type { ItemContent } from '../../shared/version/content.ts'
import type { Version } from '../../shared/version/version.ts'
import type { PublicationRow } from '../store/publication-store.ts'
import type { RoomReader } from '../store/room-store.ts'
import { momentOf } from './record/shown-comment.ts'
import { wholeVersion } from './record/versions.ts'
import type { Room } from './room.ts'

/** What everyone may have of a version by the address of its publication. */
export type Published =
  | { state: 'unknown' | 'withdrawn' }
  | {
      state: 'open'
      /** Changes with everything that its page says. */
      tag: string
      model: () => PublishedVersion
      check: () => CheckedVersion
    }

export function published(room: Room, id: PublicationId): Published {
  const row = room.store.publications.byId(id)
  const head = row && room.store.versions.head(row.version)
  if (!row || !head) return { state: 'unknown' }
  if (row.withdrawn !== null) return { state: 'withdrawn' }
  return {
    state: 'open',
    tag: `"${head.hash.slice(0, 16)}-${row.names}${row.indexed}-${row.at}"`,
    model: () => modelOf(room, row),
    check: () => checkOf(room, row),
  }
}

function modelOf(room: Room, { version, names, indexed, at }: PublicationRow): PublishedVersion {
  const { store, agenda } = room
  const whole = versionOf(store, version)
  const { remark } = whole.metadata
  // Names come from here alone: nobody who is not told can be named (rule V22).
  const people = new Map(names === 1 ? store.everyMember().map(({ person, name }) => [person, name]) : [])
  return {
    names: names === 1,
    indexed: indexed === 1,
    since: momentOf(at),
    ...(remark && { remark }),
    agenda: makeVersionModel(agenda, whole, people),
  }
}

function checkOf({ store }: Room, { version, names }: PublicationRow): CheckedVersion {
  const { number, hash, metadata, positions, items } = versionOf(store, version)
  return {
    number,
    hash,
    metadata,
    positions,
    items: items.map(({ item, hash, salt, content }) =>
      names === 1 || !namesPerson(content) ? { item, hash, salt, content } : { item, hash },
    ),
  }
}

/** The row of a publication refers to its version. */
function versionOf(store: RoomReader, number: number): Version {
  const whole = wholeVersion(store, number)
  if (!whole) throw new Error('a publication without its version')
  return whole
}

/** Whether an item tells of a person, if only by an id: two items of one person could be laid side by side. */
function namesPerson({ owner, agreements = {} }: ItemContent): boolean {
  return owner?.person !== undefined || Object.values(agreements).some(({ person }) => person !== undefined)
}
