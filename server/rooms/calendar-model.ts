import type { Member } from '../../shared/agenda.ts'
import { readAgendaHead } from '../../shared/document/read.ts'
import { cleanLine } from '../../shared/export/clean.ts'
import type { ExportedAgenda } from '../../shared/export/model.ts'
import { sha256Hex } from '../../shared/hash.ts'
import { mayReadDraft } from '../../shared/roles.ts'
import { draftModel, type ModelChoice, versionModel } from './export-model.ts'
import type { Room } from './room.ts'

/** Also the days on which parties are to adopt. */
const choice: ModelChoice = { annexes: ['adoption'] }

/**
 * What somebody's calendar may show now (rule X13): the living agenda to who reads drafts, the last version to who does
 * not. Calendars ask every few hours, mostly for nothing new: `tag` says which state it is without making the model.
 */
export function calendarModel(room: Room, { role }: Member): { tag: string; model: () => ExportedAgenda } {
  const { store } = room
  const draft = mayReadDraft(role)
  const edit = store.lastEdit()
  const state = [room.epoch, draft, edit.seq, store.trail.lastHash()]
  return {
    tag: `"${sha256Hex(JSON.stringify(state)).slice(0, 32)}"`,
    model: () => {
      // Dated by its last edit and not by now, so that the same state is the same file.
      if (draft) return draftModel(room, choice, edit.at)
      const last = store.versions.last()
      return (last && versionModel(room, last.number, choice)) ?? nothingYet(room, edit.at)
    },
  }
}

/** Nothing was agreed yet: the agenda by its name, without a day in it. */
function nothingYet(room: Room, at: number): ExportedAgenda {
  return {
    id: room.agenda,
    title: cleanLine(readAgendaHead(room.doc).title),
    region: cleanLine(room.store.setting('region') ?? ''),
    edition: { kind: 'draft', at: new Date(at).toISOString() },
    parties: [],
    plans: [],
    themes: [],
    allThemes: [],
  }
}
