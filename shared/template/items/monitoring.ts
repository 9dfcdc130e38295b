import type { TemplateItem } from '../template-item.ts'

export const monitoring: TemplateItem[] = [
  {
    theme: 'monitoring',
    title: 'Twee keer per jaar dezelfde cijfers',
    duty: 'joint',
    kind: 'oogo-subject',
    sectors: ['preschool', 'primary', 'secondary', 'special', 'vocational'],
    legalBasis: ['jeugdwet', 'passend-onderwijs', 'leerplichtwet'],
    principles: ['5'],
    reach: 'regional',
    body: {
      occasion:
        'Elke partij telt op een eigen manier. Daardoor gaat het gesprek over de vraag wiens cijfer klopt, en niet over wat er beter kan.',
      ambition:
        'Wij spreken vooraf af wat wij meten, hoe en wanneer. De cijfers gaan over groepen en nooit over één kind.',
      result: 'Elk halfjaar ligt er één overzicht voor alle partijen. Het is openbaar en in gewone taal.',
    },
    indicators: [
      {
        name: 'Partijen die hun cijfers op tijd en op de afgesproken manier leveren',
        unit: '% van de partijen',
        direction: 'up',
        target: 100,
      },
    ],
  },
  {
    theme: 'monitoring',
    title: 'Leren van wat goed ging en wat niet',
    duty: 'joint',
    kind: 'oogo-subject',
    sectors: ['primary', 'secondary', 'special'],
    legalBasis: ['jeugdwet', 'passend-onderwijs'],
    principles: ['5', '1'],
    reach: 'regional',
    body: {
      occasion:
        'Cijfers laten zien dat er iets verandert, maar niet waarom. Dat horen wij van leerlingen, ouders, leraren en hulpverleners.',
      ambition:
        'Wij bespreken elk kwartaal één thema met de mensen die het meemaakten. Wat wij leren, verwerken wij in de agenda.',
      result: 'Na elk gesprek staat er ten minste één verbetering op de agenda, met een trekker en een datum.',
    },
    indicators: [
      { name: 'Leergesprekken met ouders of jongeren aan tafel', unit: 'per jaar', direction: 'up', target: 4 },
    ],
  },
  {
    theme: 'monitoring',
    title: 'Laten zien wat extra ondersteuning oplevert',
    duty: 'school-boards',
    kind: 'other-subject',
    sectors: ['primary', 'secondary', 'special'],
    legalBasis: ['passend-onderwijs'],
    principles: ['5', '2'],
    reach: 'regional',
    body: {
      occasion:
        'In het ondersteuningsplan staan de doelen en het geld. Minder bekend is wat leerlingen aan die ondersteuning hebben gehad.',
      ambition:
        'Bij elk bedrag hoort een vraag: werd het beter voor de leerling? Scholen beantwoorden die vraag op dezelfde manier.',
      result: 'Het jaarverslag van elk samenwerkingsverband laat in één tabel zien wat het doel was en wat is bereikt.',
    },
    indicators: [
      {
        name: 'Ondersteuning waarvan het resultaat is besproken met leerling en ouders',
        unit: '% van de toewijzingen',
        direction: 'up',
        target: 95,
      },
    ],
  },
]
