import type { Mentions } from '../../../shared/comment.ts'
import { mayReadDraft } from '../../../shared/roles.ts'
import type { RoomStore } from '../../store/room-store.ts'
import type { Mistake } from './decision.ts'
import { actsFor } from './members.ts'

/** Mentioned can be who sees it: members with a right to the living agenda, and organisations of such members. */
export function mistakesInMentions(store: RoomStore, { people, organisations }: Mentions): Mistake[] {
  const readers = store.seat().members.filter(({ role }) => mayReadDraft(role))
  const mistakes: Mistake[] = []
  for (const [index, person] of people.entries())
    if (!readers.some((member) => member.person === person))
      mistakes.push({ path: `mentions.people.${index}`, message: 'Nobody who sees this agenda' })
  for (const [index, organisation] of organisations.entries())
    if (!readers.some((member) => actsFor(member, organisation)))
      mistakes.push({
        path: `mentions.organisations.${index}`,
        message: 'No organisation of anybody who sees this agenda',
      })
  return mistakes
}

/** Who is mentioned, for the audit trail. */
export function idsOfMentions({ people, organisations }: Mentions): Record<string, string> {
  return {
    ...(people.length > 0 && { people: people.join(' ') }),
    ...(organisations.length > 0 && { organisations: organisations.join(' ') }),
  }
}
