import * as Y from 'yjs'
import { agendaMap, itemsMap, themesMap } from '../../shared/document/layout.ts'

/** Where something stands in the document: the name of its root, and the keys that lead to it from there. */
export type DocumentPath = { root: 'agenda' | 'themes' | 'items'; keys: string[] }

/**
 * The places where these clients wrote something that a fresh document lacks, each once; what belongs to one item or
 * theme stays together.
 */
export function touchedPaths(local: Y.Doc, fresh: Y.Doc, clients: ReadonlySet<number>): DocumentPath[] {
  const roots = new Map<unknown, DocumentPath['root']>([
    [agendaMap(local), 'agenda'],
    [themesMap(local), 'themes'],
    [itemsMap(local), 'items'],
  ])
  const places = new Map<string, Map<string, DocumentPath>>()
  for (const [client, structs] of local.store.clients) {
    if (!clients.has(client)) continue
    const known = Y.getState(fresh.store, client)
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || struct.deleted || struct.id.clock + struct.length <= known) continue
      const path = pathOf(struct, roots)
      if (!path) continue
      const place = `${path.root}/${path.keys[0]}`
      const paths = places.get(place) ?? new Map()
      places.set(place, paths.set(path.keys.join('/'), path))
    }
  }
  return [...places.values()].flatMap((paths) => [...paths.values()])
}

/** The keys that lead to a struct; undefined when it lies under none of the roots. */
function pathOf(struct: Y.Item, roots: ReadonlyMap<unknown, DocumentPath['root']>): DocumentPath | undefined {
  const keys: string[] = []
  for (let at: Y.Item | null = struct; at; ) {
    if (at.parentSub !== null) keys.unshift(at.parentSub)
    const parent: unknown = at.parent
    const root = roots.get(parent)
    if (root) return { root, keys }
    at = parent instanceof Y.AbstractType ? parent._item : null
  }
  return undefined
}
