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
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types solid ProseMirrorClipboard service-worker',
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

/** Puts the security headers on every answer, errors included. */
export function secured(secure: boolean): MiddlewareHandler {
  const headers = Object.entries(securityHeaders(secure))
  return async (c, next) => {
    await next()
    // A connection that was taken answers by itself: a new answer in its place would lose it.
    if (c.res.status === 101) return
    // Through the context: an answer that came from elsewhere (a room, a file) has headers that cannot be changed.
    for (const [name, value] of headers) c.header(name, value)
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
