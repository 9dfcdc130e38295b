import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export type RunningServer = { url: string; stop: () => Promise<void> }

/**
 * The server in a process of its own: these tests resolve packages as a browser does, and the server needs them as Node
 * does. `port` and `folder` make it possible to start the same one again.
 */
export async function startServerProcess(
  port = 0,
  folder?: string,
): Promise<RunningServer & { folder: string; port: number }> {
  const data = folder ?? (await mkdtemp(join(tmpdir(), 'ontwikkelagenda-web-')))
  const child = spawn(process.execPath, [join(import.meta.dirname, '../../../server/node.ts')], {
    env: { ...process.env, PORT: String(port), DATA_DIR: data, BASE_URL: 'http://localhost', DEMO: 'on' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await addressOf(child)
  return {
    url,
    folder: data,
    port: Number(new URL(url).port),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true })
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server did not start: ${code}`)))
    if (!child.stdout) return reject(new Error('The server says nothing'))
    createInterface(child.stdout).on('line', (line) => {
      const url = /^Ontwikkelagenda: (http\S+)/.exec(line)?.[1]
      if (url) resolve(url)
    })
  })
}
