import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bodyFragment, readItem, readItemIds, titleText } from '../../shared/document/read.ts'
import { readRichText } from '../../shared/document/rich-text.ts'
import { createItem, strikeItem } from '../../shared/document/write.ts'
import { asId, type ItemId, makeId, type VersionId } from '../../shared/ids.ts'
import { type Moments, moments } from '../../shared/moments.ts'
import type { VersionPreview } from '../../shared/version/api.ts'
import { problemOf } from '../kit/http.ts'
import { useRegion, useTalk, useWriting } from '../kit/region.ts'
import type { Runtime } from '../kit/server.ts'

/** What the past of an agenda promises, in whatever runtime: rules H2 and H4 of shared/SPEC.md. */
export function pastContract(start: () => Promise<Runtime>): void {
  const region = useRegion(start)
  const { coordinator, editor, parent } = region
  const talk = useTalk(region)
  const writing = useWriting(region, talk, editor)

  async function momentsOf(as = parent, question = ''): Promise<Moments> {
    const answer = await talk.send(as, 'GET', `/moments${question}`)
    expect(answer.status).toBe(200)
    return v.parse(moments, await answer.json())
  }

  async function past(at: string, as = parent): Promise<Y.Doc> {
    const answer = await talk.send(as, 'GET', `/past?at=${encodeURIComponent(at)}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, new Uint8Array(await answer.arrayBuffer()))
    return doc
  }

  /** Changes something, and gives the moment at which the room took it in. */
  async function change(write: (doc: Y.Doc) => void): Promise<string> {
    const { last } = await momentsOf(coordinator)
    write(writing.doc)
    let now = last
    await expect
      .poll(async () => {
        now = (await momentsOf(coordinator)).last
        return now
      })
      .not.toBe(last)
    return now ?? ''
  }

  const rename = (title: string) => (doc: Y.Doc) => {
    const text = titleText(doc, talk.item)
    text?.delete(0, text.length)
    text?.insert(0, title)
  }

  describe('a moment of the past', () => {
    it('[H2] [H4] is the whole document as it was: titles, texts, and what was not there yet', async () => {
      const template = readRichText(bodyFragment(writing.doc, talk.item))
      const later = asId<ItemId>('later-gekomen')
      const first = await change((doc) => doc.transact(() => rename('Eerst')(doc)))
      const second = await change((doc) =>
        doc.transact(() => {
          rename('Daarna')(doc)
          bodyFragment(doc, talk.item)?.delete(0, 1)
          createItem(doc, { id: later, title: 'Nieuw', duty: 'joint', rank: 'a0' })
          strikeItem(doc, talk.otherItem, 'Dubbel')
        }),
      )
      const now = await past(second)
      expect(readItem(now, talk.item)?.title).toBe('Daarna')
      expect(readItem(now, talk.otherItem)?.status).toBe('struck')
      const then = await past(first)
      expect(readItem(then, talk.item)?.title).toBe('Eerst')
      expect(readItem(then, talk.otherItem)?.status).not.toBe('struck')
      expect(readRichText(bodyFragment(then, talk.item))).toEqual(template)
      expect(readItemIds(then)).not.toContain(later)
      expect(readItemIds(now)).toContain(later)
      // From before there was anything there is nothing; from what is still to come, what there is.
      expect(readItemIds(await past('2001-01-01T00:00:00Z'))).toEqual([])
      expect(readItem(await past('2091-01-01T00:00:00.000+02:00'), talk.item)?.title).toBe('Daarna')
    })

    it.each(['', '?at=', '?at=gisteren', '?at=2026-13-01T00:00:00Z', '?at=1'])(
      '[H4] is asked for by a date and a time: %s',
      async (question) => {
        const problem = await problemOf(await talk.send(coordinator, 'GET', `/past${question}`))
        expect(problem.status).toBe(422)
        expect(problem.errors?.[0]?.path).toBe('query')
      },
    )
  })

  describe('the moments of an agenda', () => {
    it('[H4] tell when it changed, how often, and which versions were frozen', async () => {
      const before = await momentsOf()
      expect(before).toMatchObject({ span: 10, versions: [] })
      expect(before.first).toBeDefined()
      const at = await change(rename('Anders'))
      const preview = (await (await talk.send(coordinator, 'GET', '/versions/preview')).json()) as VersionPreview
      const frozen = await talk.send(coordinator, 'POST', '/versions', {
        id: makeId<VersionId>(),
        expects: preview.hash,
      })
      expect(frozen.status).toBe(201)
      const after = await momentsOf()
      expect(after.first).toBe(before.first)
      expect(after.last).toBe(at)
      expect(after.changes.at(-1)?.at).toBe(at)
      const edits = ({ changes }: Moments) => changes.reduce((total, { edits }) => total + edits, 0)
      expect(edits(after)).toBeGreaterThan(edits(before))
      expect(after.versions).toEqual([{ number: 1, at: ((await frozen.json()) as { at: string }).at }])
    })

    it('[H4] of a part are those within it, while the life stays what it is', async () => {
      const at = await change(rename('Anders'))
      const whole = await momentsOf()
      expect((await momentsOf(parent, `?from=${at}&to=${at}`)).changes).toEqual([{ at, edits: expect.any(Number) }])
      const earlier = await momentsOf(parent, '?to=2001-01-01T00:00:00Z')
      expect(earlier.changes).toEqual([])
      expect([earlier.first, earlier.last]).toEqual([whole.first, whole.last])
      expect((await talk.send(parent, 'GET', '/moments?from=toen')).status).toBe(422)
    })
  })

  it('[H4] nobody has the room read the past all day: who asks too much is asked to wait, and nobody else', async () => {
    const statuses: number[] = []
    while (!statuses.includes(429) && statuses.length < 2000) {
      const asked = await Promise.all(Array.from({ length: 20 }, () => talk.send(editor, 'GET', '/moments')))
      statuses.push(...asked.map(({ status }) => status))
    }
    expect(statuses).toContain(429)
    const refused = await talk.send(editor, 'GET', '/moments')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await problemOf(refused)).type).toBe('/problems/too-fast')
    expect((await momentsOf(parent)).versions).toEqual([])
  })
}
