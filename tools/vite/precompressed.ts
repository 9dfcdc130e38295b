import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Plugin } from 'vite'

/** Puts a `.br` beside every text file of the build, so that the server never compresses while people wait. */
export function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    enforce: 'post',
    writeBundle: {
      order: 'post',
      async handler({ dir }) {
        if (!dir) return
        const files = await readdir(dir, { recursive: true })
        const texts = files.filter((file) => /\.(js|css|html|svg|json|webmanifest|txt)$/.test(file))
        for (const file of texts) {
          const content = await readFile(join(dir, file))
          const compressed = brotliCompressSync(content, {
            params: {
              [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
              [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
            },
          })
          if (compressed.length < content.length) await writeFile(join(dir, `${file}.br`), compressed)
        }
      },
    },
  }
}
