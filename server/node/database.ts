import { close, fdatasync, fstat, fsync, mkdirSync, open, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { OpenDatabase } from '../ports.ts'

const sync = promisify(fdatasync)
const stat = promisify(fstat)
const openFile = promisify(open)
const closeFile = promisify(close)
const syncEntry = promisify(fsync)

/** The write-ahead log is checkpointed when it has grown to this size, and cut back to half of it. */
const longestWal = 8 << 20

export type DatabaseOptions = {
  /** Moves the write-ahead log into the database file, elsewhere: an fsync of that file must not stop this thread. */
  checkpoint: (file: string) => void
  /** Makes every commit wait for the disk: for a database that is written seldom and has nobody to call `durable`. */
  always?: boolean
  /** For tests: sees every database as it is opened, to make its disk small. */
  opened?: (file: string, sqlite: Sqlite.Database) => void
}

/**
 * Opens a database file. A commit is in the write-ahead log at once, but not yet on the disk: `durable` syncs that log
 * through a descriptor of our own, off this thread. Nothing but SQLite may open the database file itself: closing another
 * descriptor of it would drop SQLite's locks.
 */
export function openDatabase(file: string, { checkpoint, always, opened }: DatabaseOptions): OpenDatabase {
  mkdirSync(dirname(file), { recursive: true })
  const sqlite = new Sqlite(file)
  try {
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma(`synchronous = ${always ? 'FULL' : 'NORMAL'}`)
    sqlite.pragma(`wal_autocheckpoint = ${always ? 1000 : 0}`)
    sqlite.pragma(`journal_size_limit = ${longestWal / 2}`)
    opened?.(file, sqlite)
  } catch (error) {
    // A file that is no database: whoever asks again must not leave one more descriptor open.
    sqlite.close()
    throw error
  }
  let wal: number | undefined
  let failure: unknown

  return {
    database: drizzle(sqlite, { casing: 'snake_case' }),
    async durable() {
      // A system tells once that a sync failed; the next one, or another that is under way, would seem to be in order.
      await syncWal().catch((error: unknown) => {
        failure ??= error
      })
      if (failure !== undefined) throw failure
    },
    close() {
      if (wal !== undefined) close(wal)
      sqlite.close()
    },
  }

  async function syncWal(): Promise<void> {
    const isFirst = wal === undefined
    // To be synced a file must be open for writing on some systems; nothing is ever written through this.
    wal ??= openSync(`${file}-wal`, 'r+')
    const descriptor = wal
    await sync(descriptor)
    if (isFirst) await syncFolders(dirname(file))
    const { size } = await stat(descriptor)
    if (size > longestWal) checkpoint(file)
  }
}

/** New files, and the folder they are in, are only sure to be found again after a power cut when their folders were synced. */
async function syncFolders(folder: string): Promise<void> {
  // Windows has no such thing as syncing a folder.
  if (process.platform === 'win32') return
  for (const name of [folder, dirname(folder)]) {
    const descriptor = await openFile(name, 'r')
    await syncEntry(descriptor)
    await closeFile(descriptor)
  }
}
