import { fileURLToPath } from 'node:url'
import { logToTerminal } from './node/log.ts'
import { startServer } from './node/server.ts'
import { readSettings } from './node/settings.ts'

const read = readSettings(process.env)
if (!read.ok) {
  console.error(
    ['The board cannot start with these settings:', ...read.mistakes.map((mistake) => `- ${mistake}`)].join('\n'),
  )
  process.exit(2)
}
const webFolder = fileURLToPath(new URL('../dist/web', import.meta.url))
const server = await startServer({ settings: read.settings, webFolder, clock: Date.now, log: logToTerminal })
console.log(`Ontwikkelagenda: ${server.url}`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logToTerminal('error', 'stop-failed', { cause: String(error) })
        process.exit(1)
      },
    )
  })
}
