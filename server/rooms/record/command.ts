import type { Context } from 'hono'
import type { Member } from '../../../shared/agenda.ts'
import type { PersonId } from '../../../shared/ids.ts'
import { type Action, may } from '../../../shared/rights.ts'
import { problem } from '../../problem.ts'
import type { Room } from '../room.ts'
import { type Decision, refused } from './decision.ts'
import type { RecordTurn } from './turn.ts'

/**
 * Carries out a command of the record. Who gives it is looked up once more inside the turn: a right that ended while the
 * body of the request was still arriving counts no more.
 */
export function command<Result>(
  room: Room,
  person: PersonId,
  action: Action,
  decide: (turn: RecordTurn, me: Member) => Decision<Result>,
): Promise<Decision<Result>> {
  return room.record(person, (turn) => {
    const me = room.member(person)
    if (!me) return refused('not-found')
    return may(me.role, action) ? decide(turn, me) : refused('not-allowed')
  })
}

/** What was decided, as an answer. */
export function answerDecision<Result>(
  c: Context,
  decision: Decision<Result>,
  toAnswer: (result: Result) => Response,
): Response {
  return decision.done ? toAnswer(decision.result) : problem(c, decision.problem, decision.mistakes)
}
