import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { nanoid } from 'nanoid'
import { type Arrival, joinRequest, linkRequest, redemption, signInLasts, tokenQuestion } from '../../shared/account.ts'
import { sha256Hex } from '../../shared/hash.ts'
import type { AgendaId } from '../../shared/ids.ts'
import type { Acceptance, CameIn, Log, Refusal, Rooms, Visit } from '../ports.ts'
import { prefersEnglish, problem } from '../problem.ts'
import { readBody } from '../rooms/body.ts'
import { deviceOf } from './device.ts'
import { beginSession, endSession, type SessionOptions } from './session.ts'

export type SignInOptions = SessionOptions & {
  rooms: Pick<Rooms, 'accept' | 'linkIsOpen'>
  log: Log
  /** The board's own address, for the links in mails. */
  origin: string
  /** The network address that a request comes from. */
  addressOf: (c: Context) => string
}

/** The ways in that begin with an address: by mail, by an invitation, by a comment link, and the first link of a board. */
export function signInRoutes(options: SignInOptions): Hono {
  const { directory, rooms, log, secure, origin, addressOf } = options
  const windowCookie = `${options.cookie}-window`
  const routes = new Hono()

  routes.post('/link', async (c) => {
    const request = await readBody(c, linkRequest)
    if (!request.ok) return request.answer
    const window = windowOf(c) ?? nanoid(43)
    const refusal = await directory.askLink(request.body.email, window, visitOf(c))
    if (refusal) return refused(c, refusal)
    setCookie(c, windowCookie, window, {
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
      secure,
      maxAge: signInLasts / 1000,
    })
    return c.json({}, 202)
  })

  routes.post('/join', async (c) => {
    const request = await readBody(c, joinRequest)
    if (!request.ok) return request.answer
    const { secret, ...join } = request.body
    const isOpen = await rooms.linkIsOpen(join.agenda, join.link, secret)
    const refusal = await directory.askJoin(join, isOpen, visitOf(c))
    return refusal ? refused(c, refusal) : c.json({}, 202)
  })

  routes.post('/look', async (c) => {
    const request = await readBody(c, tokenQuestion)
    if (!request.ok) return request.answer
    const meaning = await directory.look(request.body.token, visitOf(c))
    return 'refused' in meaning ? refused(c, meaning) : c.json(meaning)
  })

  routes.post('/', async (c) => {
    const request = await readBody(c, redemption)
    if (!request.ok) return request.answer
    const token = nanoid(43)
    const session = sha256Hex(token)
    const came = await directory.redeem(request.body, windowOf(c), session, visitOf(c))
    if ('refused' in came) return refused(c, came)
    // Who comes in anew was somebody else in this browser, or somewhere before.
    await endSession(c, options)
    const over = await comeOnto(came)
    beginSession(c, options, token)
    // By now the agendas have told for which organisation somebody new is here.
    const me = (await directory.visitor(session))?.me ?? came.me
    return c.json({ me, ...(came.agenda && { agenda: came.agenda }), over } satisfies Arrival)
  })

  return routes

  /** Brings somebody onto every agenda that waits for their address; says whether the one they came for let them in. */
  async function comeOnto({ me, email, invitations, join, agenda }: CameIn): Promise<boolean> {
    const waiting: [AgendaId, Acceptance][] = invitations.map((open) => [open.agenda, { invitation: open.invitation }])
    if (join) waiting.push([join.agenda, { link: join.link }])
    let over = agenda !== undefined
    for (const [where, acceptance] of waiting) {
      try {
        const answer = await rooms.accept(where, acceptance, me, email)
        if (where === agenda && answer === 'in') over = false
      } catch (error) {
        // One agenda that cannot be opened now must not shut out of the others; an invitation stays open for the next time.
        log('error', 'not-accepted', { agenda: where, cause: String(error) })
      }
    }
    return over
  }

  function visitOf(c: Context): Visit {
    return {
      from: addressOf(c),
      device: deviceOf(c.req.header('user-agent')),
      language: prefersEnglish(c.req.raw) ? 'en' : 'nl',
      origin,
    }
  }

  /** The window that asks: a code works in no other. */
  function windowOf(c: Context): string | undefined {
    const window = getCookie(c, windowCookie)
    return window && /^[\w-]{43}$/.test(window) ? window : undefined
  }
}

function refused(c: Context, refusal: Refusal): Response {
  const answer = problem(c, refusal.refused)
  if (refusal.refused === 'too-many') answer.headers.set('retry-after', String(refusal.retryAfterSeconds))
  return answer
}
