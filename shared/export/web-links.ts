/** A piece of a text; with a link where it is the address of a page. */
export type LinkedPart = { text: string; link?: string }

/** Cuts a plain text at the web addresses in it, so that every form can let them be followed. */
export function splitLinks(text: string): LinkedPart[] {
  // Most texts have none.
  if (!text.includes('://')) return [{ text }]
  const parts: LinkedPart[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(/https?:\/\/[^\s<>"]+/gi)) {
    const address = withoutTail(found)
    if (index > from) parts.push({ text: text.slice(from, index) })
    parts.push({ text: address, link: address })
    from = index + address.length
  }
  if (from < text.length || parts.length === 0) parts.push({ text: text.slice(from) })
  return parts
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
