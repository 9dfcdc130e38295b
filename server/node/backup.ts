import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Clock } from '../ports.ts'
import {
  agendasFolder,
  type BackedUpFile,
  directoryFile,
  sizeAndHash,
  syncToDisk,
  writeManifest,
} from './backup-manifest.ts'

export type BackupOptions = { dataDirectory: string; into: string; clock: Clock }

export type BackupResult =
  /** Agendas that could not be read are named in `unreadable`; everything else is in the folder. */
  | { ok: true; folder: string; agendas: number; bytes: number; unreadable: string[] }
  | { ok: false; reason: 'nothing-there' | 'directory-unreadable' }

/**
 * Copies every database while the server goes on writing (rules B1 and B2). SQLite itself reads each of them as of one
 * moment, through a connection of this process's own; the files themselves are opened by nobody else. The backup gets its
 * name when all of it is on the disk.
 */
export async function makeBackup({ dataDirectory, into, clock }: BackupOptions): Promise<BackupResult> {
  if (!existsSync(join(dataDirectory, directoryFile))) return { ok: false, reason: 'nothing-there' }
  const at = new Date(clock()).toISOString()
  const folder = join(into, at.replaceAll(':', '-'))
  const partial = `${folder}.partial`
  await mkdir(join(partial, agendasFolder), { recursive: true })
  try {
    // The directory goes first: an agenda that it knows has a database by then. One that is made later is told to the
    // directory by its room when it is restored.
    const directory = await backUp(dataDirectory, partial, directoryFile)
    if (typeof directory !== 'object') return { ok: false, reason: 'directory-unreadable' }
    const files = [directory]
    const unreadable: string[] = []
    for (const name of await agendaFiles(dataDirectory)) {
      const file = await backUp(dataDirectory, partial, name)
      if (file === 'unreadable') unreadable.push(name)
      else if (file !== 'not-founded') files.push(file)
    }
    await writeManifest(partial, at, files)
    for (const place of [join(partial, agendasFolder), partial]) await syncToDisk(place)
    await rename(partial, folder)
    await syncToDisk(into)
    const bytes = files.reduce((total, file) => total + file.bytes, 0)
    return { ok: true, folder, agendas: files.length - 1, bytes, unreadable }
  } finally {
    // Gone already when all went well: then it has its own name.
    await rm(partial, { recursive: true, force: true })
  }
}

async function agendaFiles(dataDirectory: string): Promise<string[]> {
  const folder = join(dataDirectory, agendasFolder)
  const names = existsSync(folder) ? await readdir(folder) : []
  return names
    .filter((name) => name.endsWith('.sqlite'))
    .sort()
    .map((name) => `${agendasFolder}/${name}`)
}

async function backUp(from: string, to: string, name: string): Promise<BackedUpFile | 'unreadable' | 'not-founded'> {
  const copy = join(to, name)
  let schema: number
  try {
    copyDatabase(join(from, name), copy)
    const found = readCopy(copy)
    // Somebody is making this agenda just now and has not been told that it is there.
    if (name !== directoryFile && !found.founded) {
      await rm(copy)
      return 'not-founded'
    }
    schema = found.schema
  } catch {
    // Whatever is wrong with one database, the others must be kept; the caller names it and ends with an error.
    await rm(copy, { force: true })
    return 'unreadable'
  }
  await syncToDisk(copy)
  return { name, ...(await sizeAndHash(copy)), schema }
}

/** One read transaction: what was committed before it is in the copy, nothing of later is. Writers go on meanwhile. */
function copyDatabase(file: string, copy: string): void {
  const source = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    source.prepare('vacuum into ?').run(copy)
  } finally {
    source.close()
  }
}

function readCopy(copy: string): { schema: number; founded: boolean } {
  const sqlite = new Sqlite(copy, { readonly: true, fileMustExist: true })
  try {
    if (sqlite.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('The copy is not intact')
    const has = (table: string) => sqlite.prepare('select 1 from sqlite_master where name = ?').get(table) !== undefined
    const single = (query: string) => sqlite.prepare(query).pluck().get()
    const schema = has('schema_version') ? Number(single('select version from schema_version')) : 0
    return {
      schema,
      founded: has('settings') && single("select value from settings where key = 'epoch'") !== undefined,
    }
  } finally {
    sqlite.close()
  }
}
