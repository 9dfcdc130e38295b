import type { Role } from '../../roles.ts'

/** The start screens: signed out, my agendas, a new agenda. */
export const start = {
  title: 'Eén agenda voor school, hulp en gemeente',
  what: 'Gemeenten en schoolbesturen maken hier samen hun ontwikkelagenda passend onderwijs en jeugdhulp. Iedereen schrijft tegelijk in dezelfde tekst, met naam en organisatie erbij. Wat is afgesproken, wie het doet en wat er van komt, blijft voor alle partijen zichtbaar.',
  triptych: {
    municipality: 'Jeugdplan, vervoer, huisvesting, leerplicht',
    joint: 'Thuiszitters, toegang, overgangen, aanbod op school',
    schoolBoardsTitle: 'School\u00adbesturen',
    schoolBoards: 'Onder\u00adsteunings\u00adplan, plaatsing, middelen',
  },
  demoTitle: 'Kijk rond als…',
  demo: 'Dit is een voorbeeldagenda. Alles wat u hier doet, blijft op deze computer. Een tweede persoon opent u in een privévenster: in één venster kan maar één persoon tegelijk zijn ingelogd.',
  next: 'Log eerst in. Daarna gaat u naar de agenda waar u heen wilde.',
  unreachable: 'De server is niet te bereiken. Kijk of u verbinding heeft en probeer het opnieuw.',
  again: 'Probeer opnieuw',

  agendas: {
    title: 'Mijn agenda’s',
    hello: (name: string) => `Welkom, ${name}`,
    none: 'U doet nog aan geen agenda mee. Maak er zelf een, of vraag een coördinator om u toe te voegen.',
    counts: (parties: number, people: number) =>
      `${parties === 1 ? '1 partij' : `${parties} partijen`}, ${people === 1 ? '1 persoon' : `${people} personen`}`,
    role: (role: Role) =>
      ({
        coordinator: 'U leidt het overleg',
        editor: 'U schrijft mee',
        commenter: 'U leest alles en reageert',
        reader: 'U leest de vastgestelde versie',
      })[role],
    offline: 'U bent offline. Dit zijn de agenda’s waarvan een kopie op dit apparaat staat.',
  },
  create: {
    title: 'Nieuwe agenda',
    name: 'Titel',
    nameHint: 'Bijvoorbeeld: Ontwikkelagenda passend onderwijs en jeugdhulp',
    region: 'Regio',
    from: 'Van',
    to: 'Tot en met',
    start: 'Waarmee begint u?',
    template: 'Tien thema’s en een eerste set punten',
    empty: 'Een leeg bord',
    file: 'Een bestand: de JSON van een eerdere export',
    go: 'Maak de agenda',
    required: 'Vul een titel in.',
    periodWrong: 'De einddatum ligt voor de begindatum.',
    failed: (why: string) => `De agenda is niet gemaakt. ${why}`,
    unreachable: 'De server is niet te bereiken. Probeer het straks opnieuw.',
  },
}
