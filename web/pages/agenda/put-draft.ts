import type * as Y from 'yjs'
import { type Day, isDay } from '../../../shared/date.ts'
import { type ItemSet, itemMap, itemSets, origins } from '../../../shared/document/layout.ts'
import { bodyFragment, readItem, readThemes, titleText } from '../../../shared/document/read.ts'
import { writeRichText } from '../../../shared/document/rich-text.ts'
import {
  createItem,
  createTheme,
  setAgendaTitle,
  setInSet,
  setItemValues,
  setPeriod,
  setText,
  setTheme,
} from '../../../shared/document/write.ts'
import { type ItemId, makeId, type ThemeId } from '../../../shared/ids.ts'
import { rankAt, rankBetween } from '../../../shared/rank.ts'
import type { Draft } from '../../live/open-agenda.ts'

/** Values that the document holds as one word, just as a draft does. Striking is not among them: it asks for a reason. */
const plainValues = ['priority', 'status', 'theme', 'duty', 'kind', 'reach']

/** Whether it can be offered again with one press: a text, a plain value or a choice. A whole entry is there to copy. */
export function mayPutDraft({ field, text }: Draft): boolean {
  if (field === 'period') return daysOf(text) !== undefined
  return putTexts.includes(field) || itemSet(field) !== undefined || (plainValues.includes(field) && text !== 'struck')
}

/** Whether it is of the agenda itself, which the coordinator alone writes. */
export function isOfAgenda({ field }: Draft): boolean {
  return field === 'agendaTitle' || field === 'period' || field === 'themeName'
}

const putTexts = ['title', 'body', 'agendaTitle', 'themeName']

/**
 * Puts a refused text on the agenda again. What stands there now stays: a body gets the text at its end, and where the
 * item itself was refused it is made anew, under its own id, so that its other texts come back to it.
 */
export function putDraft(doc: Y.Doc, draft: Draft): void {
  switch (draft.field) {
    case 'agendaTitle':
      return setAgendaTitle(doc, draft.text)
    case 'period': {
      const days = daysOf(draft.text)
      return days && setPeriod(doc, ...days)
    }
    case 'themeName':
      return putThemeName(doc, draft.theme, draft.text)
    default:
      return putItemDraft(doc, draft)
  }
}

function putThemeName(doc: Y.Doc, theme: ThemeId | undefined, name: string): void {
  const themes = readThemes(doc)
  const there = themes.find(({ id }) => id === theme)
  if (there) return setTheme(doc, there.id, { name })
  createTheme(doc, {
    id: theme ?? makeId<ThemeId>(),
    name,
    rank: rankAt(
      themes.map(({ rank }) => rank),
      themes.length,
    ),
  })
}

function putItemDraft(doc: Y.Doc, { item, field, text, isTakenOut }: Draft): void {
  const isUsable = item !== undefined && (readItem(doc, item) !== undefined || !itemMap(doc, item))
  const id = isUsable ? item : makeId<ItemId>()
  if (!readItem(doc, id)) {
    const title = field === 'title' ? text : field === 'body' ? (text.split('\n')[0] ?? '') : ''
    createItem(doc, { id, title, duty: 'joint', rank: rankBetween(undefined, undefined) })
  }
  if (field === 'title') {
    const title = titleText(doc, id)
    if (title) setText(title, text)
    return
  }
  const set = itemSet(field)
  if (set) return setInSet(doc, id, set, text, !isTakenOut)
  // It was a value of this field when it was written, and reading is tolerant of one that no longer is.
  if (field !== 'body') return setItemValues(doc, id, { [field]: text })
  const body = bodyFragment(doc, id)
  if (!body) return
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '')
  doc.transact(() => {
    writeRichText(
      body,
      paragraphs.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line, marks: {} }] })),
    )
  }, origins.edit)
}

function itemSet(field: string): ItemSet | undefined {
  return itemSets.find((known) => known === field)
}

/** The two days of a period, as live/drafts.ts writes them down. */
function daysOf(text: string): [from: Day, to: Day] | undefined {
  const [from, to] = text.split(' · ')
  return isDay(from) && isDay(to) ? [from, to] : undefined
}
