import * as Y from 'yjs'
import { isMark } from '../../../shared/document/rich-text-shape.ts'
import { childShape, isOfShape, type Place, slotShape } from './place.ts'

/** Which rule keeps a piece from standing at a place; undefined when it may (rule G6). */
export function misfit(
  { content, rightOrigin }: Y.Item,
  place: Exclude<Place, 'nowhere'>,
  isOfLog = false,
): string | undefined {
  if (place.key === null) return misfitInList(content, place)
  // No client puts anything before an entry of a map.
  return rightOrigin === null ? misfitAtKey(content, place, place.key, isOfLog) : 'G6 order'
}

function misfitAtKey(content: Y.Item['content'], { holder }: Exclude<Place, 'nowhere'>, key: string, isOfLog: boolean) {
  const slot = slotShape(holder.shape, key)
  if (!slot) return 'G6 key'
  // What is there no more: a value that its writer wrote over before it was sent.
  if (content instanceof Y.ContentDeleted) return undefined
  // Yjs joins values that were written over, as long as somebody can take that back.
  if (slot.kind === 'value') {
    const mayStand = (it: unknown) => slot.allows(it) || (isOfLog && slot.allowedOnce?.(it) === true)
    return content instanceof Y.ContentAny && content.arr.every(mayStand) ? undefined : 'G6 value'
  }
  return content instanceof Y.ContentType && isOfShape(content.type, slot) ? undefined : 'G6 type'
}

function misfitInList(content: Y.Item['content'], { holder: { shape } }: Exclude<Place, 'nowhere'>) {
  switch (shape?.kind) {
    case undefined:
    case 'map':
      return 'G6 place'
    case 'text':
      return content instanceof Y.ContentString || content instanceof Y.ContentDeleted ? undefined : 'G6 content'
    case 'marked-text':
      if (content instanceof Y.ContentFormat) return isMark(content.key, content.value) ? undefined : 'G6 mark'
      return content instanceof Y.ContentString || content instanceof Y.ContentDeleted ? undefined : 'G6 content'
    case 'fragment':
    case 'element':
      if (content instanceof Y.ContentDeleted) return undefined
      return content instanceof Y.ContentType && childShape(shape, content.type) ? undefined : 'G6 node'
  }
}
