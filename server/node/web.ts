import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { MiddlewareHandler } from 'hono'
import { Hono } from 'hono'

/** Serves the built web app: files as they are, and its one page for every other address that a browser navigates to. */
export function webApp(folder: string): MiddlewareHandler {
  const root = relative(process.cwd(), folder) || '.'
  const app = new Hono()
  app.use('/assets/*', async (c, next) => {
    await next()
    // The names of these files carry a hash of their content.
    if (c.res.ok) c.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
  })
  app.use(serveStatic({ root, precompressed: true }))
  app.get('/assets/*', (c) => c.notFound())
  app.get('*', serveStatic({ root, path: 'index.html', precompressed: true }))
  return async (c) => {
    const answer = await app.fetch(c.req.raw, c.env)
    if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'no-cache')
    return answer
  }
}

export function isBuilt(folder: string): boolean {
  return existsSync(join(folder, 'index.html'))
}
