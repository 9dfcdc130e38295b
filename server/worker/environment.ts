import type { AgendaRoom } from './agenda-room.ts'
import type { DirectoryObject } from './directory-object.ts'

/** What wrangler.toml binds. */
export type Environment = {
  ROOMS: DurableObjectNamespace<AgendaRoom>
  DIRECTORY: DurableObjectNamespace<DirectoryObject>
  ASSETS: Fetcher
  /** "on" lets anyone in with one click; it works on a local address only. */
  DEMO?: string
  /** Where people reach the board, when that differs from the address that requests carry. */
  BASE_URL?: string
}

/** The one directory. */
export function directoryOf(environment: Environment): DurableObjectStub<DirectoryObject> {
  return environment.DIRECTORY.get(environment.DIRECTORY.idFromName('directory'))
}
