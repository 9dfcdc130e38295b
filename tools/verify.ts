import { resolve } from 'node:path'
import { readSettings } from '../server/node/settings.ts'
import { verifyBoard } from '../server/node/verify.ts'

const [folder, ...more] = process.argv.slice(2)
if (folder?.startsWith('-') || more.length > 0)
  fail(2, 'npm run verify [-- <data folder, or the folder of one backup>]')
const place = folder === undefined ? dataDirectory() : resolve(folder)

const result = await verifyBoard(place)
if (!result.ok) fail(2, `There is no board in ${place}. DATA_DIR says where it is.`)
let count = 0
for (const { file, findings } of result.files) {
  for (const { table, row, what } of findings) console.error(`${file}: ${table}, ${row}: ${what}`)
  count += findings.length
}
if (count > 0) fail(1, `Not as it was written: ${count}. Take a backup that verifies, and keep this folder as it is.`)
console.log(`Verified ${place}: agendas ${result.files.length - 1}. Everything is as it was written.`)

function dataDirectory(): string {
  const read = readSettings(process.env)
  return read.ok ? read.settings.dataDirectory : fail(2, read.mistakes.join('\n'))
}

function fail(code: number, message: string): never {
  console.error(message)
  process.exit(code)
}
