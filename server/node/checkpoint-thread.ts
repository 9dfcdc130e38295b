import { parentPort } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

// PASSIVE never waits for readers or writers and never makes them wait; what it cannot move now, it moves next time.
parentPort?.on('message', (file: string) => {
  try {
    const sqlite = new Sqlite(file, { fileMustExist: true })
    sqlite.pragma('wal_checkpoint(PASSIVE)')
    sqlite.close()
    parentPort?.postMessage({ file })
  } catch (error) {
    // A full disk, or a file that went away: the log stays as it is, and the next time may do better.
    parentPort?.postMessage({ file, failed: error instanceof Error ? error.message : String(error) })
  }
})
