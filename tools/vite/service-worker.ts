import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { type Plugin, transformWithOxc } from 'vite'

/**
 * Builds the service worker to `/service-worker.js`, a fixed address as browsers want it, and tells it which files make
 * up the app and which version they are: a hash over all of them.
 */
export function serviceWorker(source: string): Plugin {
  let publicFolder = ''
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      publicFolder = config.publicDir
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const page = bundle['index.html']
        if (page?.type !== 'asset')
          return this.error('index.html is not in the build, so the service worker has no app to keep')
        const asTheyAre = existsSync(publicFolder) ? await readdir(publicFolder) : []
        const assets = [...Object.keys(bundle), ...asTheyAre]
          .filter((file) => file !== 'index.html' && !file.endsWith('.map'))
          .sort((a, b) => (a < b ? -1 : 1))
          .map((file) => `/${file}`)
        // Hashed names change with their content; only the page itself keeps its name.
        const version = createHash('sha256')
          .update(JSON.stringify(assets))
          .update(page.source)
          .digest('hex')
          .slice(0, 16)
        const { code } = await transformWithOxc(await readFile(source, 'utf8'), source)
        const facts = `const version = ${JSON.stringify(version)};\nconst assets = ${JSON.stringify(assets)};\n`
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: facts + code })
      },
    },
  }
}
