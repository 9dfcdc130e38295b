import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Outbox } from '../../shared/account.ts'
import type { DirectoryDoor } from '../ports.ts'
import { problem } from '../problem.ts'

export type OutboxOptions = {
  directory: DirectoryDoor
  /**
   * Whether whoever asks is at this machine, where mails are shown for want of a mail server. They hold ways in: nobody
   * else may see that there is such a page.
   */
  hasOutbox: (c: Context) => boolean
}

/** Lets only this machine itself through. */
export function onThisMachine({ hasOutbox }: OutboxOptions): MiddlewareHandler {
  return async (c, next) => (hasOutbox(c) ? next() : problem(c, 'not-found'))
}

/** The mails that would have been sent. */
export function outboxRoutes(options: OutboxOptions): Hono {
  const routes = new Hono()
  routes.get('/', onThisMachine(options), async (c) =>
    c.json({ mails: await options.directory.localMails() } satisfies Outbox),
  )
  return routes
}
