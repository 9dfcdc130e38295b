import type { Owner } from '../item.ts'
import type { ImportField } from './fields.ts'
import type { ImportedItem, ImportLine, ImportWarning } from './imported-item.ts'
import { type KnownNames, splitKnown } from './known-names.ts'
import { ownerBy } from './own-entries.ts'
import { heading, plainToBody } from './plain-body.ts'
import { readAgreements, readDeadlines, readLinks } from './read-entries.ts'
import type { ImportDefaults } from './read-tables.ts'
import { type RowReader, readChoice } from './row-reader.ts'
import { plainWord } from './table.ts'
import type { ThemeFinder } from './themes.ts'
import { type Vocabulary, vocabulary } from './vocabulary.ts'

/** The item that a row makes, without what rows have of their own; what is wrong with it is noted on its line. */
export function readItem(
  reader: RowReader,
  line: ImportLine,
  { names, themes, defaults }: { names: KnownNames; themes: ThemeFinder; defaults: ImportDefaults },
): ImportedItem {
  const theme = themes.find(reader.plain('theme'))
  if (theme === 'unknown') reader.warning(line, 'unknown-theme', 'theme', reader.text('theme'))
  const status = readChoice(reader, 'status', vocabulary.status, line)
  if (status === 'agreed') reader.warning(line, 'agreed', 'status', reader.text('status'))
  const priority = readChoice(reader, 'priority', vocabulary.priority, line)
  const transition = readTransition(reader, line)
  const { deadlines, wrong, vague, ticked } = readDeadlines(reader.text('deadlines'))
  for (const piece of wrong) reader.problem(line, 'not-a-day', 'deadlines', piece)
  for (const piece of vague) reader.warning(line, 'without-day', 'deadlines', piece)
  for (const piece of ticked) reader.warning(line, 'yes-without-day', 'deadlines', piece)
  const { links, unsafe } = readLinks(reader.text('links'))
  for (const piece of unsafe) reader.warning(line, 'unsafe-link', 'links', piece)
  const list = <Value>(field: ImportField, words: Vocabulary<Value>, reason: ImportWarning = 'unknown-word') => {
    const { found, unknown } = splitKnown(reader.text(field), (plain) => words.get(plain))
    for (const name of unknown) reader.warning(line, reason, field, name)
    return found
  }
  return {
    title: line.title,
    ...(theme && theme !== 'unknown' && { theme }),
    duty: readChoice(reader, 'duty', vocabulary.duty, line) ?? defaults.duty,
    kind: readChoice(reader, 'kind', vocabulary.kind, line) ?? 'oogo-subject',
    // Agreed is not written: a version makes it so.
    status: status === 'agreed' ? 'discussing' : (status ?? 'proposed'),
    struckReason: status === 'struck' ? reader.plain('struckReason') : '',
    ...(priority && priority !== 'none' && { priority }),
    owner: readOwner(reader, line, names),
    involved: list('involved', names.organisations, 'unknown-organisation'),
    sectors: list('sectors', vocabulary.sector),
    ...(transition && { transition }),
    reach: readChoice(reader, 'reach', vocabulary.reach, line) ?? 'regional',
    legalBasis: list('legalBasis', vocabulary.legalBasis),
    principles: list('principles', vocabulary.principle),
    plans: list('plans', names.plans, 'unknown-plan'),
    lineage: reader.plain('lineage'),
    related: readRelated(reader.text('related')),
    ...readBody(reader, names),
    deadlines,
    links: links.map((link) => ({ ...link, kind: 'document' })),
    agreements: readAgreements(reader.text('agreements'), names),
    indicators: [],
  }
}

function readOwner(reader: RowReader, line: ImportLine, names: KnownNames): Owner {
  const { found, unknown } = splitKnown<Owner>(reader.text('owner'), (plain) => ownerBy(plain, names))
  for (const name of unknown) reader.warning(line, 'unknown-organisation', 'owner', name)
  // Of several organisations one pulls: the first.
  const owner: Owner = Object.assign({}, ...found.reverse())
  const person = reader.text('ownerPerson')
  const known = names.persons.get(plainWord(person))
  if (person !== '' && !known) reader.warning(line, 'unknown-person', 'ownerPerson', person)
  return known ? { organisation: known.organisation, ...owner, person: known.person } : owner
}

function readTransition(reader: RowReader, line: ImportLine): ImportedItem['transition'] {
  const text = reader.plain('transition')
  if (text === '') return undefined
  const [, from = '', to = ''] = /^(?:van |from )?(.+?)\s*(?:\s(?:naar|to)\s|→|->|\s[-–]\s)\s*(.+)$/i.exec(text) ?? []
  const [start, end] = [vocabulary.sector.get(plainWord(from)), vocabulary.sector.get(plainWord(to))]
  if (start && end) return { from: start, to: end }
  reader.warning(line, 'unknown-word', 'transition', text)
  return undefined
}

/** The titles of others, without the numbers that our own export puts before them. */
function readRelated(text: string): string[] {
  return text
    .split(/[\n;]/)
    .map((other) => other.replace(/^\s*\d+\.\s+/, '').trim())
    .filter((other) => other !== '')
}

/** How our own export begins a local annex in the text. */
const annexHead = /(?:^|\n)(?:Lokale bijlage|Local annex): ([^\n]+)\n/

/** Several columns of text each become a part with the column's name above it. */
function readBody(reader: RowReader, names: KnownNames): Pick<ImportedItem, 'body' | 'annexes'> {
  const parts = reader.parts('body')
  const annexes: ImportedItem['annexes'] = []
  const body = parts.flatMap(({ name, text }) => {
    const [first = '', ...rest] = text.split(annexHead)
    let own = first
    for (let at = 0; at < rest.length; at += 2) {
      const [place = '', said = ''] = rest.slice(at, at + 2)
      const municipality = names.organisations.get(plainWord(place))
      if (municipality) annexes.push({ municipality, text: plainToBody(said) })
      else own += `\n${place}\n${said}`
    }
    const blocks = plainToBody(own)
    return parts.length > 1 && blocks.length > 0 ? [heading(name), ...blocks] : blocks
  })
  return { body, annexes }
}
