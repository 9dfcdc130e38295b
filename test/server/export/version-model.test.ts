import { expect, it } from 'vitest'
import { makeExportModel } from '../../../shared/export/make-model.ts'
import type { ExportedItem } from '../../../shared/export/model.ts'
import { makeVersionModel } from '../../../shared/export/version-model.ts'
import { readDraft, type Version } from '../../../shared/version/version.ts'
import { demoSource } from './agendas.ts'

it('[X1] says of a version what the draft said when it was frozen, and that it is agreed', () => {
  const source = demoSource()
  const { doc, region, organisations, plans, numbers, members } = source
  const draft = readDraft(doc, {
    region,
    organisations,
    // The demo's own, whole: a version keeps whose they are.
    plans: plans as Parameters<typeof readDraft>[1]['plans'],
    numbers,
    previous: undefined,
  })
  const version: Version = {
    number: 1,
    hash: 'f'.repeat(64),
    by: members[0]?.person ?? ('' as never),
    metadata: { ...draft.metadata, at: '2026-11-22T12:00:00.000Z' },
    positions: {},
    items: draft.items.map((item) => ({ ...item, salt: '', hash: '' })),
  }
  const people = new Map(members.map(({ person, name }) => [person, name]))
  const frozen = makeVersionModel(source.id, version, people)
  const living = makeExportModel(source)
  expect(frozen.edition).toEqual({
    kind: 'version',
    number: 1,
    at: version.metadata.at,
    date: '2026-11-22',
    hash: 'f'.repeat(64),
  })
  const plain = ({ status: _status, related: _related, ...item }: ExportedItem) => item
  const items = (agenda: typeof living) => agenda.themes.map(({ name, items }) => ({ name, items: items.map(plain) }))
  expect(items(frozen)).toEqual(items(living))
  const statuses = frozen.themes.flatMap((theme) => theme.items).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set(['agreed', 'in-progress', 'done']))
})
