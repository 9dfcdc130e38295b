import { execFile } from 'node:child_process'
import { mkdtemp, readFile, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { wranglerConfig } from './worker.ts'

const root = join(import.meta.dirname, '../..')

/** What `npm run deploy` would upload. */
export type WorkerBundle = {
  folder: string
  /** The one script in it. */
  script: string
  bytes: number
  /** The files that it was made from, as esbuild tells: paths from the root of the project, and what they import. */
  inputs: Record<string, { bytes: number; imports: { path: string }[] }>
  /** How many bytes of each file are in the script: what is not needed is left out. */
  used: Record<string, number>
}

type Metafile = {
  inputs: WorkerBundle['inputs']
  outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }>; entryPoint?: string }>
}

/**
 * Builds the Worker of a configuration as `npm run deploy` does, in a folder of its own, and uploads nothing. Asks for a built
 * web app.
 */
export async function buildWorkerBundle(config = wranglerConfig): Promise<WorkerBundle> {
  const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-bundle-'))
  const metafile = join(folder, 'meta.json')
  const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')
  await promisify(execFile)(
    process.execPath,
    [wrangler, 'deploy', '--config', config, '--dry-run', '--outdir', folder, '--metafile', metafile],
    {
      cwd: root,
      env: { PATH: process.env.PATH, CLOUDFLARE_CF_FETCH_ENABLED: 'false', WRANGLER_SEND_METRICS: 'false', CI: 'true' },
    },
  )
  const { inputs, outputs } = JSON.parse(await readFile(metafile, 'utf8')) as Metafile
  const output = Object.values(outputs).find(({ entryPoint }) => entryPoint !== undefined)
  if (!output) throw new Error('no script was built')
  const script = join(folder, basename(output.entryPoint ?? '').replace(/ts$/, 'js'))
  return {
    folder,
    script,
    bytes: (await stat(script)).size,
    inputs,
    used: Object.fromEntries(Object.entries(output.inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput])),
  }
}
