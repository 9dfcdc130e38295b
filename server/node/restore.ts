import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { type AgendaId, asId } from '../../shared/ids.ts'
import type { Clock, OpenDatabase } from '../ports.ts'
import { defaultLimits } from '../rooms/limits.ts'
import { Room } from '../rooms/room.ts'
import { makeTally } from '../rooms/tally.ts'
import { type DirectoryStore, openDirectoryStore } from '../store/directory-store.ts'
import {
  agendasFolder,
  directoryFile,
  type Manifest,
  readManifest,
  sizeAndHash,
  syncToDisk,
} from './backup-manifest.ts'
import { openDatabase } from './database.ts'
import { FolderInUse, lockFolder } from './lock.ts'

export type RestoreOptions = {
  backup: string
  dataDirectory: string
  /** Whether a board that is there may be put aside, within the same folder. */
  replace: boolean
  clock: Clock
}

export type RestoreResult =
  | { ok: true; agendas: number; at: string; keptAside: string | undefined }
  | { ok: false; reason: 'no-backup' | 'board-is-there' | 'server-runs' }
  | { ok: false; reason: 'damaged'; file: string; cause: string }

/** What a board's folder consists of. The directory comes last: without it there is no board yet. */
const parts = [agendasFolder, directoryFile]
const companions = ['-wal', '-shm']

/**
 * Puts a backup back (rules B3 to B5). Everything is copied next to where it belongs, checked and given its new life
 * there, and only then moved into place; until then nothing of what is there has changed.
 */
export async function restoreBackup({ backup, dataDirectory, replace, clock }: RestoreOptions): Promise<RestoreResult> {
  const manifest = await readManifest(backup)
  if (!manifest) return { ok: false, reason: 'no-backup' }
  const isThere = parts.some((part) => existsSync(join(dataDirectory, part)))
  if (isThere && !replace) return { ok: false, reason: 'board-is-there' }
  let unlock: () => void
  try {
    unlock = lockFolder(dataDirectory)
  } catch (error) {
    if (error instanceof FolderInUse) return { ok: false, reason: 'server-runs' }
    throw error
  }
  const name = new Date(clock()).toISOString().replaceAll(':', '-')
  const fresh = join(dataDirectory, `restoring-${name}`)
  try {
    await mkdir(join(fresh, agendasFolder), { recursive: true })
    for (const file of manifest.files) {
      const cause = await bringOver(backup, fresh, file)
      if (cause !== undefined) return { ok: false, reason: 'damaged', file: file.name, cause }
    }
    const broken = await beginAnew(fresh, manifest, clock)
    if (broken) return { ok: false, reason: 'damaged', ...broken }
    for (const { name } of manifest.files) await syncToDisk(join(fresh, name))
    for (const place of [join(fresh, agendasFolder), fresh]) await syncToDisk(place)

    const keptAside = isThere ? join(dataDirectory, `before-${name}`) : undefined
    if (keptAside) await putAside(dataDirectory, keptAside)
    for (const part of parts) await rename(join(fresh, part), join(dataDirectory, part))
    await syncToDisk(dataDirectory)
    return { ok: true, agendas: manifest.files.length - 1, at: manifest.at, keptAside }
  } finally {
    await rm(fresh, { recursive: true, force: true })
    unlock()
  }
}

async function bringOver(from: string, to: string, { name, bytes, sha256 }: Manifest['files'][number]) {
  if (!existsSync(join(from, name))) return 'it is not there'
  await copyFile(join(from, name), join(to, name))
  // The copy is what counts, so it is the copy that is read.
  const found = await sizeAndHash(join(to, name))
  return found.bytes === bytes && found.sha256 === sha256 ? undefined : 'its content is not what was backed up'
}

/** Opens everything, as a server would, and gives each agenda a new epoch. Names what could not be read. */
async function beginAnew(folder: string, { files }: Manifest, clock: Clock) {
  const databases: OpenDatabase[] = []
  const open = (name: string) => {
    const opened = openDatabase(join(folder, name), { checkpoint: () => undefined })
    databases.push(opened)
    const integrity = opened.database.get<{ integrity_check: string }>(sql`pragma integrity_check`)
    if (integrity.integrity_check !== 'ok') throw new Error(integrity.integrity_check)
    return opened
  }
  let file = directoryFile
  try {
    const directory = openDirectoryStore(open(directoryFile).database)
    // A session that was ended, or a link that was used, after the backup was made must not come back to life; and a mail
    // that waited then has gone out since.
    directory.removeOldSessions(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)
    directory.doors.removeAllTokens()
    directory.mails.removeAll()
    for (const { name } of files) {
      if (name === directoryFile) continue
      file = name
      const room = readRoom(
        asId<AgendaId>(name.slice(agendasFolder.length + 1, -'.sqlite'.length)),
        open(name),
        directory,
        clock,
      )
      room.renewEpoch(nanoid())
    }
    // From here on each database must be its one file alone.
    for (const { database } of databases) database.get(sql`pragma wal_checkpoint(truncate)`)
    return undefined
  } catch (error) {
    return { file, cause: error instanceof Error ? error.message : String(error) }
  } finally {
    for (const { close } of databases) close()
  }
}

function readRoom(agenda: AgendaId, database: OpenDatabase, directory: DirectoryStore, clock: Clock): Room {
  const room: Room = new Room({
    agenda,
    database,
    clock,
    log: () => undefined,
    limits: defaultLimits,
    tally: makeTally(),
    gatherFor: 0,
    burstSilence: 0,
    news() {
      for (const { message } of room.letters) if (message.kind === 'agenda') directory.takeNews(message, clock())
    },
  })
  if (room.epoch === '') throw new Error('It is empty')
  return room
}

async function putAside(dataDirectory: string, aside: string): Promise<void> {
  await mkdir(aside)
  const all = [...companions.map((ending) => `${directoryFile}${ending}`), ...parts]
  const there = new Set(await readdir(dataDirectory))
  for (const part of all) if (there.has(part)) await rename(join(dataDirectory, part), join(aside, part))
  await syncToDisk(aside)
}
