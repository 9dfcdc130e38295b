import { writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { measureExports } from './exports.ts'
import { measureGate } from './gate.ts'
import { measureLatency } from './latency.ts'
import { measureMemory } from './memory.ts'
import { measureOpening } from './opening.ts'
import { measurePage } from './page.ts'
import { toTable } from './statistics.ts'
import { measureVisit } from './visit.ts'
import { measureWaking, measureWorkerOpening } from './worker.ts'

// npm run bench [-- latency gate opening memory worker waking visit exports page]: figures as a table and as JSON in dist/bench.json. Only what stands side
// by side in one run can be compared: machines are noisy.

const benches = {
  latency: { title: 'From an edit to a peer, and to the disk', measure: measureLatency },
  gate: { title: 'What the gate adds to a keystroke', measure: measureGate },
  opening: { title: 'Opening a room after a long history', measure: measureOpening },
  memory: { title: 'Memory', measure: measureMemory },
  worker: { title: 'Opening an agenda on workerd', measure: measureWorkerOpening },
  waking: { title: 'Waking a room on workerd that sleeps with open sockets', measure: measureWaking },
  visit: { title: 'What a visitor asks of the platform on Workers', measure: measureVisit },
  exports: { title: 'Files of 500 items, and who writes meanwhile', measure: measureExports },
  page: { title: 'One remote edit on an open board', measure: measurePage },
}

const asked = process.argv.slice(2)
const results: Record<string, unknown> = {
  node: process.version,
  processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
}
console.log(`Node ${process.version}, ${results.processor}, ${results.memory}\n`)
for (const [name, { title, measure }] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  const rows = await measure()
  results[name] = rows
  console.log(`## ${title}\n\n${toTable(rows)}\n`)
}
await writeFile(
  fileURLToPath(new URL('../../dist/bench.json', import.meta.url)),
  `${JSON.stringify(results, undefined, 2)}\n`,
)
process.exit(0)
