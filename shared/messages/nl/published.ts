/** What stands around a version that everyone may read, and on the pages that say that there is none. Not part of the web app. */
export const published = {
  description: (title: string, region: string, version: string) =>
    [title, region, version].filter((part) => part !== '').join(' · '),
  remark: 'Toelichting:',
  take: 'Als bestand:',
  otherLanguage: 'Read this page in English',
  heading: 'Over deze versie',
  since: (day: string) => `Deze versie is openbaar sinds ${day}. Aan de tekst verandert niets meer.`,
  withoutNames: 'Namen van personen staan er niet in. Ze zijn weggelaten.',
  hash: 'Controlegetal (SHA-256):',
  checkMeaning:
    'Met dit getal kunt u nagaan of dit precies de tekst is die is vastgelegd. Verandert er één letter, dan klopt het getal niet meer.',
  check: 'De gegevens om het getal na te rekenen',
  checkHow: 'Zet de gegevens en het script bij elkaar in een map. Dan rekent deze opdracht het getal na:',
  script: 'Het script dat dat doet',
  checkWithoutNames: 'Van punten waar een persoon bij hoort, staat daarin alleen het getal van het punt.',
  unknown: {
    title: 'Hier staat niets',
    text: 'Kijk of het adres klopt. Misschien mist er een stukje aan het eind.',
  },
  withdrawn: {
    title: 'Deze versie is niet meer openbaar',
    text: 'De versie heeft hier gestaan en is weggehaald. Vraag ernaar bij een van de partijen: uw gemeente of het samenwerkingsverband.',
  },
  'too-fast': {
    title: 'Dit gaat te snel',
    text: 'Er komen veel vragen vanaf uw netwerk. Wacht een paar minuten en probeer het dan opnieuw.',
  },
  busy: {
    title: 'Even geduld',
    text: 'Er wachten nu veel mensen op een bestand. Probeer het over een minuut opnieuw.',
  },
  'too-large': {
    title: 'Dit bestand is te groot om hier te maken',
    text: 'Kies op de pagina een ander bestand. ODT en CSV vragen minder.',
  },
  unreadable: {
    title: 'Deze versie is nu niet te lezen',
    text: 'Er is niets kwijt. Probeer het later opnieuw.',
  },
  toPage: 'Naar de versie',
}
export type PublishedTexts = typeof published
