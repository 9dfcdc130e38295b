import type { TemplateItem } from '../template-item.ts'

export const transitions: TemplateItem[] = [
  {
    theme: 'overgangen',
    title: 'Van voorschool naar basisschool zonder opnieuw te beginnen',
    duty: 'municipality',
    kind: 'oogo-subject',
    sectors: ['preschool', 'primary'],
    legalBasis: ['wet-oke', 'wet-kinderopvang', 'passend-onderwijs'],
    principles: ['1', '3'],
    reach: 'local',
    transition: { from: 'preschool', to: 'primary' },
    body: {
      occasion:
        'In de eerste jaren leren kinderen het snelst. Wat de peutergroep weet over taal, spel en zorgen, komt niet altijd op de basisschool aan.',
      ambition:
        'Elk kind met extra ondersteuning gaat over met een gesprek: ouders, peutergroep en school zitten samen aan tafel. Zo start de juf of meester met wat al werkt.',
      result:
        'De ondersteuning loopt door op de eerste schooldag. Ouders hoeven hun verhaal maar één keer te vertellen.',
    },
    indicators: [
      {
        name: 'Kinderen met extra ondersteuning die met een gesprek zijn overgedragen',
        unit: '% van deze kinderen',
        direction: 'up',
        target: 100,
      },
    ],
  },
  {
    theme: 'overgangen',
    title: 'Van basisschool naar voortgezet onderwijs met hulp die meegaat',
    duty: 'school-boards',
    kind: 'oogo-subject',
    sectors: ['primary', 'secondary', 'special'],
    legalBasis: ['passend-onderwijs', 'jeugdwet'],
    principles: ['1', '3'],
    reach: 'regional',
    transition: { from: 'primary', to: 'secondary' },
    body: {
      occasion:
        'In groep 8 is vaak precies bekend wat een leerling nodig heeft. In de brugklas begint het zoeken soms opnieuw, en stopt de hulp die er was.',
      ambition:
        'Extra ondersteuning en jeugdhulp gaan mee naar de nieuwe school, ten minste tot de herfstvakantie. Daarna kijken leerling, ouders en school samen wat nog nodig is.',
      result:
        'De beide samenwerkingsverbanden gebruiken één manier van overdragen. Minder brugklassers vallen uit in het eerste halfjaar.',
    },
    indicators: [
      {
        name: 'Leerlingen met extra ondersteuning van wie de hulp doorliep in de brugklas',
        unit: '% van deze leerlingen',
        direction: 'up',
        target: 95,
      },
    ],
  },
  {
    theme: 'overgangen',
    title: 'Naar het mbo zonder dat iemand uit beeld raakt',
    duty: 'joint',
    kind: 'oogo-subject',
    sectors: ['secondary', 'special', 'vocational'],
    legalBasis: ['passend-onderwijs', 'leerplichtwet', 'jeugdwet'],
    principles: ['1', '4'],
    reach: 'regional',
    transition: { from: 'secondary', to: 'vocational' },
    body: {
      occasion:
        'Tussen het examen en de eerste dag op het mbo ligt een lange zomer. Sommige jongeren schrijven zich niet in, of komen na de zomer niet opdagen.',
      ambition:
        'De oude school laat pas los als de nieuwe school vasthoudt. In de zomer houdt één contactpersoon de lijst bij en belt wie nog geen plek heeft.',
      result: 'Op 1 oktober heeft elke jongere een opleiding, werk of een ander passend aanbod.',
    },
    indicators: [
      {
        name: 'Jongeren die op 1 oktober nergens staan ingeschreven',
        unit: 'jongeren',
        direction: 'down',
        target: 0,
      },
    ],
  },
  {
    theme: 'overgangen',
    title: 'Van speciaal naar gewoon onderwijs als dat kan',
    duty: 'school-boards',
    kind: 'oogo-subject',
    sectors: ['primary', 'secondary', 'special'],
    legalBasis: ['passend-onderwijs', 'jeugdwet'],
    principles: ['1', '2'],
    reach: 'regional',
    transition: { from: 'special', to: 'secondary' },
    body: {
      occasion:
        'Wie eenmaal naar het speciaal onderwijs gaat, blijft daar meestal. Teruggaan is voor leerling en ouders spannend, en de hulp blijft vaak achter.',
      ambition:
        'Bij elke plaatsing spreken wij af wanneer wij opnieuw kijken. Een leerling kan proberen of het gaat, met de zekerheid dat er een weg terug is.',
      result:
        'Meer leerlingen maken de stap naar een gewone school en blijven daar. Ouders vinden dat zij goed zijn voorbereid.',
    },
    indicators: [
      {
        name: 'Leerlingen die teruggaan naar een gewone school',
        unit: '% van de leerlingen in het speciaal onderwijs per jaar',
        direction: 'up',
        target: 5,
      },
    ],
  },
]
