/** Where in a text something stands: from this UTF-16 unit up to that one. */
export type Range = { from: number; to: number }

/** What people write between the groups of a number: one space, full stop or dash of any kind. */
const separator = /^[ \u00A0\u202F.\-\u2010-\u2013]$/
/** A telephone number without its first zero has nine digits too, and so has an amount of money. */
const otherNumber = /(?:(?:\+|\b00)31[ .-]?|(?:€|\bEUR)[ \u00A0]?)$/

/**
 * Whether nine digits can be a citizen service number. The eleven-test of the burgerservicenummer, as the "Logisch Ontwerp
 * BSN" of the Rijksdienst voor Identiteitsgegevens has it: 9a + 8b + … + 2h − i is a multiple of 11. Older numbers of eight
 * digits are written with a zero before them; without it they are left alone, as every date without dashes is one of those.
 */
export function isBsn(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || digits === '000000000') return false
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (place === 8 ? -1 : 9 - place), 0)
  return sum % 11 === 0
}

/**
 * Where a text holds what looks like a citizen service number (rule C3): nine digits in a row, or in groups with the same
 * separator between them. A part of a longer number is none.
 */
export function findBsn(text: string): Range[] {
  const groups = groupsOf(text)
  return groups.flatMap(({ from, gap: gapBefore }, first) => {
    let digits = ''
    let gap: string | undefined
    for (let index = first; index < groups.length && digits.length < 9; index++) {
      const group = groups[index]
      if (!group) break
      if (index > first) {
        if (group.gap === undefined || (gap !== undefined && gap !== group.gap)) return []
        gap = group.gap
      }
      digits += group.digits
      if (digits.length !== 9) continue
      const goesOn = gap !== undefined && (gapBefore === gap || groups[index + 1]?.gap === gap)
      if (goesOn || !isBsn(digits) || otherNumber.test(text.slice(0, from))) return []
      return [{ from, to: group.from + group.digits.length }]
    }
    return []
  })
}

/** Whether a text holds what looks like a citizen service number. */
export function hasBsn(text: string): boolean {
  return findBsn(text).length > 0
}

/** The runs of digits of a text, each with the one separator that ties it to the run before it, if there is one. */
function groupsOf(text: string): { digits: string; from: number; gap: string | undefined }[] {
  let end = -1
  return [...text.matchAll(/\d+/g)].map(({ 0: digits, index }) => {
    const between = end >= 0 ? text.slice(end, index) : ''
    end = index + digits.length
    return { digits, from: index, gap: separator.test(between) ? between : undefined }
  })
}
