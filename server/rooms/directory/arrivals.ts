import type { Redemption } from '../../../shared/account.ts'
import { type AgendaId, asId, type CommentLinkId, makeId, type PersonId } from '../../../shared/ids.ts'
import type { CameIn, Clock, Refusal, Visit } from '../../ports.ts'
import type { DirectoryStore } from '../../store/directory-store.ts'
import type { Token } from '../../store/door-store.ts'
import type { Doors } from './doors.ts'
import { initialsOf } from './initials.ts'
import type { SessionBook } from './sessions.ts'

/** Redeems tokens and codes: whoever brings one that works is known by its address from then on, and signed in. */
export class Arrivals {
  readonly #store: DirectoryStore
  readonly #clock: Clock
  readonly #doors: Doors
  readonly #sessions: SessionBook

  constructor(parts: { store: DirectoryStore; clock: Clock; doors: Doors; sessions: SessionBook }) {
    this.#store = parts.store
    this.#clock = parts.clock
    this.#doors = parts.doors
    this.#sessions = parts.sessions
  }

  redeem(redemption: Redemption, window: string | undefined, session: string, visit: Visit): CameIn | Refusal {
    return this.#store.transaction(() => {
      const refusal = this.#doors.refusal(visit)
      if (refusal) return refusal
      const token = 'token' in redemption ? this.#doors.byToken(redemption.token) : this.#byCode(redemption, window)
      if ('refused' in token) return token
      const email = this.#emailFor(token, redemption)
      const person = email && (this.#store.personWith(email)?.id ?? this.#make(email, token, redemption))
      // Nothing was consumed: the same token or code works again, with a name beside it.
      if (!email || !person) return { refused: 'name-needed' }
      this.#store.doors.useToken(token.hash, this.#clock())
      this.#sessions.begin(session, person, visit.device)
      this.#store.setLanguage(person, visit.language)
      const me = this.#store.person(person)
      if (!me) throw new Error('somebody who came in is not there')
      const { agenda } = token
      return {
        me,
        email,
        invitations: this.#store.doors
          .invitationsOf(email, this.#clock())
          .map(({ agenda, invitation }) => ({ agenda, invitation })),
        ...(agenda && { agenda, ...joinOf(token, agenda) }),
      }
    })
  }

  #byCode(redemption: Extract<Redemption, { code: string }>, window: string | undefined): Token | Refusal {
    if (window === undefined) return { refused: 'wrong-code' }
    return this.#doors.byCode(redemption.email, redemption.code, window)
  }

  #emailFor(token: Token, redemption: Redemption): string | undefined {
    return token.email ?? ('first' in redemption ? redemption.first?.email : undefined)
  }

  /** Somebody new; undefined when no name came. */
  #make(email: string, token: Token, redemption: Redemption): PersonId | undefined {
    const name = redemption.name ?? token.name
    if (!name) return undefined
    const first = token.kind === 'first' && 'first' in redemption ? redemption.first : undefined
    const id = makeId<PersonId>()
    this.#store.addPerson({
      id,
      name,
      initials: initialsOf(name),
      // Whoever is invited takes the organisation that they are on an agenda for.
      organisation: first?.organisation ?? '',
      organisationKind: first?.organisationKind ?? 'other',
      email,
      ...(first && { founder: true, region: first.region }),
    })
    return id
  }
}

function joinOf({ kind, subject }: Token, agenda: AgendaId) {
  return kind === 'join' && subject !== null ? { join: { agenda, link: asId<CommentLinkId>(subject) } } : {}
}
