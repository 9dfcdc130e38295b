import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'

/** Thrown when another process works in the same folder: two of them would overwrite each other's checkpoints. */
export class FolderInUse extends Error {}

/**
 * Claims a data folder for this process. The claim is a lock on a file, which the system lets go of when the process ends,
 * however it ends. Gives the release.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const sqlite = new Sqlite(join(folder, 'lock.sqlite'), { timeout: 0 })
  try {
    sqlite.exec('begin exclusive')
  } catch (error) {
    sqlite.close()
    throw new FolderInUse(`Another board is running on ${folder}`, { cause: error })
  }
  return () => sqlite.close()
}
