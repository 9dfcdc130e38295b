import { DOMParser, type ParseOptions, Slice } from 'prosemirror-model'
import { cleanPasted, type PastedNode } from './clean-pasted-html.ts'
import { nodesOf } from './rich-text-nodes.ts'
import { schema } from './schema.ts'

/**
 * Pasted HTML before it is parsed: style sheets go, and style attributes are set aside under another name. The content
 * policy would refuse to apply them, and report it; the list levels that Word keeps in them can still be read.
 */
export function setStylesAside(html: string): string {
  return html.replace(/<style[\s\S]*?<\/style\s*>/gi, '').replace(/(<[a-z][^>]*?\s)style(\s*=)/gi, '$1data-style$2')
}

/** Parses what is on the clipboard: what comes out of this very editor as it is, everything else cleaned. */
class PasteParser extends DOMParser {
  override parseSlice(dom: Element, options: ParseOptions = {}): Slice {
    // ProseMirror keeps white space for plain text and for what another editor of ours copied.
    if (options.preserveWhitespace || dom.querySelector('[data-pm-slice]')) return super.parseSlice(dom, options)
    return new Slice(nodesOf(cleanPasted(readNodes(dom))), 0, 0)
  }
}

export const pasteParser = new PasteParser(schema, DOMParser.fromSchema(schema).rules)

function readNodes(parent: Element): PastedNode[] {
  return [...parent.childNodes].flatMap((node): PastedNode[] => {
    if (node instanceof Text) return [node.data]
    if (!(node instanceof Element)) return []
    return [
      {
        name: node.localName,
        attributes: Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
        children: readNodes(node),
      },
    ]
  })
}
