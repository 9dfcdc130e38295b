import { nanoid } from 'nanoid'
import type { Sessions } from '../../../shared/account.ts'
import type { Me } from '../../../shared/api.ts'
import type { AgendaId, PersonId } from '../../../shared/ids.ts'
import type { Clock, Ended } from '../../ports.ts'
import type { DirectoryStore, Session } from '../../store/directory-store.ts'

const day = 86_400_000
/** A session ends after a week without use, and in any case after a month. */
const idleLimit = 7 * day
const absoluteLimit = 30 * day
/** How often a session's last use is written down. */
const touchEvery = 3_600_000

/** How long a session can last at most, in seconds: the life of its cookie. */
export const sessionSeconds = absoluteLimit / 1000

/** Who is signed in where: sessions by the hash of their token. */
export class SessionBook {
  readonly #store: DirectoryStore
  readonly #clock: Clock

  constructor(store: DirectoryStore, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  /** Whose session it is, and when it ends at the latest; undefined when it is over. */
  visitor(hash: string): { me: Me; until: number } | undefined {
    const found = this.#store.session(hash)
    const now = this.#clock()
    if (!found || !isLive(found, now)) return undefined
    if (now - found.seenAt > touchEvery) this.#store.touchSession(hash, now)
    const me = this.#store.person(found.person)
    return me && { me, until: found.createdAt + absoluteLimit }
  }

  begin(hash: string, person: PersonId, device: string): void {
    const now = this.#clock()
    this.#store.removeOldSessions(now - idleLimit, now - absoluteLimit)
    this.#store.addSession(hash, person, now, { id: nanoid(), device })
  }

  /** Ends a session and gives the agendas on which it may have connections open. */
  end(hash: string): AgendaId[] {
    const found = this.#store.session(hash)
    this.#store.removeSession(hash)
    return found ? this.#agendasOf(found.person) : []
  }

  list(person: PersonId, hash: string): Sessions {
    const now = this.#clock()
    const live = this.#store.sessionsOf(person).filter((session) => isLive(session, now))
    return {
      sessions: live.map(({ id, device, createdAt, seenAt, ...session }) => ({
        id,
        device,
        createdAt: new Date(createdAt).toISOString(),
        seenAt: new Date(seenAt).toISOString(),
        isThis: session.hash === hash,
      })),
    }
  }

  /** Ends one of a person's sessions, or all but one. */
  endOf(person: PersonId, which: { id: string } | { allBut: string }): Ended {
    const meant = this.#store
      .sessionsOf(person)
      .filter(({ id, hash }) => ('id' in which ? id === which.id : hash !== which.allBut))
      .map(({ hash }) => hash)
    for (const hash of meant) this.#store.removeSession(hash)
    return { sessions: meant, agendas: meant.length > 0 ? this.#agendasOf(person) : [] }
  }

  #agendasOf(person: PersonId): AgendaId[] {
    return this.#store.agendasOf(person).map(({ id }) => id)
  }
}

function isLive({ seenAt, createdAt }: Session, now: number): boolean {
  return now - seenAt <= idleLimit && now - createdAt <= absoluteLimit
}
