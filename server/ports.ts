import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type {
  JoinRequest,
  LocalMail,
  NoticeKind,
  PersonSettings,
  Redemption,
  Sessions,
  TokenMeaning,
  Waiting,
} from '../shared/account.ts'
import type { Body, Capacity, PlannedStep } from '../shared/adoption.ts'
import type { AgendaSummary, Organisation } from '../shared/agenda.ts'
import type { DemoPerson, Me, NewAgenda } from '../shared/api.ts'
import type { Day } from '../shared/date.ts'
import type { Dossier } from '../shared/dossier.ts'
import type { AnyOrder } from '../shared/export/formats.ts'
import type { ExportProgress } from '../shared/export/stream.ts'
import type { NewFromFile } from '../shared/from-export/file.ts'
import type {
  AgendaId,
  CommentId,
  CommentLinkId,
  InvitationId,
  ItemId,
  OrganisationId,
  PersonId,
  StepId,
} from '../shared/ids.ts'
import type { Role } from '../shared/roles.ts'
import type { CloseReason } from '../shared/wire.ts'

// What the core asks of its host. The adapters in node/ fill these in; nothing else knows the platform.

/** A synchronous SQLite database; both better-sqlite3 and a Durable Object's storage are one to Drizzle. */
// biome-ignore lint/suspicious/noExplicitAny: room and directory have schemas of their own, which Drizzle's type carries
export type Database = BaseSQLiteDatabase<'sync', unknown, any>

/** A database that is open, and what it takes to be sure of it. */
export type OpenDatabase = {
  database: Database
  /** Resolves once every commit made before the call is on the disk; rejects when that cannot be known any more. */
  durable: () => Promise<void>
  close: () => void
}

/** One live connection. Sending never waits; `unsent` tells how many bytes the other side has not taken yet. */
export type Socket = {
  /** Sends several frames in one write. */
  send: (frames: readonly Uint8Array[]) => void
  /** Where rooms sleep: keeps what a room must still know of this connection when it has forgotten everything else. */
  remember?: (state: Remembered) => void
  close: (reason: CloseReason) => void
  unsent: () => number
}

/** What outlives a sleep of the room, per connection. Plain JSON, small. */
export type Remembered = {
  person: PersonId
  session: string
  until: number
  ours: boolean
  received: number
  acknowledged: number
  owes: boolean
  presence?: { client: number; clock: number; state: string }
}

/** The verified identity with which the gateway passes a request or a connection on to a room. */
export type Identity = {
  person: PersonId
  /** The hash of the session's token, and when the session ends at the latest (ms since 1970). */
  session: string
  until: number
}

/** What a room has to say to the directory: in this order, each of it until it was heard. */
export type OutboxMessage =
  | AgendaNews
  /** Somebody was invited, or invited again: the directory mails them a way in. */
  | {
      kind: 'invited'
      invitation: InvitationId
      email: string
      until: number
      /** What the mail says: names, not ids. */
      by: string
      organisation: string
      agendaTitle: string
      role: Role
    }
  /** A coordinator reminds who holds a party's mandate of a step in its adoption: the directory mails each of them. */
  | {
      kind: 'reminder'
      people: PersonId[]
      version: number
      step: Pick<PlannedStep, 'body' | 'name' | 'capacity'>
      due?: Day
      /** What the mail says: names, not ids. */
      by: string
      organisation: string
      agendaTitle: string
    }
  /** An invitation was withdrawn or accepted: nobody comes in by it any more. */
  | { kind: 'invitation-over'; invitation: InvitationId }
  /** Something happened that somebody wants to hear of. */
  | {
      kind: 'notice'
      people: PersonId[]
      notice: NoticeKind
      item: ItemId
      itemTitle: string
      comment: CommentId
      /** The name of who did it. */
      by: string
      excerpt: string
      at: number
    }
  /** A comment was withdrawn, hidden or reported: no mail may quote it any more. */
  | { kind: 'comment-gone'; comment: CommentId }
  /** Its author corrected a comment: a mail quotes what it says now, not what it said. */
  | { kind: 'comment-corrected'; comment: CommentId; excerpt: string }
  /** Somebody read the comments of an item: what is told of it there is no news any more. */
  | { kind: 'read'; person: PersonId; item: ItemId }

/** What the index of agendas shows of one, and who is on it. */
export type AgendaNews = {
  kind: 'agenda'
  agenda: AgendaId
  title: string
  region: string
  from?: Day
  to?: Day
  parties: number
  organisations: Organisation[]
  members: { person: PersonId; role: Role; unread: number; organisation?: OrganisationId }[]
  /** Which steps in adoptions wait for somebody by some day. */
  openSteps?: OpenStep[]
}

/** A step in an adoption that waits for who speaks for its party: in which days, and by when. */
export type OpenStep = {
  person: PersonId
  from: Day
  until: Day | null
  version: number
  organisation: OrganisationId
  /** What the party is called. */
  party: string
  step: StepId
  body: Body
  name: string | null
  capacity: Capacity
  due: Day
}

/**
 * Who knocks: from which address, with which browser, preferring which language; and under which address of the board, by
 * which one on this machine may learn its own. No link in a mail is made of that.
 */
export type Visit = { from: string; device: string; language: 'nl' | 'en'; origin: string }

/** Why somebody does not come in. */
export type Refusal =
  | { refused: 'expired' | 'wrong-code' | 'name-needed' }
  | { refused: 'too-many'; retryAfterSeconds: number }

/** Who came in, with an address that is theirs; and by what they come onto agendas. */
export type CameIn = {
  me: Me
  email: string
  invitations: { agenda: AgendaId; invitation: InvitationId }[]
  join?: { agenda: AgendaId; link: CommentLinkId }
  /** The agenda that the token was for. */
  agenda?: AgendaId
}

/** What the directory can be asked. Sessions go by the hash of their token. */
export type DirectoryCalls = {
  /** Whose session it is, and when it ends at the latest; undefined when it is over. */
  visitor: (session: string) => { me: Me; until: number } | undefined
  demoPeople: () => DemoPerson[]
  /** Begins a session of a demo person; undefined when there is no such person. */
  signInDemo: (person: PersonId, session: string, device: string) => Me | undefined
  /** Ends a session and gives the agendas on which it may have connections open. */
  signOut: (session: string) => AgendaId[]
  agendasOf: (person: PersonId) => AgendaSummary[]
  /** What only they themselves hear of themselves. */
  account: (person: PersonId) => Pick<Me, 'email' | 'mayFound' | 'mayTakeIn' | 'region'>

  /** Mails a way in to this address, if it is known. What it answers does not tell. */
  askLink: (email: string, window: string, visit: Visit) => Refusal | undefined
  /** Mails whoever follows a comment link, to confirm the address; nothing when the link is not open. */
  askJoin: (join: Omit<JoinRequest, 'secret'>, isOpen: boolean, visit: Visit) => Refusal | undefined
  /** What a token is for. Changes nothing. */
  look: (token: string, visit: Visit) => TokenMeaning | Refusal
  /** Lets somebody in by a token, or by a code in the window that asked for it. */
  redeem: (redemption: Redemption, window: string | undefined, session: string, visit: Visit) => CameIn | Refusal

  sessionsOf: (person: PersonId, session: string) => Sessions
  /** Ends one session of a person, or all but the one that asks; gives what ended, and where. */
  endSessions: (person: PersonId, which: { id: string } | { allBut: string }) => Ended
  settings: (person: PersonId) => PersonSettings
  changeSettings: (person: PersonId, settings: PersonSettings) => void
  waiting: (person: PersonId) => Waiting
  organisationsFor: (person: PersonId) => Organisation[]
  /** Stops the mails with news of whoever has this token in one of them. */
  stopMails: (stopToken: string) => void
  /** The mails that are shown on this machine because there is no mail server. */
  localMails: () => LocalMail[]
}

/** The sessions that were ended, and the agendas on which they may have connections open. */
export type Ended = { sessions: string[]; agendas: AgendaId[] }

/** The directory as the gateway reaches it: in this process, or elsewhere. */
export type DirectoryDoor = {
  [Call in keyof DirectoryCalls]: (
    ...asked: Parameters<DirectoryCalls[Call]>
  ) => Promise<ReturnType<DirectoryCalls[Call]>>
}

/** By what somebody comes onto an agenda. */
export type Acceptance = { invitation: InvitationId } | { link: CommentLinkId }

/** Finds the room of an agenda, in this process or elsewhere. A room that cannot be read throws `UnreadableRoom`. */
export type Rooms = {
  /** Answers a request about one agenda; undefined when there is no such agenda. */
  request: (agenda: AgendaId, request: Request, identity: Identity) => Promise<Response | undefined>
  /** The same for who did not sign in, and has an address that proves what they may have: see open-app.ts. */
  askOpenly: (agenda: AgendaId, request: Request) => Promise<Response | undefined>
  /** Makes an agenda with its maker as coordinator. The same request twice makes it once. */
  found: (agenda: NewAgenda, maker: Me) => Promise<'made' | 'taken'>
  /** Takes in an agenda that was carried here; who takes it is its coordinator. The same dossier twice is taken in once. */
  takeIn: (agenda: AgendaId, dossier: Dossier, taker: Me) => Promise<TakenIn>
  /** Makes an agenda from the JSON of an export; who makes it is its coordinator. The same request twice makes it once. */
  foundFromFile: (agenda: AgendaId, request: NewFromFile, maker: Me) => Promise<TakenIn>
  /** Lets somebody onto an agenda by an invitation to this address, or by a comment link; `over` when it ended. */
  accept: (agenda: AgendaId, acceptance: Acceptance, me: Me, email: string) => Promise<'in' | 'over'>
  /** Whether a comment link still lets people in; `secret` is what its address holds. */
  linkIsOpen: (agenda: AgendaId, link: CommentLinkId, secret: string) => Promise<boolean>
  /** Ends the connections of a session in these rooms. */
  endSession: (session: string, agendas: readonly AgendaId[]) => Promise<void>
}

export type TakenIn =
  | { answer: 'made' | 'taken' }
  /** `bsn`: all that is wrong are numbers that look like a citizen service number. */
  | { answer: 'invalid' | 'bsn'; mistakes: { path: string; message: string }[] }

/**
 * Makes a file from an agenda, outside its room: `too-large` when it takes more than this host has, `busy` when too many
 * wait for theirs, or when nobody waits for it any more. Tells meanwhile how far it is.
 */
export type RenderExport = (
  order: AnyOrder,
  signal: AbortSignal,
  tell?: (progress: ExportProgress) => void,
) => Promise<Uint8Array<ArrayBuffer> | 'too-large' | 'busy'>

/** A mail in plain text. */
export type Mail = { to: string; subject: string; text: string; headers?: Record<string, string> }

/** Hands a mail to a mail server; rejects when that did not take it. */
export type SendMail = (mail: Mail) => Promise<void>

/** Milliseconds since 1970. */
export type Clock = () => number

/** Structured logging: names and numbers, never a text of the agenda. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  event: string,
  details?: Record<string, string | number | boolean>,
) => void
