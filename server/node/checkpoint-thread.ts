import { parentPort } from 'node:worker_threads'
import Sqlite from 'better-sqlite3'

// PASSIVE never waits for readers or writers and never makes them wait; what it cannot move now, it moves next time.
parentPort?.on('message', (file: string) => {
  try {
    const sqlite = new Sqlite(file, { fileMustExist: true })
    sqlite.pragma('wal_checkpoint(PASSIVE)')
    sqlite.close()
  } finally {
    parentPort?.postMessage(file)
  }
})
