import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commentsContract } from '../contract/comments.ts'
import { Talk } from '../kit/comments.ts'
import { startNodeRuntime } from '../kit/server.ts'

describe('on Node: comments', () => commentsContract(startNodeRuntime))

describe('[C3] of a citizen service number that was refused', () => {
  it('nothing is on the disk, and nothing in the log', async () => {
    const server = await startNodeRuntime()
    try {
      const talk = await Talk.begin(server, await server.signIn('coordinator'))
      const parent = await server.signIn('voorzitter-ouderplatform')
      await talk.say(parent, 'Dit blijft staan.')
      const answer = await talk.send(parent, 'POST', '/comments', talk.wanted(parent, 'Het nummer is 123456782.'))
      expect(answer.status).toBe(422)
      const onDisk = await everything(server.folder)
      expect(onDisk).toContain('Dit blijft staan.')
      expect(onDisk).not.toContain('123456782')
      expect(server.logged.join('\n')).not.toContain('123456782')
    } finally {
      await server.stop()
    }
  })
})

async function everything(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))
  return texts.join('\n')
}
