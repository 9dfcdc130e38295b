import { afterEach, expect, it } from 'vitest'
import { render } from '../../../server/export/render.ts'
import { Stopped, tellAndAsk } from '../../../server/export/tick.ts'
import { answerAsStream } from '../../../server/http/export-stream.ts'
import { Exporter } from '../../../server/node/exporter.ts'
import { readPdfMeans } from '../../../server/node/pdf-means.ts'
import type { AgendaOrder } from '../../../shared/export/formats.ts'
import type { ExportedAgenda } from '../../../shared/export/model.ts'
import type { ExportProgress } from '../../../shared/export/stream.ts'
import { demoModel, hostileModel } from './agendas.ts'

const exporter = new Exporter(() => {})
const stays = new AbortController().signal

afterEach(() => exporter.stop())

function order(agenda: ExportedAgenda): AgendaOrder {
  return { agenda, format: 'md', language: 'en', table: 'items' }
}

it('[X6] makes files one after the other, goes on after one that fails, and turns away whom it would keep waiting', async () => {
  const broken = order({ ...demoModel(), themes: 'geen lijst' as never })
  const fails = expect(exporter.render(broken, stays)).rejects.toThrow('themes')
  const gone = new AbortController()
  gone.abort()
  const left = exporter.render(order(demoModel()), gone.signal)
  const made = Array.from({ length: 25 }, () => exporter.render(order(demoModel()), stays))
  await fails
  expect(await left).toBe('busy')
  const answers = await Promise.all(made)
  expect(answers.filter((answer) => answer === 'busy').length).toBe(5)
  const [first] = answers
  if (!(first instanceof Uint8Array)) throw new Error('no file')
  expect(new TextDecoder().decode(first)).toContain('**DRAFT**')
}, 60_000)

it('[X10] tells how far a file is, and who waits how many are made before theirs', async () => {
  const told: ExportProgress[] = []
  const places: ExportProgress[] = []
  const first = exporter.render({ ...order(hostileModel(60)), format: 'pdf' }, stays, (progress) => told.push(progress))
  const second = exporter.render(order(demoModel()), stays, (progress) => places.push(progress))
  await first
  await second
  expect(places.slice(0, 2)).toEqual([
    { stage: 'waiting', before: 1 },
    { stage: 'making', done: 0, of: 1 },
  ])
  const done = told.flatMap((progress) => (progress.stage === 'making' && progress.of > 1 ? progress.done : []))
  expect(done.length).toBeGreaterThan(2)
  expect(done).toEqual([...done].sort((a, b) => a - b))
}, 60_000)

it('[X10] stops making what nobody waits for any more, and makes the next one', async () => {
  const gone = new AbortController()
  const began = Promise.withResolvers<void>()
  const left = exporter.render({ ...order(hostileModel(500)), format: 'pdf' }, gone.signal, (progress) => {
    if (progress.stage === 'making' && progress.done > 0) began.resolve()
  })
  const waits = new AbortController()
  const never = exporter.render(order(demoModel()), waits.signal)
  const next = exporter.render(order(demoModel()), stays)
  waits.abort()
  expect(await never).toBe('busy')
  await began.promise
  gone.abort()
  expect(await left).toBe('busy')
  expect(await next).toBeInstanceOf(Uint8Array)
}, 60_000)

it('[X6] says that a file is too large when it takes more memory than there is for it, and makes the next one', async () => {
  const logged: string[] = []
  const small = new Exporter((_level, event) => logged.push(event), { megabytes: 40 })
  try {
    expect(await small.render({ ...order(hostileModel(500)), format: 'pdf' }, stays)).toBe('too-large')
    expect(logged).toEqual(['export-thread-failed'])
    expect(await small.render(order(demoModel()), stays)).toBeInstanceOf(Uint8Array)
  } finally {
    await small.stop()
  }
}, 60_000)

it('[X10] tells and asks between pieces where nothing else can be heard, not more often than an eye follows', async () => {
  const means = readPdfMeans()
  const told: number[] = []
  await render(
    { ...order(hostileModel(60)), format: 'pdf' },
    means,
    tellAndAsk((done) => told.push(done) > 0),
  )
  expect(told[0]).toBe(0)
  expect(told.length).toBeGreaterThan(10)
  expect(told.length).toBeLessThanOrEqual(51)
  let asked = 0
  const left = render(
    { ...order(hostileModel(60)), format: 'odt' },
    means,
    tellAndAsk(() => ++asked < 3),
  )
  await expect(left).rejects.toBeInstanceOf(Stopped)
  expect(asked).toBe(3)
}, 60_000)

it('[X10] ends the work when whoever asked for it ends the request', async () => {
  const asked = Promise.withResolvers<AbortSignal>()
  const answer = await answerAsStream(new Request('http://localhost/', { method: 'POST' }), {
    make: (signal, tell) => {
      tell({ stage: 'making', done: 0, of: 1 })
      asked.resolve(signal)
      return new Promise(() => {})
    },
    name: 'a.pdf',
    type: 'application/pdf',
    failed: () => Promise.reject(new Error('not now')),
  })
  if (!(answer instanceof Response)) throw new Error('no answer')
  const reader = answer.body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('{"stage":"making","done":0,"of":1}\n')
  await reader?.cancel()
  expect((await asked.promise).aborted).toBe(true)
})
