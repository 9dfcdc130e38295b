import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Plugin } from 'vite'

const address = 'published.css'

/**
 * Builds the style of an agenda as a page of its own, at the fixed address that the server writes into such pages: the
 * tokens, the fonts that the app has, and `published.css`. Stands after the service worker: the app itself does not need it.
 */
export function publishedStyle(folder: string): Plugin {
  const read = async () => {
    const parts = ['tokens.css', 'fonts.css', 'published.css'].map((file) => readFile(join(folder, file), 'utf8'))
    return (await Promise.all(parts)).join('\n').replaceAll(/\/\*.*?\*\/\s*/gs, '')
  }
  return {
    name: 'published-style',
    enforce: 'post',
    configureServer(server) {
      server.middlewares.use(`/${address}`, async (_request, response) => {
        response.setHeader('content-type', 'text/css')
        response.end((await read()).replaceAll("url('@", "url('/node_modules/@"))
      })
    },
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const style = await read()
        const fonts = new Map(
          Object.values(bundle).flatMap((file) =>
            file.type === 'asset' ? file.names.map((name): [string, string] => [name, file.fileName]) : [],
          ),
        )
        const source = style.replaceAll(/url\('([^']+)'\)/g, (_all, font: string) => {
          const built = fonts.get(basename(font))
          return built ? `url('/${built}')` : this.error(`${font} is not in the build, so ${address} cannot have it`)
        })
        this.emitFile({ type: 'asset', fileName: address, source })
      },
    },
  }
}
