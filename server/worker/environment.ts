import type { AgendaRoom } from './agenda-room.ts'
import type { DirectoryObject } from './directory-object.ts'
import type { Files } from './files.ts'

/** What wrangler.toml binds. */
export type Environment = {
  ROOMS: DurableObjectNamespace<AgendaRoom>
  DIRECTORY: DurableObjectNamespace<DirectoryObject>
  ASSETS: Fetcher
  /** The Worker of wrangler.files.toml, which makes the files of an agenda. */
  FILES: Service<typeof Files>
  /** "on" lets anyone in with one click; it works on a local address only. */
  DEMO?: string
  /** Where people reach the board. Mails need it; without it only a local board knows its address, from its requests. */
  BASE_URL?: string
  /** "on" prints a link in the log by which somebody begins this board, as long as nobody did. */
  FIRST_LINK?: string
  /** The mail server, with its account: a secret. And who mails come from. */
  SMTP_URL?: string
  MAIL_FROM?: string
}

/** The one directory. */
export function directoryOf(environment: Environment): DurableObjectStub<DirectoryObject> {
  return environment.DIRECTORY.get(environment.DIRECTORY.idFromName('directory'))
}
