import type * as Y from 'yjs'
import { asFragment, asMap, asText, itemLists, itemMap, itemSets } from '../../shared/document/layout.ts'
import { readAgendaHead, readThemes } from '../../shared/document/read.ts'
import { readRichText, richTextToPlain } from '../../shared/document/rich-text.ts'
import { type ItemId, isId } from '../../shared/ids.ts'
import type { Draft } from './open-agenda.ts'
import { type DocumentPath, touchedPaths } from './touched-paths.ts'

/**
 * What these clients wrote in a local copy and the server does not have, as text that a person can read and offer again:
 * one draft for each field that reads differently in the fresh document, with the lines that it lacks.
 */
export function findDrafts(local: Y.Doc, fresh: Y.Doc, clients: ReadonlySet<number>): Draft[] {
  const drafts = new Map<string, Draft>()
  for (const path of touchedPaths(local, fresh, clients)) {
    const draft = draftOf(path, local, fresh)
    if (draft) drafts.set(draft.id, draft)
  }
  return [...drafts.values()]
}

function draftOf({ root, keys }: DocumentPath, local: Y.Doc, fresh: Y.Doc): Draft | undefined {
  switch (root) {
    case 'agenda':
      return keys[0] === 'period' ? periodDraft(local, fresh) : agendaTitleDraft(local, fresh)
    case 'themes':
      return themeDraft(keys, local, fresh)
    case 'items': {
      const [item, field, entry] = keys
      if (!isId<ItemId>(item) || field === undefined || unimportant.has(field)) return undefined
      if (sets.has(field)) return entry === undefined ? undefined : setDraft(item, field, entry, local, fresh)
      return fieldDraft(item, field, entry, local, fresh)
    }
  }
}

function agendaTitleDraft(local: Y.Doc, fresh: Y.Doc): Draft | undefined {
  const text = readAgendaHead(local).title
  if (text.trim() === '' || text === readAgendaHead(fresh).title) return undefined
  return { id: 'agenda/title', field: 'agendaTitle', text }
}

/** Both days, also when one was changed: a period is put back as a whole. */
function periodDraft(local: Y.Doc, fresh: Y.Doc): Draft | undefined {
  const [mine, theirs] = [local, fresh].map((doc) => {
    const { from, to } = readAgendaHead(doc)
    return joined([from ?? '', to ?? ''])
  })
  return !mine || mine === theirs ? undefined : { id: 'agenda/period', field: 'period', text: mine }
}

function themeDraft([id, field]: string[], local: Y.Doc, fresh: Y.Doc): Draft | undefined {
  if (field !== 'name') return undefined
  const [mine, theirs] = [local, fresh].map((doc) => readThemes(doc).find((theme) => theme.id === id))
  if (!mine || mine.name.trim() === '' || mine.name === theirs?.name) return undefined
  return { id: `themes/${mine.id}`, theme: mine.id, field: 'themeName', text: mine.name }
}

/** Something that was put into a set of an item, or taken out of it. */
function setDraft(item: ItemId, set: string, id: string, local: Y.Doc, fresh: Y.Doc): Draft | undefined {
  const [mine, theirs] = [local, fresh].map((doc) => asMap(itemMap(doc, item)?.get(set))?.get(id) === true)
  if (mine === theirs) return undefined
  return { id: `${item}/${set}/${id}`, item, field: set, text: id, ...(!mine && { isTakenOut: true }) }
}

/** The field that a person knows: a text, a value, or a whole entry of a list. */
function fieldDraft(
  item: ItemId,
  field: string,
  entry: string | undefined,
  local: Y.Doc,
  fresh: Y.Doc,
): Draft | undefined {
  // The list itself is no text: its entries each come by a path of their own.
  if (lists.has(field) && entry === undefined) return undefined
  const path = lists.has(field) && entry !== undefined ? [field, entry] : [field]
  const text = newLines(textAt(local, item, path), textAt(fresh, item, path))
  if (text.trim() === '' || (madeWithItem.has(field) && !itemMap(fresh, item))) return undefined
  return { id: [item, ...path].join('/'), item, field, text }
}

const sets: ReadonlySet<string> = new Set(itemSets)
const lists: ReadonlySet<string> = new Set([...itemLists, 'annexes'])
const unimportant = new Set(['rank', 'removed'])
/** What a new item gets without anybody choosing it. */
const madeWithItem = new Set(['duty', 'kind', 'status'])

/** Of a long text, what is not on the agenda already. */
function newLines(text: string, fresh: string): string {
  const known = new Set(fresh.split('\n'))
  return text
    .split('\n')
    .filter((line) => !known.has(line))
    .join('\n')
}

function textAt(doc: Y.Doc, item: ItemId, path: string[]): string {
  let value: unknown = itemMap(doc, item)
  for (const key of path) value = asMap(value)?.get(key)
  return toText(value)
}

/** Anything that stands in the document, in words: entries become their values, one after the other. */
function toText(value: unknown): string {
  const fragment = asFragment(value)
  if (fragment) return richTextToPlain(readRichText(fragment))
  const text = asText(value)
  if (text) return text.toString()
  const map = asMap(value)
  if (map) return joined([...map.keys()].filter((key) => !unimportant.has(key)).map((key) => toText(map.get(key))))
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value === 'object' && value !== null) return joined(Object.values(value).map(toText))
  return ''
}

function joined(texts: string[]): string {
  return texts.filter((text) => text !== '').join(' · ')
}
