import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import { readItems } from '../../shared/document/read.ts'
import { addAgreement, addIndicator, setMeasurement, setOwner } from '../../shared/document/write.ts'
import { exportedAgenda } from '../../shared/export/schema.ts'
import { asId, type EntryId, makeId, type OrganisationId, type PersonId } from '../../shared/ids.ts'
import type { CheckedVersion, Publication } from '../../shared/publication.ts'
import type { Versions } from '../../shared/version/api.ts'
import { freezing } from '../kit/freezing.ts'
import { problemOf } from '../kit/http.ts'
import { useRegion, useTalk, useWriting } from '../kit/region.ts'
import type { Runtime, Visitor } from '../kit/server.ts'
import { notWellFormed } from '../kit/well-formed.ts'

const script = join(import.meta.dirname, '../../docs/verify-version.mjs')
const evil = '"><script>alert(1)</script>'
const personName = 'Beleidsadviseur, gemeente Dordrecht'

/** A version that everyone may read (rules V21 to V25). */
export function publicationContract(start: () => Promise<Runtime>): void {
  const region = useRegion(start)
  const { server, coordinator, editor, reader } = region
  const talk = useTalk(region)
  const writing = useWriting(region, talk, editor)
  const { hashNow, freeze } = freezing(talk, coordinator)

  beforeEach(async () => {
    const { doc } = writing
    const [person, indicator] = [asId<PersonId>('beleidsadviseur-dordrecht'), makeId<EntryId>()]
    const organisation = asId<OrganisationId>('dordrecht')
    const before = await hashNow()
    doc.transact(() => {
      setOwner(doc, talk.item, { organisation, person })
      addAgreement(doc, talk.otherItem, { id: makeId(), text: `Overleg ${evil}`, organisation, person, rank: 'a1' })
      addIndicator(doc, talk.otherItem, {
        id: indicator,
        name: 'Thuiszitters',
        unit: 'leerlingen',
        direction: 'down',
        baseline: 3,
      })
      setMeasurement(doc, talk.otherItem, indicator, '2026-10-01', { value: 2, source: 'Leerplicht' })
    })
    await expect.poll(hashNow).not.toBe(before)
    await freeze('Na het OOGO.')
  })

  async function publish(names = false, indexed = false): Promise<Publication> {
    const answer = await talk.send(coordinator, 'PUT', '/versions/1/publication', { names, indexed })
    expect(answer.status).toBe(200)
    return (await answer.json()) as Publication
  }

  async function pageAt(path: string): Promise<string> {
    const answer = await server.ask(path)
    expect([path, answer.status]).toEqual([path, 200])
    return await answer.text()
  }

  describe('a published version', () => {
    it('[V21] is read by everyone, without signing in, as a page that runs nothing', async () => {
      const { path } = await publish()
      expect(path).toMatch(new RegExp(`^/v/${talk.agenda}\\.[\\w-]{21}$`))
      const answer = await server.ask(path)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/)
      expect(answer.headers.get('content-security-policy')).not.toContain('script-src')
      const html = await answer.text()
      expect(notWellFormed(html.slice(html.indexOf('\n') + 1))).toBeUndefined()
      for (const { title } of readItems(writing.doc)) expect(html).toContain(title)
      expect(html).toContain('Overleg &quot;&gt;&lt;script&gt;')
      expect(html).not.toContain('<script')
      expect(html).toContain('Na het OOGO.')
      expect(await pageAt(`${path}?language=en`)).toContain('<html lang="en-GB"')
    })

    it('[V21] holds no comments', async () => {
      await talk.say(await server.signIn('voorzitter-ouderplatform'), 'Dit zeggen de ouders')
      const { path } = await publish(true)
      expect(await pageAt(path)).not.toContain('Dit zeggen de ouders')
      expect(await pageAt(`${path}/json`)).not.toContain('Dit zeggen de ouders')
    })

    it('[V22] names no person, on its page, in its files or where it is checked, unless that was chosen', async () => {
      const { path } = await publish(false)
      for (const part of ['', '/json', '/csv', '/md', '/ics', '/check']) {
        const text = await pageAt(`${path}${part}`)
        expect([part, text.includes(personName)]).toEqual([part, false])
        expect([part, text.includes('beleidsadviseur-dordrecht')]).toEqual([part, false])
      }
      expect(await pageAt(path)).toContain('Gemeente Dordrecht')
      await publish(true)
      expect(await pageAt(path)).toContain(personName)
      expect(await pageAt(`${path}/json`)).toContain(personName)
    })

    it('[V22] [P1] shows values of 1 to 4 as < 5', async () => {
      const { path } = await publish()
      expect(await pageAt(path)).toContain('&lt; 5 op 1 oktober 2026')
      const agenda = v.parse(exportedAgenda, JSON.parse(await pageAt(`${path}/json`)))
      const all = agenda.themes.flatMap(({ items }) => items).flatMap(({ indicators }) => indicators)
      const indicator = all.find(({ name }) => name === 'Thuiszitters')
      expect([indicator?.baseline, indicator?.measurements[0]?.value]).toEqual(['masked', 'masked'])
    })

    it('[V23] is for search engines only when that was chosen', async () => {
      const { path } = await publish(false, false)
      const closed = await server.ask(path)
      expect(closed.headers.get('x-robots-tag')).toContain('noindex')
      expect(await closed.text()).toContain('<meta name="robots" content="noindex, nofollow" />')
      await publish(false, true)
      const open = await server.ask(path)
      expect(open.headers.get('x-robots-tag')).toBeNull()
      const html = await open.text()
      expect(html).not.toContain('name="robots"')
      expect(html).toMatch(new RegExp(`<link rel="canonical" href="http[^"]+${path}" />`))
      for (const name of ['name="description"', 'property="og:title"']) expect(html).toContain(`<meta ${name}`)
      const robots = await server.ask('/robots.txt')
      expect(robots.headers.get('content-type')).toContain('text/plain')
      expect(await robots.text()).toMatch(/^User-agent: \*\nDisallow: \/api\/\n/)
    })

    it('[V21] costs little when it is asked for again', async () => {
      const { path } = await publish()
      const first = await server.ask(path)
      expect(first.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
      const etag = first.headers.get('etag') ?? ''
      expect(etag).not.toBe('')
      const again = await server.ask(path, { headers: { 'if-none-match': etag } })
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
      await publish(true)
      expect((await server.ask(path, { headers: { 'if-none-match': etag } })).status).toBe(200)
    })

    it.each(['pdf', 'odt', 'docx', 'xlsx', 'csv', 'json', 'ics', 'md'] as const)(
      '[V21] can be taken along as %s',
      async (format) => {
        const { path } = await publish()
        const answer = await server.ask(`${path}/${format}`)
        expect(answer.status).toBe(200)
        expect(answer.headers.get('content-disposition')).toMatch(
          new RegExp(`^attachment; filename="ontwikkelagenda-proefregio-v1-[\\d-]+\\.${format}"`),
        )
        expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100)
        expect(await pageAt(path)).toContain(`href="${path}/${format}"`)
      },
      30_000,
    )

    it('[V22] [V4] can be checked by everyone: whole with names, and without as far as it names nobody', async () => {
      const { path } = await publish(true)
      const whole = await pageAt(`${path}/check`)
      const { hash, items } = JSON.parse(whole) as CheckedVersion
      const page = await pageAt(path)
      expect(page).toContain(hash)
      // What computes it anew is there too, for who has nothing of ours.
      const [, address = ''] = /href="(\/verify-[^"]*)"/.exec(page) ?? []
      expect(await pageAt(address)).toBe(await readFile(script, 'utf8'))
      expect(await verify(whole)).toBe(`${hash} is its hash\n`)
      await publish(false)
      const part = await pageAt(`${path}/check`)
      const withheld = (JSON.parse(part) as CheckedVersion).items.filter((item) => !('content' in item))
      expect(new Set(withheld.map(({ item }) => item))).toEqual(new Set([talk.item, talk.otherItem]))
      expect(await verify(part)).toBe(`${hash} is its hash (without looking into 2 of ${items.length} items)\n`)
      expect(await verify(part.replace('Na het OOGO.', 'Na het overleg.'))).toContain('is not its hash')
    })
  })

  describe('publishing', () => {
    it('[V21] is told to everyone on the agenda, with the address', async () => {
      expect((await versions(reader))[0]?.publication).toBeUndefined()
      const listener = await talk.listen(editor)
      const publication = await publish(true, true)
      await listener.client.frame((frame) => new TextDecoder().decode(frame).includes('"kind":"version","number":1'))
      listener.close()
      expect((await versions(reader))[0]?.publication).toEqual(publication)
      const version = (await (await talk.send(reader, 'GET', '/versions/1')).json()) as { publication: Publication }
      expect(version.publication).toEqual(publication)
      expect(publication).toMatchObject({ names: true, indexed: true })
    })

    it('[V21] stays as it is when it is asked for once more, and keeps its address', async () => {
      const first = await publish()
      expect(await publish()).toEqual(first)
      expect(await told()).toEqual(['published'])
      expect(await publish(true)).toMatchObject({ path: first.path, names: true })
      await talk.send(coordinator, 'DELETE', '/versions/1/publication')
      expect((await publish()).path).toBe(first.path)
      expect(await told()).toEqual(['published', 'published', 'publication-withdrawn', 'published'])
    })

    it('[V21] is of a version that is there, and says how', async () => {
      const send = async (method: string, path: string, body?: unknown) =>
        (await problemOf(await talk.send(coordinator, method, path, body))).type
      const how = { names: false, indexed: false }
      expect(await send('PUT', '/versions/2/publication', how)).toBe('/problems/not-found')
      expect(await send('DELETE', '/versions/2/publication')).toBe('/problems/not-found')
      expect(await send('PUT', '/versions/een/publication', how)).toBe('/problems/not-found')
      expect(await send('PUT', '/versions/1/publication', { names: false })).toBe('/problems/invalid')
      expect(await send('PUT', '/versions/1/publication', { ...how, comments: true })).toBe('/problems/invalid')
    })

    it('[V25] is not carried along: who takes the agenda in elsewhere has published nothing', async () => {
      await publish()
      const dossier = await (await talk.send(coordinator, 'GET', '/dossier')).text()
      expect(dossier).not.toContain('"publications"')
      expect(dossier).toContain('"published"')
    })
  })

  describe('withdrawing', () => {
    it('[V24] holds at once, for the page and every file, also where they were kept', async () => {
      const { path } = await publish(false, true)
      const etag = (await server.ask(path)).headers.get('etag') ?? ''
      await pageAt(`${path}/json`)
      expect((await talk.send(coordinator, 'DELETE', '/versions/1/publication')).status).toBe(204)
      for (const part of ['', '/json', '/odt', '/check']) {
        const answer = await server.ask(`${path}${part}`, { headers: { 'if-none-match': etag } })
        expect([part, answer.status, answer.headers.get('x-robots-tag')]).toEqual([part, 410, 'noindex, nofollow'])
        expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
        const html = await answer.text()
        expect(html).toContain('niet meer openbaar')
        expect(html).not.toContain('Proefagenda')
      }
      expect((await versions(reader))[0]?.publication).toBeUndefined()
      expect((await talk.send(coordinator, 'DELETE', '/versions/1/publication')).status).toBe(204)
    })

    it('[V24] leaves no trace at an address that never was one', async () => {
      const { path } = await publish()
      const answers = await Promise.all(
        [
          `/v/${talk.agenda}.onbekend`,
          '/v/nergens.onbekend',
          '/v/onzin',
          `${path}x`,
          `${path}/exe`,
          `${path}/html`,
        ].map(async (address) => {
          const answer = await server.ask(address)
          return [answer.status, answer.headers.get('x-robots-tag'), await answer.text()]
        }),
      )
      for (const answer of answers) expect(answer).toEqual(answers[0])
      expect(answers[0]?.slice(0, 2)).toEqual([404, 'noindex, nofollow'])
    })
  })

  async function versions(as: Visitor): Promise<Versions['versions']> {
    return ((await (await talk.send(as, 'GET', '/versions')).json()) as Versions).versions
  }

  /** What the audit trail says of publishing, in order. */
  async function told(): Promise<string[]> {
    const trail = (await (await talk.send(coordinator, 'GET', '/audit')).json()) as { lines: { kind: string }[] }
    return trail.lines.map(({ kind }) => kind).filter((kind) => kind.startsWith('publi'))
  }
}

/** What the script of the documentation says. */
async function verify(version: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-check-'))
  try {
    const file = join(folder, 'version.json')
    await writeFile(file, version)
    return await new Promise((resolve) => {
      execFile(process.execPath, [script, file], (_error, said) => resolve(said))
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
