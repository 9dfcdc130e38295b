import { dutchDayOf } from '../dutch-day.ts'
import type { OrganisationId } from '../ids.ts'
import type { PartyAdoption } from '../version/api.ts'
import type { VersionMetadata } from '../version/version.ts'
import { clean, cleanLine } from './clean.ts'
import type { DocumentBlock } from './document.ts'
import { listed } from './facts.ts'
import type { ExportedAdoption, ExportedStep } from './model.ts'
import type { ExportWords } from './words.ts'

// How far the parties are with a version: the matrix of parties and their steps.

/** Of one version, by the names that its parties had then; with a party only that one. */
export function makeAdoption(
  { number, at, parties }: Pick<VersionMetadata, 'number' | 'at' | 'parties'>,
  adoption: readonly PartyAdoption[],
  party?: OrganisationId,
): ExportedAdoption {
  return {
    version: number,
    date: dutchDayOf(Date.parse(at)),
    parties: adoption.flatMap(({ organisation: id, outcome, steps }) => {
      const named = parties.find((one) => one.id === id)
      if (!named || (party !== undefined && party !== id)) return []
      const { name, kind } = named
      return [{ id, organisation: cleanLine(name), kind, outcome, steps: steps.map(toStep) }]
    }),
  }
}

function toStep({ id, body, name, capacity, state, recorded }: PartyAdoption['steps'][number]): ExportedStep {
  const { outcome, prepared, submitted, due, date, words, reference, link } = state
  return {
    id,
    body,
    ...(name && { name: cleanLine(name) }),
    capacity,
    outcome,
    ...(prepared && { prepared }),
    ...(submitted && { submitted }),
    ...(due && { due }),
    ...(date && { date }),
    ...(words && { words: clean(words) }),
    ...(reference && { reference: cleanLine(reference) }),
    ...(link && { link: cleanLine(link) }),
    ...(recorded && { recorded: recorded.at }),
    ...(recorded?.ground && { ground: cleanLine(recorded.ground) }),
  }
}

/** The same to read: per version a row for each step of each party. */
export function adoptionBlocks(adoption: readonly ExportedAdoption[], words: ExportWords): DocumentBlock[] {
  const { text, day } = words
  const { heading, none, column } = text.adoption
  const blocks: DocumentBlock[] = [{ kind: 'heading', level: 1, text: heading }]
  if (adoption.length === 0) blocks.push({ kind: 'paragraph', text: none })
  for (const { version, date, parties } of adoption) {
    const title = text.version(version, day(date))
    blocks.push({ kind: 'heading', level: 2, text: title })
    blocks.push({
      kind: 'table',
      title: text.adoption.of(title),
      header: [text.party, column.step, column.due, column.outcome, column.remarks],
      widths: [4, 4, 3, 4, 4],
      rows: parties.flatMap(({ organisation, steps }) =>
        steps.map((step) => [
          organisation,
          stepWords(step, words),
          step.due ? day(step.due) : '',
          outcomeWords(step, words),
          remarksOf(step, words),
        ]),
      ),
    })
  }
  return blocks
}

export function bodyWords({ body, name }: ExportedStep, { adoption }: ExportWords): string {
  return name ?? adoption.body[body]
}

export function stepWords(step: ExportedStep, words: ExportWords): string {
  return words.adoption.stepName(bodyWords(step, words), words.adoption.capacity[step.capacity])
}

function outcomeWords({ outcome, date, submitted }: ExportedStep, { adoption, day }: ExportWords): string {
  const said = adoption.outcome[outcome]
  if (date) return adoption.on(said, day(date))
  return submitted ? listed([said, adoption.submitted(day(submitted))]) : said
}

function remarksOf({ words: said, reference, link, ground }: ExportedStep, { text, adoption }: ExportWords): string {
  return [said, reference && adoption.reference(reference), link, ground && text.adoption.onBehalf(ground)]
    .filter(Boolean)
    .join('\n')
}
