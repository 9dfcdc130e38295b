import type * as Y from 'yjs'
import type { Anchor, Mentions, ReactionKind } from '../../shared/comment.ts'
import { asId, type CommentId, type ItemId } from '../../shared/ids.ts'
import { plainText } from '../../shared/passage/plain-text.ts'
import { makeAnchor } from '../../shared/passage.ts'
import { answerComment } from '../rooms/record/answers.ts'
import { type CommentScene, writeComment } from '../rooms/record/comments.ts'
import type { Decision } from '../rooms/record/decision.ts'
import { reactToComment } from '../rooms/record/reactions.ts'
import { beginTurn, type RecordTurn } from '../rooms/record/turn.ts'
import type { RoomStore } from '../store/room-store.ts'
import { type DemoComment, type DemoThread, demoThreads } from './conversation.ts'
import { organisationId, type PersonKey, personId } from './region.ts'

const day = 86_400_000

/** Something that somebody said or did at a moment. */
type Deed = { at: number; by: PersonKey; act: (scene: CommentScene, turn: RecordTurn) => Decision<unknown> }

/**
 * Says what the demo's people said, through the same functions as anybody's words, in the order in which it happened. Of
 * what is older than the agenda itself nobody is told by mail.
 */
export function converse(store: RoomStore, doc: Y.Doc, itemOf: (number: number) => ItemId, now: number): void {
  const members = new Map(store.seat().members.map((member) => [member.person, member]))
  const deeds = demoThreads.flatMap((thread, index) => deedsOf(doc, thread, index, itemOf(thread.item), now))
  for (const { at, by, act } of deeds.sort((one, other) => one.at - other.at)) {
    const me = members.get(personId(by))
    if (!me) throw new Error(`${by} is not at the table`)
    const decision = act({ store, doc, me }, beginTurn(me.person, at, store.trail).turn)
    if (!decision.done) throw new Error(`The demo says what may not be said: ${decision.problem}`)
  }
}

function deedsOf(doc: Y.Doc, thread: DemoThread, index: number, item: ItemId, now: number): Deed[] {
  const first = commentId(index, 0)
  const anchor = thread.passage === undefined ? undefined : anchorOf(doc, item, thread.passage)
  const said = thread.comments.flatMap((comment, place): Deed[] => {
    // Some hours of the same day lie between one comment and the next.
    const at = now - comment.daysAgo * day + place * 3_600_000
    const id = commentId(index, place)
    const write: Deed = {
      at,
      by: comment.by,
      act: (scene, turn) =>
        writeComment(scene, turn, {
          ...{ id, item, text: comment.text, organisation: scene.me.organisation, mentions: mentionsOf(comment) },
          ...(place > 0 ? { thread: first } : anchor && { anchor }),
        }),
    }
    return [write, ...reactionsTo(comment, id, at)]
  })
  const { answer } = thread
  if (!answer) return said
  const { by, daysAgo, outcome, reason } = answer
  const act: Deed['act'] = (scene, turn) =>
    answerComment(scene, turn, first, { outcome, reason, organisation: scene.me.organisation })
  return [...said, { at: now - daysAgo * day, by, act }]
}

function reactionsTo({ reactions = {} }: DemoComment, id: CommentId, at: number): Deed[] {
  return Object.entries(reactions).flatMap(([kind, people], place) =>
    people.map((by, later) => ({
      at: at + (place + later + 1) * 600_000,
      by,
      // The keys of an object literal are those of its type; Object.entries forgets it.
      act: (scene, turn) => reactToComment(scene, turn, id, { kind: kind as ReactionKind, on: true }),
    })),
  )
}

function anchorOf(doc: Y.Doc, item: ItemId, words: string): Anchor {
  const from = plainText(doc, item, 'body')?.text.indexOf(words) ?? -1
  const anchor = from < 0 ? undefined : makeAnchor(doc, item, 'body', from, from + words.length)
  if (!anchor) throw new Error('The demo speaks of a passage that is not there')
  return anchor
}

function mentionsOf({ mentions }: DemoComment): Mentions {
  return {
    people: (mentions?.people ?? []).map(personId),
    organisations: (mentions?.organisations ?? []).map(organisationId),
  }
}

function commentId(thread: number, place: number): CommentId {
  return asId<CommentId>(`reactie-${thread + 1}-${place + 1}`)
}
