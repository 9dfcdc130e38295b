/** Why a text is not well-formed XML; undefined when it is. Knows what our own files use: no DTD, no comments, no CDATA. */
export function notWellFormed(text: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
  const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/.exec(text)
  if (forbidden || !text.isWellFormed()) return 'a sign that XML forbids'
  const open: string[] = []
  const part = /<\?[^>]*\?>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy
  const ampersand = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i
  let at = 0
  for (const match of text.matchAll(part)) {
    if (match.index !== at) return `at ${at}: ${text.slice(at, at + 60)}`
    at += match[0].length
    const [, closed, opened, attributes = '', isEmpty, words = ''] = match
    if (ampersand.test(attributes) || ampersand.test(words)) return `a bare & at ${match.index}`
    const names = [...attributes.matchAll(/([\w:.-]+)=/g)].map(([, name]) => name)
    if (new Set(names).size < names.length) return `an attribute twice at ${match.index}`
    if (words.trim() !== '' && open.length === 0) return `text outside at ${match.index}`
    if (opened && !isEmpty) open.push(opened)
    if (closed && open.pop() !== closed) return `</${closed}> at ${match.index}`
  }
  if (at < text.length) return `at ${at}: ${text.slice(at, at + 60)}`
  return open.length > 0 ? `${open.join(' ')} is open` : undefined
}

/** What only gives words within a line a look, or leads somewhere: text goes on around it. */
const inline = /<\/?(?:text:a|text:span|w:r|w:t|w:rPr|w:rStyle|w:hyperlink)\b[^>]*>/g

/** The words in XML, tags taken away. */
export function textOfXml(xml: string): string {
  return xml
    .replaceAll(inline, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
