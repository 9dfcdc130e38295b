import { spawn } from 'node:child_process'
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { demoAgendaId } from '../../server/demo/demo.ts'
import { type BackupResult, makeBackup } from '../../server/node/backup.ts'
import { type RestoreOptions, restoreBackup } from '../../server/node/restore.ts'
import { itemsMap } from '../../shared/document/layout.ts'
import type { AgendaId } from '../../shared/ids.ts'
import { connectPlain, synced, until } from '../kit/plain-client.ts'
import { freePort, startServerProcess } from '../kit/process.ts'
import { kindOf, RawClient, savedCount, updateFrame } from '../kit/raw-client.ts'
import { makeAgenda, removeFolder, startTestServer, type TestServer, type Visitor } from '../kit/server.ts'

const folders: string[] = []
afterAll(() => Promise.all(folders.map(removeFolder)))

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-backup-'))
  folders.push(folder)
  return folder
}

/** Somebody who goes on writing items, one after the other, until told to stop. */
class Writer {
  readonly saved = new Set<string>()
  readonly #client: RawClient
  readonly #doc = new Y.Doc()
  readonly #keys: string[] = []
  #stopped = false
  #acknowledged = 0

  constructor(url: string, agenda: AgendaId, as: Visitor) {
    this.#client = new RawClient(url, agenda, as, { ours: true })
    this.#doc.on('update', (update: Uint8Array) => this.#client.send(updateFrame(update)))
    this.#client.socket.on('message', (data: Buffer) => {
      if (kindOf(data) !== 101) return
      for (; this.#acknowledged < savedCount(data); this.#acknowledged++)
        this.saved.add(this.#keys[this.#acknowledged] ?? '')
      // The next ones go when the last ones are saved: as fast as the server takes them, for as long as it takes.
      if (!this.#stopped) this.#write(3)
    })
  }

  async begin(): Promise<this> {
    await this.#client.opened()
    this.#write(3)
    await this.savedAtLeast(10)
    return this
  }

  async savedAtLeast(count: number): Promise<void> {
    await this.#client.frame((frame) => kindOf(frame) === 101 && savedCount(frame) >= count)
  }

  stop(): void {
    this.#stopped = true
    this.#client.close()
  }

  #write(count: number): void {
    for (let written = 0; written < count; written++) {
      const key = `punt-${this.#doc.clientID}-${this.#keys.length}`
      this.#keys.push(key)
      itemsMap(this.#doc).set(key, new Y.Map())
    }
  }
}

function integrityOf(folder: string, agenda: AgendaId): unknown {
  const sqlite = new Sqlite(join(folder, 'agendas', `${agenda}.sqlite`), { readonly: true })
  const answer = sqlite.pragma('integrity_check', { simple: true })
  sqlite.close()
  return answer
}

/** What a data folder holds, apart from the lock by which a process claims it. */
async function boardIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name !== 'lock.sqlite').sort()
}

async function madeBackup(dataDirectory: string): Promise<BackupResult & { ok: true }> {
  const result = await makeBackup({ dataDirectory, into: await newFolder(), clock: Date.now })
  if (!result.ok) throw new Error(result.reason)
  return result
}

describe('a backup of a server at work', () => {
  it('[B1] [B5] has everything that was called saved before it began, and is a board of its own when restored', {
    timeout: 60_000,
  }, async () => {
    const folder = await newFolder()
    let server = await startServerProcess(folder, await freePort())
    const coordinator = await server.signIn('coordinator')
    const editor = await server.signIn('beleidsadviseur-dordrecht')
    const agendas = [await makeAgenda(server, coordinator, 'template'), await makeAgenda(server, coordinator)]
    const writers = await Promise.all(
      agendas.flatMap((agenda) => [coordinator, editor].map((as) => new Writer(server.url, agenda, as).begin())),
    )
    const before = writers.map(({ saved }) => new Set(saved))
    const result = await madeBackup(folder)
    const during = writers.map(({ saved }) => saved.size)
    await Promise.all(writers.map((writer, index) => writer.savedAtLeast((during[index] ?? 0) + 10)))
    for (const writer of writers) writer.stop()
    // They wrote while it was made.
    expect(writers.every(({ saved }, index) => saved.size > (before[index]?.size ?? 0))).toBe(true)
    expect(result).toMatchObject({ agendas: 3, unreadable: [] })
    const asBackedUp = agendas.map((agenda) => logOf(result.folder, agenda))
    const epochs = await Promise.all(agendas.map((agenda) => epochOf(server, agenda, coordinator)))
    await server.stop()

    const fresh = await newFolder()
    expect(
      await restoreBackup({ backup: result.folder, dataDirectory: fresh, replace: false, clock: Date.now }),
    ).toEqual(expect.objectContaining({ ok: true, agendas: 3, keptAside: undefined }))
    for (const [index, agenda] of agendas.entries()) {
      expect(integrityOf(fresh, agenda)).toBe('ok')
      expect(logOf(fresh, agenda)).toEqual(asBackedUp[index])
    }
    server = await startServerProcess(fresh, await freePort())
    expect((await server.ask('/api/v1/me', { as: coordinator })).status).toBe(401)
    const again = await server.signIn('coordinator')
    for (const [index, agenda] of agendas.entries()) {
      const client = connectPlain(server.url, agenda, again)
      await synced(client)
      const keys = new Set(itemsMap(client.doc).keys())
      const promised = [...(before[index * 2] ?? []), ...(before[index * 2 + 1] ?? [])]
      expect(promised.length).toBeGreaterThan(20)
      expect(promised.filter((key) => !keys.has(key))).toEqual([])
      expect(await epochOf(server, agenda, again)).not.toBe(epochs[index])
      itemsMap(client.doc).set('en-verder', new Y.Map())
      const other = connectPlain(server.url, agenda, again)
      await until(other.doc, () => itemsMap(other.doc).has('en-verder'))
      for (const { close } of [client, other]) close()
      const old = new RawClient(server.url, agenda, again, { ours: true, query: `?epoch=${epochs[index]}` })
      expect(await old.closed).toBe(4409)
    }
    await server.stop()
  })
})

function logOf(folder: string, agenda: AgendaId): unknown[] {
  const sqlite = new Sqlite(join(folder, 'agendas', `${agenda}.sqlite`), { readonly: true })
  const rows = sqlite.prepare('select seq, at, person, hex(bytes) from updates order by seq').all()
  sqlite.close()
  return rows
}

async function epochOf(server: Pick<TestServer, 'ask'>, agenda: AgendaId, as: Visitor): Promise<string> {
  return ((await (await server.ask(`/api/v1/agendas/${agenda}`, { as })).json()) as { epoch: string }).epoch
}

describe('backing up and restoring', () => {
  let source: string
  let backup: string

  beforeAll(async () => {
    source = await newFolder()
    const server = await startTestServer({ folder: source })
    const writer = await new Writer(server.url, demoAgendaId, await server.signIn('coordinator')).begin()
    writer.stop()
    await server.stop()
    backup = (await madeBackup(source)).folder
  })

  const restore = (options: Partial<RestoreOptions> & Pick<RestoreOptions, 'dataDirectory'>) =>
    restoreBackup({ backup, replace: false, clock: Date.now, ...options })

  it('[B2] leaves nothing half-made, and nothing beside the databases and the manifest', async () => {
    expect((await readdir(backup, { recursive: true })).sort()).toEqual([
      'agendas',
      'agendas/drechtsteden.sqlite',
      'directory.sqlite',
      'manifest.json',
    ])
    expect(await readdir(join(backup, '..'))).toEqual([backup.split('/').at(-1)])
  })

  it('[B2] says so when there is no board, and makes nothing', async () => {
    const into = await newFolder()
    const result = await makeBackup({ dataDirectory: await newFolder(), into, clock: Date.now })
    expect(result).toEqual({ ok: false, reason: 'nothing-there' })
    expect(await readdir(into)).toEqual([])
  })

  it('[B2] names an agenda that cannot be read, and keeps the others', async () => {
    const folder = await newFolder()
    await restore({ dataDirectory: folder })
    await writeFile(join(folder, 'agendas', 'stuk.sqlite'), 'geen database, maar wel een heel lang bestand'.repeat(99))
    expect(await madeBackup(folder)).toMatchObject({ agendas: 1, unreadable: ['agendas/stuk.sqlite'] })
  })

  it('[B4] does not touch a board that is there; told to replace it, it keeps it aside', async () => {
    const folder = await newFolder()
    await restore({ dataDirectory: folder })
    const there = logOf(folder, demoAgendaId)
    expect(await restore({ dataDirectory: folder })).toEqual({ ok: false, reason: 'board-is-there' })
    const result = await restore({ dataDirectory: folder, replace: true })
    const aside = result.ok ? (result.keptAside ?? '') : ''
    expect(logOf(aside, demoAgendaId)).toEqual(there)
    expect(await boardIn(folder)).toEqual(['agendas', aside.split('/').at(-1), 'directory.sqlite'])
  })

  it('[B4] refuses while a server runs on the folder, and that server notices nothing', async () => {
    const folder = await newFolder()
    const server = await startServerProcess(folder, await freePort())
    expect(await restore({ dataDirectory: folder, replace: true })).toEqual({ ok: false, reason: 'server-runs' })
    const coordinator = await server.signIn('coordinator')
    expect(await makeAgenda(server, coordinator)).toBeTruthy()
    // Nobody says goodbye: what a killed server leaves is not in use.
    await server.kill()
    expect(await restore({ dataDirectory: folder, replace: true })).toMatchObject({ ok: true })
  })

  const spoiled: [what: string, reason: object, spoil: (copy: string) => Promise<void>][] = [
    ['no manifest', { reason: 'no-backup' }, (copy) => rm(join(copy, 'manifest.json'))],
    ['a manifest that is noise', { reason: 'no-backup' }, (copy) => writeFile(join(copy, 'manifest.json'), '{}')],
    [
      'a name that leads elsewhere',
      { reason: 'no-backup' },
      (copy) => changeManifest(copy, (text) => text.replace('agendas/drechtsteden', 'agendas/../../drechtsteden')),
    ],
    ['a file that grew', { reason: 'damaged' }, (copy) => appendFile(join(copy, 'directory.sqlite'), 'x')],
    ['a file that is gone', { reason: 'damaged' }, (copy) => rm(join(copy, 'agendas/drechtsteden.sqlite'))],
    [
      'another hash',
      { reason: 'damaged' },
      (copy) => changeManifest(copy, (text) => text.replace(/"sha256": "./g, '"sha256": "x')),
    ],
  ]

  it.each(spoiled)('[B3] refuses a backup with %s, and changes nothing', async (_what, reason, spoil) => {
    const copy = (await madeBackup(source)).folder
    await spoil(copy)
    const folder = await newFolder()
    expect(await restore({ backup: copy, dataDirectory: folder })).toMatchObject({ ok: false, ...reason })
    expect(await boardIn(folder)).toEqual([])
  })

  it('[B3] refuses a backup of which an agenda cannot be read whole, and names it', async () => {
    const folder = await newFolder()
    await restore({ dataDirectory: folder })
    const sqlite = new Sqlite(join(folder, 'agendas/drechtsteden.sqlite'))
    sqlite.exec('delete from checkpoints; delete from updates where seq = 2')
    sqlite.close()
    const holed = (await madeBackup(folder)).folder
    const target = await newFolder()
    expect(await restore({ backup: holed, dataDirectory: target })).toMatchObject({
      reason: 'damaged',
      file: 'agendas/drechtsteden.sqlite',
    })
    expect(await boardIn(target)).toEqual([])
  })

  it('says what it did, or what to do, and ends with a code that a timer can act on', async () => {
    const into = await newFolder()
    const made = await run('tools/backup.ts', [into], source)
    expect(made).toMatchObject({ code: 0, output: expect.stringContaining('agendas 1') })
    expect(await run('tools/restore.ts', [join(into, 'nergens')], await newFolder())).toMatchObject({
      code: 1,
      output: expect.stringContaining('not the folder of a backup'),
    })
    const [name = ''] = await readdir(into)
    expect(await run('tools/restore.ts', [join(into, name)], source)).toMatchObject({
      code: 1,
      output: expect.stringContaining('--replace'),
    })
    expect(await run('tools/restore.ts', [join(into, name)], await newFolder())).toMatchObject({ code: 0 })
    expect(await run('tools/backup.ts', [], source)).toMatchObject({ code: 2 })
  })
})

async function changeManifest(folder: string, change: (text: string) => string): Promise<void> {
  const file = join(folder, 'manifest.json')
  await writeFile(file, change(await readFile(file, 'utf8')))
}

function run(program: string, args: string[], dataDirectory: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env.PATH, DATA_DIR: dataDirectory },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => {
      output += data.toString()
    })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })))
}
