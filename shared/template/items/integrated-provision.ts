import type { TemplateItem } from '../template-item.ts'

export const integratedProvision: TemplateItem[] = [
  {
    theme: 'integraal-aanbod',
    title: 'Jeugdhulp op school, door vaste mensen',
    duty: 'joint',
    kind: 'oogo-subject',
    sectors: ['primary', 'secondary', 'special', 'vocational'],
    legalBasis: ['jeugdwet', 'passend-onderwijs'],
    principles: ['2', '3'],
    reach: 'both',
    body: {
      occasion:
        'Een kind doorsturen naar een loket ver weg werkt minder goed dan hulp erbij halen. Toch zien scholen vaak wisselende hulpverleners, elk voor één gezin.',
      ambition:
        'De hulpverlener hoort bij het schoolteam. Leraar en hulpverlener leren van elkaar, en een ouder kan op school gewoon binnenlopen.',
      result:
        'Elke school heeft een vaste hulpverlener op vaste dagen. Wat op school gebeurt, past bij wat er thuis gebeurt.',
    },
    indicators: [
      {
        name: 'Scholen met een vaste hulpverlener in het team',
        unit: '% van de scholen',
        direction: 'up',
        target: 80,
      },
    ],
  },
  {
    theme: 'integraal-aanbod',
    title: 'Onderwijs en behandeling in één programma',
    duty: 'joint',
    kind: 'oogo-subject',
    sectors: ['primary', 'secondary', 'special'],
    legalBasis: ['jeugdwet', 'passend-onderwijs', 'wlz'],
    principles: ['1', '2', '3'],
    reach: 'regional',
    body: {
      occasion:
        'Voor sommige leerlingen is alleen school of alleen behandeling niet genoeg. Zij hebben een onderwijszorgarrangement nodig: een dag waarin beide samengaan.',
      ambition: [
        'Een goed arrangement heeft volgens ons:',
        'één visie en één doel, van school en hulpverlener samen',
        'één plan voor school, thuis en vrije tijd',
        'vanaf de eerste dag uitzicht op de volgende stap',
      ],
      result:
        'Er is in de regio genoeg aanbod voor deze leerlingen. Niemand hoeft er de regio voor uit, behalve bij hulp die heel zelden nodig is.',
    },
    indicators: [
      {
        name: 'Leerlingen die wachten op een onderwijszorgarrangement',
        unit: 'leerlingen',
        direction: 'down',
        target: 0,
      },
      {
        name: 'Leerlingen die na het arrangement weer naar school gaan',
        unit: '% van de uitstroom',
        direction: 'up',
        target: 75,
      },
    ],
  },
  {
    theme: 'integraal-aanbod',
    title: 'Basisondersteuning: wat elke school biedt',
    duty: 'school-boards',
    kind: 'oogo-subject',
    sectors: ['primary', 'secondary'],
    legalBasis: ['passend-onderwijs'],
    principles: ['2', '5'],
    reach: 'regional',
    body: {
      occasion:
        'Elke school biedt basisondersteuning, bijvoorbeeld bij dyslexie. Wat daar wel en niet bij hoort, verschilt nog per school. Ouders en wijkteams weten dan niet wat zij mogen verwachten.',
      ambition:
        'Voor alle scholen ligt de lat even hoog. Hoe sterker de basis in de klas, hoe minder vaak een kind daarbuiten hulp nodig heeft.',
      result:
        'De basisondersteuning staat in gewone taal op één bladzijde. Elke school laat elk jaar zien wat zij ervan waarmaakt.',
    },
    indicators: [
      {
        name: 'Scholen die de afgesproken basisondersteuning bieden',
        unit: '% van de scholen',
        direction: 'up',
        target: 100,
      },
    ],
  },
  {
    theme: 'integraal-aanbod',
    title: 'Zorg onder schooltijd goed regelen',
    duty: 'joint',
    kind: 'oogo-subject',
    sectors: ['primary', 'secondary', 'special'],
    legalBasis: ['zvw', 'wlz', 'jeugdwet', 'passend-onderwijs'],
    principles: ['1', '3', '4'],
    reach: 'regional',
    body: {
      occasion:
        'Sommige leerlingen hebben op school verpleging of verzorging nodig. Ouders regelen dat nu vaak zelf, elk met een eigen aanbieder.',
      ambition:
        'De school, de zorgaanbieder en wie de zorg betaalt, maken er samen één afspraak over. De leraar kan lesgeven en de zorg is in goede handen.',
      result: 'Op scholen met meer leerlingen die zorg nodig hebben, is één vast zorgteam. Ouders hebben één contract.',
    },
    indicators: [
      {
        name: 'Scholen met veel zorg onder schooltijd die één zorgteam hebben',
        unit: '% van deze scholen',
        direction: 'up',
        target: 100,
      },
    ],
  },
]
