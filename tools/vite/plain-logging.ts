import type { Plugin } from 'vite'

/**
 * Yjs warns through lib0's coloured logger, which brings a DOM and a schema library into the browser: 4 kB gzipped for a
 * handful of warnings. They go to the console as they are instead. Fails the build when Yjs logs in a way not known here.
 */
export function plainLogging(): Plugin {
  const id = '\0plain-logging'
  return {
    name: 'plain-logging',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source) => (source === 'lib0/logging' ? id : undefined),
    load: (file) =>
      file === id
        ? [
            ...['BOLD', 'UNBOLD', 'ORANGE', 'RED'].map((style) => `export const ${style} = ''`),
            'export const print = (...parts) => console.log(...parts)',
            'export const warn = (...parts) => console.warn(...parts)',
          ].join('\n')
        : undefined,
  }
}
