import type { Plugin, Rolldown } from 'vite'

/**
 * Keeps what is fetched first in two files: what every page needs, and what an agenda needs beside that. Left to itself the
 * bundler cuts a file for every set of pages that shares something, and each cut costs: small files compress badly.
 * Fails the build when a page is not there.
 */
export function wholeChunks(pages: { every: string; first: string; agenda: string }): {
  plugin: Plugin
  groups: Rolldown.CodeSplittingGroup[]
} {
  let everywhere = new Set<string>()
  let agenda = new Set<string>()
  const plugin: Plugin = {
    name: 'whole-chunks',
    apply: 'build',
    buildEnd(error) {
      if (error) return
      const find = (page: string): string => {
        const id = [...this.getModuleIds()].find((id) => id.replaceAll('\\', '/').endsWith(`/web/${page}`))
        return id ?? this.error(`${page} is not in the build`)
      }
      const needs = (page: string): Set<string> => {
        const found = new Set<string>()
        const add = (id: string) => {
          if (found.has(id)) return
          found.add(id)
          for (const imported of this.getModuleInfo(id)?.importedIds ?? []) add(imported)
        }
        add(find(page))
        return found
      }
      agenda = needs(pages.agenda)
      // The page itself stays a file of its own, however small: it is what the router asks for.
      agenda.delete(find(pages.agenda))
      everywhere = new Set([...needs(pages.every), ...[...needs(pages.first)].filter((id) => agenda.has(id))])
    },
  }
  return {
    plugin,
    groups: [
      { name: 'app', test: (id) => everywhere.has(id), priority: 2 },
      { name: 'agenda', test: (id) => agenda.has(id), priority: 1 },
    ],
  }
}
