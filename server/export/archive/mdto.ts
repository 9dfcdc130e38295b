import { cleanLine } from '../../../shared/export/clean.ts'
import type { ExportLanguage } from '../../../shared/export/formats.ts'
import type { VersionMetadata } from '../../../shared/version/version.ts'
import { xml } from '../xml.ts'
import type { FileKind } from './file-kinds.ts'

// Metadata by MDTO 1.0.1 of the Nationaal Archief: the elements and their order are those of its schema, MDTO-XML1.0.1.xsd.
// One file describes one thing: the version as an information object, or one of its files.

/** A file of the package, and what is known of its bytes. */
export type ArchivedFile = { name: string; kind: FileKind; size: number; sha256: string; url?: string }

/** The version that the package is of. */
export type ArchivedVersion = {
  agenda: string
  number: number
  hash: string
  metadata: VersionMetadata
  /** How it is called: title and number. */
  name: string
  language: ExportLanguage
  /** Where the board shows it. */
  address: string
}

type Element = { name: string; content: string | readonly Element[] }

/** Ours: what no list of the standard names. */
const ownList = 'Begrippenlijst Ontwikkelagenda'
const source = 'Ontwikkelagenda'

/** The version as an information object. */
export function versionToMdto(version: ArchivedVersion, files: readonly ArchivedFile[]): string {
  const { number, hash, metadata, name, language, address } = version
  const { period, region, parties, remark, previous } = metadata
  return mdto('informatieobject', [
    identification(idOf(version), source),
    identification(hash, 'SHA-256 van de vastgestelde versie'),
    element('naam', name),
    element('aggregatieniveau', term('Archiefstuk', 'Begrippenlijst Aggregatieniveaus MDTO')),
    element('trefwoord', 'ontwikkelagenda'),
    element('trefwoord', 'jeugdhulp en passend onderwijs'),
    ...(remark ? [element('omschrijving', remark)] : []),
    element('raadpleeglocatie', [element('raadpleeglocatieOnline', address)]),
    ...(period?.from
      ? [
          element('dekkingInTijd', [
            element('dekkingInTijdType', term('Looptijd', ownList)),
            element('dekkingInTijdBegindatum', period.from),
            ...(period.to ? [element('dekkingInTijdEinddatum', period.to)] : []),
          ]),
        ]
      : []),
    ...(region ? [element('dekkingInRuimte', reference(region))] : []),
    element('taal', language),
    element('event', [
      element('eventType', term('Bevriezing', 'Begrippenlijst EventTypeLijst MDTO')),
      element('eventTijd', metadata.at),
      element('eventResultaat', `Vastgelegd als versie ${number}`),
    ]),
    // By the selection list of who keeps it, which the board does not know.
    element('waardering', term('Nader te bepalen', 'Begrippenlijst Waarderingen MDTO', 'N')),
    ...files.map((file) => element('heeftRepresentatie', reference(file.name, [fileId(version, file), source]))),
    ...(previous
      ? [
          element('gerelateerdInformatieobject', [
            element(
              'gerelateerdInformatieobjectVerwijzing',
              reference(`Versie ${number - 1}`, [idOf({ ...version, number: number - 1 }), source]),
            ),
            element('gerelateerdInformatieobjectTypeRelatie', term('Vorige versie', ownList)),
          ]),
        ]
      : []),
    // They draw it up together: none of them is more its maker than another.
    ...(parties.length > 0 ? parties : [{ name: region || source }]).map((party) =>
      element(
        'archiefvormer',
        reference(party.name, 'code' in party && party.code ? [party.code, 'Code in de ontwikkelagenda'] : undefined),
      ),
    ),
    element('beperkingGebruik', [
      element('beperkingGebruikType', term('Nader te bepalen', ownList)),
      element('beperkingGebruikNadereBeschrijving', 'Kan namen bevatten van personen die iets trekken of uitvoeren.'),
    ]),
  ])
}

/** One file of the package. */
export function fileToMdto(version: ArchivedVersion, file: ArchivedFile): string {
  const { name, kind, size, sha256, url } = file
  return mdto('bestand', [
    identification(fileId(version, file), source),
    element('naam', name),
    element('omvang', String(size)),
    element('bestandsformaat', term(kind.name, 'PRONOM-register', kind.puid)),
    element('checksum', [
      element('checksumAlgoritme', term('SHA-256', 'Begrippenlijst ChecksumAlgoritme MDTO')),
      element('checksumWaarde', sha256),
      // That of the version, and not of this minute: the same version is the same package.
      element('checksumDatum', version.metadata.at),
    ]),
    ...(url ? [element('URLBestand', url)] : []),
    element('isRepresentatieVan', reference(version.name, [idOf(version), source])),
  ])
}

function idOf({ agenda, number }: Pick<ArchivedVersion, 'agenda' | 'number'>): string {
  return `${agenda}/versies/${number}`
}

function fileId(version: ArchivedVersion, { name }: Pick<ArchivedFile, 'name'>): string {
  return `${idOf(version)}/${name}`
}

function identification(id: string, from: string): Element {
  return element('identificatie', [element('identificatieKenmerk', id), element('identificatieBron', from)])
}

function reference(name: string, id?: readonly [id: string, from: string]): Element[] {
  const what = element('verwijzingNaam', name)
  return id ? [what, { ...identification(...id), name: 'verwijzingIdentificatie' }] : [what]
}

function term(label: string, list: string, code?: string): Element[] {
  return [
    element('begripLabel', label),
    ...(code ? [element('begripCode', code)] : []),
    element('begripBegrippenlijst', reference(list)),
  ]
}

function element(name: string, content: string | readonly Element[]): Element {
  return { name, content }
}

function mdto(name: string, content: readonly Element[]): string {
  const root =
    '<MDTO xmlns="https://www.nationaalarchief.nl/mdto" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="https://www.nationaalarchief.nl/mdto https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd">'
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n${written(element(name, content), '  ')}</MDTO>\n`
}

function written({ name, content }: Element, indent: string): string {
  if (typeof content === 'string') return `${indent}<${name}>${xml(cleanLine(content))}</${name}>\n`
  const inner = content.map((part) => written(part, `${indent}  `)).join('')
  return `${indent}<${name}>\n${inner}${indent}</${name}>\n`
}
