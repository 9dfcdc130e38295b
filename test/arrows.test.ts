import { globSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'

// Who may know whom: docs/architecture.md. The first rule whose folder holds a file decides what else the file may import,
// beside what lies in that folder.

const root = join(import.meta.dirname, '..')
const shared = ['yjs', 'valibot', 'lib0', 'nanoid', 'fractional-indexing', '@noble/hashes', 'diff']
const core = ['shared/', ...shared, 'hono', 'drizzle-orm']
const screen = ['shared/', 'yjs', 'valibot', 'solid-js', '@solidjs/', '@solid-primitives/', '@tabler/']
/** What knows a platform: for that platform's entry and adapters only. */
const node = ['node:', 'better-sqlite3', 'ws', '@hono/node-server', 'drizzle-orm/better-sqlite3']
const worker = ['cloudflare:workers', 'drizzle-orm/durable-sqlite']
const workerFiles = ['server/files-worker.ts', 'server/worker']
const typeface = '@expo-google-fonts/source-sans-3/'

const rules: [folder: string, ...mayImport: string[]][] = [
  ['shared/', ...shared],
  ['server/node.ts', 'server/node/', ...node],
  ['server/node/', 'server/', ...core, ...node],
  ['server/worker.ts', 'server/worker/', ...worker],
  ['server/files-worker.ts', 'server/worker/files.ts'],
  ['server/worker/pdf-means.ts', 'server/export/pdf/', typeface, 'node:zlib'],
  ['server/worker/', 'server/', ...core, ...worker],
  ['server/origin.ts'],
  ['server/smtp.ts', 'server/ports.ts', 'nodemailer'],
  ['server/export/', 'shared/', 'pdfkit', 'docx', 'fflate', 'write-excel-file'],
  ['server/http/openapi.ts', 'server/http/', '@valibot/to-json-schema', ...core],
  ['server/http/', 'server/rooms/', 'server/store/', 'server/ports.ts', 'server/problem.ts', ...core],
  ['server/demo/', 'server/rooms/', 'server/store/', 'server/ports.ts', ...core],
  ['server/rooms/', 'server/store/', 'server/ports.ts', 'server/problem.ts', ...core],
  ['server/store/', 'server/ports.ts', ...core],
  ['server/problem.ts', 'shared/', 'hono'],
  ['server/ports.ts', 'shared/', 'drizzle-orm/sqlite-core'],
  [
    'web/live/',
    'shared/',
    'yjs',
    'valibot',
    'solid-js',
    'lib0/',
    'y-protocols/',
    'y-websocket',
    'y-indexeddb',
    'nanoid',
  ],
  ['web/ui/', ...screen],
  [
    'web/pages/',
    'web/ui/',
    'web/live/',
    'web/styles/',
    'prosemirror-',
    'y-prosemirror',
    'y-protocols',
    'fflate',
    'saxen',
    ...screen,
  ],
  ['web/', ...screen],
]

const importing =
  /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|(?<![-./\w'"])import\s*\(?\s*['"]([^'"]+)['"]/g

/** The arrows that a text draws: packages by their names, files by their place in the repository. */
function arrowsOf(file: string, text: string): string[] {
  const targets = [...text.matchAll(importing)].map(([, from, alone]) => from ?? alone ?? '')
  return targets.map((target) => (target.startsWith('.') ? join(file, '..', target) : target))
}

/** Why a file may not import that; undefined when it may. */
function brokenArrow(file: string, target: string): string | undefined {
  const isIn = (place: string) => target === place || target.startsWith(/[/:-]$/.test(place) ? place : `${place}/`)
  const isAllowed = rules.find(([folder]) => file.startsWith(folder))?.some(isIn)
  const isMisplaced =
    target === 'server/node.ts' ||
    target === 'server/worker.ts' ||
    target === 'server/files-worker.ts' ||
    // Workers have zlib too, and no other that is as quick.
    ([...node, 'server/node/'].some(isIn) && !file.startsWith('server/node') && !isZlibThere(file, target)) ||
    ([...worker, 'server/worker/'].some(isIn) && !workerFiles.some((one) => file.startsWith(one))) ||
    // Decisions there, markup elsewhere.
    (file.startsWith('web/live/') && file.endsWith('.tsx'))
  return isAllowed && !isMisplaced ? undefined : `${file} -> ${target}`
}

function isZlibThere(file: string, target: string): boolean {
  return file === 'server/worker/pdf-means.ts' && target === 'node:zlib'
}

it('knowledge points one way: no import goes against the arrows', () => {
  const files = globSync('{shared,server,web}/**/*.{ts,tsx}', { cwd: root }).map((file) => relative('', file))
  expect(files.length).toBeGreaterThan(100)
  const broken = files.flatMap((file) =>
    arrowsOf(file, readFileSync(join(root, file), 'utf8')).flatMap((target) => brokenArrow(file, target) ?? []),
  )
  expect(broken).toEqual([])
})

it('an arrow that turns back is seen', () => {
  const text =
    "import type { Room } from '../rooms/room.ts'\nimport('../node.ts')\nexport * from \"node:fs\"\nimport './x.css'"
  expect(arrowsOf('server/store/log.ts', text)).toEqual([
    'server/rooms/room.ts',
    'server/node.ts',
    'node:fs',
    'server/store/x.css',
  ])
  expect(brokenArrow('server/store/log.ts', 'server/rooms/room.ts')).toBe('server/store/log.ts -> server/rooms/room.ts')
  expect(brokenArrow('server/store/log.ts', 'drizzle-orm/better-sqlite3')).toContain('better-sqlite3')
  expect(brokenArrow('shared/item.ts', 'node:fs')).toBe('shared/item.ts -> node:fs')
  expect(brokenArrow('web/ui/card.tsx', 'web/pages/board/board.tsx')).toBe(
    'web/ui/card.tsx -> web/pages/board/board.tsx',
  )
  expect(brokenArrow('server/rooms/room.ts', 'server/store/room-store.ts')).toBeUndefined()
})
