import type { MiddlewareHandler } from 'hono'
import { problem } from '../problem.ts'

/** No inline script or style, nothing from elsewhere; scripts become code only through the three named policies. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  // The preview of an export is a page of this board.
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types solid ProseMirrorClipboard service-worker',
].join('; ')

/** For an agenda as a page of its own: it shows text and a style, and does nothing. The export dialog shows it in a frame. */
export const documentPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

export const securityHeaders = (secure: boolean): Record<string, string> => ({
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  ...(secure && { 'strict-transport-security': 'max-age=31536000' }),
})

/** Puts the security headers on every answer, errors included. A page that says itself what it may do keeps to that. */
export function secured(secure: boolean): MiddlewareHandler {
  const headers = Object.entries(securityHeaders(secure))
  return async (c, next) => {
    await next()
    // A connection that was taken answers by itself: a new answer in its place would lose it.
    if (c.res.status === 101) return
    // Through the context: an answer that came from elsewhere (a room, a file) has headers that cannot be changed.
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.header(name, value)
  }
}

/** Refuses commands and live connections that a page of another website makes in someone's name. */
export function sameOrigin(isOwnOrigin: (origin: string) => boolean): MiddlewareHandler {
  return async (c, next) => {
    const claimed = c.req.header('origin')
    const harmless = (c.req.method === 'GET' || c.req.method === 'HEAD') && !c.req.header('upgrade')
    // Without an Origin it is no browser's cross-site request: browsers send it with every one of those.
    if (!harmless && claimed !== undefined && !isOwnOrigin(claimed)) return problem(c, 'wrong-origin')
    return next()
  }
}
