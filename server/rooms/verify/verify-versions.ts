import { contentHash } from '../../../shared/audit.ts'
import { itemHash } from '../../../shared/version/content.ts'
import { type FrozenItem, versionHash } from '../../../shared/version/version.ts'
import type {
  AdoptionReminderRow,
  AdoptionSettingRow,
  AdoptionStateRow,
  VersionHead,
  VersionReader,
} from '../../store/version-store.ts'
import { settingSaid, stateSaid, stepsSaid } from '../record/adoption.ts'
import { reminderSaid } from '../record/reminders.ts'
import { asidesOf } from '../record/versions.ts'
import type { Finding } from './finding.ts'
import { type AuditLines, subjectOf } from './verify-trail.ts'

/** What of the versions is not as it was frozen, and what of their adoption is not as it was recorded (rules K2 and V1). */
export function* verifyVersions(
  versions: Pick<
    VersionReader,
    'heads' | 'items' | 'adoptionStates' | 'adoptionSettings' | 'adoptionSteps' | 'adoptionReminders'
  >,
  lines: AuditLines,
): Iterable<Finding> {
  try {
    yield* verifyAgreed(versions, lines)
  } catch {
    // No JSON any more: it was changed.
    yield { table: 'versions', row: 'all', what: 'they cannot be read' }
  }
}

function* verifyAgreed(versions: Parameters<typeof verifyVersions>[0], lines: AuditLines): Iterable<Finding> {
  const told = lines.filter(({ kind }) => kind === 'version')
  const heads = versions.heads()
  if (told.length !== heads.length)
    yield { table: 'versions', row: 'all', what: 'there are not as many as the audit trail tells' }
  let previous: VersionHead | undefined
  for (const [index, head] of heads.entries()) {
    yield* verifyVersion(head, previous, () => versions.items(head.number), told[index])
    previous = head
  }
  yield* verifyStates(versions.adoptionStates(), lines)
  yield* verifyReminders(versions.adoptionReminders(), lines)
  const settings = versions.adoptionSettings().map((row) => ({
    row: row.organisation,
    isTold: (line: AuditLines[number]) => isSetBy(row, line) && isSaid(line, settingSaid(row)),
  }))
  const settingKinds = ['adoption-steps', 'adoption-steps-on-behalf']
  yield* verifySteps('adoption_settings', settings, stepsTold(lines, settingKinds, 'organisation'))
  const begun = versions.adoptionSteps().map(({ version, organisation, steps }) => ({
    row: `${version} ${organisation}`,
    isTold: (line: AuditLines[number]) => isSaid(line, stepsSaid(steps)),
  }))
  yield* verifySteps('adoption_steps', begun, stepsTold(lines, ['adoption-begun'], 'version', 'organisation'))
}

function* verifyVersion(
  head: VersionHead,
  previous: VersionHead | undefined,
  read: () => FrozenItem[],
  line: AuditLines[number] | undefined,
): Iterable<Finding> {
  const { number, id, at, person, metadata, positions, hash } = head
  const wrong = (what: string): Finding => ({ table: 'versions', row: number, what })
  if (number !== (previous?.number ?? 0) + 1) yield wrong('a version before it is missing')
  if (metadata.previous !== previous?.hash) yield wrong('does not follow the version before it')
  if (metadata.number !== number || metadata.at !== new Date(at).toISOString())
    yield wrong('its number and moment are not what its metadata says')
  let items: FrozenItem[]
  try {
    items = read()
  } catch {
    // A piece is gone, or no JSON any more.
    yield wrong('its items cannot be read')
    return
  }
  for (const { item, salt, hash: claimed, content } of items)
    if (itemHash(salt, content) !== claimed)
      yield { table: 'version_items', row: `${number} ${item}`, what: 'its hash does not follow from what it says' }
  if (versionHash(metadata, items, positions) !== hash) yield wrong('its hash does not follow from what it says')
  const subject = line && subjectOf(line)
  const isTold =
    line?.person === person &&
    line.at === at &&
    subject?.version === id &&
    subject.number === number &&
    subject.hash === hash
  if (!isTold) yield wrong('not what the audit trail tells')
  else if (line && !isSaid(line, asidesOf(items))) yield wrong('how its items stood is not what was written')
}

function* verifyStates(rows: readonly AdoptionStateRow[], lines: AuditLines): Iterable<Finding> {
  const told = lines.filter(({ kind }) => kind === 'adoption' || kind === 'adoption-on-behalf')
  const wrong = (row: string | number, what: string): Finding => ({ table: 'adoption_states', row, what })
  if (told.length !== rows.length) yield wrong('all', 'there are not as many as the audit trail tells')
  for (const [index, row] of rows.entries()) {
    const line = told[index]
    const subject = line && subjectOf(line)
    const isTold =
      line?.person === row.person &&
      line.at === row.at &&
      (line.kind === 'adoption-on-behalf') === (row.ground !== null) &&
      subject?.version === row.version &&
      subject.organisation === row.organisation &&
      subject.step === row.step &&
      subject.outcome === row.state.outcome
    if (!isTold) yield wrong(index + 1, 'not what the audit trail tells')
    else if (line && !isSaid(line, stateSaid(row))) yield wrong(index + 1, 'not what was recorded')
  }
}

function* verifyReminders(rows: readonly AdoptionReminderRow[], lines: AuditLines): Iterable<Finding> {
  const told = lines.filter(({ kind }) => kind === 'adoption-reminder')
  const wrong = (row: string | number, what: string): Finding => ({ table: 'adoption_reminders', row, what })
  if (told.length !== rows.length) yield wrong('all', 'there are not as many as the audit trail tells')
  for (const [index, row] of rows.entries()) {
    const line = told[index]
    const subject = line && subjectOf(line)
    const isTold =
      line?.person === row.person &&
      line.at === row.at &&
      subject?.version === row.version &&
      subject.organisation === row.organisation &&
      subject.step === row.step
    if (!isTold) yield wrong(index + 1, 'not what the audit trail tells')
    else if (line && !isSaid(line, reminderSaid(row))) yield wrong(index + 1, 'not who got it')
  }
}

/** Whether it was told of who set the steps of a party; of who did so before that was kept, it is told in the trail alone. */
function isSetBy({ person, ground, at }: AdoptionSettingRow, line: AuditLines[number]): boolean {
  if ((line.kind === 'adoption-steps-on-behalf') !== (ground !== null)) return false
  return person === null ? at === null : line.person === person && line.at === at
}

/** The last line of some kinds about each thing, by the ids that it names. */
function stepsTold(lines: AuditLines, kinds: string[], ...ids: string[]): Map<string, AuditLines[number]> {
  return new Map(
    lines
      .filter(({ kind }) => kinds.includes(kind))
      .map((line) => [ids.map((id) => subjectOf(line)[id]).join(' '), line]),
  )
}

function* verifySteps(
  table: string,
  rows: readonly { row: string; isTold: (line: AuditLines[number]) => boolean }[],
  told: Map<string, AuditLines[number]>,
): Iterable<Finding> {
  for (const { row, isTold } of rows) {
    const line = told.get(row)
    told.delete(row)
    if (!line || !isTold(line)) yield { table, row, what: 'not what the audit trail tells' }
  }
  for (const row of told.keys()) yield { table, row, what: 'missing; the audit trail tells of it' }
}

function isSaid({ contentHash: hash, salt }: AuditLines[number], said: string): boolean {
  return salt === null || contentHash(salt, said) === hash
}
