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
const { settings } = read
const server = await startServer({ settings, webFolder, clock: Date.now, log: logToTerminal, say: console.log }).catch(
  (error: unknown) => {
    const { code, message } = error as Error & { code?: string }
    const reasons: Record<string, string> = {
      EADDRINUSE: `Something else listens on port ${settings.port} already. Stop it, or set PORT to another one.`,
      EACCES: `The folder ${settings.dataDirectory} cannot be written. Set DATA_DIR to one that can.`,
    }
    console.error(`The board cannot start. ${reasons[code ?? ''] ?? message}`)
    process.exit(2)
  },
)

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
console.log(`Ontwikkelagenda: ${server.url}`)
