import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { FolderInUse, lockFolder } from '../../server/node/lock.ts'
import { freePort, startServerProcess } from '../kit/process.ts'
import { removeFolder } from '../kit/server.ts'

let folder = ''
afterEach(() => removeFolder(folder))

describe('a data folder', () => {
  it('[R7] belongs to one process: a second one says so and does not start', async () => {
    folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-lock-'))
    const first = await startServerProcess(folder, await freePort())
    await expect(startServerProcess(folder, await freePort())).rejects.toThrow('Another board is running on')
    expect(() => lockFolder(folder)).toThrow(FolderInUse)
    await first.kill()
    // However the first one ended, the folder is free again.
    const next = await startServerProcess(folder, await freePort())
    expect(await next.stop()).toBe(0)
  })

  it('is not touched by a server whose port is taken, which says what to do', async () => {
    folder = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-lock-'))
    const port = await freePort()
    const first = await startServerProcess(folder, port)
    const other = await mkdtemp(join(tmpdir(), 'ontwikkelagenda-lock-'))
    await expect(startServerProcess(other, port)).rejects.toThrow(`Something else listens on port ${port} already`)
    await removeFolder(other)
    await first.kill()
  })
})
