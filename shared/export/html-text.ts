import { isSafeLink } from '../document/rich-text.ts'

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A text as a text: no sign of it is read as markup, also not within an attribute. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}

/** The same for where no element keeps a change of direction within bounds: a title, a description. */
export function plain(text: string): string {
  return escaped(text.replaceAll(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, ''))
}

/** A text of several lines, in which web addresses can be followed. */
export function lines(text: string): string {
  return text.split('\n').map(withLinks).join('<br />')
}

/** The attribute by which a link leads somewhere; nothing for an address that is not of the web or mail. */
export function linkAttributes(address: string): string {
  return isSafeLink(address) ? ` href="${escaped(address)}" rel="noopener noreferrer nofollow"` : ''
}

function withLinks(line: string): string {
  let written = ''
  let from = 0
  for (const { 0: found, index } of line.matchAll(/https?:\/\/[^\s<>"]+/gi)) {
    const address = withoutTail(found)
    written += `${escaped(line.slice(from, index))}<a${linkAttributes(address)}>${escaped(address)}</a>`
    from = index + address.length
  }
  return written + escaped(line.slice(from))
}

/** Without what closes the sentence or the brackets around an address. */
function withoutTail(address: string): string {
  let end = address.length
  let opened = address.split('(').length - address.split(')').length
  for (; end > 0; end -= 1) {
    const last = address[end - 1] ?? ''
    if (last === ')' && opened < 0) opened += 1
    else if (!'.,;:!?'.includes(last)) break
  }
  return address.slice(0, end)
}
