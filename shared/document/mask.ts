import * as Y from 'yjs'
import { readAmount } from '../amount.ts'
import type { ItemId } from '../ids.ts'
import { asMap, itemMap, origins } from './layout.ts'

/**
 * Masks the bare values of 1 to 4 that an indicator of before can hold (rule P1), as a change of its own that nobody undoes:
 * else undoing what is written over them would write them again, which the room refuses.
 */
export function maskIndicator(indicator: Y.Map<unknown>): void {
  const measurements = [...(asMap(indicator.get('measurements'))?.values() ?? [])].flatMap((one) => asMap(one) ?? [])
  const places = [
    ...['baseline', 'target'].map((key) => ({ map: indicator, key })),
    ...measurements.map((map) => ({ map, key: 'value' })),
  ].filter(({ map, key }) => isBare(map.get(key)))
  if (places.length === 0) return
  const mask = () => {
    for (const { map, key } of places) map.set(key, readAmount(map.get(key)))
  }
  if (indicator.doc) indicator.doc.transact(mask, origins.mask)
  else mask()
}

/** Of all indicators of an item, also those that were taken out. */
export function maskIndicators(doc: Y.Doc, item: ItemId): void {
  for (const indicator of asMap(itemMap(doc, item)?.get('indicators'))?.values() ?? []) {
    if (indicator instanceof Y.Map) maskIndicator(indicator)
  }
}

function isBare(value: unknown): boolean {
  return typeof value === 'number' && readAmount(value) === 'masked'
}
