import * as v from 'valibot'
import type * as Y from 'yjs'
import { type Day, isDay } from '../date.ts'
import { type EntryId, type ItemId, isId, type OrganisationId, type PersonId, type ThemeId } from '../ids.ts'
import type { Agreement, Indicator, Status } from '../item.ts'
import { type ItemList, type ItemSet, itemLists, itemSets, origins } from './layout.ts'
import { maskIndicators } from './mask.ts'
import { putBackText } from './put-back-text.ts'
import { agreementText, annexFragment, bodyFragment, readItem, readThemes, titleText } from './read.ts'
import {
  createAnnex,
  setAgendaTitle,
  setEntry,
  setEntryRemoved,
  setInSet,
  setItemValues,
  setMeasurement,
  setMeasurementRemoved,
  setOwner,
  setPeriod,
  setText,
  setTheme,
  strikeItem,
} from './write.ts'

/**
 * Puts a field back to what it was at another moment, as a new change: one transaction, everything else stays. The value is
 * one that `readField` gave. Says whether there is something to put back to.
 */
export function putBackField(doc: Y.Doc, item: ItemId | '', field: string, value: unknown): boolean {
  if (item !== '' && field === 'indicators') maskIndicators(doc, item)
  return doc.transact(
    () => (item === '' ? putBackAgenda(doc, field, value) : putBackItem(doc, item, field, value)),
    origins.edit,
  )
}

function putBackAgenda(doc: Y.Doc, field: string, value: unknown): boolean {
  if (field === 'title' && typeof value === 'string') setAgendaTitle(doc, value)
  else if (field === 'period' && v.is(period, value)) setPeriod(doc, value.from, value.to)
  else if (field === 'themes' && v.is(themes, value)) {
    const known = new Set(readThemes(doc).map(({ id }) => id))
    for (const { id, name, rank, hidden } of value) if (known.has(id)) setTheme(doc, id, { name, rank, hidden })
    // A theme that was made since is not deleted, but hidden.
    for (const id of known) if (!value.some((theme) => theme.id === id)) setTheme(doc, id, { hidden: true })
  } else return false
  return true
}

function putBackItem(doc: Y.Doc, id: ItemId, field: string, value: unknown): boolean {
  const item = readItem(doc, id)
  if (!item) return false
  const set = itemSets.find((name) => name === field)
  if (set) return putBackSet(doc, id, set, item[set], value)
  const list = itemLists.find((name) => name === field)
  if (list) return putBackList(doc, id, list, item[list], value)
  switch (field) {
    case 'title': {
      const title = titleText(doc, id)
      if (!title || typeof value !== 'string') return false
      setText(title, value)
      return true
    }
    case 'body':
      return putBackText(bodyFragment(doc, id), value)
    case 'annexes': {
      if (!v.is(annexes, value)) return false
      for (const municipality of new Set([...item.annexes, ...Object.keys(value)])) {
        if (!isId<OrganisationId>(municipality)) continue
        createAnnex(doc, id, municipality)
        putBackText(annexFragment(doc, id, municipality), value[municipality] ?? [])
      }
      return true
    }
    case 'owner':
      if (!v.is(owner, value)) return false
      setOwner(doc, id, { organisation: value?.organisation, person: value?.person })
      return true
    case 'status':
      if (value === 'struck') strikeItem(doc, id, item.struckReason)
      else setItemValues(doc, id, { status: value as Exclude<Status, 'struck'> })
      return true
    default:
      // Plain values: the reader takes what belongs there and leaves the rest aside.
      setItemValues(doc, id, { [field]: value ?? undefined })
      return true
  }
}

function putBackSet(doc: Y.Doc, id: ItemId, set: ItemSet, now: readonly string[], value: unknown): boolean {
  const wanted = value ?? []
  if (!v.is(v.array(v.string()), wanted)) return false
  for (const member of new Set([...now, ...wanted])) setInSet(doc, id, set, member, wanted.includes(member))
  return true
}

/** Entries that were added since are taken out, those taken out since come back, and all get the values they had. */
function putBackList(doc: Y.Doc, id: ItemId, list: ItemList, now: readonly { id: EntryId }[], value: unknown): boolean {
  const wanted = value ?? []
  if (!v.is(entries, wanted)) return false
  for (const entry of now)
    if (!wanted.some((other) => other.id === entry.id)) setEntryRemoved(doc, id, list, entry.id, true)
  for (const entry of wanted) {
    setEntryRemoved(doc, id, list, entry.id, false)
    if (list === 'agreements') putBackAgreement(doc, id, entry as Agreement)
    else if (list === 'indicators') putBackIndicator(doc, id, entry as Indicator)
    else {
      const { id: entryId, ...values } = entry
      setEntry(doc, id, list, entryId, { date: undefined, ...values })
    }
  }
  return true
}

function putBackAgreement(
  doc: Y.Doc,
  item: ItemId,
  { id, text, rank, organisation, person, due, done }: Agreement,
): void {
  const live = agreementText(doc, item, id)
  if (live) setText(live, text)
  setEntry(doc, item, 'agreements', id, { organisation, person, due, done, rank })
}

function putBackIndicator(doc: Y.Doc, item: ItemId, { id, measurements, ...values }: Indicator): void {
  const { name, unit, baseline, target, targetDate, direction } = values
  setEntry(doc, item, 'indicators', id, { name, unit, baseline, target, targetDate, direction })
  const now = readItem(doc, item)?.indicators.find((indicator) => indicator.id === id)?.measurements ?? []
  for (const { date } of now)
    if (!measurements.some((other) => other.date === date)) setMeasurementRemoved(doc, item, id, date, true)
  for (const { date, value, source } of measurements) setMeasurement(doc, item, id, date, { value, source })
}

const period = v.object({ from: v.custom<Day>(isDay), to: v.custom<Day>(isDay) })
const themes = v.array(
  v.object({ id: v.custom<ThemeId>(isId), name: v.string(), rank: v.string(), hidden: v.boolean() }),
)
const annexes = v.record(v.string(), v.array(v.looseObject({ type: v.string() })))
const owner = v.nullish(
  v.object({
    organisation: v.optional(v.custom<OrganisationId>(isId)),
    person: v.optional(v.custom<PersonId>(isId)),
  }),
)
const entries = v.array(v.looseObject({ id: v.custom<EntryId>(isId) }))
