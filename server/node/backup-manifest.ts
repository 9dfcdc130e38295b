import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'

/** The database of people, sessions and the index of agendas; every other file of a backup is one agenda. */
export const directoryFile = 'directory.sqlite'
export const agendasFolder = 'agendas'

const manifestName = 'manifest.json'
const fileName = /^(directory|agendas\/(?!__)[A-Za-z0-9_-]{1,64})\.sqlite$/

/** What a backup says of itself: it is whole when every file is there with this size and hash. */
const manifestSchema = v.strictObject({
  format: v.literal('ontwikkelagenda.backup'),
  version: v.literal(1),
  at: v.string(),
  files: v.array(
    v.strictObject({
      name: v.pipe(v.string(), v.regex(fileName, 'A file of a backup')),
      bytes: v.number(),
      sha256: v.string(),
      /** The version of the database's tables: a program that knows only older ones cannot restore it. */
      schema: v.number(),
    }),
  ),
})
export type Manifest = v.InferOutput<typeof manifestSchema>
export type BackedUpFile = Manifest['files'][number]

export async function writeManifest(folder: string, at: string, files: BackedUpFile[]): Promise<void> {
  const manifest: Manifest = { format: 'ontwikkelagenda.backup', version: 1, at, files }
  const file = await open(join(folder, manifestName), 'wx')
  try {
    await file.writeFile(`${JSON.stringify(manifest, undefined, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The manifest of a backup folder; undefined when there is none, or none that can be understood. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  let manifest: unknown
  try {
    manifest = JSON.parse(await readFile(join(folder, manifestName), 'utf8'))
  } catch {
    // No such folder, no such file or no JSON: in each case this is no backup, and the caller says so.
    return undefined
  }
  const result = v.safeParse(manifestSchema, manifest)
  return result.success && result.output.files.some(({ name }) => name === directoryFile) ? result.output : undefined
}

export async function sizeAndHash(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer)
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex') }
}

/** Waits until a file, or the list of names of a folder, is on the disk. */
export async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
