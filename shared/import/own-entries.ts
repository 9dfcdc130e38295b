import { isMasked } from '../amount.ts'
import type { Day } from '../date.ts'
import type { Owner } from '../item.ts'
import { agreementFields, type ImportField, indicatorFields } from './fields.ts'
import type { ImportedItem, ImportLine } from './imported-item.ts'
import { type KnownNames, splitKnown } from './known-names.ts'
import { readAmountText } from './read-amount.ts'
import { readDay } from './read-day.ts'
import { type RowReader, readChoice } from './row-reader.ts'
import { plainWord } from './table.ts'
import { vocabulary } from './vocabulary.ts'
import { readYesNo } from './yes-no.ts'

/** Whether a row has an agreement or an indicator of its own, so that it can belong to an item above it. */
export function hasOwnEntry(reader: RowReader): boolean {
  const fields: readonly ImportField[] = ['agreement', 'indicator', ...agreementFields, ...indicatorFields]
  return fields.some((field) => reader.text(field) !== '')
}

/** Gives an item the agreement and the indicator that a row has of its own. */
export function addOwnEntries(reader: RowReader, line: ImportLine, names: KnownNames, today: Day): void {
  const { item } = line
  if (!item) return
  const agreement = reader.plain('agreement')
  if (agreement !== '') item.agreements.push({ text: agreement, ...readAgreement(reader, line, names, today) })
  else if (agreementFields.some((field) => reader.text(field) !== '' && readYesNo(reader.text(field)) !== false))
    reader.warning(line, 'without-agreement', 'agreement')
  const name = reader.plain('indicator')
  if (name !== '') addIndicator(reader, item, name, line)
  else if (indicatorFields.some((field) => reader.text(field) !== ''))
    reader.warning(line, 'without-indicator', 'indicator')
}

/** A person or an organisation by its plain name. */
export function ownerBy(plain: string, names: KnownNames): Owner | undefined {
  const organisation = names.organisations.get(plain)
  return organisation ? { organisation } : names.persons.get(plain)
}

function readAgreement(
  reader: RowReader,
  line: ImportLine,
  names: KnownNames,
  today: Day,
): Owner & { due?: Day; done?: Day } {
  const { found, unknown } = splitKnown<Owner>(reader.text('who'), (plain) => ownerBy(plain, names))
  for (const name of unknown) reader.warning(line, 'unknown-organisation', 'who', name)
  const person = reader.text('person')
  const known = names.persons.get(plainWord(person))
  if (person !== '' && !known) reader.warning(line, 'unknown-person', 'person', person)
  const [due, done] = [readPlanned(reader, 'due', line), readDone(reader, line, today)]
  return Object.assign({}, ...found.reverse(), known && { person: known.person }, due && { due }, done && { done })
}

/** The day on which it was done. A plain "yes" is of the day on which it is said, as when it is ticked on the board. */
function readDone(reader: RowReader, line: ImportLine, today: Day): Day | undefined {
  const text = reader.text('done')
  const isDone = readYesNo(text)
  if (isDone === undefined) return readField(reader, 'done', line)
  if (isDone) reader.warning(line, 'done-today', 'done', text)
  return isDone ? today : undefined
}

/** A day to come. Whoever ticked that column said something else than when. */
function readPlanned(reader: RowReader, field: 'due' | 'targetDate', line: ImportLine): Day | undefined {
  const text = reader.text(field)
  const isTicked = readYesNo(text)
  if (isTicked) reader.warning(line, 'yes-without-day', field, text)
  return isTicked === undefined ? readField(reader, field, line) : undefined
}

/** A row for each measurement: the first row of an indicator says what it is. */
function addIndicator(reader: RowReader, item: ImportedItem, name: string, line: ImportLine): void {
  let indicator = item.indicators.find((known) => known.name === name)
  if (!indicator) {
    const [baseline, target] = [readNumber(reader, 'baseline', line), readNumber(reader, 'target', line)]
    const targetDate = readPlanned(reader, 'targetDate', line)
    indicator = {
      name,
      unit: reader.plain('unit'),
      ...(baseline !== undefined && { baseline }),
      ...(target !== undefined && { target }),
      ...(targetDate && { targetDate }),
      direction: readChoice(reader, 'direction', vocabulary.direction, line) ?? 'down',
      measurements: [],
    }
    item.indicators.push(indicator)
  }
  const [value, date] = [readNumber(reader, 'value', line), readField(reader, 'measured', line)]
  if (value === undefined) return
  if (date) indicator.measurements.push({ date, value, source: reader.plain('source') })
  else if (reader.text('measured') === '') reader.problem(line, 'no-measurement-day', 'value', reader.text('value'))
}

function readField(reader: RowReader, field: ImportField, line: ImportLine): Day | undefined {
  const text = reader.text(field)
  const value = readDay(text)
  if (text !== '' && !value) reader.problem(line, 'not-a-day', field, text)
  return value
}

/** A number that is masked is not told in the report either. */
function readNumber(reader: RowReader, field: ImportField, line: ImportLine) {
  const text = reader.text(field)
  const value = readAmountText(text)
  if (text !== '' && value === undefined) reader.problem(line, 'not-a-number', field, text)
  if (value !== undefined && isMasked(value) && !text.includes('<')) reader.warning(line, 'masked', field)
  return value
}
