import type { ExportAnnex } from '../../shared/export/choices.ts'
import { type ExportChoice, makeExportModel } from '../../shared/export/make-model.ts'
import type { ExportedAgenda } from '../../shared/export/model.ts'
import { makeVersionModel } from '../../shared/export/version-model.ts'
import { draftAnnexes, versionAnnexes } from './export-annexes.ts'
import { wholeVersion } from './record/versions.ts'
import type { Room } from './room.ts'

/** Which part of the agenda is asked for, and which annexes behind it. */
export type ModelChoice = ExportChoice & { annexes?: readonly ExportAnnex[] | undefined }

/** The living agenda as exports say it: read in one turn, so that it is as it was at one moment. Rendering is for elsewhere. */
export function draftModel(room: Room, choice: ModelChoice, now: number): ExportedAgenda {
  const { organisations, plans } = room.store.seat()
  const model = makeExportModel(
    {
      doc: room.doc,
      id: room.agenda,
      region: room.store.setting('region') ?? '',
      edition: { kind: 'draft', at: new Date(now).toISOString() },
      organisations,
      // Also who left: what they promised still names them.
      members: room.store.everyMember(),
      plans,
      numbers: new Map(room.store.items().map(({ item, number }) => [item, number])),
    },
    choice,
  )
  return { ...model, ...draftAnnexes(room, choice, now) }
}

/** A version that was frozen, as exports say it; undefined when there is none of that number. */
export function versionModel(room: Room, number: number, choice: ModelChoice): ExportedAgenda | undefined {
  const version = wholeVersion(room.store, number)
  if (!version) return undefined
  const people = new Map(room.store.everyMember().map(({ person, name }) => [person, name]))
  const model = makeVersionModel(room.agenda, version, people, choice)
  return { ...model, ...versionAnnexes(room, version, choice) }
}
