import type { Day } from '../date.ts'
import { isSafeLink } from '../document/rich-text.ts'
import type { Owner } from '../item.ts'
import { type KnownNames, splitKnown } from './known-names.ts'
import { readDay } from './read-day.ts'
import { plainWord } from './table.ts'
import { readYesNo } from './yes-no.ts'

// Several of a kind in one cell, each on a line of its own or after a semicolon.

type ReadDeadlines = {
  deadlines: { name: string; date?: Day }[]
  /** What looks like a day and is none. */
  wrong: string[]
  /** Names that nothing is said of when, which may be a day in words that are not known here. */
  vague: string[]
  /** A plain "yes", which is no name and no day. */
  ticked: string[]
}

/** "Naam: dag", "dag: naam", a day alone, or a name alone. */
export function readDeadlines(text: string): ReadDeadlines {
  const deadlines: ReadDeadlines['deadlines'] = []
  const wrong: string[] = []
  const vague: string[] = []
  const ticked: string[] = []
  for (const piece of piecesOf(text)) {
    const isTicked = readYesNo(piece)
    if (isTicked) ticked.push(piece)
    if (isTicked !== undefined) continue
    const found = deadlineOf(piece)
    if (!found.date && likeDay.test(piece)) {
      wrong.push(piece)
      continue
    }
    deadlines.push(found)
    if (!found.date && found.name === piece) vague.push(piece)
  }
  return { deadlines, wrong, vague, ticked }
}

const likeDay = /\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}/

function deadlineOf(piece: string): { name: string; date?: Day } {
  const alone = readDay(piece)
  if (alone) return { name: '', date: alone }
  for (const { 0: sign, index } of piece.matchAll(/\s*(?::|\s[-–]|\(|,)\s*/g)) {
    const [before, after] = [piece.slice(0, index), piece.slice(index + sign.length).replace(/\)$/, '')]
    const [last, first] = [readDay(after), readDay(before)]
    if (last) return { name: before, date: last }
    if (first) return { name: after, date: first }
    if (noDays.has(plainWord(after))) return { name: before }
  }
  return { name: piece }
}

/** What our own exports write where there is no day yet. */
const noDays = new Set(['nog geen datum', 'no date yet'])

/** "Naam (adres)", or an address alone; what is no web or mail address is left over. */
export function readLinks(text: string): { links: { name: string; url: string }[]; unsafe: string[] } {
  const links: { name: string; url: string }[] = []
  const unsafe: string[] = []
  for (const piece of piecesOf(text)) {
    const url = /(?:https?:\/\/|mailto:)[^\s<>"]*[^\s<>".,;]/i.exec(piece)?.[0] ?? ''
    const address = count(url, ')') > count(url, '(') ? url.slice(0, -1) : url
    const bare = /^www\.\S+\.\S+$/i.test(piece) ? `https://${piece}` : ''
    if (isSafeLink(address) || bare) {
      const name = address
        ? piece
            .replace(address, '')
            .replace(/[\s(:–-]*\)?\s*$/, '')
            .trim()
        : ''
      links.push({ name, url: address || bare })
    } else unsafe.push(piece)
  }
  return { links, unsafe }
}

export type ReadAgreement = Owner & { text: string; due?: Day }

/** "Tekst (wie, dag)", each on a line; what stands between the last brackets counts when it is known, else it is text. */
export function readAgreements(text: string, names: KnownNames): ReadAgreement[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[•·▪–*-]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, said = '', between = ''] = /^(.+?)\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\.?$/s.exec(line) ?? []
      return said === '' ? { text: line } : { text: line, ...agreementOf(said, between, names) }
    })
}

function agreementOf(text: string, between: string, names: KnownNames): ReadAgreement | undefined {
  const parts = between.split(/\s*,\s*/)
  const due = readDay(parts.at(-1) ?? '')
  const { found, unknown } = splitKnown<Owner>((due ? parts.slice(0, -1) : parts).join(', '), (plain) => {
    const organisation = names.organisations.get(plain)
    if (organisation) return { organisation }
    const person = names.persons.get(plain)
    return person && { person: person.person }
  })
  if (unknown.length > 0 || (found.length === 0 && !due)) return undefined
  return Object.assign({ text, ...(due && { due }) }, ...found.reverse())
}

function piecesOf(text: string): string[] {
  return text
    .split(/[\n;]/)
    .map((piece) => piece.replace(/^\s*[•·▪]\s*/, '').trim())
    .filter((piece) => piece !== '')
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}
