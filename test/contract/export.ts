import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type ExportFormat, exportFormatNames, exportFormats } from '../../shared/export/formats.ts'
import { exportedAgenda } from '../../shared/export/schema.ts'
import { makeId, type VersionId } from '../../shared/ids.ts'
import { json } from '../kit/http.ts'
import { useRegion } from '../kit/region.ts'
import type { Runtime } from '../kit/server.ts'

/** The first bytes by which programs know a file. */
const begins: Partial<Record<ExportFormat, string>> = {
  pdf: '%PDF-1.7',
  odt: 'PK',
  docx: 'PK',
  xlsx: 'PK',
  ics: 'BEGIN:VCALENDAR',
  json: '{',
  md: '# ',
  html: '<!DOCTYPE html>',
}

/** The agenda as files (rules X1 to X6). */
export function exportContract(start: () => Promise<Runtime>): void {
  const { server, coordinator } = useRegion(start)
  const demo = '/api/v1/agendas/drechtsteden/export'

  describe.each(exportFormatNames)('as %s', (format) => {
    it('[X1] is a file with a sensible name and its own type', async () => {
      const answer = await server.ask(`${demo}/${format}`, { as: coordinator })
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe(exportFormats[format])
      const name = `ontwikkelagenda-drechtsteden-concept-${new Date().toISOString().slice(0, 10)}.${format}`
      expect(answer.headers.get('content-disposition')).toBe(
        `${format === 'html' ? 'inline' : 'attachment'}; filename="${name}"; filename*=UTF-8''${name}`,
      )
      expect(answer.headers.get('cache-control')).toBe('no-store')
      const bytes = new Uint8Array(await answer.arrayBuffer())
      expect(bytes.length).toBeGreaterThan(1_000)
      const first = new TextDecoder('latin1').decode(bytes.slice(0, 20))
      expect(first.startsWith(begins[format] ?? '')).toBe(true)
    }, 30_000)
  })

  it('[X3] gives JSON by the published schema, with one theme or party when asked', async () => {
    const read = async (query = '') =>
      v.parse(exportedAgenda, await (await server.ask(`${demo}/json${query}`, { as: coordinator })).json())
    const whole = await read()
    expect(whole.edition.kind).toBe('draft')
    expect(whole.themes.length).toBeGreaterThan(3)
    expect(whole.struck).toBeUndefined()
    expect((await read('?struck=yes')).struck?.length).toBeGreaterThan(0)
    const party = await read('?party=dordrecht')
    const count = ({ themes }: typeof whole) => themes.flatMap(({ items }) => items).length
    expect(count(party)).toBeGreaterThan(0)
    expect(count(party)).toBeLessThan(count(whole))
  })

  it('[X1] gives a version that was frozen, also to a reader', async () => {
    const base = '/api/v1/agendas/drechtsteden'
    const preview = (await (await server.ask(`${base}/versions/preview`, { as: coordinator })).json()) as {
      hash: string
    }
    const frozen = await server.ask(`${base}/versions`, {
      as: coordinator,
      method: 'POST',
      headers: json,
      body: JSON.stringify({ id: makeId<VersionId>(), expects: preview.hash }),
    })
    const { number } = (await frozen.json()) as { number: number }
    const reader = await server.signIn('raadslid-papendrecht')
    const answer = await server.ask(`${demo}/json?version=${number}`, { as: reader })
    expect(answer.headers.get('content-disposition')).toContain(`ontwikkelagenda-drechtsteden-v${number}-`)
    const agenda = v.parse(exportedAgenda, await answer.json())
    expect(agenda.edition).toMatchObject({ kind: 'version', number })
    expect((await server.ask(`${demo}/json?version=${number + 1}`, { as: reader })).status).toBe(404)
    expect((await server.ask(`${demo}/json?version=een`, { as: reader })).status).toBe(422)
  })

  it('[X1] speaks English when asked', async () => {
    const answer = await server.ask(`${demo}/csv?language=en&table=agreements`, { as: coordinator })
    expect(answer.headers.get('content-language')).toBe('en')
    expect(answer.headers.get('content-disposition')).toContain('-agreements.csv')
    expect(await answer.text()).toContain('Number;Item;Theme;Agreement')
  })

  it('[X1] answers a question for the head alone like the whole, without the file', async () => {
    const answer = await server.ask(`${demo}/md`, { as: coordinator, method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(exportFormats.md)
    expect(await answer.text()).toBe('')
  })

  it('refuses what it does not know', async () => {
    const status = async (path: string) => (await server.ask(`${demo}${path}`, { as: coordinator })).status
    expect(await status('/exe')).toBe(404)
    expect(await status('/json?language=fr')).toBe(422)
    expect(await status('/csv?table=secrets')).toBe(422)
    expect(await status('/json?theme=__proto__')).toBe(422)
  })

  it('[A5] is for who may read the draft', async () => {
    const status = async (person: string) => {
      const as = await server.signIn(person)
      return (await server.ask(`${demo}/json`, { as })).status
    }
    expect(await status('voorzitter-ouderplatform')).toBe(200)
    expect(await status('raadslid-papendrecht')).toBe(403)
    expect((await server.ask(`${demo}/json`)).status).toBe(401)
    expect((await server.ask('/api/v1/agendas/nergens/export/json', { as: coordinator })).status).toBe(404)
  })
}
