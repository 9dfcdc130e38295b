import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { securityHeaders } from '../../server/http/security.ts'

/** Where files are served by a platform and not by the gateway, this file gives them the gateway's security headers. */
export function assetHeaders(): Plugin {
  return {
    name: 'asset-headers',
    apply: 'build',
    async writeBundle({ dir }) {
      if (!dir) return
      const lines = Object.entries(securityHeaders(true)).map(([name, value]) => `  ${name}: ${value}`)
      const kept = '/assets/*\n  cache-control: public, max-age=31536000, immutable\n'
      await writeFile(join(dir, '_headers'), `/*\n${lines.join('\n')}\n\n${kept}`)
    },
  }
}
