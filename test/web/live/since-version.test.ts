import { createComputed, createRoot } from 'solid-js'
import { describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { bodyFragment, titleText } from '../../../shared/document/read.ts'
import { writeRichText } from '../../../shared/document/rich-text.ts'
import { createItem, setItemValues, strikeItem } from '../../../shared/document/write.ts'
import { asId, type ItemId } from '../../../shared/ids.ts'
import { readContents } from '../../../shared/version/content.ts'
import type { Version } from '../../../shared/version/version.ts'
import { createSinceVersion, type SinceVersion, shownStatus } from '../../../web/live/since-version.ts'
import type { AgendaVersions } from '../../../web/live/versions.ts'
import { until } from './window.ts'

const [first, second, third] = ['een', 'twee', 'drie'].map((id) => asId<ItemId>(id)) as [ItemId, ItemId, ItemId]

function agendaOf(count = 3): Y.Doc {
  const doc = new Y.Doc()
  const ids = [first, second, third, ...Array.from({ length: count }, (_none, at) => asId<ItemId>(`nog-${at}`))]
  doc.transact(() => {
    for (const [at, id] of ids.slice(0, count).entries())
      createItem(doc, { id, title: `Punt ${at}`, duty: 'joint', rank: `a${at}` })
  })
  return doc
}

/** A server that has these versions, and counts how often one was fetched. */
function serverOf(versions: Pick<Version, 'number' | 'items'>[]) {
  const version = vi.fn((number: number) =>
    Promise.resolve({ ok: true, value: versions.find((one) => one.number === number) }),
  )
  const door = {
    versions: () => Promise.resolve({ ok: true, value: { versions: [...versions].reverse() } }),
    version,
  } as unknown as Pick<AgendaVersions, 'versions' | 'version'>
  return { door, fetched: version }
}

function frozen(doc: Y.Doc, number: number): Pick<Version, 'number' | 'items'> {
  const items = [...readContents(doc)].map(([item, content]) => ({ item, content }))
  return { number, items: items as Version['items'] }
}

function watch<Result>(
  doc: Y.Doc,
  server: ReturnType<typeof serverOf>,
  test: (since: SinceVersion) => Promise<Result>,
) {
  return createRoot(async (dispose) => {
    await test(createSinceVersion(doc, server.door)).finally(dispose)
  })
}

describe('[V9] what changed since the last version', () => {
  it('is nothing where no version was frozen', async () => {
    await watch(agendaOf(), serverOf([]), async (since) => {
      await since.ask()
      expect(since.number()).toBeUndefined()
      expect(since.change(first)).toBeUndefined()
    })
  })

  it('is told of each item: new, changed in title or text, struck, or the same', async () => {
    const doc = agendaOf()
    const server = serverOf([frozen(doc, 1)])
    titleText(doc, first)?.insert(0, 'Samen: ')
    strikeItem(doc, second, 'Vervallen')
    // Not among what is agreed.
    setItemValues(doc, third, { priority: 'high', status: 'discussing' })
    const fresh = asId<ItemId>('nieuw')
    createItem(doc, { id: fresh, title: 'Nieuw', duty: 'joint', rank: 'b0' })
    await watch(doc, server, async (since) => {
      await since.ask()
      await until(() => since.change(fresh) !== undefined)
      expect([first, second, third, fresh].map(since.change)).toEqual(['changed', 'struck', 'same', 'added'])
      const body = bodyFragment(doc, third)
      if (body) writeRichText(body, [{ type: 'paragraph', content: [{ type: 'text', text: 'Tekst', marks: {} }] }])
      await until(() => since.change(third) === 'changed')
      body?.delete(0, body.length)
      await until(() => since.change(third) === 'same')
    })
  })

  it('begins anew when another version is frozen, and fetches each version once', async () => {
    const doc = agendaOf()
    const versions = [frozen(doc, 1)]
    const server = serverOf(versions)
    titleText(doc, first)?.insert(0, 'Samen: ')
    await watch(doc, server, async (since) => {
      await since.ask()
      await until(() => since.change(first) === 'changed')
      versions.push(frozen(doc, 2))
      await since.ask()
      await until(() => since.change(first) === 'same')
      expect(since.number()).toBe(2)
      await since.ask()
      expect(server.fetched).toHaveBeenCalledTimes(2)
    })
  })

  it('costs what changed: an edit is compared for its own item alone', async () => {
    const doc = agendaOf(300)
    const server = serverOf([frozen(doc, 1)])
    await watch(doc, server, async (since) => {
      const runs = new Map<ItemId, number>()
      for (const id of [first, second, third])
        createComputed(() => {
          since.change(id)
          runs.set(id, (runs.get(id) ?? 0) + 1)
        })
      await since.ask()
      await until(() => since.change(asId('nog-296')) === 'same')
      const before = new Map(runs)
      titleText(doc, second)?.insert(0, 'x')
      titleText(doc, second)?.insert(0, 'y')
      await until(() => since.change(second) === 'changed')
      expect(runs.get(first)).toBe(before.get(first))
      expect(runs.get(third)).toBe(before.get(third))
      expect(runs.get(second)).toBe((before.get(second) ?? 0) + 1)
    })
  })

  it('shows as agreed what the last version holds unchanged, until somebody works on it', () => {
    expect(shownStatus('discussing', 'same')).toBe('agreed')
    expect(shownStatus('proposed', 'same')).toBe('agreed')
    expect(shownStatus('in-progress', 'same')).toBe('in-progress')
    expect(shownStatus('discussing', 'changed')).toBe('discussing')
    expect(shownStatus('proposed', undefined)).toBe('proposed')
  })
})
