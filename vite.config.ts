import { fileURLToPath } from 'node:url'
import { defineConfig, type ProxyOptions } from 'vite'
import solid from 'vite-plugin-solid'
import { assetHeaders } from './tools/vite/asset-headers.ts'
import { plainLogging } from './tools/vite/plain-logging.ts'
import { precompressed } from './tools/vite/precompressed.ts'
import { publishedStyle } from './tools/vite/published-style.ts'
import { servedFile } from './tools/vite/served-file.ts'
import { serviceWorker } from './tools/vite/service-worker.ts'
import { sizeBudget } from './tools/vite/size-budget.ts'
import { trustedTemplates } from './tools/vite/trusted-templates.ts'
import { wholeChunks } from './tools/vite/whole-chunks.ts'

const server = `http://localhost:${process.env.PORT ?? '8787'}`

const chunks = wholeChunks({
  every: 'main.tsx',
  first: 'pages/start/start-page.tsx',
  agenda: 'pages/agenda/agenda-page.tsx',
})

export default defineConfig({
  root: fileURLToPath(new URL('web', import.meta.url)),
  base: '/',
  plugins: [
    trustedTemplates(),
    plainLogging(),
    solid(),
    chunks.plugin,
    sizeBudget({ firstLoadBytes: 100_000, lazy: ['pages/agenda/agenda-page.tsx'] }),
    serviceWorker(fileURLToPath(new URL('web/service-worker/service-worker.ts', import.meta.url))),
    publishedStyle(fileURLToPath(new URL('web/styles', import.meta.url))),
    servedFile('verify-version.mjs', fileURLToPath(new URL('docs/verify-version.mjs', import.meta.url))),
    assetHeaders(),
    precompressed(),
  ],
  build: {
    outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
    emptyOutDir: true,
    // The first versions that know light-dark(): older ones would get it spelled out twice as large.
    target: ['chrome123', 'edge123', 'firefox128', 'safari17.5'],
    // The content policy allows no data: addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      // Making a schema does nothing but make it: those that no page uses need not be fetched.
      treeshake: { manualPureFunctions: ['v'] },
      output: { codeSplitting: { groups: chunks.groups } },
    },
  },
  // An agenda's id has no dot; our own modules in web/live have, and are Vite's to serve.
  server: {
    proxy: {
      '^/api/': toServer(),
      '^/v/': toServer(),
      '^/huisstijl[./]': toServer(),
      '^/live/[\\w-]+(\\?|$)': { ...toServer(), ws: true },
    },
  },
})

/** The server checks that requests come from its own pages; while developing, Vite serves those. */
function toServer(): ProxyOptions {
  return {
    target: server,
    rewriteWsOrigin: true,
    configure: (proxy) => proxy.on('proxyReq', (request) => request.setHeader('origin', server)),
  }
}
