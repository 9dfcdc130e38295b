/** The address by which somebody's own calendar keeps up with the agenda. */
export const calendar = {
  title: 'Agenda in uw kalender',
  explain:
    'Uw kalender (Outlook, Google, Apple of een andere) kan de deadlines, afspraken en vaststellingen van deze ontwikkelagenda laten zien. Verandert er een datum, dan verandert die daar vanzelf mee. Dat kan een paar uur duren.',
  reader: 'U ziet de dagen van de laatste vastgestelde versie.',
  secret:
    'Het adres is alleen voor u. Wie het heeft, ziet deze dagen zonder in te loggen. Deel het dus niet. Bent u het kwijt, of kent een ander het? Maak dan een nieuw adres.',
  asking: 'Wij kijken of u al een adres heeft…',
  make: 'Maak een adres',
  since: (when: string) => `U heeft een adres sinds ${when}. Wij laten het niet nog een keer zien.`,
  made: 'Uw adres is klaar. Bewaar het nu: wij laten het maar één keer zien.',
  address: 'Uw adres',
  copy: 'Kopieer het adres',
  copied: 'Het adres is gekopieerd',
  open: 'Open in mijn kalender',
  how: 'Of plak het adres in uw kalender, bij ‘abonneren’ of ‘toevoegen via internet’.',
  renew: 'Maak een nieuw adres',
  renewHint: 'Maakt u een nieuw adres? Dan werkt het oude niet meer.',
  revoke: 'Trek het adres in',
  revoked: 'Uw adres is ingetrokken. Uw kalender krijgt niets nieuws meer.',
  unreachable: 'De server is nu niet te bereiken. Kijk of u verbinding heeft en probeer het opnieuw.',
}
