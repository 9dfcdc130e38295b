import type { TemplateItem } from '../template-item.ts'

export const prevention: TemplateItem[] = [
  {
    theme: 'preventie',
    title: 'Een sterke basis in de wijk',
    duty: 'municipality',
    kind: 'oogo-subject',
    sectors: ['preschool', 'primary', 'secondary'],
    legalBasis: ['jeugdwet', 'wpg', 'wmo-2015'],
    principles: ['1', '3'],
    reach: 'local',
    body: {
      occasion:
        'De meeste vragen over opvoeden zijn gewone vragen. Een goed antwoord vroeg en dichtbij voorkomt zwaardere hulp later.',
      ambition:
        'Opvang, school, sportclub en buurtwerk trekken samen op. Ouders vinden in hun eigen wijk iemand om mee te praten, zonder afspraak.',
      result:
        'Elke wijk heeft een aanbod dat past bij de kinderen die er wonen. Scholen weten wat er is en wijzen ouders de weg.',
    },
    indicators: [
      {
        name: 'Ouders die in hun wijk iemand weten voor een vraag over opvoeden',
        unit: '% van de ouders',
        direction: 'up',
        target: 85,
      },
    ],
  },
  {
    theme: 'preventie',
    title: 'Signalen zien, bespreken en opvolgen',
    duty: 'joint',
    kind: 'oogo-subject',
    sectors: ['preschool', 'primary', 'secondary', 'special'],
    legalBasis: ['jeugdwet', 'wpg', 'passend-onderwijs'],
    principles: ['1', '3', '5'],
    reach: 'both',
    body: {
      occasion:
        'Leraren, pedagogisch medewerkers en jeugdverpleegkundigen zien vaak als eersten dat het niet goed gaat. Zij twijfelen dan of, hoe en met wie zij dat moeten bespreken.',
      ambition:
        'Een zorg bespreek je eerst met ouders en kind. Daarna weet iedere professional wie kan meedenken, en hoort die altijd terug wat er is gebeurd.',
      result: [
        'Wij regelen:',
        'een vaste jeugdverpleegkundige of jeugdarts voor elke school',
        'elk jaar een training over het goede gesprek, voor school en hulp samen',
        'een reactie op elk signaal, binnen een week',
      ],
    },
    indicators: [
      { name: 'Signalen met een reactie binnen een week', unit: '% van de signalen', direction: 'up', target: 95 },
    ],
  },
  {
    theme: 'preventie',
    title: 'Een veilige school waar iedereen erbij hoort',
    duty: 'school-boards',
    kind: 'oogo-subject',
    sectors: ['primary', 'secondary', 'special', 'vocational'],
    legalBasis: ['passend-onderwijs', 'wpg'],
    principles: ['1', '2'],
    reach: 'regional',
    body: {
      occasion:
        'Op een school waar duidelijk is wat wij van elkaar verwachten, wordt minder gepest en minder verzuimd. Dat merkt ook de buurt.',
      ambition:
        'Scholen kiezen een aanpak die bewezen werkt en houden die vol. De jeugdgezondheidszorg en het jongerenwerk doen mee.',
      result:
        'Leerlingen voelen zich veilig op school. Scholen bespreken de uitkomst elk jaar met leerlingen en ouders.',
    },
    indicators: [
      {
        name: 'Leerlingen die zich veilig voelen op school',
        unit: '% van de leerlingen',
        direction: 'up',
        target: 95,
      },
    ],
  },
]
