type Described = { name: string; text: string }

/** What the archive package says of itself. */
export const archive = {
  title: (title: string, number: number) => `${title}, versie ${number}`,
  intro: (frozen: string) =>
    `Dit is een archiefpakket van een ontwikkelagenda: één versie, vastgelegd op ${frozen}. Aan een versie verandert niets meer. Elk bestand zegt hetzelfde, in een andere vorm.`,
  region: (region: string) => `Regio: ${region}`,
  hash: (hash: string) => `Controlegetal van de versie (SHA-256): ${hash}`,
  filesHead: 'De bestanden',
  files: {
    pdf: 'om te lezen en te bewaren (PDF/A-2a, toegankelijk)',
    odt: 'om verder te bewerken, in LibreOffice of Word',
    docx: 'om verder te bewerken, in Word',
    xlsx: 'rekenblad met alle tabellen',
    html: 'om te lezen in een browser, zonder verbinding',
    md: 'platte tekst met opmaak',
    json: 'alle gegevens, voor computers; het schema staat in de documentatie van het programma',
    ics: 'deadlines, afspraken en vaststellingen, voor in een kalender',
    items: 'tabel: punten',
    agreements: 'tabel: afspraken',
    indicators: 'tabel: indicatoren',
    adoption: 'tabel: vaststelling',
  },
  version: 'de versie zelf, met alles waarover haar controlegetal is berekend',
  script: 'rekent het controlegetal van de versie na (met Node.js)',
  metadata: 'metagegevens volgens MDTO 1.0.1 van het Nationaal Archief, één bestand voor de versie en één per bestand',
  sums: 'de controlegetallen van alle bestanden',
  checkHead: 'Controleren',
  check: [
    'Zijn alle bestanden nog heel? Ga in de map staan en geef dit commando:',
    '    sha256sum -c SHA256SUMS',
    'Is dit de tekst die is vastgelegd?',
  ],
  toFillHead: 'Wat u zelf nog invult',
  toFill:
    'De waardering, de bewaartermijn en de beperkingen op het gebruik hangen af van de selectielijst van uw organisatie. In de metagegevens staat daarom ‘Nader te bepalen’. In de bestanden kunnen namen staan van mensen die iets trekken of uitvoeren.',
  line: ({ name, text }: Described) => `- ${name}: ${text}`,
}
