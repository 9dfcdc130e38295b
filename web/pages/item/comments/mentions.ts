import type { Agenda } from '../../../../shared/api.ts'
import type { Mentions } from '../../../../shared/comment.ts'
import type { OrganisationId, PersonId } from '../../../../shared/ids.ts'

/** Somebody who can be named in a comment: a person or an organisation at the table. */
export type Nameable =
  | { kind: 'person'; id: PersonId; name: string; about: string }
  | { kind: 'organisation'; id: OrganisationId; name: string; about: string }

/** Everyone at the table, people first. */
export function nameables(record: Agenda): Nameable[] {
  const shortNames = new Map(record.organisations.map(({ id, name, short }) => [id, short || name]))
  return [
    ...record.members.map(({ person, name, organisation }): Nameable => {
      return { kind: 'person', id: person, name, about: shortNames.get(organisation) ?? '' }
    }),
    ...record.organisations.map(({ id, name, short }): Nameable => {
      return { kind: 'organisation', id, name: short || name, about: short ? name : '' }
    }),
  ]
}

/** The name that is being typed at the caret, after an @; undefined when there is none. */
export function mentionAt(text: string, caret: number): { from: number; query: string } | undefined {
  const found = /(?:^|[\s(])@([^@\n]{0,40})$/.exec(text.slice(0, caret))
  const query = found?.[1]
  return query === undefined ? undefined : { from: caret - query.length - 1, query }
}

/** So many names stand under the field at once; who wants another types on. */
const mostShown = 6

/** Who fits what was typed, the best first. */
export function matching(all: readonly Nameable[], query: string): Nameable[] {
  const words = plain(query)
  return all
    .flatMap((one) => {
      const place = plain(`${one.name} ${one.about}`).indexOf(words)
      return place === -1 ? [] : [{ one, place }]
    })
    .sort((a, b) => a.place - b.place)
    .slice(0, mostShown)
    .map(({ one }) => one)
}

/** Whom a text names: those whose whole name still stands in it after an @. */
export function mentionsIn(text: string, all: readonly Nameable[]): Mentions {
  const named = all.filter(({ name }) => text.includes(`@${name}`))
  return {
    people: named.flatMap((one) => (one.kind === 'person' ? one.id : [])).slice(0, 20),
    organisations: named.flatMap((one) => (one.kind === 'organisation' ? one.id : [])).slice(0, 20),
  }
}

export type Piece = { text: string; isName: boolean }

/** A text in pieces, with the names of whom it mentions apart. */
export function splitAtNames(text: string, names: readonly string[]): Piece[] {
  const marks = names.map((name) => `@${name}`).sort((a, b) => b.length - a.length)
  const pieces: Piece[] = []
  let rest = text
  while (rest !== '') {
    const next = marks
      .flatMap((mark) => (rest.includes(mark) ? { mark, place: rest.indexOf(mark) } : []))
      .sort((a, b) => a.place - b.place)[0]
    if (!next) break
    if (next.place > 0) pieces.push({ text: rest.slice(0, next.place), isName: false })
    pieces.push({ text: next.mark, isName: true })
    rest = rest.slice(next.place + next.mark.length)
  }
  if (rest !== '') pieces.push({ text: rest, isName: false })
  return pieces
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
