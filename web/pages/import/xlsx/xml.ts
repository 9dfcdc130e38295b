import { Parser } from 'saxen'

export type XmlEvents = {
  open: (name: string, attributes: () => Record<string, string>) => void
  close: (name: string) => void
  text: (text: string) => void
}

/**
 * Goes through XML without building anything of it. Not the browser's own parser: that is a door for markup, which the
 * page's security policy keeps shut. Prefixes are left out, entities of a document's own are not followed.
 */
export function readXml(xml: string, events: Partial<XmlEvents>): void {
  new Parser()
    .on('openTag', (name, attributes, decode) => {
      events.open?.(local(name), () =>
        Object.fromEntries(Object.entries(attributes()).map(([key, value]) => [local(key), decode(value)])),
      )
    })
    .on('closeTag', (name) => events.close?.(local(name)))
    .on('text', (text, decode) => events.text?.(decode(text)))
    .on('cdata', (text) => events.text?.(text))
    .on('error', (error) => {
      throw error
    })
    .parse(xml)
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
