import * as v from 'valibot'
import { type ExportChoice, makeExportModel } from '../../shared/export/make-model.ts'
import type { ExportedAgenda } from '../../shared/export/model.ts'
import { makeVersionModel } from '../../shared/export/version-model.ts'
import { isId, type OrganisationId, type ThemeId } from '../../shared/ids.ts'
import { wholeVersion } from './record/versions.ts'
import type { Room } from './room.ts'

/** Which part of the agenda is asked for. */
export const exportQuestion = v.object({
  party: v.optional(v.custom<OrganisationId>(isId, 'party is the id of an organisation')),
  theme: v.optional(v.custom<ThemeId>(isId, 'theme is the id of a theme')),
  version: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}$/, 'version is a number'), v.transform(Number))),
  struck: v.optional(
    v.pipe(
      v.picklist(['yes', 'no']),
      v.transform((answer) => answer === 'yes'),
    ),
  ),
})

/** The living agenda as exports say it: read in one turn, so that it is as it was at one moment. Rendering is for elsewhere. */
export function draftModel(room: Room, choice: ExportChoice, now: number): ExportedAgenda {
  const { organisations, plans } = room.store.seat()
  return makeExportModel(
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
}

/** A version that was frozen, as exports say it; undefined when there is none of that number. */
export function versionModel(room: Room, number: number, choice: ExportChoice): ExportedAgenda | undefined {
  const version = wholeVersion(room.store, number)
  const people = new Map(room.store.everyMember().map(({ person, name }) => [person, name]))
  return version && makeVersionModel(room.agenda, version, people, choice)
}
