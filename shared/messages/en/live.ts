import type { live as dutch } from '../nl/live.ts'

export const live: typeof dutch = {
  colleague: 'a colleague',
}
