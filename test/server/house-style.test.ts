import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { houseStyleSheet } from '../../server/http/house-style-sheet.ts'
import { readHouseStyles } from '../../server/http/read-house-styles.ts'
import { houseStylesIn } from '../../server/node/house-style.ts'
import { contrast } from '../../shared/colour.ts'
import { houseStyleOf } from '../../shared/house-style.ts'
import { makePng } from '../kit/png.ts'
import { removeFolder, startTestServer, type TestServer } from '../kit/server.ts'

const text = (words: string) => new TextEncoder().encode(words)

/** Reads a folder that holds these files. */
function read(json: unknown, files: Record<string, Uint8Array<ArrayBuffer>> = {}) {
  const all = { 'house-style.json': text(typeof json === 'string' ? json : JSON.stringify(json)), ...files }
  return readHouseStyles(async (name) => new Map(Object.entries(all)).get(name))
}

async function mistakes(json: unknown, files?: Record<string, Uint8Array<ArrayBuffer>>): Promise<string> {
  const answer = await read(json, files)
  return answer.ok ? '' : answer.mistakes.join('\n')
}

const one = (more: object) => ({ regions: [{ region: 'Drechtsteden', ...more }] })

describe('house-style.json', () => {
  it('[X17] gives each region its accent and logo, known by its name however it is written', async () => {
    const answer = await read(one({ accent: '#7A2E1D', logo: 'logo.png' }), { 'logo.png': makePng(300, 90) })
    if (!answer.ok) throw new Error(answer.mistakes.join())
    expect(answer.styles).toMatchObject([
      { key: 'drechtsteden', region: 'Drechtsteden', accent: '#7a2e1d', logo: { width: 300, height: 90 } },
    ])
    expect(houseStyleOf(answer.styles, 'DRECHTSTEDEN ')).toBe(answer.styles[0])
    expect(houseStyleOf(answer.styles, 'Proefregio')).toBeUndefined()
  })

  it('[X17] is refused with what is wrong, and what would do', async () => {
    expect(await mistakes('{')).toBe('house-style.json must be JSON')
    expect(await mistakes({ regions: [] })).toContain('regions must name at least one region')
    expect(await mistakes(one({ accent: 'rood' }))).toContain('accent must be a colour like #0b5b66')
    expect(await mistakes(one({ colour: '#000000' }))).toContain('colour')
    expect(await mistakes(one({ logo: '../geheim.png' }))).toContain('beside house-style.json')
    expect(await mistakes(one({ logo: 'logo.png' }))).toContain('logo logo.png is not there')
    expect(await mistakes({ regions: [{ region: 'Rijk' }, { region: 'RIJK' }] })).toContain('RIJK: is there twice')
    const answer = await readHouseStyles(async () => undefined)
    expect(answer).toEqual({ ok: false, mistakes: ['house-style.json is not there'], isThere: false })
  })

  it('[X17] takes no accent that cannot be read, and names one that can', async () => {
    const why = await mistakes(one({ accent: '#f39200' }))
    const better = /(#[0-9a-f]{6}) would do/.exec(why)?.[1] ?? ''
    expect(why).toContain('its contrast is 2.0 where 4.5 is needed')
    expect(contrast(better, '#ffffff')).toBeGreaterThan(4.5)
    expect(await mistakes(one({ accent: better }))).toBe('')
  })

  it('[X17] takes no logo that a PDF cannot hold', async () => {
    const why = (logo: Uint8Array<ArrayBuffer>) => mistakes(one({ logo: 'logo.png' }), { 'logo.png': logo })
    expect(await why(makePng(40, 20))).toBe('')
    expect(await why(makePng(40, 20, { alpha: true }))).toBe('')
    expect(await why(makePng(40, 20, { interlaced: true }))).toContain('must not be interlaced')
    expect(await why(makePng(40, 20, { depth: 16 }))).toContain('8 bits')
    expect(await why(makePng(4_100, 1))).toContain('at most 4000 pixels')
    expect(await why(text('<svg xmlns="http://www.w3.org/2000/svg"></svg>'))).toContain('is no PNG')
    expect(await why(new Uint8Array(600 << 10).fill(1))).toContain('is no PNG')
  })
})

it.each(['#7a2e1d', '#003d7a', '#5a2a82', '#1a1a1a', '#2d6a1f', '#8f0030', '#735500'])(
  '[X17] makes of %s tokens that can be read in the light and in the dark',
  (accent) => {
    const sheet = houseStyleSheet([{ key: 'rijk', region: 'Rijk', accent }])
    const tokens = new Map(
      [...sheet.matchAll(/--oa-color-([\w-]+):light-dark\((#[0-9a-f]{6}),(#[0-9a-f]{6})\)/g)].map(
        ([, name = '', light = '', dark = '']) => [name, { light, dark }],
      ),
    )
    const of = (name: string) => tokens.get(name) ?? { light: '', dark: '' }
    const both = (name: string, on: { light: string; dark: string }) => {
      expect(contrast(of(name).light, on.light), `${name} in the light`).toBeGreaterThanOrEqual(4.5)
      expect(contrast(of(name).dark, on.dark), `${name} in the dark`).toBeGreaterThanOrEqual(4.5)
    }
    for (const name of ['accent', 'accent-hover']) {
      for (const [light, dark] of [
        ['#edeae2', '#1f1c18'],
        ['#fffefc', '#26231e'],
        ['#ffffff', '#2e2b25'],
      ] as const)
        both(name, { light, dark })
      both(name, of('accent-subtle'))
      both(name, of('on-accent'))
    }
    for (const ink of [{ light: '#5c564d', dark: '#b9b2a6' }])
      expect(contrast(ink.light, of('accent-subtle').light)).toBeGreaterThanOrEqual(4.5)
  },
)

it('[X17] holds for a region whose name begins with a digit: a selector takes that only as a text', () => {
  const sheet = houseStyleSheet([{ key: '2-dalen', region: '2 Dalen', accent: '#7a2e1d' }])
  expect(sheet).toContain('html[data-region="2-dalen"]{')
})

describe('a board with a house style', () => {
  let folder: string
  let server: TestServer

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'house-style-'))
    await writeFile(
      join(folder, 'house-style.json'),
      JSON.stringify(one({ region: 'Drechtsteden', accent: '#7a2e1d', logo: 'logo.png' })),
    )
    await writeFile(join(folder, 'logo.png'), makePng(300, 90, { alpha: true }))
    server = await startTestServer({ settings: { houseStyle: folder } })
  })

  afterAll(async () => {
    await server.stop()
    await removeFolder(server.folder)
    await rm(folder, { recursive: true })
  })

  it('[X17] serves it to pages as a stylesheet and a picture, to everyone', async () => {
    const sheet = await server.ask('/huisstijl.css')
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(await sheet.text()).toMatch(
      /^html\[data-region="drechtsteden"\]\{--oa-color-accent:light-dark\(#7a2e1d,.*--oa-logo:url\(\/huisstijl\/drechtsteden\.png\)/,
    )
    const logo = await server.ask('/huisstijl/drechtsteden.png')
    expect(logo.headers.get('content-type')).toBe('image/png')
    expect((await logo.arrayBuffer()).byteLength).toBe(makePng(300, 90, { alpha: true }).length)
    for (const other of ['elders.png', 'house-style.json', '..%2fhouse-style.json'])
      expect((await server.ask(`/huisstijl/${other}`)).status).toBe(404)
  })

  it('[X17] makes files in it', async () => {
    const coordinator = await server.signIn('coordinator')
    const answer = await server.ask('/api/v1/agendas/drechtsteden/export/odt', { as: coordinator })
    const odt = new TextDecoder('latin1').decode(await answer.arrayBuffer())
    expect(odt).toContain('Pictures/logo.png')
  })

  it('[X17] does not start with one that is wrong, and says why', async () => {
    const start = startTestServer({ settings: { houseStyle: join(folder, 'nergens') } })
    await expect(start).rejects.toThrow(/HOUSE_STYLE names .*\n- house-style\.json is not there/)
    await expect(houseStylesIn(folder)).resolves.toHaveLength(1)
  })
})

it('[X17] is nothing where none was set', async () => {
  const server = await startTestServer()
  const sheet = await server.ask('/huisstijl.css')
  expect([sheet.status, await sheet.text()]).toEqual([200, ''])
  await server.stop()
  await removeFolder(server.folder)
})
