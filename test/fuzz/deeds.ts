import * as Y from 'yjs'
import { asMap, asText, itemMap, itemSets, origins } from '../../shared/document/layout.ts'
import { agreementText, bodyFragment, readItem, readItemIds, readItems, titleText } from '../../shared/document/read.ts'
import { readRichText, richTextToPlain } from '../../shared/document/rich-text.ts'
import * as write from '../../shared/document/write.ts'
import { asId, type EntryId, type ItemId } from '../../shared/ids.ts'
import { duties } from '../../shared/item.ts'
import { compareRanked, rankAt } from '../../shared/rank.ts'
import type { Chance } from '../kit/chance.ts'
import type { Network, Person } from './network.ts'

/** What people do to an agenda; the more often it is named, the more often it is done. */
export const edits = [
  'add',
  'title',
  'title',
  'body',
  'body',
  'paragraph',
  'bold',
  'erase',
  'move',
  'move',
  'strike',
  'put back',
  'set',
  'set',
  'owner',
  'agree',
  'promise',
  'tick off',
  'remove',
  'measure',
  'undo',
  'undo',
  'redo',
] as const
export type Edit = (typeof edits)[number]

/** What people did, to be compared with what is there in the end. */
export class Ledger {
  readonly items = new Set<ItemId>()
  readonly written = new Set<string>()
  readonly erased = new Set<string>()
  readonly added = new Set<string>()
  readonly takenOut = new Set<string>()
  #count = 0

  /** A character that is written once only, of two halves: a word that cannot be cut without a trace. */
  token(): string {
    const token = String.fromCodePoint(0x20000 + ++this.#count)
    this.written.add(token)
    return token
  }

  id<Id extends EntryId | ItemId>(): Id {
    return asId<Id>(`nr-${++this.#count}`)
  }

  /** Notes what a person no longer sees after something they did. */
  watch(doc: Y.Doc, act: () => void): void {
    const [tokens, members] = [tokensIn(doc), membersIn(doc)]
    act()
    const [tokensAfter, membersAfter] = [tokensIn(doc), membersIn(doc)]
    for (const token of tokens) if (!tokensAfter.has(token)) this.erased.add(token)
    for (const member of members) if (!membersAfter.has(member)) this.takenOut.add(member)
    for (const member of membersAfter) if (!members.has(member)) this.added.add(member)
  }
}

export function wordsIn(doc: Y.Doc): string {
  const items = readItems(doc)
  const titles = items.map(({ id }) => titleText(doc, id)?.toString())
  const bodies = items.map(({ id }) => richTextToPlain(readRichText(bodyFragment(doc, id))))
  // Those of agreements that were taken out too: they can be put back.
  const promises = items.flatMap(({ id }) => {
    const agreements = [...(asMap(itemMap(doc, id)?.get('agreements'))?.values() ?? [])]
    return agreements.map((agreement) => asText(asMap(agreement)?.get('text'))?.toString())
  })
  return [...titles, ...bodies, ...promises].join(' ')
}

function tokensIn(doc: Y.Doc): Set<string> {
  return new Set([...wordsIn(doc)].filter((letter) => (letter.codePointAt(0) ?? 0) > 0x20000))
}

export function membersIn(doc: Y.Doc): Set<string> {
  return new Set(
    readItems(doc).flatMap((item) => itemSets.flatMap((set) => item[set].map((id) => `${item.id} ${set} ${id}`))),
  )
}

/** Does one thing as somebody would who looks at their own copy. */
export function act(network: Network, ledger: Ledger, person: Person, deed: Edit, chance: Chance): void {
  const { doc } = person
  const ids = readItemIds(doc)
  const item = ids.length > 0 ? chance.oneOf(ids) : undefined
  if (deed === 'add' || item === undefined) return add(doc, ledger, chance)
  const whole = readItem(doc, item)
  const body = bodyFragment(doc, item)
  if (!whole || !body) throw new Error('an item that is listed is there')
  switch (deed) {
    case 'title':
      return write.setText(
        titleText(doc, item) as Y.Text,
        spliced(titleText(doc, item)?.toString() ?? '', ledger.token(), chance),
      )
    case 'paragraph':
      return doc.transact(() => {
        const paragraph = new Y.XmlElement('paragraph')
        body.insert(chance.below(body.length + 1), [paragraph])
        paragraph.insert(0, [new Y.XmlText(ledger.token())])
      }, origins.edit)
    case 'body':
    case 'bold':
    case 'erase': {
      const texts = body
        .toArray()
        .flatMap((node) => (node instanceof Y.XmlElement ? node.toArray() : []))
        .filter((node) => node instanceof Y.XmlText)
      const text = texts.length > 0 ? chance.oneOf(texts) : undefined
      if (!text) return
      // Every character takes two places.
      const [length, at] = [text.length / 2, 2 * chance.below(text.length / 2 + 1)]
      return doc.transact(() => {
        if (deed === 'body') text.insert(at, ledger.token())
        else if (deed === 'bold' && length > 0) {
          // Marks that overlap are what makes Yjs tidy up after a change, with changes of its own.
          const from = chance.below(length)
          const mark = chance.oneOf(['strong', 'em'])
          text.format(2 * from, 2 * (1 + chance.below(length - from)), { [mark]: chance.next() < 0.6 ? {} : null })
        } else if (deed === 'erase' && at < text.length) text.delete(at, 2)
      }, origins.edit)
    }
    case 'move': {
      const ranks = readItems(doc)
        .filter(({ id }) => id !== item)
        .sort(compareRanked)
        .map(({ rank }) => rank)
      return write.moveItem(doc, item, {
        duty: chance.oneOf(duties),
        rank: rankAt(ranks, chance.below(ranks.length + 1), () => chance.next()),
      })
    }
    case 'strike':
      return write.strikeItem(doc, item, 'Dubbel')
    case 'put back':
      return write.putItemBack(doc, item)
    case 'set':
      return write.setInSet(doc, item, 'involved', `partij-${chance.below(4)}`, chance.next() < 0.7)
    case 'owner':
      return write.setOwner(doc, item, { person: chance.oneOf(network.people).id })
    case 'agree':
      return write.addAgreement(doc, item, { id: ledger.id<EntryId>(), text: ledger.token(), rank: 'a0' })
    case 'promise': {
      const text = whole.agreements[0] && agreementText(doc, item, whole.agreements[0].id)
      return text && write.setText(text, spliced(text.toString(), ledger.token(), chance))
    }
    case 'tick off':
      return (
        whole.agreements[0] && write.setEntry(doc, item, 'agreements', whole.agreements[0].id, { done: '2026-11-22' })
      )
    case 'remove':
      return whole.agreements[0] && write.setEntryRemoved(doc, item, 'agreements', whole.agreements[0].id, true)
    case 'measure': {
      const [indicator] = whole.indicators
      if (indicator)
        return write.setMeasurement(doc, item, indicator.id, '2026-10-01', { value: chance.below(50), source: 'x' })
      return write.addIndicator(doc, item, {
        id: ledger.id<EntryId>(),
        name: 'Thuis',
        unit: 'kinderen',
        direction: 'down',
      })
    }
    case 'undo':
      return void person.undo.undo()
    case 'redo':
      return void person.undo.redo()
    default:
      deed satisfies never
  }
}

function add(doc: Y.Doc, ledger: Ledger, chance: Chance): void {
  const id = ledger.id<ItemId>()
  const ranks = readItems(doc)
    .sort(compareRanked)
    .map(({ rank }) => rank)
  ledger.items.add(id)
  write.createItem(doc, {
    id,
    title: ledger.token(),
    duty: 'joint',
    rank: rankAt(ranks, chance.below(ranks.length + 1), () => chance.next()),
  })
}

/** The text with something more at some place, or without one of its characters. */
function spliced(text: string, more: string, chance: Chance): string {
  const letters = [...text]
  letters.splice(chance.below(letters.length + 1), chance.next() < 0.2 ? 1 : 0, more)
  return letters.join('')
}
