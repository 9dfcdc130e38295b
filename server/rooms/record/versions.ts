import { hasBsn } from '../../../shared/bsn.ts'
import type { ItemId, OrganisationId } from '../../../shared/ids.ts'
import type { NewVersion, VersionPreview, VersionSummary } from '../../../shared/version/api.ts'
import { canonical, type Json } from '../../../shared/version/canonical.ts'
import { itemHash } from '../../../shared/version/content.ts'
import { type Contents, changedSince } from '../../../shared/version/difference.ts'
import {
  type Draft,
  draftHash,
  type FrozenItem,
  readDraft,
  type Version,
  versionHash,
} from '../../../shared/version/version.ts'
import type { RoomReader } from '../../store/room-store.ts'
import type { VersionHead } from '../../store/version-store.ts'
import type { CommentScene } from './comments.ts'
import { type Decision, done, invalid, refused } from './decision.ts'
import { momentOf } from './shown-comment.ts'
import type { RecordTurn } from './turn.ts'

/** What a command about versions is carried out on, and who gives it. */
export type VersionScene = CommentScene

/** Freezes exactly what the preview showed, once (rules V1 and V3): a version is numbered, dated and never changed. */
export function freezeVersion(
  scene: VersionScene,
  turn: RecordTurn,
  { id, remark, expects }: NewVersion,
): Decision<{ version: VersionSummary; isNew: boolean }> {
  const { store, me } = scene
  if (remark !== undefined && hasBsn(remark)) return refused('bsn')
  const known = store.versions.headById(id)
  if (known) {
    const isTheSame = known.person === me.person && known.metadata.remark === remark
    return isTheSame ? done({ version: summaryOf(store, known), isNew: false }) : refused('conflict')
  }
  const draft = draftOf(scene)
  if (draftHash(draft) !== expects) return refused('stale')
  if (draft.items.length === 0) return invalid([{ path: 'items', message: 'There is nothing to freeze' }])
  const items = draft.items.map(({ item, content, aside }): FrozenItem => {
    const salt = store.versions.saltOf(item)
    return { item, salt, hash: itemHash(salt, content), content, aside }
  })
  const metadata = { ...draft.metadata, at: momentOf(turn.at), ...(remark !== undefined && { remark }) }
  const positions = {}
  const hash = versionHash(metadata, items, positions)
  const { number } = metadata
  const head: VersionHead = { number, id, at: turn.at, person: me.person, metadata, positions, hash }
  store.versions.addVersion(head, items)
  turn.audit('version', { version: id, number, hash }, asidesOf(items))
  turn.tell({ kind: 'version', number })
  return done({ version: summaryOf(store, head), isNew: true })
}

/** What would be frozen now, and what is worth a look before (rule V3). */
export function previewVersion(scene: VersionScene): VersionPreview {
  const { store } = scene
  const draft = draftOf(scene)
  const last = store.versions.last()
  const before = last ? store.versions.items(last.number) : []
  const changes = changedSince(contentsOf(before), contentsOf(draft.items))
  const open = openThreads(store)
  const items = draft.items.map(({ item, content, aside }): VersionPreview['items'][number] => {
    const change = changes.get(item)
    return {
      item,
      ...(aside.number !== undefined && { number: aside.number }),
      title: content.title,
      change: change === 'added' || change === 'changed' ? change : 'same',
      hasOwner: content.owner?.organisation !== undefined,
      hasPriority: aside.priority !== undefined,
      openComments: open.get(item) ?? 0,
    }
  })
  const { number, previous } = draft.metadata
  return {
    hash: draftHash(draft),
    metadata: { number, ...(previous && { previous }) },
    items,
    struck: before
      .filter(({ item }) => changes.get(item) === 'struck')
      .map(({ item, content }) => ({ item, title: content.title })),
    openComments: items.reduce((total, { openComments }) => total + openComments, 0),
  }
}

/** A version as it was frozen. */
export function wholeVersion({ versions }: RoomReader, number: number): Version | undefined {
  const head = versions.head(number)
  if (!head) return undefined
  const { hash, person, metadata, positions } = head
  return { number, hash, by: person, metadata, positions, items: versions.items(number) }
}

/** All versions, the last one first. */
export function versionSummaries({ versions }: RoomReader): VersionSummary[] {
  const sizes = versions.sizes()
  return versions
    .heads()
    .reverse()
    .map((head) => toSummary(head, sizes.get(head.number) ?? 0))
}

/** Whether an organisation sat at the table when a version was frozen. */
export function isPartyOf({ metadata }: VersionHead, organisation: OrganisationId): boolean {
  return metadata.parties.some(({ id }) => id === organisation)
}

/** What the audit trail covers of a version beside its hash: how its items stood, as one text. */
export function asidesOf(items: readonly Pick<FrozenItem, 'item' | 'aside'>[]): string {
  return canonical(items.map(({ item, aside }) => [item, aside as Json]))
}

function draftOf({ store, doc }: VersionScene): Draft {
  const { organisations, plans } = store.seat()
  const numbers = new Map(store.items().map(({ item, number }) => [item, number]))
  const region = store.setting('region') ?? ''
  return readDraft(doc, { region, organisations, plans, numbers, previous: store.versions.last() })
}

function contentsOf(items: readonly Pick<FrozenItem, 'item' | 'content'>[]): Contents {
  return new Map(items.map(({ item, content }) => [item, content]))
}

function openThreads({ comments }: RoomReader): Map<ItemId, number> {
  const answered = new Set(comments.everyAnswer().map(({ comment }) => comment))
  const open = comments
    .comments(0)
    .filter(({ id, thread, state }) => id === thread && state === 'shown' && !answered.has(id))
  return new Map([...Map.groupBy(open, ({ item }) => item)].map(([item, { length }]) => [item, length]))
}

function summaryOf(store: RoomReader, head: VersionHead): VersionSummary {
  return toSummary(head, store.versions.sizes().get(head.number) ?? 0)
}

function toSummary({ number, hash, person, metadata }: VersionHead, items: number): VersionSummary {
  const { at, remark } = metadata
  return { number, hash, at, by: person, ...(remark !== undefined && { remark }), items }
}
