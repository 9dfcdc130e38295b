import { resolve } from 'node:path'
import { type RestoreResult, restoreBackup } from '../server/node/restore.ts'
import { readSettings } from '../server/node/settings.ts'

const args = process.argv.slice(2)
const replace = args.includes('--replace')
const [backup, ...more] = args.filter((argument) => argument !== '--replace')
const read = readSettings(process.env)
if (backup === undefined || backup.startsWith('-') || more.length > 0)
  fail(2, 'npm run restore -- <folder of one backup> [--replace]')
if (!read.ok) fail(2, read.mistakes.join('\n'))
const { dataDirectory } = read.settings

process.umask(0o077)
const result = await restoreBackup({ backup: resolve(backup), dataDirectory, replace, clock: Date.now }).catch(
  (error: Error) => fail(1, `It stopped half-way, and nothing was changed: ${error.message}`),
)
if (!result.ok) fail(1, `${messageOf(result)} Nothing was changed.`)
console.log(`Restored to ${dataDirectory}: agendas ${result.agendas}, as they were at ${result.at}.`)
if (result.keptAside) console.log(`What was there before is kept in ${result.keptAside}`)

function messageOf(refusal: RestoreResult & { ok: false }): string {
  switch (refusal.reason) {
    case 'no-backup':
      return `${backup} is not the folder of a backup (it has no manifest.json that can be read).`
    case 'board-is-there':
      return `There is a board in ${dataDirectory}. With --replace it is put aside, not deleted.`
    case 'server-runs':
      return `A server is running on ${dataDirectory}. Stop it first.`
    case 'damaged':
      return `${refusal.file} is damaged: ${refusal.cause}. Take another backup.`
  }
}

function fail(code: number, message: string): never {
  console.error(message)
  process.exit(code)
}
