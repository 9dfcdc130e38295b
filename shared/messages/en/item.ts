import type { item as dutch } from '../nl/item.ts'

export const item: typeof dutch = {}
