type SparkWords = { name: string; from: string; to: string; target: string }

/** An item's name within a sentence: no capital. */
const within = (item: string) => item.charAt(0).toLowerCase() + item.slice(1)
const points = (n: number) => (n === 1 ? '1 punt' : `${n} punten`)

/** The agenda's shell, its board and its table. */
export const board = {
  skip: 'Naar de inhoud',
  close: 'Sluit',
  dismiss: 'Verberg deze melding',
  cancel: 'Annuleer',
  colleague: 'een collega',
  loading: 'De agenda wordt geladen',
  period: (from: string, to: string) => `${from} tot en met ${to}`,
  myAgendas: 'Mijn agenda’s',
  agendas: 'Agenda’s',
  view: { label: 'Weergave', board: 'Bord', table: 'Tabel' },
  mainMenu: 'Hoofdmenu',

  saved: {
    loading: 'Laden…',
    saved: 'Opgeslagen',
    saving: 'Opslaan…',
    offline: 'Offline',
    offlineLong: 'Offline: wordt bewaard op dit apparaat',
    readOnly: 'Server neemt nu niets aan',
    closed: 'Niet verbonden',
    connectedAgain: 'U heeft weer verbinding.',
    savesAgain: 'De server slaat weer op.',
  },
  notice: {
    offlineTitle: 'U bent offline.',
    roleChanged: (role: string) => `Uw rol op deze agenda is gewijzigd: u ${role}.`,
    show: 'Toon',
  },

  people: {
    here: (n: number) => (n === 1 ? 'Nu op het bord: 1 persoon' : `Nu op het bord: ${n} personen`),
    short: (n: number) => `${n} hier`,
    rest: (n: number) => `en ${n}`,
    you: (name: string) => `${name} (u)`,
    writes: 'schrijft hier',
    reads: 'is hier',
    alsoHere: (n: number) => `en ${n} meer`,
  },
  menu: {
    user: (initials: string, name: string) => `${initials}: menu van ${name}`,
    label: 'Uw menu',
    language: 'English',
    languageCode: 'en',
    theme: { label: 'Licht of donker', system: 'Zoals uw apparaat', light: 'Licht', dark: 'Donker' },
    keys: 'Toetsen',
    people: 'Deelnemers',
    history: 'Geschiedenis',
    versions: 'Vastgestelde versies',
    adoption: 'Vaststelling',
    export: 'Exporteren',
    import: 'Importeren',
    calendar: 'Agenda in uw kalender',
    answers: 'Wat is er met onze reacties gedaan?',
    account: 'Mijn account',
    themes: 'Thema’s beheren',
    agenda: 'Titel en periode',
    print: 'Afdrukken',
    signOut: 'Uitloggen',
    undo: 'Maak ongedaan',
    redo: 'Doe opnieuw',
  },

  column: {
    joint: 'ontwikkelagenda',
    switch: 'Kolom',
    short: { municipality: 'Gemeenten', joint: 'Samen', 'school-boards': 'Scholen' },
  },
  plan: { 'youth-plan': 'Jeugdplan:', 'support-plan': 'Ondersteuningsplan:', further: 'En verder:' },
  points,
  upcoming: (next: string) => `Eerstvolgend: ${next}`,
  upcomingWhen: (name: string, day: string) => `${name}, ${day}`,
  nothingHere: 'Nog geen punten in deze kolom.',
  nothingShown: 'Geen punten die aan uw keuze voldoen.',

  newItem: {
    label: 'Nieuw agendapunt',
    placeholder: 'Nieuw agendapunt: schrijf meteen',
    inColumn: (column: string) => `Nieuw agendapunt bij ${column}`,
    short: 'Nieuw agendapunt',
    added: (title: string, column: string) => `‘${title}’ staat nu in ${column}`,
    hidden: (title: string) => `‘${title}’ is toegevoegd, maar uw filters verbergen het`,
    undone: 'Toevoegen ongedaan gemaakt',
  },

  card: {
    item: (number: number) => `Agendapunt ${number}`,
    itemBefore: 'Agendapunt ',
    new: 'nieuw',
    newItem: 'Nieuw agendapunt',
    untitled: 'Zonder titel',
    nobody: 'Nog geen trekker',
    agreements: 'Afspraken klaar: ',
    unread: 'Ongelezen reacties: ',
    lateAgreement: (late: string) => `Afspraak ${late}`,
    lateAgreements: (n: number, late: string) => `${n} afspraken te laat, de oudste ${late}`,
    lateDeadline: (late: string) => `Deadline ${late}`,
    next: 'Eerstvolgend: ',
    struck: (reason: string) => (reason ? `Geschrapt: ${reason}` : 'Geschrapt'),
  },
  daysLate: (n: number) => (n === 1 ? '1 dag te laat' : `${n} dagen te laat`),
  spark: ({ name, from, to, target }: SparkWords) =>
    `${name}: ${from === to ? `nu ${to}` : `van ${from} naar ${to}`}${target ? `, doel ${target}` : ''}`,

  move: {
    button: (item: string) => `Verplaats ${within(item)}`,
  },

  group: {
    label: 'Groepeer',
    by: (what: string) => `Groepeer: ${what}`,
    theme: 'thema',
    priority: 'prioriteit',
    status: 'status',
    owner: 'trekker',
    noTheme: 'Nog geen thema',
  },
  filter: {
    label: 'Filter en zoek',
    ours: 'Van ons',
    late: (n: number) => `Te laat (${n})`,
    more: 'Meer filters',
    moreCount: (n: number) => `Filters (${n})`,
    title: 'Filters',
    unread: (n: number) => `Ongelezen (${n})`,
    search: 'Zoek in de agenda',
    searchShort: 'Zoek',
    shown: (shown: number, all: number) => `${shown} van ${points(all)} in beeld`,
    clear: 'Wis alle filters',
    nothingTitle: 'Geen punt voldoet aan uw keuze',
    nothing: 'Maak uw keuze ruimer, of wis de filters en begin opnieuw.',
  },

  keys: {
    undone: 'Ongedaan gemaakt',
    redone: 'Opnieuw gedaan',
    nothingToUndo: 'Er is niets van uzelf om ongedaan te maken',
    nothingToRedo: 'Er is niets om opnieuw te doen',
  },

  error: {
    notFoundTitle: 'Deze agenda is er niet, of u mag hem niet zien',
    notFound:
      'Misschien is de link oud, of bent u nog niet uitgenodigd. Uw eigen werk is veilig. Vraag de coördinator om een nieuwe uitnodiging, of ga naar uw agenda’s.',
    pageTitle: 'Deze pagina is er niet',
    page: 'Misschien is de link oud of verkeerd overgenomen. Uw eigen werk is veilig.',
    unreachableTitle: 'De server is niet te bereiken',
    unreachable:
      'Op dit apparaat staat geen kopie van deze agenda. Kijk of u verbinding heeft en probeer het opnieuw. Wat al was opgeslagen, is veilig.',
    brokenTitle: 'Er ging iets mis in dit scherm',
    broken: 'Wat was opgeslagen, is veilig. Laad de pagina opnieuw. Gebeurt het weer, vertel het dan de beheerder.',
    again: 'Probeer opnieuw',
    home: 'Naar mijn agenda’s',
  },
}
