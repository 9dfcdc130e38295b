import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { AgendaId } from '../../shared/ids.ts'
import { Talk } from './comments.ts'
import { connectPlain, type PlainClient, synced } from './plain-client.ts'
import type { Runtime, Visitor } from './server.ts'

/** Who does what in the contracts, by the names of the demo. */
const demoPerson = {
  coordinator: 'coordinator',
  editor: 'beleidsadviseur-dordrecht',
  parent: 'voorzitter-ouderplatform',
  youth: 'lid-jongerenraad',
  reader: 'raadslid-papendrecht',
} as const

export type Region = Record<keyof typeof demoPerson, Visitor> & {
  server: Runtime
  /** What a test leaves open: it is closed when all of them are done. */
  open: { close: () => void }[]
  /** An ordinary client with the document, open until then. */
  join: (agenda: AgendaId, as: Visitor) => Promise<PlainClient>
}

/**
 * A server with the people of the demo signed in, for the tests of one suite. All of it may be taken apart where the suite
 * begins: these objects stay the same, and are filled before the first test.
 */
export function useRegion(start: () => Promise<Runtime>): Region {
  const region: Region = {
    server: {} as Runtime,
    coordinator: {} as Visitor,
    editor: {} as Visitor,
    parent: {} as Visitor,
    youth: {} as Visitor,
    reader: {} as Visitor,
    open: [],
    async join(agenda, as) {
      const client = connectPlain(region.server.url, agenda, as)
      region.open.push(client)
      await synced(client)
      return client
    },
  }

  beforeAll(async () => {
    Object.assign(region.server, await start())
    for (const [who, person] of Object.entries(demoPerson)) {
      Object.assign(region[who as keyof typeof demoPerson], await region.server.signIn(person))
    }
  }, 60_000)

  afterAll(async () => {
    for (const client of region.open) client.close()
    await region.server.stop()
  })

  return region
}

/** An agenda to talk about, another one for each test. */
export function useTalk({ server, coordinator }: Region): Talk {
  const talk = new Talk(server)
  beforeEach(() => talk.begin(coordinator))
  return talk
}

/** Somebody who writes on the agenda of each test, and has its document when the test begins. */
export function useWriting({ server }: Region, talk: Talk, as: Visitor): PlainClient {
  const writing = {} as PlainClient
  beforeEach(async () => {
    Object.assign(writing, connectPlain(server.url, talk.agenda, as))
    await synced(writing)
    return () => writing.close()
  })
  return writing
}
