import * as Y from 'yjs'
import { isMark, nodeShape } from '../../shared/document/rich-text-shape.ts'
import { documentShape, type Shape } from '../../shared/document/shape.ts'

/** Everything in a document that is not as the table of shapes has it, by its path. Reads through Yjs's own doors. */
export function misshapen(doc: Y.Doc): string[] {
  const known: readonly string[] = Object.keys(documentShape)
  const strangers = [...doc.share.keys()].filter((root) => !known.includes(root))
  return [
    ...strangers,
    ...Object.entries(documentShape).flatMap(([root, shape]) => wrong(doc.getMap(root), shape, root)),
  ]
}

/** The paths of all that has to stay: items, themes, entries, and the parts of each. */
export function kept(doc: Y.Doc): Set<string> {
  const paths = new Set<string>()
  const walk = (map: Y.Map<unknown>, path: string) => {
    for (const [key, value] of map) {
      if (!(value instanceof Y.AbstractType)) continue
      paths.add(`${path}/${key}`)
      if (value.constructor === Y.Map) walk(value as Y.Map<unknown>, `${path}/${key}`)
    }
  }
  for (const root of Object.keys(documentShape)) walk(doc.getMap(root), root)
  return paths
}

function wrong(value: unknown, shape: Shape, path: string): string[] {
  const is = (kind: unknown) => (value instanceof Y.AbstractType ? value.constructor : undefined) === kind
  switch (shape.kind) {
    case 'value':
      return !(value instanceof Y.AbstractType) && shape.allows(value) ? [] : [path]
    case 'map':
      if (!is(Y.Map)) return [path]
      return [...(value as Y.Map<unknown>)].flatMap(([key, entry]) => {
        const slot = shape.at(key)
        return slot ? wrong(entry, slot, `${path}/${key}`) : [`${path}/${key}`]
      })
    case 'text': {
      if (!is(Y.Text)) return [path]
      const parts = (value as Y.Text).toDelta() as { insert: unknown; attributes?: unknown }[]
      const isPlain = parts.every(({ insert, attributes }) => typeof insert === 'string' && attributes === undefined)
      return isPlain && (value as Y.Text).length <= shape.longest ? [] : [path]
    }
    case 'marked-text': {
      if (!is(Y.XmlText)) return [path]
      const parts = (value as Y.XmlText).toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
      const isFine = parts.every(
        ({ insert, attributes = {} }) =>
          typeof insert === 'string' && Object.entries(attributes).every(([mark, set]) => isMark(mark, set)),
      )
      return isFine && (value as Y.XmlText).length <= shape.longest ? [] : [path]
    }
    case 'fragment':
    case 'element': {
      if (!is(shape.kind === 'fragment' ? Y.XmlFragment : Y.XmlElement)) return [path]
      const attributes = shape.kind === 'element' ? Object.entries((value as Y.XmlElement).getAttributes()) : []
      const allowed = shape.kind === 'element' ? shape.attributes : {}
      const odd = attributes.filter(([key, it]) => !Object.hasOwn(allowed, key) || !allowed[key]?.(it))
      return [
        ...odd.map(([key]) => `${path}@${key}`),
        ...(value as Y.XmlFragment).toArray().flatMap((child, index) => {
          const name = child instanceof Y.XmlElement ? child.nodeName : 'text'
          if (!shape.children.some((known) => known === name)) return [`${path}/${index}:${name}`]
          const childShape: Shape | undefined =
            name === 'text' ? { kind: 'marked-text', longest: Number.POSITIVE_INFINITY } : nodeShape(name)
          return childShape ? wrong(child, childShape, `${path}/${index}`) : [`${path}/${index}`]
        }),
      ]
    }
  }
}
