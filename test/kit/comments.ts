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

/** An agenda of which one item is talked about. */
export class Talk {
  readonly #server: Runtime
  readonly agenda: AgendaId
  readonly item: ItemId
  readonly otherItem: ItemId

  constructor(server: Runtime, agenda: AgendaId, items: readonly ItemId[]) {
    const [item, otherItem] = items
    if (!item || !otherItem) throw new Error('The template has items')
    this.#server = server
    this.agenda = agenda
    this.item = item
    this.otherItem = otherItem
  }

  static async begin(server: Runtime, coordinator: Visitor): Promise<Talk> {
    const agenda = await makeAgenda(server, coordinator, 'template')
    const answer = await server.ask(`/api/v1/agendas/${agenda}/items`, { as: coordinator })
    const { items } = (await answer.json()) as ItemRecords
    return new Talk(
      server,
      agenda,
      items.map(({ item }) => item),
    )
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
