const people = (n: number) => (n === 1 ? '1 persoon' : `${n} personen`)

/** Making a version public, so that everyone may read it without signing in. */
export const publication = {
  heading: 'Openbaar',
  none: 'Alleen wie meedoet aan deze agenda, kan deze versie lezen.',
  publish: 'Maak openbaar…',
  open: 'Iedereen kan deze versie lezen, zonder in te loggen.',
  since: (day: string) => `Openbaar sinds ${day}.`,
  withNames: 'Namen van personen staan erin.',
  withoutNames: 'Namen van personen staan er niet in.',
  indexed: 'Zoekmachines mogen de versie opnemen.',
  notIndexed: 'Zoekmachines nemen de versie niet op.',
  address: 'Adres van de openbare versie',
  copy: 'Kopieer het adres',
  copied: 'Het adres is gekopieerd.',
  look: 'Bekijk de openbare pagina',
  change: 'Wijzig…',
  withdraw: 'Niet meer openbaar…',
  dialog: {
    title: (number: number) => `Versie ${number} openbaar maken`,
    changeTitle: (number: number) => `Hoe versie ${number} openbaar is`,
    what: 'Iedereen met het adres kan deze versie dan lezen, zonder in te loggen: gemeenteraden, ouders, pers. Men kan haar ook als bestand meenemen.',
    there:
      'Erin staan alle punten, met afspraken, indicatoren en uw toelichting. Reacties en concepten staan er niet in.',
    inText:
      'Staat er een naam in de tekst van een punt? Die blijft staan. Kijk dat eerst na: een versie is niet te wijzigen.',
    names: 'Met de namen van personen',
    namesHint: 'Wie een punt trekt en wie een afspraak uitvoert. Zonder vinkje staan daar alleen organisaties.',
    nobody: 'In deze versie staat bij geen punt of afspraak een persoon.',
    who: (n: number, names: string) => `Het gaat om ${people(n)}: ${names}. Vraag hun eerst of zij dat goed vinden.`,
    left: (n: number) => `Van ${people(n)} blijft de naam weg.`,
    check: 'Een buitenstaander kan het controlegetal dan alleen narekenen voor punten zonder persoon.',
    indexed: 'Zoekmachines mogen de versie opnemen',
    indexedHint: 'Zonder vinkje vindt alleen wie het adres kent de pagina.',
    go: 'Maak openbaar',
    save: 'Sla op',
    done: 'De versie is openbaar.',
    changed: 'Dat is gewijzigd.',
  },
  end: {
    title: (number: number) => `Versie ${number} niet meer openbaar?`,
    what: 'Op het adres staat dan dat de versie hier is weggehaald. Dat geldt meteen.',
    kept: 'Wie de pagina of een bestand heeft bewaard, houdt dat. Op de agenda blijft de versie staan.',
    back: 'U kunt de versie later weer openbaar maken, op hetzelfde adres.',
    go: 'Haal weg',
    done: 'De versie is niet meer openbaar.',
  },
  unreachable: 'De server is nu niet te bereiken. Er is niets veranderd.',
}
export type PublicationTexts = typeof publication
