import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Finding } from '../rooms/verify/finding.ts'
import { verifyRoom } from '../rooms/verify/verify-room.ts'
import { roomMigrations } from '../store/room-migrations.ts'
import { openRoomReader } from '../store/room-store.ts'
import { agendasFolder, directoryFile } from './backup-manifest.ts'

export type Verified =
  | { ok: true; files: { file: string; findings: Finding[] }[] }
  | { ok: false; reason: 'nothing-there' }

/**
 * Reads every database of a board, or of a backup, as it stands at one moment, and tells what is not as it was written.
 * Changes nothing; a server may be running on the same folder.
 */
export async function verifyBoard(folder: string): Promise<Verified> {
  if (!existsSync(join(folder, directoryFile))) return { ok: false, reason: 'nothing-there' }
  const agendas = join(folder, agendasFolder)
  const names = existsSync(agendas) ? (await readdir(agendas)).filter((name) => name.endsWith('.sqlite')).sort() : []
  const files = [
    { file: directoryFile, findings: verifyFile(join(folder, directoryFile), () => []) },
    ...names.map((name) => ({
      file: `${agendasFolder}/${name}`,
      findings: verifyFile(join(agendas, name), verifyAgenda),
    })),
  ]
  return { ok: true, files }
}

function verifyFile(file: string, verify: (sqlite: Sqlite.Database) => Finding[]): Finding[] {
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
    // One read transaction: what a server writes meanwhile is not seen half.
    sqlite.exec('begin')
    const integrity = sqlite.pragma('integrity_check', { simple: true })
    if (integrity !== 'ok') return [{ table: 'the file', row: 'all', what: String(integrity) }]
    return verify(sqlite)
  } catch (error) {
    // Whatever cannot be read is a finding; the other files are looked at all the same.
    return [{ table: 'the file', row: 'all', what: error instanceof Error ? error.message : String(error) }]
  } finally {
    sqlite?.close()
  }
}

function verifyAgenda(sqlite: Sqlite.Database): Finding[] {
  const version = Number(sqlite.prepare('select version from schema_version').pluck().get())
  if (version !== roomMigrations.length) {
    const what = `at version ${version}, and this program reads ${roomMigrations.length}: start the server once, then try again`
    return [{ table: 'the file', row: 'all', what }]
  }
  return verifyRoom(openRoomReader(drizzle(sqlite, { casing: 'snake_case' })))
}
