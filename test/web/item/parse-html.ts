import type { PastedElement, PastedNode } from '../../../web/pages/item/editor/clean-pasted-html.ts'

/** A small reader of well-formed HTML, for tests without a browser: elements and texts, no comments. */
export function parseHtml(html: string): PastedNode[] {
  const root: PastedElement = { name: 'body', attributes: {}, children: [] }
  const open = [root]
  const clean = html.replace(/<!--[\s\S]*?-->|<!\[[^\]]*\]>|<\?[^>]*>/g, '')
  for (const [token] of clean.matchAll(/<[^>]+>|[^<]+/g)) {
    const parent = open.at(-1) ?? root
    if (!token.startsWith('<')) {
      parent.children.push(withoutEntities(token))
      continue
    }
    const name = /^<\/?([\w:]+)/.exec(token)?.[1]?.toLowerCase() ?? ''
    if (token.startsWith('</')) {
      if (open.length > 1) open.pop()
      continue
    }
    const attributes = Object.fromEntries(
      [...token.matchAll(/([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/g)].map(([, key = '', a, b, c]) => [
        key.toLowerCase(),
        a ?? b ?? c ?? '',
      ]),
    )
    const element: PastedElement = { name, attributes, children: [] }
    parent.children.push(element)
    if (!token.endsWith('/>') && !['br', 'meta', 'link', 'img', 'hr', 'col'].includes(name)) open.push(element)
  }
  return root.children
}

function withoutEntities(text: string): string {
  return text
    .replaceAll('&nbsp;', '\u00a0')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&middot;', '·')
    .replaceAll('&amp;', '&')
}
