import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, type ServerOptions, startServer } from '../../server/node/server.ts'
import type { Settings } from '../../server/node/settings.ts'
import type { Log } from '../../server/ports.ts'
import { type AgendaId, makeId } from '../../shared/ids.ts'

/** The product as a client meets it, whatever it runs on. */
export type Runtime = Pick<TestServer, 'url' | 'ask' | 'signIn' | 'stop'>

export type TestServer = RunningServer & {
  folder: string
  /** The names of what was logged, in order. */
  logged: string[]
  /** Sends a request as somebody; gives the answer. */
  ask: (path: string, options?: RequestInit & { as?: Visitor }) => Promise<Response>
  /** Signs a demo person in. */
  signIn: (person: string) => Promise<Visitor>
}

export type Visitor = { person: string; cookie: string }

/** A whole server in this process, with the demo, on a free port, with its data in a folder of its own. */
export async function startTestServer(
  options: Partial<Pick<ServerOptions, 'limits' | 'opened' | 'clock' | 'say'>> & {
    folder?: string
    /** Set otherwise than here. */
    settings?: Partial<Settings>
    webFolder?: string
    /** To come back where a page left it; else any that is free. */
    port?: number
  } = {},
): Promise<TestServer> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'ontwikkelagenda-')))
  const logged: string[] = []
  const log: Log = (level, event) => {
    logged.push(`${level} ${event}`)
  }
  const server = await startServer({
    settings: {
      port: options.port ?? 0,
      host: '127.0.0.1',
      dataDirectory: folder,
      baseUrl: new URL('http://localhost:80'),
      demo: true,
      ...options.settings,
    },
    webFolder: options.webFolder ?? join(import.meta.dirname, '../../dist/web'),
    clock: options.clock ?? Date.now,
    log,
    ...(options.say && { say: options.say }),
    ...(options.limits && { limits: options.limits }),
    ...(options.opened && { opened: options.opened }),
  })
  return { ...server, folder, logged, ...doorsOf(server.url) }
}

/** The same, of which nothing is left on the disk once it has stopped. */
export async function startNodeRuntime(options?: Parameters<typeof startTestServer>[0]): Promise<TestServer> {
  const server = await startTestServer(options)
  return {
    ...server,
    async stop() {
      await server.stop()
      await removeFolder(server.folder)
    },
  }
}

/** The ways into a server that runs somewhere. */
export function doorsOf(url: string): Pick<TestServer, 'ask' | 'signIn'> {
  const ask: TestServer['ask'] = (path, { as, headers, ...rest } = {}) =>
    fetch(`${url}${path}`, { ...rest, headers: { ...headers, ...(as && { cookie: as.cookie }) } })
  return {
    ask,
    async signIn(person) {
      const answer = await ask('/api/v1/session/demo', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ person }),
      })
      if (!answer.ok) throw new Error(`${person} cannot sign in: ${answer.status}`)
      return { person, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
    },
  }
}

/** Makes an agenda of which this person is the coordinator; everyone of the demo region sits at its table. */
export async function makeAgenda(
  server: Pick<TestServer, 'ask'>,
  as: Visitor,
  start: 'empty' | 'template' = 'empty',
): Promise<AgendaId> {
  const id = makeId<AgendaId>()
  const answer = await server.ask('/api/v1/agendas', {
    as,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ id, title: 'Proefagenda', region: 'Proefregio', start }),
  })
  if (answer.status !== 201) throw new Error(`No agenda was made: ${answer.status}`)
  return id
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
}
