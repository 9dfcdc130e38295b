import { DurableObject } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/durable-sqlite'
import type { PersonId } from '../../shared/ids.ts'
import { demoRegion } from '../demo/demo.ts'
import { Directory } from '../rooms/directory.ts'
import { type AgendaNews, openDirectoryStore } from '../store/directory-store.ts'
import type { Environment } from './environment.ts'

/** The directory as a Durable Object: the same class that Node uses, over the object's own SQLite. */
export class DirectoryObject extends DurableObject<Environment> {
  readonly #directory: Directory

  constructor(context: DurableObjectState, environment: Environment) {
    super(context, environment)
    this.#directory = new Directory(openDirectoryStore(drizzle(context.storage, { casing: 'snake_case' })), Date.now)
    if (environment.DEMO === 'on') this.#directory.setDemoPeople(demoRegion.people)
  }

  visitor(session: string) {
    return this.#directory.visitor(session)
  }

  demoPeople() {
    return this.#directory.demoPeople()
  }

  signInDemo(person: PersonId, session: string) {
    return this.#directory.signInDemo(person, session)
  }

  signOut(session: string) {
    return this.#directory.signOut(session)
  }

  agendasOf(person: PersonId) {
    return this.#directory.agendasOf(person)
  }

  takeNews(news: AgendaNews) {
    this.#directory.takeNews(news)
  }
}
