import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, it } from 'vitest'
import { exportFormatNames } from '../../shared/export/formats.ts'
import { type ExportLine, exportStreamType, readExportLine } from '../../shared/export/stream.ts'
import { Talk } from '../kit/comments.ts'
import { freezing } from '../kit/freezing.ts'
import { problemOf } from '../kit/http.ts'
import { mistakesInMdto } from '../kit/mdto.ts'
import { useRegion } from '../kit/region.ts'
import type { Runtime, Visitor } from '../kit/server.ts'

/** A version as a package to keep, in whatever runtime: rules X15 and X16. */
export function archiveContract(start: () => Promise<Runtime>): void {
  const { server, coordinator, reader } = useRegion(start)
  const talk = new Talk(server)

  beforeAll(async () => {
    await talk.begin(coordinator)
    await freezing(talk, coordinator).freeze()
  })

  /** The files in a package, by their names without the folder. */
  function unpacked(bytes: Uint8Array): Map<string, Uint8Array> {
    const entries = Object.entries(unzipSync(bytes))
    expect(new Set(entries.map(([path]) => path.split('/')[0])).size).toBe(1)
    return new Map(entries.map(([path, content]) => [path.split('/')[1] ?? '', content]))
  }

  it('[X15] is a ZIP for everyone on the agenda, with all forms and the sums of all', async () => {
    const answer = await talk.send(reader, 'GET', '/export/zip?version=1')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    expect(answer.headers.get('content-disposition')).toMatch(/filename="ontwikkelagenda-proefregio-v1-[\d-]{10}\.zip"/)
    const files = unpacked(new Uint8Array(await answer.arrayBuffer()))
    const forms = new Set([...files.keys()].map((name) => name.split('.').at(-1)))
    for (const format of exportFormatNames) expect(forms.has(format), format).toBe(true)
    const text = (name: string) => strFromU8(files.get(name) ?? new Uint8Array())
    expect(JSON.parse(text('versie-1.json'))).toEqual(await (await talk.send(reader, 'GET', '/versions/1')).json())
    expect(text('LEESMIJ.txt')).toContain('Controleren')
    for (const line of text('SHA256SUMS').trim().split('\n')) {
      const content = files.get(line.slice(66)) ?? new Uint8Array()
      expect(createHash('sha256').update(content).digest('hex')).toBe(line.slice(0, 64))
    }
  }, 60_000)

  it('[X15] is the same to the byte when it is asked again, also once everyone may read the version', async () => {
    const ask = async () => {
      const answer = await talk.send(coordinator, 'GET', '/export/zip?version=1')
      return createHash('sha256')
        .update(new Uint8Array(await answer.arrayBuffer()))
        .digest('hex')
    }
    const before = await ask()
    const publication = '/versions/1/publication'
    expect((await talk.send(coordinator, 'PUT', publication, { names: false, indexed: false })).status).toBe(200)
    expect(await ask()).toBe(before)
    expect((await talk.send(coordinator, 'DELETE', publication)).status).toBe(204)
  }, 60_000)

  it('[X16] has metadata that say where the version is, and what each file is', async () => {
    const answer = await talk.send(reader, 'GET', '/export/zip?version=1&language=en')
    expect(answer.headers.get('content-language')).toBe('en')
    const metadata = [...unpacked(new Uint8Array(await answer.arrayBuffer()))].filter(([name]) =>
      name.endsWith('.mdto.xml'),
    )
    expect(metadata.map(([name, xml]) => [name, mistakesInMdto(strFromU8(xml))])).toEqual(
      metadata.map(([name]) => [name, []]),
    )
    const whole = metadata.map(([, xml]) => strFromU8(xml)).join()
    expect(whole).toContain(`/agenda/${talk.agenda}/versies/1</raadpleeglocatieOnline>`)
    expect(whole).toContain('<taal>en</taal>')
  }, 60_000)

  it('[X15] says how far it is, to who asks for it so', async () => {
    const answer = await talk.send(reader, 'POST', '/export/zip', { version: 1 })
    expect(answer.headers.get('content-type')).toBe(exportStreamType)
    const bytes = new Uint8Array(await answer.arrayBuffer())
    const lines: ExportLine[] = []
    let at = 0
    for (let line = lines.at(-1); line?.stage !== 'file'; line = lines.at(-1)) {
      const end = bytes.indexOf(10, at)
      lines.push(readExportLine(strFromU8(bytes.subarray(at, end))))
      at = end + 1
    }
    expect(lines.some(({ stage }) => stage === 'making')).toBe(true)
    expect(lines.at(-1)).toMatchObject({ type: 'application/zip', size: bytes.length - at })
    expect(unpacked(bytes.subarray(at)).has('LEESMIJ.txt')).toBe(true)
  }, 60_000)

  it('[X15] is of a version only, and of one that there is', async () => {
    const types = async (as: Visitor, question: string) =>
      (await problemOf(await talk.send(as, 'GET', `/export/zip${question}`))).type
    expect(await types(coordinator, '')).toBe('/problems/invalid')
    expect(await types(reader, '')).toBe('/problems/invalid')
    expect(await types(coordinator, '?version=een')).toBe('/problems/invalid')
    expect(await types(coordinator, '?version=1&language=fr')).toBe('/problems/invalid')
    expect(await types(coordinator, '?version=2')).toBe('/problems/not-found')
    expect((await problemOf(await talk.send(coordinator, 'POST', '/export/zip', {}))).type).toBe('/problems/invalid')
    const stranger = await server.signIn('lid-jongerenraad')
    await talk.send(coordinator, 'DELETE', `/members/${stranger.person}`)
    expect(await types(stranger, '?version=1')).toBe('/problems/not-found')
    expect(await types(stranger, '')).toBe('/problems/not-found')
  })
}
