import { type ChildProcess, spawn } from 'node:child_process'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { unstable_readConfig } from 'wrangler'
import { doorsOf, type TestServer } from './server.ts'
import { wranglerConfig } from './worker.ts'
import type { WorkerBundle } from './worker-bundle.ts'

export type WorkerdProcess = Pick<TestServer, 'ask' | 'signIn'> & {
  url: string
  child: ChildProcess
  inspectorPort: number
  /** Ends the process at once. There is no other way: asked kindly, it waits until the last socket is closed. */
  kill: () => Promise<void>
}

/**
 * The bundle that would be deployed, in a process of workerd itself with nothing around it, that keeps its objects in a
 * folder: so it can be killed, and started again on the same port with what it kept.
 */
export async function startWorkerdProcess(
  bundle: Pick<WorkerBundle, 'script'>,
  folder: string,
  port: number,
): Promise<WorkerdProcess> {
  await mkdir(join(folder, 'objects'), { recursive: true })
  const file = join(folder, 'config.capnp')
  await writeFile(file, configOf(folder, port))
  // Its configuration language embeds files beside itself only.
  await copyFile(bundle.script, join(folder, 'worker.js'))
  const child = spawn(workerdProgram(), ['serve', file, '--control-fd', '1', '--inspector-addr', '127.0.0.1:0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  // It goes when the tests do, however they end.
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  let errors = ''
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString()
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const ports = new Map<string, number>()
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`workerd did not start: ${errors}`)))
    createInterface(child.stdout).on('line', (line) => {
      if (!line.startsWith('{"event":"listen')) return
      const told = JSON.parse(line) as { event: string; port: number }
      ports.set(told.event, told.port)
      if (ports.size === 2) resolve()
    })
  })
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    child,
    inspectorPort: ports.get('listen-inspector') ?? 0,
    kill() {
      end()
      return exited
    },
    ...doorsOf(url),
  }
}

/** The package's way to its program is a script around it; a kill must meet the program itself. */
function workerdProgram(): string {
  const fromWrangler = createRequire(createRequire(import.meta.url).resolve('wrangler'))
  return (fromWrangler('workerd') as { default: string }).default
}

/**
 * What wrangler.toml says, as workerd reads it: the classes, the date, and the demo. Who measures its memory may ask it to
 * collect what nobody needs any more.
 */
function configOf(folder: string, port: number): string {
  const config = unstable_readConfig({ config: wranglerConfig })
  const objects: { name: string; class_name: string }[] = config.durable_objects.bindings
  const quoted = (text: string) => JSON.stringify(text)
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "assets", disk = (path = ${quoted(config.assets?.directory ?? '')})),
    (name = "objects", disk = (path = ${quoted(join(folder, 'objects'))}, writable = true)),
  ],
  v8Flags = ["--expose-gc"],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = ${quoted(config.compatibility_date ?? '')},
  compatibilityFlags = [${config.compatibility_flags.map(quoted).join(', ')}],
  bindings = [
    ${objects.map(({ name, class_name }) => `(name = ${quoted(name)}, durableObjectNamespace = ${quoted(class_name)}),`).join('\n    ')}
    (name = "ASSETS", service = "assets"),
    (name = "DEMO", text = "on"),
  ],
  durableObjectNamespaces = [
    ${objects.map(({ class_name }) => `(className = ${quoted(class_name)}, uniqueKey = ${quoted(class_name)}, enableSql = true),`).join('\n    ')}
  ],
  durableObjectStorage = (localDisk = "objects"),
);
`
}
