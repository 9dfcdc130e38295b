/** An element of XML as our own files have them: with a text or with elements, without attributes that matter. */
export type XmlElement = { name: string; text: string; children: XmlElement[] }

/** Reads XML that is known to be well-formed. */
export function readXml(xml: string): XmlElement {
  const root: XmlElement = { name: '', text: '', children: [] }
  const open = [root]
  for (const [, closed, opened, words] of xml.matchAll(/<\?[^>]*\?>|<\/([\w:.-]+)>|<([\w:.-]+)[^>]*>|([^<]+)/g)) {
    const inside = open.at(-1) ?? root
    if (closed) open.pop()
    if (words) inside.text += words.trim()
    if (opened) {
      const element = { name: opened, text: '', children: [] }
      inside.children.push(element)
      open.push(element)
    }
  }
  return root.children[0] ?? root
}

/** What may stand in an element, in this order: its name, how often (one unless it says so), and what it holds. */
type Place = readonly [name: string, often: '1' | '?' | '*' | '+', holds: Shape]
type Shape = RegExp | readonly Place[]

const text = /\S/
const day = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z?$/
const address = /^https?:\/\/\S+$/
const identification: Shape = [
  ['identificatieKenmerk', '1', text],
  ['identificatieBron', '1', text],
]
const reference: Shape = [
  ['verwijzingNaam', '1', text],
  ['verwijzingIdentificatie', '?', identification],
]
const term: Shape = [
  ['begripLabel', '1', text],
  ['begripCode', '?', text],
  ['begripBegrippenlijst', '1', reference],
]
const period: Shape = [
  ['termijnTriggerStartLooptijd', '?', term],
  ['termijnStartdatumLooptijd', '?', day],
  ['termijnLooptijd', '?', /^P/],
  ['termijnEinddatum', '?', day],
]

/** MDTO 1.0.1 as its schema (MDTO-XML1.0.1.xsd of the Nationaal Archief) orders it, written out by hand. */
const object: readonly Place[] = [
  ['identificatie', '+', identification],
  ['naam', '1', text],
]
const kinds: Record<string, Shape> = {
  informatieobject: [
    ...object,
    ['aggregatieniveau', '?', term],
    ['classificatie', '*', term],
    ['trefwoord', '*', text],
    ['omschrijving', '*', text],
    [
      'raadpleeglocatie',
      '*',
      [
        ['raadpleeglocatieFysiek', '*', reference],
        ['raadpleeglocatieOnline', '*', address],
      ],
    ],
    [
      'dekkingInTijd',
      '*',
      [
        ['dekkingInTijdType', '1', term],
        ['dekkingInTijdBegindatum', '1', day],
        ['dekkingInTijdEinddatum', '?', day],
      ],
    ],
    ['dekkingInRuimte', '*', reference],
    ['taal', '*', /^[a-z]{2}$/],
    [
      'event',
      '*',
      [
        ['eventType', '1', term],
        ['eventTijd', '?', moment],
        ['eventVerantwoordelijkeActor', '?', reference],
        ['eventResultaat', '?', text],
      ],
    ],
    ['waardering', '1', term],
    ['bewaartermijn', '?', period],
    ['informatiecategorie', '?', term],
    ['isOnderdeelVan', '*', reference],
    ['bevatOnderdeel', '*', reference],
    ['heeftRepresentatie', '*', reference],
    ['aanvullendeMetagegevens', '*', reference],
    [
      'gerelateerdInformatieobject',
      '*',
      [
        ['gerelateerdInformatieobjectVerwijzing', '1', reference],
        ['gerelateerdInformatieobjectTypeRelatie', '1', term],
      ],
    ],
    ['archiefvormer', '+', reference],
    [
      'betrokkene',
      '*',
      [
        ['betrokkeneTypeRelatie', '1', term],
        ['betrokkeneActor', '1', reference],
      ],
    ],
    ['activiteit', '?', reference],
    [
      'beperkingGebruik',
      '+',
      [
        ['beperkingGebruikType', '1', term],
        ['beperkingGebruikNadereBeschrijving', '?', text],
        ['beperkingGebruikDocumentatie', '*', reference],
        ['beperkingGebruikTermijn', '?', period],
      ],
    ],
  ],
  bestand: [
    ...object,
    ['omvang', '1', /^\d+$/],
    ['bestandsformaat', '1', term],
    [
      'checksum',
      '+',
      [
        ['checksumAlgoritme', '1', term],
        ['checksumWaarde', '1', /^[0-9a-f]{64}$/],
        ['checksumDatum', '1', moment],
      ],
    ],
    ['URLBestand', '?', address],
    ['isRepresentatieVan', '1', reference],
  ],
}

/** What is not as MDTO has it, each with its place; nothing when all of it is. */
export function mistakesInMdto(xml: string): string[] {
  const root = readXml(xml)
  const [only, ...others] = root.children
  const isRooted = root.name === 'MDTO' && xml.includes('<MDTO xmlns="https://www.nationaalarchief.nl/mdto"')
  if (!isRooted || !only || others.length > 0) return ['not one object in an MDTO of its namespace']
  const shape = kinds[only.name]
  return shape ? mistakesIn(only, shape, only.name) : [`${only.name} is not known`]
}

function mistakesIn({ text: words, children }: XmlElement, shape: Shape, place: string): string[] {
  if (shape instanceof RegExp)
    return children.length === 0 && shape.test(words) ? [] : [`${place}: ${words.slice(0, 40) || 'nothing'}`]
  const mistakes = words === '' ? [] : [`${place}: text between elements`]
  let next = 0
  for (const [name, often, holds] of shape) {
    let found = 0
    for (let child = children[next]; child?.name === name; child = children[next]) {
      mistakes.push(...mistakesIn(child, holds, `${place}/${name}`))
      found += 1
      next += 1
    }
    if (found === 0 && (often === '1' || often === '+')) mistakes.push(`${place}/${name} is missing`)
    if (found > 1 && (often === '1' || often === '?')) mistakes.push(`${place}/${name} is there ${found} times`)
  }
  const left = children[next]
  return left ? [...mistakes, `${place}/${left.name} is not in its place`] : mistakes
}
