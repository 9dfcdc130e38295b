import { readFile } from 'node:fs/promises'
import type { Plugin } from 'vite'

/** Serves a file of the repository beside the app, under a name that stays. */
export function servedFile(name: string, file: string): Plugin {
  return {
    name: `served-file-${name}`,
    configureServer(server) {
      server.middlewares.use(`/${name}`, async (_request, response) => {
        response.setHeader('content-type', 'text/javascript')
        response.end(await readFile(file))
      })
    },
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: name, source: await readFile(file) })
    },
  }
}
