import * as decoding from 'lib0/decoding'
import { expect } from 'vitest'
import type { ItemRecords } from '../../shared/api.ts'
import type { Comment, Comments, NewComment } from '../../shared/comment.ts'
import { type AgendaId, asId, type CommentId, type ItemId, makeId, type OrganisationId } from '../../shared/ids.ts'
import type { RoomEvent } from '../../shared/wire.ts'
import { post } from './http.ts'
import { kindOf, RawClient } from './raw-client.ts'
import { makeAgenda, type Runtime, type Visitor } from './server.ts'

/** The organisation for which each person of the demo speaks in tests. */
const organisationOf: Record<string, string> = {
  coordinator: 'regio',
  'beleidsadviseur-dordrecht': 'dordrecht',
  'voorzitter-ouderplatform': 'ouderplatform',
  'lid-jongerenraad': 'jongerenraad',
}

type Place = { agenda: AgendaId; item: ItemId; otherItem: ItemId }

/** An agenda of which one item is talked about: this one, or the one that is made when it begins. */
export class Talk {
  readonly #server: Runtime
  #place: Place | undefined

  constructor(server: Runtime, agenda?: AgendaId, items: readonly ItemId[] = []) {
    this.#server = server
    if (agenda) this.#place = placeOf(agenda, items)
  }

  static async begin(server: Runtime, coordinator: Visitor): Promise<Talk> {
    const talk = new Talk(server)
    await talk.begin(coordinator)
    return talk
  }

  /** Goes on with an agenda that was just made: what was said before is elsewhere. */
  async begin(coordinator: Visitor): Promise<void> {
    const agenda = await makeAgenda(this.#server, coordinator, 'template')
    const answer = await this.#server.ask(`/api/v1/agendas/${agenda}/items`, { as: coordinator })
    const { items } = (await answer.json()) as ItemRecords
    this.#place = placeOf(
      agenda,
      items.map(({ item }) => item),
    )
  }

  get agenda(): AgendaId {
    return this.#begun().agenda
  }

  get item(): ItemId {
    return this.#begun().item
  }

  get otherItem(): ItemId {
    return this.#begun().otherItem
  }

  #begun(): Place {
    if (!this.#place) throw new Error('The talk did not begin yet')
    return this.#place
  }

  organisation(as: Visitor): OrganisationId {
    return asId<OrganisationId>(organisationOf[as.person] ?? 'regio')
  }

  /** Sends something about this agenda. */
  send(as: Visitor, method: string, path: string, body?: unknown): Promise<Response> {
    const whole = `/api/v1/agendas/${this.agenda}${path}`
    return body === undefined
      ? this.#server.ask(whole, { as, method })
      : post(this.#server, whole, body, { as, method })
  }

  /** What one sends to comment. */
  wanted(as: Visitor, text: string, more: Partial<NewComment> = {}): NewComment {
    return { id: makeId<CommentId>(), item: this.item, text, organisation: this.organisation(as), ...more }
  }

  /** Comments, and gives the comment as it was answered. */
  async say(as: Visitor, text: string, more: Partial<NewComment> = {}): Promise<Comment> {
    const answer = await this.send(as, 'POST', '/comments', this.wanted(as, text, more))
    expect(answer.status).toBe(201)
    return (await answer.json()) as Comment
  }

  async comments(as: Visitor, since?: number): Promise<Comments> {
    const answer = await this.send(as, 'GET', `/comments${since === undefined ? '' : `?since=${since}`}`)
    expect(answer.status).toBe(200)
    return (await answer.json()) as Comments
  }

  /** One comment as somebody sees it. */
  async seen(as: Visitor, id: CommentId): Promise<Comment> {
    const found = (await this.comments(as)).comments.find((comment) => comment.id === id)
    if (!found) throw new Error('It is not among the comments')
    return found
  }

  /** A live connection of our own client, open and welcomed. */
  async listen(as: Visitor): Promise<Listener> {
    const listener = new Listener(this.#server.url, this.agenda, as)
    await listener.client.frame((frame) => kindOf(frame) === 100)
    return listener
  }
}

function placeOf(agenda: AgendaId, [item, otherItem]: readonly ItemId[]): Place {
  if (!item || !otherItem) throw new Error('The template has items')
  return { agenda, item, otherItem }
}

/** Hears the events of an agenda. */
export class Listener {
  readonly client: RawClient

  constructor(url: string, agenda: AgendaId, as: Visitor) {
    this.client = new RawClient(url, agenda, as, { ours: true })
  }

  /** The first event about a comment, heard already or to come, that satisfies the condition. */
  async comment(isIt: (comment: Comment) => boolean): Promise<Comment> {
    const frame = await this.client.frame((frame) => {
      const event = eventOf(frame)
      return event?.kind === 'comment' && isIt(event.comment)
    })
    const event = eventOf(frame)
    if (event?.kind !== 'comment') throw new Error('Not about a comment')
    return event.comment
  }

  /** Everything heard so far, as text. */
  heard(): string {
    return JSON.stringify(this.client.frames.map(eventOf))
  }

  close(): void {
    this.client.close()
  }
}

function eventOf(frame: Uint8Array): RoomEvent | undefined {
  const decoder = decoding.createDecoder(frame)
  if (decoding.readVarUint(decoder) !== 102) return undefined
  return JSON.parse(decoding.readVarString(decoder)) as RoomEvent
}
