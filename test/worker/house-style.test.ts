import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { makePng } from '../kit/png.ts'
import { startTestWorker, type TestWorker, wranglerConfig } from '../kit/worker.ts'

const root = join(import.meta.dirname, '../..')

describe('on workerd: a house style that is deployed along with the web app', () => {
  let folder: string
  let worker: TestWorker

  afterEach(async () => {
    await worker.stop()
    await rm(folder, { recursive: true })
  })

  /** The product with these files among those of the web app. */
  async function startWith(files: Record<string, string | Uint8Array>): Promise<void> {
    folder = await mkdtemp(join(tmpdir(), 'house-style-'))
    await mkdir(join(folder, 'web/huisstijl'), { recursive: true })
    await writeFile(join(folder, 'web/index.html'), '<!doctype html><title>Ontwikkelagenda</title>')
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, 'web/huisstijl', name), content)
    const config = (await readFile(wranglerConfig, 'utf8'))
      .replace('"server/worker.ts"', JSON.stringify(join(root, 'server/worker.ts')))
      .replace('"dist/web"', JSON.stringify(join(folder, 'web')))
    const configPath = join(folder, 'wrangler.toml')
    await writeFile(configPath, config)
    worker = await startTestWorker({ configPath })
  }

  it('[X17] is served to pages, and files are made in it', async () => {
    const regions = [{ region: 'Drechtsteden', accent: '#7a2e1d', logo: 'logo.png' }]
    await startWith({ 'house-style.json': JSON.stringify({ regions }), 'logo.png': makePng(300, 90) })
    const sheet = await worker.ask('/huisstijl.css')
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(await sheet.text()).toContain('html[data-region="drechtsteden"]{--oa-color-accent:light-dark(#7a2e1d,')
    expect((await worker.ask('/huisstijl/drechtsteden.png')).headers.get('content-type')).toBe('image/png')
    const coordinator = await worker.signIn('coordinator')
    const answer = await worker.ask('/api/v1/agendas/drechtsteden/export/odt', { as: coordinator })
    expect(new TextDecoder('latin1').decode(await answer.arrayBuffer())).toContain('Pictures/logo.png')
  }, 60_000)

  it('[X17] is as good as none when it is wrong, and the board goes on', async () => {
    await startWith({ 'house-style.json': JSON.stringify({ regions: [{ region: 'Rijk', accent: '#ffff00' }] }) })
    const sheet = await worker.ask('/huisstijl.css')
    expect([sheet.status, await sheet.text()]).toEqual([200, ''])
    expect(worker.harness.getLogs().some(({ message }) => message.includes('house-style-refused'))).toBe(true)
  }, 60_000)
})
