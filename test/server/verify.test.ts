import { spawnSync } from 'node:child_process'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyBoard } from '../../server/node/verify.ts'
import { asId, type PersonId } from '../../shared/ids.ts'
import { Talk } from '../kit/comments.ts'
import { connectPlain, synced } from '../kit/plain-client.ts'
import { removeFolder, startTestServer, type Visitor } from '../kit/server.ts'

let folder: string
let file: string
let talk: Talk

/** A board on which something of every kind was said, changed and taken back; and then the server stopped. */
beforeAll(async () => {
  const server = await startTestServer()
  folder = server.folder
  const as = async (person: string): Promise<Visitor> => server.signIn(person)
  const [coordinator, editor] = [await as('coordinator'), await as('beleidsadviseur-dordrecht')]
  const [parent, youth] = [await as('voorzitter-ouderplatform'), await as('lid-jongerenraad')]
  talk = await Talk.begin(server, coordinator)
  const anchor = { field: 'title' as const, start: 'AAAA', end: 'AAAA', quote: 'vervoer', before: '', after: '' }
  const mentions = {
    people: [asId<PersonId>(editor.person)],
    organisations: [talk.organisation(youth)],
  }
  const first = await talk.say(parent, 'Ouders willen meepraten.', { anchor, mentions })
  const reply = await talk.say(editor, 'Dat kan.', { thread: first.id })
  const hidden = await talk.say(youth, 'Dit moet weg.')
  const change = (visitor: Visitor, method: string, path: string, body: object) =>
    talk.send(visitor, method, path, body)
  await change(parent, 'PATCH', `/comments/${first.id}`, { text: 'Ouders willen vanaf het begin meepraten.' })
  await change(parent, 'PATCH', `/comments/${first.id}`, { text: 'Ouders praten vanaf het begin mee.' })
  for (const kind of ['thumb', 'heart'])
    await change(youth, 'PUT', `/comments/${first.id}/reactions`, { kind, on: true })
  await change(youth, 'PUT', `/comments/${first.id}/reactions`, { kind: 'heart', on: false })
  for (const outcome of ['not', 'partly']) {
    const organisation = talk.organisation(editor)
    await change(editor, 'PUT', `/comments/${first.id}/answer`, { outcome, reason: 'Waar het kan.', organisation })
  }
  await change(parent, 'PUT', `/comments/${reply.id}/state`, { state: 'reported', reason: 'Een naam' })
  await change(coordinator, 'PUT', `/comments/${reply.id}/state`, { state: 'shown' })
  await change(coordinator, 'PUT', `/comments/${hidden.id}/state`, { state: 'hidden', reason: 'Herleidbaar' })
  const client = connectPlain(server.url, talk.agenda, coordinator)
  await synced(client)
  client.doc.getMap('agenda').set('title', 'Een andere titel')
  await synced(client)
  client.close()
  await server.stop()
  file = join(folder, 'agendas', `${talk.agenda}.sqlite`)
  // The demo's own agenda would be read again for every bit.
  await rm(join(folder, 'agendas', 'drechtsteden.sqlite'))
}, 60_000)

afterAll(() => removeFolder(folder))

async function findings(): Promise<{ file: string; table: string; row: string | number; what: string }[]> {
  const result = await verifyBoard(folder)
  if (!result.ok) throw new Error(result.reason)
  return result.files.flatMap(({ file, findings }) => findings.map((finding) => ({ file, ...finding })))
}

function flipped(value: unknown): unknown {
  if (typeof value === 'number') return value ^ 1
  if (typeof value === 'string')
    return value === '' ? '!' : String.fromCharCode(value.charCodeAt(0) ^ 1) + value.slice(1)
  const bytes = Uint8Array.from(value as Uint8Array)
  const middle = bytes.length >> 1
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  return bytes
}

describe('npm run verify', () => {
  it('[K3] finds nothing on a board that is as it was written, and every row of the log is covered', async () => {
    expect(await findings()).toEqual([])
    const sqlite = new Sqlite(file, { readonly: true })
    const last = sqlite.prepare('select max(seq) from updates').pluck().get()
    const line = sqlite.prepare("select subject from audit where kind = 'log' order by seq desc").pluck().get()
    sqlite.close()
    expect(JSON.parse(String(line))).toMatchObject({ to: last })
  })

  it.each(['updates', 'checkpoints', 'comments', 'comment_texts', 'comment_states', 'reactions', 'answers', 'audit'])(
    '[K2] [K3] finds one flipped bit, in any column of any row of %s',
    async (table) => {
      const sqlite = new Sqlite(file)
      sqlite.pragma('foreign_keys = OFF')
      const rows = sqlite.prepare(`select rowid as place, * from ${table}`).all() as Record<string, unknown>[]
      expect(rows.length).toBeGreaterThan(0)
      const missed: string[] = []
      for (const { place, ...row } of rows) {
        for (const [column, value] of Object.entries(row)) {
          // What cannot be told from any other number: the key goes with the rest of its row.
          if (value === null) continue
          const set = (to: unknown, where: unknown) =>
            sqlite.prepare(`update or ignore ${table} set ${column} = ? where rowid = ?`).run(to, where).changes
          const isKey = column === 'seq' && table !== 'comments' && table !== 'checkpoints'
          const other = isKey ? Number(value) + 1_000 : flipped(value)
          const changed = set(other, place)
          if (changed === 0) continue
          if ((await findings()).length === 0) missed.push(`${column} of ${place}: ${String(value).slice(0, 40)}`)
          set(value, isKey ? other : place)
        }
      }
      sqlite.close()
      expect(missed).toEqual([])
      expect(await findings()).toEqual([])
    },
    60_000,
  )

  it.each(['comments', 'comment_texts', 'comment_states', 'reactions', 'answers', 'updates', 'audit'])(
    '[K2] [K3] misses a row that was taken out of %s',
    async (table) => {
      const sqlite = new Sqlite(file)
      sqlite.pragma('foreign_keys = OFF')
      const row = sqlite.prepare(`select rowid as place, * from ${table} limit 1`).get() as Record<string, unknown>
      const { place, ...columns } = row
      sqlite.prepare(`delete from ${table} where rowid = ?`).run(place)
      const found = await findings()
      const names = ['rowid', ...Object.keys(columns)]
      const values = [place, ...Object.values(columns)]
      // Where the key is the rowid it is named once.
      const [keys, given] =
        'seq' in columns && table !== 'comments' ? [names.slice(1), values.slice(1)] : [names, values]
      sqlite.prepare(`insert into ${table} (${keys.join()}) values (${keys.map(() => '?').join()})`).run(...given)
      sqlite.close()
      expect(found.length).toBeGreaterThan(0)
      expect(await findings()).toEqual([])
    },
  )

  it('finds a bit that was flipped in the file itself, names the file, and ends with an error', async () => {
    // Without what earlier writes left behind: the words stand there once.
    const sqlite = new Sqlite(file)
    sqlite.exec('vacuum')
    sqlite.close()
    const bytes = await readFile(file)
    const words = bytes.indexOf('Ouders praten vanaf het begin mee.')
    expect(words).toBeGreaterThan(0)
    const flip = async () => {
      const handle = await open(file, 'r+')
      const [byte] = (await handle.read(Buffer.alloc(1), 0, 1, words)).buffer
      await handle.write(Buffer.of((byte ?? 0) ^ 1), 0, 1, words)
      await handle.close()
    }
    const run = () => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/verify.ts', folder], {
        cwd: join(import.meta.dirname, '../..'),
        encoding: 'utf8',
      })
      return { status, stdout, stderr }
    }
    expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('as it was written') })
    await flip()
    const found = run()
    await flip()
    expect(found.status).toBe(1)
    expect(found.stderr).toContain(`agendas/${talk.agenda}.sqlite: comments, `)
    expect(found.stderr).toContain('the text is not what was said')
    // Not even of the words that were tampered with does it say any.
    expect(found.stderr).not.toContain('praten')
    expect(await verifyBoard(join(folder, 'nergens'))).toEqual({ ok: false, reason: 'nothing-there' })
  })
})
