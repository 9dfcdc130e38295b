const many = (n: number, one: string, more: string) => (n === 1 ? `1 ${one}` : `${n} ${more}`)

/** Differences between two moments: on their page, in the files made of them, and as marks on the board. */
export const difference = {
  title: 'Wat is er veranderd?',
  /** Of the file: between which moments. */
  documentTitle: (title: string) => `Wat is er veranderd? ${title}`,
  between: (from: string, to: string) => `Van ${from} naar ${to}`,
  ofParty: (party: string) => `Alleen punten van ${party}`,
  moment: {
    version: (number: number, day: string) => `versie ${number} (${day})`,
    adopted: (number: number, day: string, party: string) =>
      `versie ${number} (${day}), die ${party} als laatste vaststelde`,
    now: (moment: string) => `nu (${moment})`,
    past: (moment: string) => `de stand van ${moment}`,
    nothing: (party: string) => `niets: ${party} heeft nog geen versie vastgesteld`,
  },
  summary: (added: number, changed: number, moved: number, struck: number) =>
    [
      added && many(added, 'punt is nieuw', 'punten zijn nieuw'),
      changed && many(changed, 'punt is gewijzigd', 'punten zijn gewijzigd'),
      moved && many(moved, 'punt is verplaatst', 'punten zijn verplaatst'),
      struck && many(struck, 'punt is geschrapt', 'punten zijn geschrapt'),
    ]
      .filter(Boolean)
      .join(', '),
  nothing: 'Er is niets veranderd.',
  legend: 'Woorden die erbij kwamen, zijn onderstreept. Woorden die vervielen, zijn doorgestreept.',
  maskedMeaning: 'Een waarde van 1 tot en met 4 staat er als ‘< 5’. Zo is niemand te herkennen.',
  group: { added: 'Nieuw', changed: 'Gewijzigd', moved: 'Verplaatst', struck: 'Geschrapt' },
  reason: (reason: string) => `Waarom geschrapt: ${reason}`,
  onlyLayout: 'Alleen de opmaak is anders.',
  leftOut: '[…]',
  agreement: 'Afspraak',
  deadline: 'Deadline',
  indicator: 'Indicator',
  dueBy: (day: string) => `klaar voor ${day}`,
  startsAt: (value: string) => `begin ${value}`,
  aimsAt: (value: string) => `doel ${value}`,
  aimsBy: (day: string) => `op ${day}`,
  unknown: 'onbekend',
  /** Beside an item, about the last version. */
  mark: {
    added: (number: number) => `Nieuw sinds versie ${number}`,
    changed: (number: number) => `Gewijzigd sinds versie ${number}`,
    struck: (number: number) => `Geschrapt sinds versie ${number}`,
    same: (number: number) => `Afgesproken in versie ${number}, daarna niet gewijzigd`,
    see: 'Bekijk wat er is veranderd',
  },
  page: {
    intro: 'Kies twee momenten. Hieronder leest u wat er tussen die momenten is veranderd.',
    from: 'Van',
    to: 'Tot',
    party: 'Voor wie',
    everyone: 'Alle partijen',
    version: (number: number) => `Versie ${number}`,
    now: 'Nu',
    past: 'Een ander moment',
    lastAdopted: (party: string) => `Laatst vastgesteld door ${party}`,
    at: { from: 'Datum en tijd van het begin', to: 'Datum en tijd van het eind' },
    toCome: 'Kies een moment dat al geweest is.',
    loading: 'De verschillen worden opgezocht…',
    failed: 'De verschillen zijn nu niet op te halen. Kijk of u verbinding heeft en probeer het opnieuw.',
    tooFast: 'U zoekt heel veel momenten op. Wacht een minuut en probeer het opnieuw.',
    missing: 'Dit moment is er niet. Kies een ander moment.',
    notAllowed: 'U kunt alleen vastgestelde versies met elkaar vergelijken.',
    again: 'Probeer opnieuw',
    swap: 'Wissel om',
    open: 'Open dit punt',
    openItem: (name: string) => `Open dit punt: ${name}`,
    contents: 'Veranderde punten',
    back: 'Alle versies',
    export: 'Exporteer',
    exportAs: 'Dit overzicht als bestand',
    form: { pdf: 'Pdf', odt: 'ODT (LibreOffice)', docx: 'Word', html: 'Webpagina', md: 'Markdown' },
    since: (number: number) => `Wat is er veranderd sinds versie ${number}?`,
    against: (number: number) => `Verschil met versie ${number}`,
    betweenVersions: (one: number, other: number) => `Verschil met versie ${one}, van versie ${other}`,
  },
}
export type DifferenceTexts = typeof difference
