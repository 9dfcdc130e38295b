import { expect } from 'vitest'
import type * as Y from 'yjs'
import { makeId, type VersionId } from '../../shared/ids.ts'
import type { VersionPreview, VersionSummary } from '../../shared/version/api.ts'
import type { Talk } from './comments.ts'
import type { Visitor } from './server.ts'

/** What a coordinator does to make versions of the agenda that is talked about. */
export function freezing(talk: Talk, coordinator: Visitor) {
  async function preview(): Promise<VersionPreview> {
    const answer = await talk.send(coordinator, 'GET', '/versions/preview')
    expect(answer.status).toBe(200)
    return (await answer.json()) as VersionPreview
  }

  const hashNow = async () => (await preview()).hash

  async function freeze(remark?: string): Promise<VersionSummary> {
    const wanted = { id: makeId<VersionId>(), expects: await hashNow(), ...(remark && { remark }) }
    const answer = await talk.send(coordinator, 'POST', '/versions', wanted)
    expect(answer.status).toBe(201)
    return (await answer.json()) as VersionSummary
  }

  /** What the room has once it has heard this change. */
  async function change(doc: Y.Doc, write: (doc: Y.Doc) => void, patience?: { timeout: number }): Promise<void> {
    const before = await hashNow()
    write(doc)
    await expect.poll(hashNow, patience).not.toBe(before)
  }

  return { preview, hashNow, freeze, change }
}
