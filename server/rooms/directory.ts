import type { JoinRequest, LocalMail, PersonSettings, Redemption, Sessions, Waiting } from '../../shared/account.ts'
import type { AgendaSummary, Organisation } from '../../shared/agenda.ts'
import type { DemoPerson, Me } from '../../shared/api.ts'
import type { AgendaId, PersonId } from '../../shared/ids.ts'
import type { Clock, DirectoryCalls, Ended, Log, OutboxMessage, SendMail, Visit } from '../ports.ts'
import type { DirectoryStore } from '../store/directory-store.ts'
import type { Letter } from '../store/room-store.ts'
import { Arrivals } from './directory/arrivals.ts'
import { Digests } from './directory/digests.ts'
import { Doors } from './directory/doors.ts'
import { type MailWay, Post } from './directory/post.ts'
import { Reminders } from './directory/reminders.ts'
import { SessionBook } from './directory/sessions.ts'
import { waitingSteps } from './directory/waiting-steps.ts'

/** So many notices are shown at once; who has more goes to the agenda itself. */
const mostNotices = 100

export type DirectoryOptions = {
  store: DirectoryStore
  clock: Clock
  log: Log
  /** Where mails go, now. */
  mail: () => MailWay
  /** Under which address people reach the board, for the links in mails; undefined as long as nobody knows. */
  origin: () => string | undefined
}

/** The one more actor beside the rooms: it knows people, their sessions, the ways in, and who is on which agenda. */
export class Directory implements DirectoryCalls {
  readonly #store: DirectoryStore
  readonly #clock: Clock
  readonly #post: Post
  readonly #sessions: SessionBook
  readonly #doors: Doors
  readonly #arrivals: Arrivals
  readonly #digests: Digests
  readonly #reminders: Reminders

  constructor({ store, clock, log, mail, origin }: DirectoryOptions) {
    this.#store = store
    this.#clock = clock
    this.#post = new Post(store.mails, clock, log, mail)
    this.#sessions = new SessionBook(store, clock)
    this.#doors = new Doors({ store, clock, post: this.#post, origin })
    this.#digests = new Digests({ store, clock, post: this.#post, origin })
    this.#reminders = new Reminders({ store, clock, post: this.#post, origin })
    this.#arrivals = new Arrivals({ store, clock, doors: this.#doors, sessions: this.#sessions })
  }

  visitor(session: string) {
    return this.#sessions.visitor(session)
  }

  demoPeople(): DemoPerson[] {
    return this.#store.demoPeople()
  }

  setDemoPeople(people: DemoPerson[]): void {
    this.#store.setDemoPeople(people)
  }

  signInDemo(person: PersonId, session: string, device: string): Me | undefined {
    const me = this.#store.person(person)
    if (!me?.demo) return undefined
    this.#sessions.begin(session, person, device)
    return me
  }

  signOut(session: string): AgendaId[] {
    return this.#sessions.end(session)
  }

  sessionsOf(person: PersonId, session: string): Sessions {
    return this.#sessions.list(person, session)
  }

  endSessions(person: PersonId, which: { id: string } | { allBut: string }): Ended {
    return this.#sessions.endOf(person, which)
  }

  askLink(email: string, window: string, visit: Visit) {
    return this.#doors.askLink(email, window, visit)
  }

  askJoin(join: Omit<JoinRequest, 'secret'>, isOpen: boolean, visit: Visit) {
    return this.#doors.askJoin(join, isOpen, visit)
  }

  look(token: string, visit: Visit) {
    return this.#doors.look(token, visit)
  }

  redeem(redemption: Redemption, window: string | undefined, session: string, visit: Visit) {
    return this.#arrivals.redeem(redemption, window, session, visit)
  }

  /**
   * A token by which whoever gets it begins this board; undefined when somebody did. `instead`: those of before work no
   * more.
   */
  firstToken({ instead }: { instead: boolean }): string | undefined {
    return this.#store.transaction(() => {
      if (instead) this.#store.doors.removeTokens('first')
      return this.#doors.first()
    })
  }

  /** When the newest first token that still works was made. */
  get firstTokenAt(): number | undefined {
    return this.#store.doors.newest('first', this.#clock())
  }

  account(person: PersonId): Pick<Me, 'email' | 'mayFound' | 'mayTakeIn' | 'region'> {
    const row = this.#store.personRow(person)
    if (!row) return { mayFound: false, mayTakeIn: false }
    const { email, region, founder, demo } = row
    // What a dossier says others wrote, its maker could have made up: that takes more trust than an agenda of one's own.
    const mayTakeIn = founder || demo
    const mayFound = mayTakeIn || this.#store.isCoordinator(person)
    return { mayFound, mayTakeIn, ...(email && { email }), ...(region && { region }) }
  }

  settings(person: PersonId): PersonSettings {
    return { digest: this.#store.personRow(person)?.digest ?? 'daily' }
  }

  changeSettings(person: PersonId, { digest }: PersonSettings): void {
    this.#store.setDigest(person, digest)
  }

  stopMails(stopToken: string): void {
    this.#store.stopDigest(stopToken)
  }

  waiting(person: PersonId): Waiting {
    return {
      steps: waitingSteps(this.#store, person, this.#clock()),
      agendas: this.#store.notices.unreadAgendas(person),
      notices: this.#store.notices
        .unread(person, mostNotices)
        .map(({ agenda, item, itemTitle, comment, kind, by, at }) => ({
          agenda,
          item,
          itemTitle,
          comment,
          kind,
          by,
          at: new Date(at).toISOString(),
        })),
    }
  }

  agendasOf(person: PersonId): AgendaSummary[] {
    return this.#store.agendasOf(person)
  }

  organisationsFor(person: PersonId): Organisation[] {
    const known = new Map<string, Organisation>()
    // One that sits at several tables is offered once.
    for (const organisation of this.#store.organisationsFor(person))
      known.set(`${organisation.kind} ${organisation.name.toLowerCase()}`, organisation)
    return [...known.values()]
  }

  has(agenda: AgendaId): boolean {
    return this.#store.hasAgenda(agenda)
  }

  localMails(): LocalMail[] {
    return this.#post.local()
  }

  /** When there is mail to write or to send next; undefined when there is none. */
  get nextMailAt(): number | undefined {
    const moments = [this.#post.nextAt, this.#digests.nextAt].filter((at) => at !== undefined)
    return moments.length > 0 ? Math.min(...moments) : undefined
  }

  /** Writes the digests that are due; without a way to send, they go where mails go then. */
  async sendMails(send: SendMail | undefined): Promise<void> {
    this.#digests.writeDue()
    if (send) await this.#post.sendDue(send)
  }

  /** Hears a room out, each letter once: what it says again after a lost answer is no news. */
  hear(agenda: AgendaId, epoch: string, letters: readonly Letter[]): void {
    this.#store.transaction(() => {
      const heard = this.#store.heardOf(agenda, epoch)
      for (const { seq, message } of letters) if (seq > heard) this.#take(agenda, message)
      const last = letters.at(-1)
      if (last && last.seq > heard) this.#store.setHeard(agenda, epoch, last.seq)
    })
  }

  #take(agenda: AgendaId, message: OutboxMessage): void {
    const { notices } = this.#store
    switch (message.kind) {
      case 'agenda':
        return this.#store.takeNews(message, this.#clock())
      case 'invited':
        return this.#doors.invite(agenda, message)
      case 'reminder':
        return this.#reminders.write(agenda, message)
      case 'invitation-over':
        return this.#doors.invitationOver(agenda, message)
      case 'notice': {
        const { people, notice, kind: _kind, ...rest } = message
        for (const person of people) notices.add({ ...rest, person, agenda, kind: notice })
        return
      }
      case 'comment-gone':
        return notices.removeComment(agenda, message.comment)
      case 'comment-corrected':
        return notices.requote(agenda, message.comment, message.excerpt)
      case 'read':
        return notices.markRead(message.person, agenda, message.item, this.#clock())
      default:
        return message satisfies never
    }
  }
}
