import { spawn } from 'node:child_process'
import { createServer } from 'vite'

// The server restarts when one of its files changes; the web app is served by Vite, which replaces what changed in the
// open page and passes /api and /live on.
const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'server/node.ts'], { stdio: 'inherit' })
const web = await createServer({ configFile: 'vite.config.ts' })
await web.listen()
web.printUrls()

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    server.kill(signal)
    await web.close()
    process.exit(0)
  })
}
