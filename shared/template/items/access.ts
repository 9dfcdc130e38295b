import type { TemplateItem } from '../template-item.ts'

export const access: TemplateItem[] = [
  {
    theme: 'toegang',
    title: 'Samen beslissen: één gezin, één plan',
    duty: 'joint',
    kind: 'oogo-subject',
    sectors: ['preschool', 'primary', 'secondary', 'special'],
    legalBasis: ['jeugdwet', 'passend-onderwijs'],
    principles: ['1', '3', '4'],
    reach: 'both',
    body: {
      occasion:
        'De school beslist over extra ondersteuning, het wijkteam over jeugdhulp. Voor een gezin dat beide nodig heeft, zijn dat twee aanvragen, twee gesprekken en twee plannen.',
      ambition:
        'Ouders en kind zitten met school en wijkteam aan één tafel. Zij maken samen één plan, met één persoon die het in de gaten houdt.',
      result: [
        'Hieraan zien wij dat het werkt:',
        'Er is één aanvraag voor onderwijs en hulp samen.',
        'Het besluit geldt voor beide kanten.',
        'Ouders vinden dat zij echt hebben meebeslist.',
      ],
    },
    indicators: [
      {
        name: 'Gezinnen met onderwijsondersteuning en jeugdhulp die één plan hebben',
        unit: '% van deze gezinnen',
        direction: 'up',
        target: 90,
      },
      { name: 'Oordeel van ouders over het samen beslissen', unit: 'rapportcijfer', direction: 'up', target: 8 },
    ],
  },
  {
    theme: 'toegang',
    title: 'Snel hulp, dicht bij huis',
    duty: 'municipality',
    kind: 'oogo-subject',
    sectors: ['preschool', 'primary', 'secondary', 'special', 'vocational'],
    legalBasis: ['jeugdwet'],
    principles: ['1', '2'],
    reach: 'local',
    body: {
      occasion:
        'Wachten op hulp maakt problemen groter, ook in de klas. Scholen weten niet altijd bij wie zij moeten zijn, zeker als leerlingen uit veel gemeenten komen.',
      ambition:
        'Elke school heeft een vast gezicht bij de gemeentelijke toegang. Lichte hulp begint meteen, zonder verwijzing. Bij zwaardere hulp is er in de wachttijd al steun.',
      result:
        'Tussen de vraag en de start van de hulp zit zo weinig mogelijk tijd. Voor het vo en mbo is er één route voor alle gemeenten.',
    },
    indicators: [{ name: 'Tijd tussen de vraag en de start van de hulp', unit: 'weken', direction: 'down', target: 3 }],
  },
  {
    theme: 'toegang',
    title: 'Een duidelijke weg naar extra ondersteuning op school',
    duty: 'school-boards',
    kind: 'oogo-subject',
    sectors: ['primary', 'secondary', 'special'],
    legalBasis: ['passend-onderwijs'],
    principles: ['1', '2', '4'],
    reach: 'regional',
    body: {
      occasion:
        'Het samenwerkingsverband bepaalt zelf hoe het extra ondersteuning toewijst. Voor ouders is die weg vaak lang en moeilijk te volgen.',
      ambition:
        'Wij vragen eerst wat de leerling nodig heeft, en pas daarna welke regeling daarbij hoort. Ouders kunnen op elk moment zien waar hun aanvraag is.',
      result:
        'Een besluit over ondersteuning of toelating tot het speciaal onderwijs komt binnen zes weken, met uitleg in gewone taal.',
    },
    indicators: [
      {
        name: 'Besluiten binnen zes weken',
        unit: '% van de aanvragen',
        direction: 'up',
        target: 100,
      },
    ],
  },
  {
    theme: 'toegang',
    title: 'Eerst helpen, dan pas uitzoeken wie betaalt',
    duty: 'joint',
    kind: 'oogo-subject',
    sectors: ['primary', 'secondary', 'special'],
    legalBasis: ['jeugdwet', 'passend-onderwijs', 'zvw', 'wlz'],
    principles: ['1', '4'],
    reach: 'regional',
    body: {
      occasion:
        'Hulp op school kan uit vier of vijf potjes komen. Als niet duidelijk is welk potje betaalt, wacht het kind.',
      ambition:
        'Een gezin merkt niets van de regels over geld. Gemeente, school, zorgverzekeraar en zorgkantoor zoeken onderling uit wie betaalt, en vallen het gezin daar niet mee lastig.',
      result:
        'Hulp start, ook als de rekening nog niet verdeeld is. Er is een klein fonds om de tussentijd te betalen.',
    },
    indicators: [
      {
        name: 'Aanvragen die wachten omdat niet duidelijk is wie betaalt',
        unit: 'aanvragen',
        direction: 'down',
        target: 0,
      },
    ],
  },
]
