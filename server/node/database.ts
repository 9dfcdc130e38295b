import { close, closeSync, fdatasync, fstat, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { OpenDatabase } from '../ports.ts'

const sync = promisify(fdatasync)
const stat = promisify(fstat)

/** The write-ahead log is checkpointed when it has grown to this size, and cut back to half of it. */
const longestWal = 8 << 20

export type DatabaseOptions = {
  /** Moves the write-ahead log into the database file, elsewhere: an fsync of that file must not stop this thread. */
  checkpoint: (file: string) => void
  /** For tests: sees every database as it is opened, to make its disk small. */
  opened?: (file: string, sqlite: Sqlite.Database) => void
}

/**
 * Opens a database file. A commit is in the write-ahead log at once, but not yet on the disk: `durable` syncs that log
 * through a descriptor of our own, off this thread. Nothing but SQLite may open the database file itself: closing another
 * descriptor of it would drop SQLite's locks.
 */
export function openDatabase(file: string, { checkpoint, opened }: DatabaseOptions): OpenDatabase {
  mkdirSync(dirname(file), { recursive: true })
  const sqlite = new Sqlite(file)
  try {
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = NORMAL')
    sqlite.pragma('wal_autocheckpoint = 0')
    sqlite.pragma(`journal_size_limit = ${longestWal / 2}`)
    opened?.(file, sqlite)
  } catch (error) {
    // A file that is no database: whoever asks again must not leave one more descriptor open.
    sqlite.close()
    throw error
  }
  syncFolder(dirname(file))
  let wal: number | undefined

  return {
    database: drizzle(sqlite, { casing: 'snake_case' }),
    async durable() {
      wal ??= openSync(`${file}-wal`, 'r')
      const descriptor = wal
      await sync(descriptor)
      const { size } = await stat(descriptor)
      if (size > longestWal) checkpoint(file)
    },
    close() {
      if (wal !== undefined) close(wal)
      sqlite.close()
    },
  }
}

/** A new file is only sure to be found again after a power cut when its folder was synced. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
