/** Comments on an item or a passage of its text, and what was done with them. */
export const comment = {
  heading: 'Reacties',
  count: (n: number) => (n === 1 ? '1 reactie' : `${n} reacties`),
  margin: 'Reacties bij de tekst',
  inMargin: (n: number) =>
    n === 1
      ? 'Eén gesprek staat in de kantlijn, naast de tekst.'
      : `${n} gesprekken staan in de kantlijn, naast de tekst.`,
  empty: 'Er zijn nog geen reacties op dit punt.',
  loading: 'De reacties worden geladen.',
  unread: 'nieuw',
  fresh: (n: number) => (n === 1 ? '1 nieuw' : `${n} nieuw`),
  arrived: (name: string) => `Nieuwe reactie van ${name}`,
  answered: (name: string, outcome: string) => `${name} gaf antwoord: ${outcome}`,
  on: {
    item: 'bij het hele punt',
    title: 'bij de titel',
    passage: (quote: string) => `bij ‘${quote}’`,
    gone: (quote: string) => `bij een tekst die er niet meer zo staat: ‘${quote}’`,
  },
  showInText: 'Toon in de tekst',
  onTitle: (n: number) => (n === 1 ? '1 reactie op de titel' : `${n} reacties op de titel`),
  former: 'Niet meer op deze agenda',
  edited: 'bewerkt',
  editedShow: 'bewerkt, toon de eerdere tekst',
  more: (name: string) => `Meer over de reactie van ${name}`,

  form: {
    label: 'Uw reactie',
    reply: (name: string) => `Uw antwoord aan ${name}`,
    correct: 'Uw reactie aanpassen',
    placeholder: 'Wat wilt u meegeven?',
    hint: 'Iedereen op deze agenda kan dit lezen. Schrijf niet over één kind. Met @ noemt u iemand.',
    about: 'Waar gaat uw reactie over?',
    aboutItem: 'Het hele punt',
    aboutTitle: (title: string) => `De titel: ${title}`,
    aboutChosen: (quote: string) => `Uw selectie: ${quote}`,
    aboutSentence: 'Een zin uit de tekst',
    as: 'Namens',
    send: 'Plaats reactie',
    sendReply: 'Plaats antwoord',
    save: 'Bewaar',
    cancel: 'Annuleer',
    missing: 'Schrijf eerst uw reactie.',
    tooLong: (n: number) => `Uw reactie is ${n} tekens te lang.`,
    sent: 'Uw reactie is geplaatst.',
    waits: 'U heeft geen verbinding. Uw reactie staat op dit apparaat en gaat vanzelf uit.',
    corrected: 'Uw reactie is aangepast.',
    bsn: 'Hierin staat een nummer dat op een burgerservicenummer (BSN) lijkt. Zo’n nummer hoort niet op deze agenda, want het hoort bij één persoon. Haal het nummer weg, dan kunt u uw reactie plaatsen.',
    caseTitle: 'Gaat dit over één kind of gezin?',
    case: 'Het lijkt alsof u over één kind of gezin schrijft. Deze agenda gaat over afspraken voor iedereen. Schrijf zo dat niemand te herkennen is. U mag uw reactie wel plaatsen.',
    caseDismiss: 'Zo is het goed',
  },

  selection: {
    button: 'Reageer',
    thread: 'Toon de reactie',
    fromSection: 'Reageer op geselecteerde tekst',
    nothing: 'Selecteer eerst een stuk van de titel of de tekst. U kunt ook hieronder een zin kiezen.',
  },

  mention: {
    list: 'Wie wilt u noemen?',
    found: (n: number) => (n === 1 ? '1 naam, kies met pijltjes en Enter' : `${n} namen, kies met pijltjes en Enter`),
    none: 'Niemand gevonden',
  },

  reaction: {
    thumb: 'Eens',
    heart: 'Fijn',
    idea: 'Goed idee',
    question: 'Vraag',
    group: 'Waardeer deze reactie',
    who: (kind: string, names: string) => `${kind}: ${names}`,
  },

  reply: 'Antwoord',
  replies: (n: number) => (n === 1 ? '1 antwoord' : `${n} antwoorden`),
  correct: 'Pas aan',
  withdraw: 'Trek in',
  hide: 'Verberg',
  report: 'Meld persoonsgegevens',
  restore: 'Zet terug',
  restored: 'De reactie is weer te zien.',
  reported: 'Gemeld. De schrijver en de coördinator krijgen bericht.',
  hidden: 'De reactie is verborgen. De reden staat erbij.',
  withdrawn: 'Uw reactie is ingetrokken.',

  state: {
    withdrawn: 'Deze reactie is ingetrokken door de schrijver.',
    hidden: (name: string, reason: string) => `Verborgen door ${name}: ${reason}`,
    reported: 'Gemeld, wordt bekeken.',
    reportedBy: (name: string) => `Gemeld door ${name}.`,
    show: 'Toon wat er stond',
  },

  dialog: {
    withdrawTitle: 'Uw reactie intrekken',
    withdraw: 'Anderen kunnen uw reactie dan niet meer lezen. Dat u reageerde, blijft te zien.',
    hideTitle: 'Deze reactie verbergen',
    hide: 'De reactie gaat niet weg: iedereen ziet dat zij verborgen is, door wie en waarom. U kunt haar terugzetten.',
    reportTitle: 'Persoonsgegevens melden',
    report:
      'Staat er iets in over een kind of gezin dat te herkennen is? De reactie is dan meteen niet meer te lezen. De schrijver en de coördinator krijgen bericht en uw naam staat erbij.',
    reason: 'Reden',
    reportReason: 'Wat is er aan de hand? Noem de gegevens zelf niet.',
    reasonMissing: 'Schrijf eerst een reden.',
    earlierTitle: 'Wat er eerder stond',
    until: (moment: string) => `Tot ${moment}`,
  },

  answer: {
    give: 'Zeg wat u ermee doet',
    change: 'Wijzig het antwoord',
    title: 'Wat is er met deze reactie gedaan?',
    outcomeLabel: 'Uw antwoord',
    outcome: {
      'taken-over': 'Overgenomen',
      partly: 'Deels overgenomen',
      not: 'Niet overgenomen',
    },
    reason: 'Leg uit waarom',
    reasonHint: 'De schrijver leest dit, en iedereen op deze agenda.',
    outcomeMissing: 'Kies wat er met de reactie is gedaan.',
    save: 'Plaats antwoord',
    saved: 'Uw antwoord staat bij de reactie.',
    by: (name: string, moment: string) => `${name}, ${moment}`,
    none: 'Nog geen antwoord',
  },

  waiting: {
    waits: 'Wacht op verbinding. Deze reactie staat alleen op dit apparaat en gaat vanzelf uit.',
    refused: 'Niet geplaatst.',
    kept: 'Uw tekst staat hieronder nog. Pas hem aan of haal hem weg.',
    edit: 'Pas aan en probeer opnieuw',
    discard: 'Haal weg',
    retry: 'Probeer nu',
    you: 'U',
  },

  failed: {
    unreachable: 'Dat lukte niet: er is geen verbinding. Er is niets veranderd. Probeer het straks opnieuw.',
    problem: (detail: string) => `Dat lukte niet. ${detail}`,
  },

  number: {
    title: 'Dit nummer lijkt op een burgerservicenummer (BSN)',
    text: 'Een BSN hoort bij één persoon en mag niet op deze agenda. Daarom staat uw laatste invoer er niet in.',
    reference: 'Dit is een kenmerk, geen BSN',
    fine: 'Laat het weg',
    passed: 'Het kenmerk staat erin.',
    again: 'U kunt het kenmerk nu invoeren.',
  },

  filter: {
    unread: 'Ongelezen reacties',
    sinceVisit: 'Gewijzigd sinds mijn vorige bezoek',
    sinceVisitAt: (moment: string) => `Uw vorige bezoek: ${moment}`,
  },

  overview: {
    title: 'Wat is er met onze reacties gedaan?',
    intro: 'Hier staan alle reacties van één organisatie, met wat ermee is gedaan.',
    organisation: 'Organisatie',
    show: 'Toon',
    all: 'Alle reacties',
    open: 'Zonder antwoord',
    counts: (total: number, open: number) =>
      `${total === 1 ? '1 reactie' : `${total} reacties`}, waarvan ${open} zonder antwoord`,
    none: 'Deze organisatie heeft nog geen reactie geplaatst.',
    noneOpen: 'Alle reacties van deze organisatie hebben een antwoord.',
    onItem: (number: number, title: string) => `Punt ${number}: ${title}`,
    onNewItem: (title: string) => `Nieuw punt: ${title}`,
    hidden: 'Verborgen door de coördinator.',
    toBoard: 'Naar het bord',
    goTo: 'Open het punt',
  },
}
