const many = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`)
const parties = (n: number) => many(n, 'partij', 'partijen')

/** Adoption: how far every party is with adopting a version, and what may be done about it. */
export const adoption = {
  title: 'Vaststelling',
  titleOf: (version: number) => `Vaststelling van versie ${version}`,
  menu: 'Vaststelling',
  back: 'Terug naar het bord',
  toVersions: 'Alle versies',
  read: (version: number) => `Lees versie ${version}`,
  intro: 'Hier ziet u wie er nog moet besluiten, wat er is besloten en wie dat heeft ingevuld.',
  none: 'Er is nog geen versie vastgelegd. Daarna ziet u hier hoe ver elke partij is met vaststellen.',
  noParties: 'Aan deze versie doet geen enkele partij mee.',
  version: 'Versie',
  versionOption: (number: number, day: string) => `Versie ${number}, ${day}`,
  unreachable: 'De vaststelling is nu niet op te halen. Kijk of u verbinding heeft en probeer het opnieuw.',
  notSaved: 'Er is geen verbinding. Er is niets bewaard; wat u invulde, staat er nog. Probeer het zo opnieuw.',
  somebody: 'iemand die niet meer meedoet',
  summary: {
    heading: (adopted: number, all: number, late: number) => {
      const have = adopted === 1 ? `1 van de ${all} partijen heeft` : `${adopted} van de ${all} partijen hebben`
      if (adopted === all) return all === 1 ? 'De partij heeft vastgesteld' : `Alle ${all} partijen hebben vastgesteld`
      const first = adopted === 0 ? 'Nog geen partij heeft vastgesteld' : `${have} vastgesteld`
      return late === 0 ? first : `${first}, ${late === 1 ? '1 is' : `${late} zijn`} te laat`
    },
    reservation: (n: number) => `${parties(n)} met voorbehoud`,
    waiting: (n: number) => `${parties(n)} nog bezig`,
    declined: (n: number) => `${parties(n)} niet vastgesteld`,
    late: (n: number) => `${parties(n)} te laat`,
  },
  table: {
    caption: 'De stappen van elke partij. Wat te laat is, staat bovenaan; daarna wat nog open staat.',
    party: 'Partij',
    step: 'Wie besluit',
    due: 'Uiterlijk',
    outcome: 'Uitkomst',
    decision: 'Besluit',
    actions: 'Invullen',
    noDue: 'geen datum',
    soon: (days: number) => (days === 0 ? 'vandaag' : days === 1 ? 'morgen' : `over ${days} dagen`),
    stepName: (body: string, capacity: string) => `${body} ${capacity}`,
    submitted: (day: string) => `ingediend op ${day}`,
    prepared: (day: string) => `voorbereid op ${day}`,
    on: (day: string) => `op ${day}`,
    reference: (reference: string) => `nummer ${reference}`,
    link: 'Besluit bij de partij',
    words: (kind: 'reservation' | 'reason' | 'remark'): string =>
      ({ reservation: 'Voorbehoud:', reason: 'Reden:', remark: 'Toelichting:' })[kind],
    recorded: (who: string, when: string) => `Ingevuld door ${who} op ${when}`,
    onBehalf: (who: string, ground: string, when: string) =>
      `Namens deze partij ingevuld door ${who} op ${when}. Op grond van: ${ground}`,
    earlier: (n: number) => (n === 1 ? 'Eerdere stand' : `Eerdere standen (${n})`),
    earlierOf: (party: string, body: string) => `${party}, ${body}`,
    dueOn: (day: string) => `uiterlijk ${day}`,
    reminded: (day: string, who: string) => `Herinnerd op ${day} door ${who}`,
    fill: 'Vul in',
    change: 'Wijzig',
    fillOf: (party: string, body: string) => `Vul in: ${party}, ${body}`,
    changeOf: (party: string, body: string) => `Wijzig: ${party}, ${body}`,
    remind: 'Herinner',
    remindOf: (party: string, body: string) => `Herinner ${party}: ${body}`,
    bodies: 'Organen',
    bodiesOf: (party: string) => `Organen van ${party} instellen`,
    bodiesSet: (set: { who: string; party: string; when: string; ground: string | undefined }) =>
      set.ground
        ? `Organen ingesteld door ${set.who} namens ${set.party} op ${set.when}. Op grond van: ${set.ground}`
        : `Organen ingesteld door ${set.who} op ${set.when}`,
  },
  since: {
    whole: 'Leest de hele versie',
    changed: (n: number) => (n === 1 ? '1 punt gewijzigd' : `${n} punten gewijzigd`),
    link: 'Wat is er voor deze partij veranderd?',
    linkOf: (party: string, version: number) => `${party}, sinds versie ${version}`,
    same: (version: number) => `Voor deze partij is er niets veranderd sinds versie ${version}.`,
  },
  matrix: {
    heading: 'Partijen en versies',
    caption: 'Wat elke partij bij elke versie heeft besloten.',
    notThere: 'deed niet mee',
    late: 'te laat',
  },
  party: {
    pending: 'Nog bezig',
    adopted: 'Vastgesteld',
    'adopted-with-reservation': 'Vastgesteld, met voorbehoud',
    declined: 'Niet vastgesteld',
    withdrawn: 'Ingetrokken',
  },
  outcome: {
    pending: 'Nog geen besluit',
    pendingSubmitted: 'Ingediend',
    pendingPrepared: 'In voorbereiding',
    adopts: 'Vastgesteld',
    endorses: 'Onderschreven',
    consents: 'Ingestemd',
    approves: 'Goedgekeurd',
    advises: 'Advies gegeven',
    informed: 'Geïnformeerd',
    withReservation: (outcome: string) => `${outcome}, met voorbehoud`,
    declined: 'Afgewezen',
    withdrawn: 'Ingetrokken',
  },
  form: {
    title: (party: string) => `Besluit van ${party}`,
    about: (body: string, version: number) => `Versie ${version}: ${body}.`,
    behalf:
      'U heeft geen mandaat van deze partij. U vult dit in namens de partij. Dat ziet iedereen, met de reden erbij.',
    ground: 'Op grond van',
    groundHint: 'Waar weet u het van? Bijvoorbeeld: brief van 20 januari, of gebeld met de secretaris.',
    groundKept: (ground: string) => `Er staat nu: ‘${ground}’. Dat blijft zo als u dit leeg laat.`,
    groundBefore: (ground: string) =>
      `Waar weet u dit van? Eerder stond hier: ‘${ground}’. Vul het opnieuw in: u vult nu iets anders in dan toen.`,
    outcome: 'Hoe staat het ermee?',
    pending: 'Er is nog geen besluit',
    declined: 'Afgewezen',
    withdrawn: 'Ingetrokken door wie het indiende',
    date: (outcome: 'done' | 'withdrawn'): string =>
      outcome === 'withdrawn' ? 'Datum waarop het is ingetrokken' : 'Datum van het besluit',
    reservation: 'Wat is het voorbehoud?',
    reason: 'Wat is de reden?',
    remark: 'Toelichting',
    optional: 'U mag dit leeg laten.',
    reference: 'Nummer van het besluit',
    referenceHint: 'Bijvoorbeeld het zaaknummer. U mag dit leeg laten.',
    link: 'Link naar het besluit',
    linkHint: 'De pagina van de raad of het bestuur. Stukken zelf blijven daar staan. U mag dit leeg laten.',
    planning: 'Planning',
    due: 'Uiterlijk besluiten op',
    prepared: 'Voorbereid op',
    submitted: 'Ingediend op',
    go: 'Bewaar',
    done: (party: string) => `Bewaard: ${party}`,
    changedMeanwhile: (who: string) => `${who} heeft deze stap intussen ook ingevuld. Nu staat er:`,
    yoursStays:
      'Wat u hieronder invulde, staat er nog. Bewaart u dat, dan komt het hiervoor in de plaats. Dit blijft bij de stap te lezen als eerdere stand.',
    lookFirst:
      'Deze stap is intussen ook door iemand anders ingevuld. Kijk bovenaan wat er nu staat. Klopt wat u invulde? Bewaar dan opnieuw.',
  },
  wrong: {
    'ground-missing': 'Schrijf op waar u dit van weet. U vult dit in namens een andere partij.',
    'days-not-in-order':
      'De dagen kloppen niet: eerst voorbereid, dan ingediend, dan besloten. Kijk de drie datums na.',
    'day-to-come': 'Deze dag moet nog komen. Vul in wat er al is gebeurd.',
    'date-missing': 'Vul de datum in waarop dit is besloten.',
    'date-too-early': 'Deze datum ligt voor het besluit van een eerdere stap van deze partij.',
    'withdrawn-too-early': 'Deze datum ligt voor het besluit dat is ingetrokken. Intrekken kan pas daarna.',
    'words-missing': 'Schrijf op wat het voorbehoud of de reden is.',
    'earlier-step-open': 'Een eerdere stap van deze partij is nog niet klaar. Vul die eerst in.',
    'later-step-decided':
      'Een latere stap bouwt hierop voort. Haal eerst het besluit van die stap weg. Nummer en link kunt u wel wijzigen.',
    link: 'Een link begint met https:// of http://.',
    ground: 'Dit is te lang. Houd het bij één zin.',
    words: 'Dit is te lang. Houd het bij de kern.',
    reference: 'Dit nummer is te lang.',
    name: 'Vul een naam in voor dit orgaan.',
    day: 'Dit is geen datum.',
  },
  bodies: {
    title: (party: string) => `Organen van ${party}`,
    explain:
      'Wie besluit er bij deze partij, en in welke volgorde? Dit geldt voor versies waarbij nog niets is voorbereid, ingediend of besloten. Een datum die al was gevraagd, blijft staan.',
    begun: (n: number, versions: string) =>
      `Voor ${n === 1 ? 'versie' : 'de versies'} ${versions} verandert er niets: daar is al iets voorbereid, ingediend of besloten.`,
    list: 'Stappen in volgorde',
    number: (n: number) => `Stap ${n}`,
    body: 'Orgaan',
    name: 'Naam van het orgaan',
    nameOptional: 'Eigen naam',
    capacity: 'Wat doet het?',
    up: (n: number) => `Zet stap ${n} eerder`,
    down: (n: number) => `Zet stap ${n} later`,
    remove: (n: number) => `Haal stap ${n} weg`,
    add: 'Voeg een stap toe',
    added: (n: number) => `Stap ${n} toegevoegd.`,
    moved: (n: number) => `Dit is nu stap ${n}.`,
    removed: 'De stap is weggehaald.',
    needsOne: 'Er is ten minste één stap nodig.',
    go: 'Bewaar de stappen',
    done: (party: string) => `De stappen van ${party} zijn bewaard.`,
  },
  dues: {
    open: 'Vraag een besluit voor een datum…',
    title: 'Vraag een besluit voor een datum',
    text: (n: number) =>
      n === 1
        ? 'Eén stap heeft nog geen datum. Die krijgt deze datum.'
        : `${n} stappen hebben nog geen datum. Die krijgen allemaal deze datum. Een datum die er al staat, blijft staan.`,
    groundHint: 'U vult dit in namens de partijen. Bijvoorbeeld: afgesproken in het OOGO.',
    halfway: (n: number, why: string) =>
      `${n === 1 ? '1 stap kreeg' : `${n} stappen kregen`} de datum, de rest niet. ${why}`,
    done: (n: number) => (n === 1 ? '1 stap heeft nu een datum.' : `${n} stappen hebben nu een datum.`),
  },
  reminder: {
    title: (party: string) => `Herinnering aan ${party}`,
    text: (body: string, due: string) =>
      due ? `Het gaat om: ${body}, uiterlijk op ${due}.` : `Het gaat om: ${body}. Er is nog geen datum afgesproken.`,
    to: (names: string) => `Er gaat een mail naar ${names}. Daarin staat wat er is gevraagd, met een link hierheen.`,
    nobody:
      'Niemand heeft nu het mandaat van deze partij. Geef iemand het mandaat op de pagina Deelnemers; daarna kunt u de herinnering sturen.',
    toPeople: 'Naar Deelnemers',
    go: 'Stuur de herinnering',
    done: (names: string) => `De herinnering gaat naar ${names}.`,
  },
}
