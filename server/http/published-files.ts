import { type AgendaOrder, exportFileName } from '../../shared/export/formats.ts'
import { sha256OfParts } from '../../shared/hash.ts'
import type { PublishedVersion } from '../../shared/publication.ts'
import { readPublicationName } from '../../shared/publication.ts'
import type { RenderExport, Rooms } from '../ports.ts'
import type { Notice } from './published-notice.ts'

/** All that is kept together; a page of an agenda weighs some hundred kilobytes. */
const mostBytes = 16 << 20
/** So many files of those who come without a session are made at a time: members wait in the same row. */
const mostAtOnce = 4

/** A file of a published version, or its page. */
export type PublishedFile = { bytes: Uint8Array<ArrayBuffer>; etag: string; name: string; indexed: boolean }
export type FileAsked = Pick<AgendaOrder, 'format' | 'language' | 'table'> & {
  publication: string
  /** What its page says of itself. */
  page: Pick<NonNullable<AgendaOrder['page']>, 'origin' | 'path'>
}

/**
 * Makes the files of published versions, and keeps those that were asked for last. Whether one may still be given, its
 * room is asked each time: that costs it one row, and a withdrawal holds at once (rule V24).
 */
export class PublishedFiles {
  readonly #rooms: Pick<Rooms, 'askOpenly'>
  readonly #render: RenderExport
  readonly #kept = new Map<string, { tag: string; file: PublishedFile }>()
  readonly #making = new Map<string, Promise<PublishedFile | Notice>>()

  constructor(rooms: Pick<Rooms, 'askOpenly'>, render: RenderExport) {
    this.#rooms = rooms
    this.#render = render
  }

  async get(asked: FileAsked): Promise<PublishedFile | Notice> {
    const { publication, format, language, table, page } = asked
    const name = readPublicationName(publication)
    if (!name) return 'unknown'
    const key = [publication, format, language, table].join(' ')
    const kept = this.#kept.get(key)
    const request = new Request(new URL(page.path, page.origin), {
      headers: kept ? { 'if-none-match': kept.tag } : {},
    })
    const answer = await this.#rooms.askOpenly(name.agenda, request)
    if (answer?.status === 304 && kept) return this.#keep(key, kept.tag, kept.file)
    if (!answer?.ok) {
      for (const old of this.#kept.keys()) if (old.startsWith(`${publication} `)) this.#kept.delete(old)
      return noticeOf(answer)
    }
    const tag = answer.headers.get('etag') ?? ''
    // What our own room says.
    const version = (await answer.json()) as PublishedVersion
    // Many who come at once wait for the same file.
    const making = `${key} ${tag}`
    const begun = this.#making.get(making)
    if (!begun && this.#making.size >= mostAtOnce) return 'busy'
    const made = begun ?? this.#make(version, asked)
    this.#making.set(making, made)
    try {
      const file = await made
      return typeof file === 'string' ? file : this.#keep(key, tag, file)
    } finally {
      this.#making.delete(making)
    }
  }

  async #make({ agenda, ...about }: PublishedVersion, asked: FileAsked): Promise<PublishedFile | Notice> {
    const { format, language, table, page } = asked
    const order = { agenda, format, language, table, ...(format === 'html' && { page: { ...about, ...page } }) }
    // Others may wait for it too, so it is made whether or not the first of them stays.
    const made = await this.#render(order, new AbortController().signal)
    if (typeof made === 'string') return made
    const etag = `"${sha256OfParts([made]).slice(0, 32)}"`
    return { bytes: made, etag, name: exportFileName(agenda, format, table), indexed: about.indexed }
  }

  /** What was asked for last is forgotten last. */
  #keep(key: string, tag: string, file: PublishedFile): PublishedFile {
    this.#kept.delete(key)
    this.#kept.set(key, { tag, file })
    let total = 0
    for (const [old, { file }] of [...this.#kept].reverse()) {
      total += file.bytes.length
      if (total > mostBytes) this.#kept.delete(old)
    }
    return file
  }
}

function noticeOf(answer: Response | undefined): Notice {
  if (answer === undefined || answer.status === 404) return 'unknown'
  return answer.status === 410 ? 'withdrawn' : 'unreadable'
}
