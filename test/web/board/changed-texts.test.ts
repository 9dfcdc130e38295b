import { describe, expect, it } from 'vitest'
import type { Change } from '../../../shared/api.ts'
import { type AgendaId, asId, type ItemId, type PersonId } from '../../../shared/ids.ts'
import type { Api } from '../../../web/live/api.ts'
import { textsChangedSince } from '../../../web/pages/board/changed-texts.ts'

const agenda = asId<AgendaId>('agenda')
const me = asId<PersonId>('ik')
const since = '2026-11-20T09:00:00.000Z'

function change(seq: number, at: string, item: string, person = 'ander'): Change {
  const [who, where] = [asId<PersonId>(person), item === '' ? '' : asId<ItemId>(item)] as const
  return { seq, at, person: who, item: where, field: 'title', before: 'a', after: 'b' }
}

/** A server that has these changes, the latest first, and gives so many at a time. */
function serverOf(all: Change[], pageSize: number) {
  const asked: (number | undefined)[] = []
  const history: Api['history'] = async (_agenda, { before }) => {
    asked.push(before)
    const rest = all.filter(({ seq }) => before === undefined || seq < before)
    return { ok: true, value: { changes: rest.slice(0, pageSize) } }
  }
  return { history, asked }
}

describe('the texts that changed since I was here', () => {
  it('[H1] are those that others changed after that moment; my own changes and those of the agenda itself are not', async () => {
    const server = serverOf(
      [
        change(5, '2026-11-21T10:00:00.000Z', 'een'),
        change(4, '2026-11-21T09:00:00.000Z', 'twee', 'ik'),
        change(3, '2026-11-21T08:00:00.000Z', ''),
        change(2, '2026-11-20T09:00:01.000Z', 'drie'),
        change(1, '2026-11-19T08:00:00.000Z', 'vier'),
      ],
      200,
    )
    expect([...(await textsChangedSince(server, { agenda, me, since }))]).toEqual(['een', 'drie'])
    expect(server.asked).toEqual([undefined])
  })

  it('are asked for page by page, as far back as that moment and no further', async () => {
    const changes = Array.from({ length: 9 }, (_, index) =>
      change(9 - index, `2026-11-2${index < 5 ? 1 : 0}T0${9 - index}:00:00.000Z`, `punt-${9 - index}`),
    )
    const server = serverOf(changes, 2)
    const found = await textsChangedSince(server, { agenda, me, since })
    expect([...found]).toEqual(['punt-9', 'punt-8', 'punt-7', 'punt-6', 'punt-5'])
    expect(server.asked).toEqual([undefined, 8, 6])
  })

  it('are those that are known when the connection breaks meanwhile', async () => {
    const server = serverOf([change(2, '2026-11-21T10:00:00.000Z', 'een')], 1)
    const history: Api['history'] = (id, question) =>
      question.before ? Promise.resolve({ ok: false, reason: 'unreachable' }) : server.history(id, question)
    expect([...(await textsChangedSince({ history }, { agenda, me, since }))]).toEqual(['een'])
  })
})
