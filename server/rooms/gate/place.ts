import * as Y from 'yjs'
import { type NodeShape, nodeShape } from '../../../shared/document/rich-text-shape.ts'
import {
  documentShape,
  type MarkedTextShape,
  markedText,
  type Shape,
  type TypeShape,
} from '../../../shared/document/shape.ts'
import { isTextPart } from '../../../shared/roles.ts'

/** A type that others lie in. */
export type Holder = {
  readonly root: string
  /** The keys that lead to it from its root, as far as they are looked at: the item and its field. */
  readonly keys: readonly string[]
  readonly depth: number
  /** What may stand in it; undefined where the table of shapes knows of nothing. */
  readonly shape: TypeShape | undefined
  /** The type itself, when it is on the server. */
  readonly type: AnyType | undefined
}

/** Where a piece lies. `nowhere`: what it should lie in is gone, and Yjs keeps nothing of it. */
export type Place = { readonly holder: Holder; readonly key: string | null } | 'nowhere'

export type AnyType = Y.AbstractType<unknown>

const keysKept = 2

/** Finds where things of the server's tree lie. Its cost is the depth of the tree; what was found is remembered. */
export class Places {
  readonly #doc: Y.Doc
  readonly #holders = new Map<AnyType, Holder>()
  readonly #roots = new Map<string, Holder>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  root(name: string): Holder {
    const known = this.#roots.get(name)
    if (known) return known
    const shape = isTextPart(name) ? documentShape[name] : undefined
    const holder = { root: name, keys: [], depth: 0, shape, type: this.#doc.share.get(name) as AnyType | undefined }
    this.#roots.set(name, holder)
    return holder
  }

  /** Undefined for a type that hangs loose. */
  holder(type: AnyType): Holder | undefined {
    const known = this.#holders.get(type)
    if (known) return known
    let holder: Holder | undefined
    if (type._item === null) holder = this.root(Y.findRootTypeKey(type))
    else {
      const place = this.of(type._item)
      if (place !== 'nowhere') holder = holderAt(place, type, type)
    }
    if (holder) this.#holders.set(type, holder)
    return holder
  }

  of(item: Y.Item): Place {
    const holder = item.parent instanceof Y.AbstractType ? this.holder(item.parent) : undefined
    return holder ? { holder, key: item.parentSub } : 'nowhere'
  }
}

/** What a type at a place is to those that lie in it. */
export function holderAt(
  { holder, key }: Exclude<Place, 'nowhere'>,
  content: AnyType,
  onServer: AnyType | undefined,
): Holder {
  const { root, keys, depth } = holder
  const shape = key === null ? childShape(holder.shape, content) : slotShape(holder.shape, key)
  return {
    root,
    keys: key === null || keys.length === keysKept ? keys : [...keys, key],
    depth: depth + 1,
    shape: shape && isOfShape(content, shape) ? shape : undefined,
    type: onServer,
  }
}

/** What may stand under a key of a type. */
export function slotShape(shape: TypeShape | undefined, key: string): Shape | undefined {
  if (shape?.kind === 'map') return shape.at(key)
  if (shape?.kind !== 'element' || !Object.hasOwn(shape.attributes, key)) return undefined
  const allows = shape.attributes[key]
  return allows && { kind: 'value', allows }
}

/** What a type in the list of a rich text may hold; undefined when it may not lie there. */
export function childShape(shape: TypeShape | undefined, content: AnyType): NodeShape | MarkedTextShape | undefined {
  if (shape?.kind !== 'fragment' && shape?.kind !== 'element') return undefined
  const name = content.constructor === Y.XmlText ? 'text' : content instanceof Y.XmlElement ? content.nodeName : ''
  if (!shape.children.some((child) => child === name)) return undefined
  return name === 'text' ? markedText : nodeShape(name)
}

const kinds = new Map<unknown, TypeShape['kind']>([
  [Y.Map, 'map'],
  [Y.Text, 'text'],
  [Y.XmlFragment, 'fragment'],
  [Y.XmlElement, 'element'],
  [Y.XmlText, 'marked-text'],
])

/** Whether a type is of the kind that a shape asks for. */
export function isOfShape(type: AnyType, shape: Shape): shape is TypeShape {
  return kinds.get(type.constructor) === shape.kind
}
