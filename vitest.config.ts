import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/{shared,server,node,worker,fuzz}/**/*.test.ts', 'test/*.test.ts'],
          // Two servers and a workerd may start at once on two cores; nothing here is a measurement.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [solid()],
        // Node's own condition is Solid's server build, in which effects never run and such tests pass for nothing.
        resolve: { conditions: ['browser', 'development'] },
        test: {
          name: 'web',
          environment: 'node',
          include: ['test/web/**/*.test.{ts,tsx}'],
          server: { deps: { inline: [/solid-js/] } },
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['test/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Two browsers share two cores with the server here: what takes a blink on a desk may take seconds.
          expect: { poll: { timeout: 20_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
})
