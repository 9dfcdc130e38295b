import type { AgendaSummary } from '../../shared/agenda.ts'
import type { DemoPerson, Me } from '../../shared/api.ts'
import type { AgendaId, PersonId } from '../../shared/ids.ts'
import type { Clock } from '../ports.ts'
import type { AgendaNews, DirectoryStore } from '../store/directory-store.ts'

const day = 86_400_000
/** A session ends after a week without use, and in any case after a month. */
const idleLimit = 7 * day
const absoluteLimit = 30 * day
/** How often a session's last use is written down. */
const touchEvery = 3_600_000

/** How long a session can last at most, in seconds: the life of its cookie. */
export const sessionSeconds = absoluteLimit / 1000

/** The one more actor beside the rooms: it knows people, their sessions, and who is on which agenda. */
export class Directory {
  readonly #store: DirectoryStore
  readonly #clock: Clock

  constructor(store: DirectoryStore, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** Whose session it is, by the hash of its token; undefined when it is over. */
  visitor(session: string): Me | undefined {
    const found = this.#store.session(session)
    const now = this.#clock()
    if (!found || now - found.seenAt > idleLimit || now - found.createdAt > absoluteLimit) return undefined
    if (now - found.seenAt > touchEvery) this.#store.touchSession(session, now)
    return this.#store.person(found.person)
  }

  demoPeople(): DemoPerson[] {
    return this.#store.demoPeople()
  }

  setDemoPeople(people: DemoPerson[]): void {
    this.#store.setDemoPeople(people)
  }

  /** Begins a session of a demo person; undefined when there is no such person. */
  signInDemo(person: PersonId, session: string): Me | undefined {
    const me = this.#store.person(person)
    if (!me?.demo) return undefined
    const now = this.#clock()
    this.#store.removeOldSessions(now - idleLimit, now - absoluteLimit)
    this.#store.addSession(session, person, now)
    return me
  }

  /** Ends a session and gives the agendas on which it may have connections open. */
  signOut(session: string): AgendaId[] {
    const found = this.#store.session(session)
    this.#store.removeSession(session)
    return found ? this.#store.agendasOf(found.person).map(({ id }) => id) : []
  }

  agendasOf(person: PersonId): AgendaSummary[] {
    return this.#store.agendasOf(person)
  }

  has(agenda: AgendaId): boolean {
    return this.#store.hasAgenda(agenda)
  }

  /** Takes in what a room says of itself. The same news twice changes nothing. */
  takeNews(news: AgendaNews): void {
    this.#store.takeNews(news, this.#clock())
  }
}
