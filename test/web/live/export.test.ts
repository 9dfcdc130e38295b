// @vitest-environment node
import { describe, expect, it } from 'vitest'
import type { ExportChoices } from '../../../shared/export/choices.ts'
import { type ExportLine, writeExportLine } from '../../../shared/export/stream.ts'
import { asId } from '../../../shared/ids.ts'
import { fetchExport, previewAddress } from '../../../web/live/export.ts'

const agenda = asId<never>('a')

it('looks at a document by an address that says only what is other than usual', () => {
  const address = (choices: ExportChoices, numbers?: number[]) => previewAddress(agenda, choices, numbers)
  expect(address({})).toBe('/api/v1/agendas/a/export/html')
  expect(address({ language: 'nl', annexes: [] })).toBe('/api/v1/agendas/a/export/html')
  expect(address({ language: 'en', struck: true, theme: asId('t'), annexes: ['comments', 'history'] })).toBe(
    '/api/v1/agendas/a/export/html?language=en&theme=t&struck=yes&annexes=comments%2Chistory',
  )
  expect(address({ version: 2 }, [12, 3, 8, 7, 9])).toBe('/api/v1/agendas/a/export/html?version=2&items=3%2C7-9%2C12')
})

it('[X20] knows what an address cannot name, so that nobody is answered with a mistake they did not make', () => {
  const items = Array.from({ length: 1001 }, (_, n) => asId<never>(`i${n}`))
  const even = items.map((_, n) => 2 * n)
  expect(previewAddress(agenda, { items: items.slice(0, 2) }, [4])).toEqual({ none: 'unnumbered' })
  expect(previewAddress(agenda, { items: items.slice(0, 1) }, [])).toEqual({ none: 'unnumbered' })
  expect(previewAddress(agenda, { items }, even)).toEqual({ none: 'tooMany' })
  expect(previewAddress(agenda, { items: items.slice(1) }, even.slice(1))).toEqual(expect.any(String))
})

describe('[X10] a file that takes a while', () => {
  const file: ExportLine = { stage: 'file', name: 'a.pdf', type: 'application/pdf', size: 5 }
  const bytes = new Uint8Array([10, 123, 10, 0, 255])

  /** The answer of a server in pieces of that size. */
  async function read(parts: (ExportLine | Uint8Array)[], size: number) {
    const whole = parts.flatMap((part) => [
      ...(part instanceof Uint8Array ? part : new TextEncoder().encode(writeExportLine(part))),
    ])
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (let at = 0; at < whole.length; at += size) controller.enqueue(new Uint8Array(whole.slice(at, at + size)))
        controller.close()
      },
    })
    const told: unknown[] = []
    const answer = await withLanguage(() =>
      fetchExport(
        agenda,
        'pdf',
        {},
        { signal: new AbortController().signal, tell: (progress) => told.push(progress) },
        () => Promise.resolve(new Response(body)),
      ),
    )
    return { answer, told }
  }

  it.each([1, 3, 1_000])('is read in pieces of %i bytes, with how far it is', async (size) => {
    const { answer, told } = await read(
      [{ stage: 'waiting', before: 1 }, { stage: 'making', done: 1, of: 2 }, file, bytes],
      size,
    )
    expect(told).toEqual([
      { stage: 'waiting', before: 1 },
      { stage: 'making', done: 1, of: 2 },
    ])
    if (!answer?.ok) throw new Error('no file')
    expect(answer.value.name).toBe('a.pdf')
    expect(new Uint8Array(await answer.value.blob.arrayBuffer())).toEqual(bytes)
  })

  it('is no file when its end did not come', async () => {
    expect((await read([file, bytes.slice(0, 4)], 1_000)).answer).toEqual({ ok: false, reason: 'unreachable' })
    expect((await read([{ stage: 'making', done: 1, of: 2 }], 1_000)).answer).toEqual({
      ok: false,
      reason: 'unreachable',
    })
  })

  it('says why it came to nothing', async () => {
    const problem = { type: '/problems/unexpected', title: 'Er ging iets mis', status: 500, detail: '' }
    expect((await read([{ stage: 'failed', problem }], 7)).answer).toEqual({ ok: false, reason: 'problem', problem })
  })
})

/** The page says in which language it is; here is no page. */
async function withLanguage<Result>(run: () => Promise<Result>): Promise<Result> {
  Object.assign(globalThis, { document: { documentElement: { lang: 'nl' } } })
  try {
    return await run()
  } finally {
    Reflect.deleteProperty(globalThis, 'document')
  }
}
