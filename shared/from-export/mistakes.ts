import { hasBsn } from '../bsn.ts'
import { longest } from '../document/longest.ts'
import { type Block, isSafeLink, type RichText } from '../document/rich-text.ts'
import type { ExportedItem } from '../export/model.ts'
import { isId } from '../ids.ts'
import type { AgendaFile, NewFromFile } from './file.ts'

/** What of a file does not fit, and where. `item` is the number or title of the item in which it stands. */
export type FileMistake = { path: string; reason: FileReason; item?: string }

export const fileReasons = {
  id: 'Not an id: 1 to 64 letters, digits, - and _',
  twice: 'There twice',
  empty: 'May not be empty',
  long: 'Too long',
  party: 'Not among the parties',
  plan: 'Not among the plans',
  theme: 'Not among the themes',
  number: 'A number from 1 up, each once',
  rank: 'Not a rank',
  link: 'Not a web or mail address',
  deep: 'Nests too deep',
  status: 'Struck items stand in struck, and only they',
  period: 'Ends before it begins',
  bsn: 'Looks like a citizen service number',
} as const
export type FileReason = keyof typeof fileReasons

/** A name on record, such as that of a party. */
const longestName = 500
const highestNumber = 1_000_000
/** The reader's own depth: what nests deeper would lose its shape. */
const deepestText = 20

/** What of a file could not be written by anyone on a board, or does not fit together (rule I21). */
export function* mistakesIn({ file, party, referenceNumbers = false }: NewFromFile): Iterable<FileMistake> {
  const look = new Look(file, referenceNumbers)
  yield* look.head()
  if (party !== undefined && !file.parties.some(({ id }) => id === party)) yield { path: 'party', reason: 'party' }
  for (const [index, theme] of file.themes.entries())
    for (const [place, item] of theme.items.entries())
      yield* look.item(item, `file.themes.${index}.items.${place}`, false)
  for (const [place, item] of (file.struck ?? []).entries()) yield* look.item(item, `file.struck.${place}`, true)
}

class Look {
  readonly #file: AgendaFile
  readonly #allowsNumbers: boolean
  readonly #parties: ReadonlySet<string>
  readonly #planNames: ReadonlyMap<string, string>
  readonly #plans = new Set<string>()
  readonly #twinPlans = new Set<string>()
  readonly #themes: ReadonlySet<string>
  readonly #items = new Set<string>()
  readonly #numbers = new Set<number>()

  constructor(file: AgendaFile, allowsNumbers: boolean) {
    this.#file = file
    this.#allowsNumbers = allowsNumbers
    this.#parties = new Set(file.parties.map(({ name }) => name))
    this.#planNames = new Map(file.plans.map(({ id, name }) => [id, name]))
    for (const { name } of file.plans) (this.#plans.has(name) ? this.#twinPlans : this.#plans).add(name)
    this.#themes = new Set(['', ...file.allThemes.map(({ name }) => name)])
  }

  *head(): Iterable<FileMistake> {
    const { title, region, period, parties, plans, allThemes, themes } = this.#file
    yield* this.#text(title, 'file.title')
    yield* this.#text(region, 'file.region', longestName)
    if (period && period.to < period.from) yield { path: 'file.period', reason: 'period' }
    yield* ids(parties, 'file.parties')
    yield* twice(parties, 'file.parties', 'name')
    for (const [index, { name, short, code = '', website }] of parties.entries()) {
      const at = `file.parties.${index}`
      for (const [key, text] of Object.entries({ name, short })) {
        if (text.trim() === '') yield { path: `${at}.${key}`, reason: 'empty' }
        yield* this.#text(text, `${at}.${key}`, longestName)
      }
      if (code.length > longestName) yield { path: `${at}.code`, reason: 'long' }
      if (website !== undefined && !(/^https?:\/\//.test(website) && website.length <= longestName))
        yield { path: `${at}.website`, reason: 'link' }
    }
    yield* ids(plans, 'file.plans')
    for (const [index, { name, organisation }] of plans.entries()) {
      yield* this.#text(name, `file.plans.${index}.name`, longestName)
      yield* known(organisation, this.#parties, 'party', `file.plans.${index}.organisation`)
    }
    yield* ids(allThemes, 'file.allThemes')
    for (const [index, { name }] of allThemes.entries()) yield* this.#text(name, `file.allThemes.${index}.name`)
    const themeIds = new Set(allThemes.map(({ id }) => id))
    for (const [index, { id, name }] of themes.entries())
      if (id === undefined ? !this.#themes.has(name) : !themeIds.has(id))
        yield { path: `file.themes.${index}`, reason: 'theme' }
  }

  *item(item: ExportedItem, at: string, isStruck: boolean): Iterable<FileMistake> {
    const name = item.number === undefined ? item.title.slice(0, 100) : String(item.number)
    for (const mistake of this.#mistakes(item, isStruck))
      yield { ...mistake, path: `${at}.${mistake.path}`, item: name }
  }

  *#mistakes(item: ExportedItem, isStruck: boolean): Iterable<FileMistake> {
    const { id, number, owner } = item
    if (!isId(id)) yield { path: 'id', reason: 'id' }
    else if (this.#items.has(id)) yield { path: 'id', reason: 'twice' }
    this.#items.add(id)
    if (number !== undefined) {
      const isNumber = Number.isInteger(number) && number >= 1 && number <= highestNumber
      if (!isNumber || this.#numbers.has(number)) yield { path: 'number', reason: 'number' }
      this.#numbers.add(number)
    }
    if ((item.status === 'struck') !== isStruck) yield { path: 'status', reason: 'status' }
    if (isStruck && !this.#themes.has(item.theme)) yield { path: 'theme', reason: 'theme' }
    if (!/^[0-9A-Za-z]{0,1000}$/.test(item.rank)) yield { path: 'rank', reason: 'rank' }
    yield* this.#text(item.title, 'title', longest.line)
    yield* this.#text(item.struckReason, 'struckReason')
    yield* this.#text(item.lineage, 'lineage')
    yield* this.#who(owner ?? {}, 'owner')
    for (const [index, party] of item.involved.entries())
      yield* known(party, this.#parties, 'party', `involved.${index}`)
    yield* this.#itemPlans(item)
    for (const [index, { id: related }] of item.related.entries())
      if (!isId(related)) yield { path: `related.${index}.id`, reason: 'id' }
    yield* this.#richText(item.body, 'body')
    yield* twice(item.annexes, 'annexes', 'municipality')
    for (const [index, { municipality, text }] of item.annexes.entries()) {
      yield* known(municipality, this.#parties, 'party', `annexes.${index}.municipality`)
      yield* this.#richText(text, `annexes.${index}.text`)
    }
    yield* this.#entries(item)
  }

  /** By their ids; or in a file without those by their names, where one name is one plan. */
  *#itemPlans({ plans, planIds }: ExportedItem): Iterable<FileMistake> {
    for (const [index, plan] of plans.entries()) {
      yield* known(plan, this.#plans, 'plan', `plans.${index}`)
      if (!planIds && this.#twinPlans.has(plan)) yield { path: `plans.${index}`, reason: 'twice' }
    }
    if (!planIds) return
    if (planIds.length !== plans.length) yield { path: 'planIds', reason: 'plan' }
    for (const [index, id] of planIds.entries()) {
      const name = this.#planNames.get(id)
      if (name === undefined || name !== plans[index]) yield { path: `planIds.${index}`, reason: 'plan' }
    }
  }

  *#entries({ deadlines, agreements, indicators, links }: ExportedItem): Iterable<FileMistake> {
    yield* ids(deadlines, 'deadlines')
    for (const [index, { name }] of deadlines.entries()) yield* this.#text(name, `deadlines.${index}.name`)
    yield* ids(agreements, 'agreements')
    for (const [index, { text, organisation, person }] of agreements.entries()) {
      yield* this.#text(text, `agreements.${index}.text`, longest.line)
      yield* this.#who({ organisation, person }, `agreements.${index}`)
    }
    yield* ids(indicators, 'indicators')
    for (const [index, { name, unit, measurements }] of indicators.entries()) {
      yield* this.#text(name, `indicators.${index}.name`)
      yield* this.#text(unit, `indicators.${index}.unit`)
      yield* twice(measurements, `indicators.${index}.measurements`, 'date')
      for (const [place, { source }] of measurements.entries())
        yield* this.#text(source, `indicators.${index}.measurements.${place}.source`)
    }
    yield* ids(links, 'links')
    for (const [index, { name, url }] of links.entries()) {
      yield* this.#text(name, `links.${index}.name`)
      if (!isSafeLink(url) || url.length > longest.value) yield { path: `links.${index}.url`, reason: 'link' }
      if (!this.#allowsNumbers && hasBsn(url)) yield { path: `links.${index}.url`, reason: 'bsn' }
    }
  }

  *#who(who: { organisation?: string | undefined; person?: string | undefined }, at: string): Iterable<FileMistake> {
    if (who.organisation !== undefined) yield* known(who.organisation, this.#parties, 'party', `${at}.organisation`)
    if (who.person === undefined) return
    if (who.person.trim() === '') yield { path: `${at}.person`, reason: 'empty' }
    yield* this.#text(who.person, `${at}.person`, longestName)
  }

  *#text(text: string, path: string, most: number = longest.value): Iterable<FileMistake> {
    if (text.length > most) yield { path, reason: 'long' }
    if (!this.#allowsNumbers && hasBsn(text)) yield { path, reason: 'bsn' }
  }

  *#richText(text: RichText, at: string, depth = 0): Iterable<FileMistake> {
    if (depth > deepestText) return yield { path: at, reason: 'deep' }
    for (const [index, block] of text.entries()) yield* this.#block(block, `${at}.${index}`, depth)
  }

  *#block(block: Block, at: string, depth: number): Iterable<FileMistake> {
    switch (block.type) {
      case 'paragraph':
      case 'heading': {
        for (const [index, inline] of block.content.entries()) {
          if (inline.type !== 'text') continue
          if (inline.text.length > longest.paragraph) yield { path: `${at}.content.${index}`, reason: 'long' }
          if (inline.marks.link !== undefined && !isSafeLink(inline.marks.link))
            yield { path: `${at}.content.${index}.marks.link`, reason: 'link' }
        }
        const words = block.content.map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('')
        if (!this.#allowsNumbers && hasBsn(words)) yield { path: at, reason: 'bsn' }
        return
      }
      case 'blockquote':
        return yield* this.#richText(block.content, `${at}.content`, depth + 1)
      case 'bullet_list':
      case 'ordered_list':
        for (const [index, item] of block.items.entries())
          yield* this.#richText(item, `${at}.items.${index}`, depth + 1)
    }
  }
}

function* ids(entries: readonly { id: string }[], at: string): Iterable<FileMistake> {
  for (const [index, { id }] of entries.entries()) if (!isId(id)) yield { path: `${at}.${index}.id`, reason: 'id' }
  yield* twice(entries, at, 'id')
}

function* twice<Key extends string>(
  entries: readonly Readonly<Record<Key, string>>[],
  at: string,
  key: Key,
): Iterable<FileMistake> {
  const seen = new Set<string>()
  for (const [index, entry] of entries.entries()) {
    const value = entry[key]
    if (seen.has(value)) yield { path: `${at}.${index}.${key}`, reason: 'twice' }
    seen.add(value)
  }
}

function* known(name: string, names: ReadonlySet<string>, reason: FileReason, path: string): Iterable<FileMistake> {
  if (!names.has(name)) yield { path, reason }
}
