import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { removeFolder } from '../kit/server.ts'
import { filesConfig, wranglerConfig } from '../kit/worker.ts'
import { buildWorkerBundle, type WorkerBundle } from '../kit/worker-bundle.ts'

/** Every start of the Worker and of a room reads all of theirs: what is in it must be worth it. */
const bundles = [
  {
    name: 'of the board and its rooms',
    config: wranglerConfig,
    entry: 'server/worker.ts',
    budget: { bytes: 1_900 << 10, gzipped: 430 << 10 },
    holds: 'node_modules/drizzle-orm/durable-sqlite/driver.js',
    lacks: /node_modules\/(?:pdfkit|docx|write-excel-file)\/|^server\/export\/(?!zip|xml)/,
  },
  {
    name: 'of the files',
    config: filesConfig,
    entry: 'server/files-worker.ts',
    budget: { bytes: 2_000 << 10, gzipped: 600 << 10 },
    holds: 'node_modules/pdfkit/js/pdfkit.browser.mjs',
    lacks: /node_modules\/(?:drizzle-orm|nodemailer|hono|yjs)\/|^server\/(?:http|rooms|store)\//,
  },
]

/** Who may ask the platform for what. nodemailer speaks SMTP over Node’s sockets. */
const mayAsk: [from: RegExp, module: RegExp][] = [
  [/^server\/worker\//, /^cloudflare:workers$/],
  [/^server\/worker\/pdf-means\.ts$/, /^node:zlib$/],
  [/^node_modules\/nodemailer\//, /^node:(?:crypto|dns|events|fs|http|https|net|os|path|stream|tls|url|util|zlib)$/],
]

/** Packages of Node or of the browser, which have no business on Workers. */
const foreign =
  /node_modules\/(?:better-sqlite3|drizzle-orm\/better-sqlite3|ws|@hono\/node-server|solid-js|y-websocket|y-indexeddb|miniflare)\//

describe.each(bundles)('the bundle $name that is deployed', ({ config, entry, budget, holds, lacks }) => {
  let bundle: WorkerBundle

  beforeAll(async () => {
    bundle = await buildWorkerBundle(config)
  }, 60_000)

  afterAll(() => removeFolder(bundle.folder))

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
    expect(files).toContain(entry)
    expect(files.filter((file) => /^(?:server\/node|web|test|tools)\b/.test(file))).toEqual([])
  })

  it('has no package in it that is for Node or for the browser only', () => {
    const used = Object.keys(bundle.used)
    expect(used).toContain(holds)
    expect(used.filter((file) => foreign.test(file))).toEqual([])
  })

  it('has nothing in it that is for the other', () => {
    expect(Object.keys(bundle.used).filter((file) => lacks.test(file))).toEqual([])
  })
})
