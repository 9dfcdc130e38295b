import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder } from '../kit/server.ts'
import { buildWorkerBundle, type WorkerBundle } from '../kit/worker-bundle.ts'

/** Every start of the Worker and of a room reads it all: what is in it must be worth it. */
const budget = { bytes: 2_080 << 10, gzipped: 472 << 10 }

/** Who may ask the platform for what. nodemailer speaks SMTP over Node’s sockets. */
const mayAsk: [from: RegExp, module: RegExp][] = [
  [/^server\/worker\//, /^cloudflare:workers$/],
  [/^node_modules\/nodemailer\//, /^node:(?:crypto|dns|events|fs|http|https|net|os|path|stream|tls|url|util|zlib)$/],
]

/** Packages of Node or of the browser, which have no business on Workers. */
const foreign =
  /node_modules\/(?:better-sqlite3|drizzle-orm\/better-sqlite3|ws|@hono\/node-server|solid-js|y-websocket|y-indexeddb|miniflare)\//

let bundle: WorkerBundle

beforeAll(async () => {
  bundle = await buildWorkerBundle()
}, 60_000)

afterAll(() => removeFolder(bundle.folder))

describe('the bundle that is deployed', () => {
  it('is no larger than it has to be', async () => {
    expect(bundle.bytes, 'bytes').toBeLessThanOrEqual(budget.bytes)
    expect(gzipSync(await readFile(bundle.script)).length, 'gzipped').toBeLessThanOrEqual(budget.gzipped)
  })

  it('asks nothing of the platform but what is named here, by who is named here', async () => {
    const asked = Object.entries(bundle.inputs).flatMap(([from, { imports }]) =>
      imports.filter(({ path }) => /^[a-z]+:/.test(path)).map(({ path }) => [from, path] as const),
    )
    expect(asked.length).toBeGreaterThan(0)
    const strange = asked.filter(([from, path]) => !mayAsk.some(([who, what]) => who.test(from) && what.test(path)))
    expect(strange).toEqual([])
    // Nor in a way that the builder does not see.
    const script = await readFile(bundle.script, 'utf8')
    expect(script.match(/\b(?:require|import)\(\s*["'](?:node:)?[a-z_/]+["']\s*\)/g) ?? []).toEqual([])
  })

  it('has no file of the other host, of the screens or of the tests in it', () => {
    const files = Object.keys(bundle.inputs)
    expect(files).toContain('server/worker.ts')
    expect(files.filter((file) => /^(?:server\/node|web|test|tools)\b/.test(file))).toEqual([])
  })

  it('has no package in it that is for Node or for the browser only', () => {
    const used = Object.keys(bundle.used)
    expect(used).toContain('node_modules/drizzle-orm/durable-sqlite/driver.js')
    expect(used.filter((file) => foreign.test(file))).toEqual([])
  })
})
