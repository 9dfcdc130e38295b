import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

/**
 * Fails the build when what must be fetched before the board is there (scripts and styles, gzipped) weighs too much: the
 * entry, and the pages in `lazy`, which the router fetches for it.
 */
export function sizeBudget(limit: { firstLoadBytes: number; lazy: string[] }): Plugin {
  return {
    name: 'size-budget',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const page of limit.lazy) {
          if (!Object.values(bundle).some((file) => isPage(file, page))) this.error(`${page} is not a part of its own`)
        }
        const sizes = [...firstLoad(bundle, limit.lazy)].map((file) => ({
          file,
          bytes: gzipSync(content(bundle[file])).length,
        }))
        const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
        const report = sizes.map(({ file, bytes }) => `  ${kilobytes(bytes).padStart(8)}  ${file}`).join('\n')
        const summary = `First load: ${kilobytes(total)} of ${kilobytes(limit.firstLoadBytes)} gzipped\n${report}`
        if (total > limit.firstLoadBytes) this.error(summary)
        console.log(summary)
      },
    },
  }
}

/** The entry chunks and the named pages, everything they import statically, and the styles of all those. */
function firstLoad(bundle: Rolldown.OutputBundle, lazy: string[]): Set<string> {
  const files = new Set<string>()
  const add = (name: string) => {
    const chunk = bundle[name]
    if (files.has(name) || chunk?.type !== 'chunk') return
    files.add(name)
    for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style)
    for (const imported of chunk.imports) add(imported)
  }
  for (const [name, file] of Object.entries(bundle)) {
    const isEntry = file.type === 'chunk' && file.isEntry
    if (isEntry || lazy.some((page) => isPage(file, page))) add(name)
  }
  return files
}

function isPage(file: Rolldown.OutputAsset | Rolldown.OutputChunk, page: string): boolean {
  return file.type === 'chunk' && (file.facadeModuleId ?? '').replaceAll('\\', '/').endsWith(`/${page}`)
}

function content(file: Rolldown.OutputAsset | Rolldown.OutputChunk | undefined): string | Uint8Array {
  if (!file) return ''
  return file.type === 'chunk' ? file.code : file.source
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
