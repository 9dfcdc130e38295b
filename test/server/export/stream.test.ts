import { expect, it } from 'vitest'
import { answerAsStream } from '../../../server/http/export-stream.ts'

it('[X10] of whoever left while the room was asked, no file is begun', async () => {
  const left = AbortSignal.abort()
  const seen: boolean[] = []
  const answer = await answerAsStream(new Request('http://localhost/', { method: 'POST', signal: left }), {
    make: async (signal) => {
      seen.push(signal.aborted)
      return 'busy'
    },
    name: 'agenda.md',
    type: 'text/markdown',
    failed: async () => {
      throw new Error('nothing was begun')
    },
  })
  expect([answer, seen]).toEqual(['busy', [true]])
})
