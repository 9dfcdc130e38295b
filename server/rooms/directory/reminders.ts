import type { AgendaId } from '../../../shared/ids.ts'
import type { Clock, OutboxMessage } from '../../ports.ts'
import type { DirectoryStore } from '../../store/directory-store.ts'
import { reminderMail } from './letters.ts'
import type { Post } from './post.ts'

/** A reminder is of use for so long. */
const usefulFor = 3 * 86_400_000

/**
 * Mails who speaks for a party what is asked of it (rule V19). Somebody asks this of them by name, so that it goes out at
 * once, also to who wants no news by mail.
 */
export class Reminders {
  readonly #store: DirectoryStore
  readonly #clock: Clock
  readonly #post: Post
  readonly #origin: () => string | undefined

  constructor(options: { store: DirectoryStore; clock: Clock; post: Post; origin: () => string | undefined }) {
    this.#store = options.store
    this.#clock = options.clock
    this.#post = options.post
    this.#origin = options.origin
  }

  write(agenda: AgendaId, { people, version, ...asked }: OutboxMessage & { kind: 'reminder' }): void {
    const origin = this.#origin()
    if (origin === undefined) return this.#post.writeNowhere()
    const link = `${origin}/agenda/${agenda}/vaststelling?versie=${version}`
    for (const person of people) {
      const row = this.#store.personRow(person)
      // Who is of the demo has no address: what would have been mailed is shown on this machine, under their name.
      const to = row?.email ?? (row?.demo && this.#post.staysHere ? row.name : undefined)
      if (!to) continue
      const mail = reminderMail(to, row?.language ?? 'nl', { ...asked, version, link })
      this.#post.write(mail, this.#clock() + usefulFor)
    }
  }
}
