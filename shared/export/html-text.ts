import { isSafeLink } from '../document/rich-text.ts'
import { splitLinks } from './web-links.ts'

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
  return splitLinks(line)
    .map(({ text, link }) => {
      const leads = link === undefined ? '' : linkAttributes(link)
      return leads === '' ? escaped(text) : `<a${leads}>${escaped(text)}</a>`
    })
    .join('')
}
