import { hasBsn } from '../bsn.ts'
import { isSafeLink } from '../document/rich-text.ts'
import { cleanText } from '../export/clean.ts'
import type { ExportedAgenda, ExportedItem } from '../export/model.ts'
import type { OrganisationId, PersonId } from '../ids.ts'
import type { Owner } from '../item.ts'
import type { ImportedItem, ImportLine, ImportPlan, ImportProblem, ImportWarning } from './imported-item.ts'
import { isTooLong, wordsOf } from './item-words.ts'
import { type ImportContext, type KnownNames, knownNames } from './known-names.ts'
import { privacyOf } from './privacy.ts'
import { excerpt, unsaid } from './row-reader.ts'
import { unsafeLinksIn } from './safe-links.ts'
import { settle } from './settle.ts'
import { plainWord } from './table.ts'
import { type ThemeChoices, type ThemeFinder, themeFinder } from './themes.ts'

export type ExportChoices = {
  themes: ThemeChoices
  /**
   * What items of an earlier agenda say of where they come from: they are talked about anew. Without it they stay what they
   * are, with what they say of it themselves.
   */
  lineage: ((item: { number: number | undefined; title: string }) => string) | undefined
  /** Whether agreements that are done come along. */
  done: boolean
}

/** What the items of an exported agenda become on this one: by their names, since ids are of the other agenda. */
export function readExport(
  exported: Pick<ExportedAgenda, 'themes' | 'struck'>,
  context: ImportContext,
  choices: ExportChoices,
): ImportPlan {
  const names = knownNames(context)
  const themes = themeFinder(names.themes, choices.themes)
  // What was struck before has no place on the next agenda.
  const struck = choices.lineage ? [] : (exported.struck ?? [])
  const items = [...exported.themes.flatMap((theme) => theme.items), ...struck]
  const lines = items.map((item, index) => readOne(item, index, { names, themes, choices }))
  settle(lines, names)
  return { lines, unknownThemes: themes.unknown() }
}

function readOne(
  exported: ExportedItem,
  index: number,
  { names, themes, choices }: { names: KnownNames; themes: ThemeFinder; choices: ExportChoices },
): ImportLine {
  const number = exported.number ?? index + 1
  const title = exported.title.replace(/\s+/g, ' ').trim()
  const line: ImportLine = { key: exported.id, line: number, title, item: undefined, problems: [], warnings: [] }
  const problem = (reason: ImportProblem) => void line.problems.push({ line: number, column: '', reason, value: '' })
  const warning = (reason: ImportWarning, value = '') =>
    void line.warnings.push({ line: number, column: '', reason, value: excerpt(value) })
  const find = <Id>(name: string | undefined, known: ReadonlyMap<string, Id>, reason: ImportWarning) => {
    const id = name === undefined ? undefined : known.get(plainWord(name))
    if (name !== undefined && id === undefined) warning(reason, name)
    return id
  }
  const who = (of: { organisation?: string | undefined; person?: string | undefined } | undefined): Owner => {
    const organisation: OrganisationId | undefined = find(of?.organisation, names.organisations, 'unknown-organisation')
    const person: PersonId | undefined = find(of?.person, names.persons, 'unknown-person')?.person
    return { ...(organisation && { organisation }), ...(person && { person }) }
  }
  const all = <Id>(list: readonly string[], known: ReadonlyMap<string, Id>, reason: ImportWarning) =>
    list.flatMap((name) => find(name, known, reason) ?? [])

  const theme = themes.find(exported.theme)
  if (theme === 'unknown') warning('unknown-theme', exported.theme)
  // Our own export has none; a file that was made by hand can.
  const texts = [exported.body, ...exported.annexes.map(({ text }) => text)]
  const unsafe = exported.links.map(({ url }) => url).filter((url) => !isSafeLink(url))
  for (const url of [...unsafe, ...texts.flatMap(unsafeLinksIn)]) warning('unsafe-link', url)
  const isContinued = choices.lineage !== undefined
  if (exported.status === 'agreed' && !isContinued) warning('agreed')
  const status = exported.status === 'agreed' ? 'discussing' : exported.status
  const { duty, kind, priority, sectors, transition, reach, legalBasis, principles } = exported
  const item: ImportedItem = {
    ...{ title, duty, kind, sectors, reach, legalBasis, principles },
    ...(theme && theme !== 'unknown' && { theme }),
    status: isContinued ? 'proposed' : status,
    struckReason: isContinued ? '' : exported.struckReason,
    ...(priority && { priority }),
    owner: who(exported.owner),
    involved: all(exported.involved, names.organisations, 'unknown-organisation'),
    ...(transition && { transition: { from: transition.from, to: transition.to } }),
    plans: all(exported.plans, names.plans, 'unknown-plan'),
    lineage: choices.lineage ? choices.lineage({ number: exported.number, title }) : exported.lineage,
    related: exported.related.map((other) => other.title),
    body: cleanText(exported.body),
    annexes: exported.annexes.flatMap(({ municipality, text }) => {
      const id = find(municipality, names.organisations, 'unknown-organisation')
      return id ? { municipality: id, text: cleanText(text) } : []
    }),
    deadlines: exported.deadlines.map(({ name, date }) => ({ name, ...(date && { date }) })),
    links: exported.links
      .filter(({ url }) => isSafeLink(url))
      .map(({ name, url, kind: sort }) => ({ name, url, kind: sort })),
    agreements: exported.agreements
      .filter(({ done }) => choices.done || !done)
      .map(({ text, due, done, ...of }) => ({ text, ...who(of), ...(due && { due }), ...(done && { done }) })),
    indicators: exported.indicators.map(({ id: _id, ...indicator }) => indicator),
  }
  if (title === '') problem('no-title')
  for (const reason of new Set(wordsOf(item).map(privacyOf))) {
    if (reason === 'bsn') problem('bsn')
    if (reason === 'case') warning('case')
  }
  if (isTooLong(item)) problem('too-long')
  if (hasBsn(title)) line.title = unsaid
  line.item = item
  return line
}
