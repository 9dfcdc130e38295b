import type { Context, MiddlewareHandler } from 'hono'
import { Visits } from '../rooms/directory/visits.ts'

/** Who comes without a session, and how they are told to wait. */
export type CalmOptions = {
  /** The network address that a request comes from. */
  addressOf: (c: Context) => string
  /** So many requests from one network in a quarter of an hour: a town hall is one address. */
  most: number
  refuse: (c: Context) => Response
}

/** Slows down who asks for more than people and their programs read, or tries one address after another. */
export function calmVisitors({ addressOf, most, refuse }: CalmOptions): MiddlewareHandler {
  const visits = new Visits(most)
  return async (c, next) => {
    const wait = visits.count(addressOf(c), Date.now())
    if (wait === undefined) return next()
    const answer = refuse(c)
    answer.headers.set('retry-after', String(Math.ceil(wait / 1000)))
    return answer
  }
}
