import { DurableObject } from 'cloudflare:workers'
import { drizzle } from 'drizzle-orm/durable-sqlite'
import type { PersonSettings, Redemption, Waiting } from '../../shared/account.ts'
import type { Organisation } from '../../shared/agenda.ts'
import type { AgendaId, PersonId } from '../../shared/ids.ts'
import { demoRegion } from '../demo/demo.ts'
import { isLocal } from '../origin.ts'
import type { DirectoryCalls, Visit } from '../ports.ts'
import { linkOf } from '../rooms/directory/letters.ts'
import type { MailWay } from '../rooms/directory/post.ts'
import { Directory } from '../rooms/directory.ts'
import { openDirectoryStore } from '../store/directory-store.ts'
import type { Letter } from '../store/room-store.ts'
import type { Environment } from './environment.ts'
import { logToPlatform } from './log.ts'
import { smtpOf } from './mail.ts'

/** The object starts again whenever somebody comes after a silence: it need not print a link each time. */
const firstLinkEvery = 10 * 60_000

/** The directory as a Durable Object: the same class that Node uses, over the object's own SQLite. */
export class DirectoryObject extends DurableObject<Environment> {
  readonly #directory: Directory
  readonly #smtp: ReturnType<typeof smtpOf>

  constructor(context: DurableObjectState, environment: Environment) {
    super(context, environment)
    this.#smtp = smtpOf(environment)
    this.#directory = new Directory({
      store: openDirectoryStore(drizzle(context.storage, { casing: 'snake_case' })),
      clock: Date.now,
      log: logToPlatform,
      mail: () => this.#mailWay(),
      origin: () => this.#origin(),
    })
    if (environment.DEMO === 'on') this.#directory.setDemoPeople(demoRegion.people)
    if (environment.FIRST_LINK === 'on') this.#printFirstLink()
  }

  /** `origin`: the address under which this request came. */
  visitor(session: string, origin: string) {
    this.#remember(origin)
    return this.#directory.visitor(session)
  }

  demoPeople() {
    return this.#directory.demoPeople()
  }

  signInDemo(person: PersonId, session: string, device: string) {
    return this.#directory.signInDemo(person, session, device)
  }

  signOut(session: string) {
    return this.#directory.signOut(session)
  }

  agendasOf(person: PersonId) {
    return this.#directory.agendasOf(person)
  }

  account(person: PersonId) {
    return this.#directory.account(person)
  }

  askLink(email: string, window: string, visit: Visit) {
    this.#remember(visit.origin)
    return this.#directory.askLink(email, window, visit)
  }

  askJoin(...asked: Parameters<DirectoryCalls['askJoin']>) {
    this.#remember(asked[2].origin)
    return this.#directory.askJoin(...asked)
  }

  look(token: string, visit: Visit) {
    return this.#directory.look(token, visit)
  }

  redeem(redemption: Redemption, window: string | undefined, session: string, visit: Visit) {
    this.#remember(visit.origin)
    return this.#directory.redeem(redemption, window, session, visit)
  }

  sessionsOf(person: PersonId, session: string) {
    return this.#directory.sessionsOf(person, session)
  }

  endSessions(person: PersonId, which: { id: string } | { allBut: string }) {
    return this.#directory.endSessions(person, which)
  }

  settings(person: PersonId) {
    return this.#directory.settings(person)
  }

  changeSettings(person: PersonId, settings: PersonSettings) {
    this.#directory.changeSettings(person, settings)
  }

  waiting(person: PersonId): Waiting {
    return this.#directory.waiting(person)
  }

  organisationsFor(person: PersonId): Organisation[] {
    return this.#directory.organisationsFor(person)
  }

  stopMails(stopToken: string) {
    this.#directory.stopMails(stopToken)
  }

  localMails() {
    return this.#directory.localMails()
  }

  has(agenda: AgendaId) {
    return this.#directory.has(agenda)
  }

  hear(agenda: AgendaId, epoch: string, letters: readonly Letter[]) {
    this.#directory.hear(agenda, epoch, letters)
    // It may hold what a digest has to tell.
    this.ctx.waitUntil(this.#wakeForMail())
  }

  /** Sends what is due, and wakes again when the next try is. */
  override async alarm(): Promise<void> {
    await this.#directory.sendMails(this.#smtp?.send)
    await this.#wakeForMail()
  }

  async #wakeForMail(): Promise<void> {
    const next = this.#directory.nextMailAt
    if (next === undefined) return
    const known = await this.ctx.storage.getAlarm()
    if (known === null || next < known) await this.ctx.storage.setAlarm(Math.max(next, Date.now()))
  }

  #mailWay(): MailWay {
    if (this.#smtp) return { to: 'server', onWaiting: () => this.ctx.waitUntil(this.ctx.storage.setAlarm(Date.now())) }
    const origin = this.#origin()
    return origin !== undefined && isLocal(new URL(origin)) ? { to: 'machine', print: () => {} } : { to: 'nowhere' }
  }

  #origin(): string | undefined {
    return this.env.BASE_URL === undefined
      ? this.ctx.storage.kv.get<string>('origin')
      : new URL(this.env.BASE_URL).origin
  }

  /** A board on this machine goes by any port; links in mails that no request asks for lead to the one used last. */
  #remember(origin: string): void {
    if (this.env.BASE_URL === undefined && isLocal(new URL(origin)) && origin !== this.#origin())
      this.ctx.storage.kv.put('origin', origin)
  }

  /** The log of the platform is for who runs the board; nobody is known yet who could be locked out. */
  #printFirstLink(): void {
    const newest = this.#directory.firstTokenAt
    if (newest !== undefined && Date.now() - newest < firstLinkEvery) return
    const token = this.#directory.firstToken({ instead: false })
    if (token)
      console.log(
        `Nobody is known here yet. Begin by this link, within a day: ${linkOf({ origin: this.#origin() ?? '', token })}`,
      )
  }
}
