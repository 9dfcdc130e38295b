import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { join } from 'node:path'
import { doorsOf, type TestServer } from './server.ts'

export type ServerProcess = Pick<TestServer, 'ask' | 'signIn'> & {
  url: string
  child: ChildProcess
  /** Ends the process at once, as a power cut would: no goodbye, nothing written any more. */
  kill: () => Promise<void>
  /** Asks it to stop and gives its exit code. */
  stop: () => Promise<number | null>
  errors: () => string
}

/** The real program in a process of its own, on a given port and folder. Resolves when it listens. */
export async function startServerProcess(folder: string, port: number): Promise<ServerProcess> {
  const root = join(import.meta.dirname, '../..')
  const child = spawn(process.execPath, ['server/node.ts'], {
    cwd: root,
    // Vitest sets a BASE_URL of its own, so nothing is inherited but the way to programs.
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: folder },
  })
  return await running(child, port, 'Ontwikkelagenda: ')
}

/** What `npm run worker` runs, after the build: the product on local workerd, on a port and a folder of its own. */
export async function startWorkerCommand(folder: string, port: number): Promise<ServerProcess> {
  const child = spawn(process.execPath, ['tools/worker.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, CI: 'true', PORT: String(port), DATA_DIR: folder },
  })
  return await running(child, port, 'Ready on')
}

/** Resolves when it says that it listens. */
async function running(child: ChildProcessWithoutNullStreams, port: number, sign: string): Promise<ServerProcess> {
  let errors = ''
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString()
  })
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => data.toString().includes(sign) && resolve())
    child.once('exit', () => reject(new Error(`The server did not start: ${errors}`)))
  })
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    child,
    errors: () => errors,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    stop() {
      child.kill('SIGTERM')
      return exited
    },
    ...doorsOf(url),
  }
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
