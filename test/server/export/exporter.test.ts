import { afterEach, expect, it } from 'vitest'
import { Exporter } from '../../../server/node/exporter.ts'
import type { ExportOrder } from '../../../shared/export/formats.ts'
import type { ExportedAgenda } from '../../../shared/export/model.ts'
import { demoModel } from './agendas.ts'

const exporter = new Exporter(() => {})
const stays = new AbortController().signal

afterEach(() => exporter.stop())

function order(agenda: ExportedAgenda): ExportOrder {
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
  expect(answers.filter((answer) => answer === 'busy').length).toBe(6)
  const [first] = answers
  if (!(first instanceof Uint8Array)) throw new Error('no file')
  expect(new TextDecoder().decode(first)).toContain('**DRAFT**')
}, 60_000)
