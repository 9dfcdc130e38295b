import { resolve } from 'node:path'
import { makeBackup } from '../server/node/backup.ts'
import { readSettings } from '../server/node/settings.ts'

const [into, ...more] = process.argv.slice(2)
const read = readSettings(process.env)
if (into === undefined || into.startsWith('-') || more.length > 0) fail(2, 'npm run backup -- <folder for backups>')
if (!read.ok) fail(2, read.mistakes.join('\n'))
const { dataDirectory } = read.settings

// Everything of everyone is in it: for the eyes of who makes it only.
process.umask(0o077)
const result = await makeBackup({ dataDirectory, into: resolve(into), clock: Date.now }).catch((error: Error) =>
  fail(1, `It stopped half-way, and nothing was changed: ${error.message}`),
)
if (!result.ok) {
  const reasons = {
    'nothing-there': `There is no board in ${dataDirectory}. DATA_DIR says where it is.`,
    'directory-unreadable': `The directory of ${dataDirectory} cannot be read. Nothing was backed up.`,
  }
  fail(1, reasons[result.reason])
}
console.log(`Backed up to ${result.folder}: agendas ${result.agendas}, bytes ${result.bytes}`)
if (result.unreadable.length > 0)
  fail(1, `NOT in it, because they cannot be read: ${result.unreadable.join(', ')}. Look after these now.`)

function fail(code: number, message: string): never {
  console.error(message)
  process.exit(code)
}
