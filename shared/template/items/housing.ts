import type { TemplateItem } from '../template-item.ts'

export const housing: TemplateItem[] = [
  {
    theme: 'onderwijshuisvesting',
    title: 'Schoolgebouwen waar elk kind naar binnen kan',
    duty: 'municipality',
    kind: 'other-subject',
    sectors: ['primary', 'secondary', 'special'],
    legalBasis: ['passend-onderwijs', 'wmo-2015'],
    principles: ['2'],
    reach: 'local',
    body: {
      occasion:
        'Meer leerlingen met extra ondersteuning gaan naar een gewone school. Veel gebouwen zijn daar niet voor gemaakt: er is geen lift, geen rustige ruimte of geen toilet waar je met een rolstoel in kunt.',
      ambition:
        'Toegankelijk bouwen is gewoon. Bij elke nieuwbouw en verbouwing denken leerlingen, ouders en hulpverleners mee voordat de tekening klaar is.',
      result:
        'Elke gemeente weet welke gebouwen toegankelijk zijn en welke niet. In het huisvestingsplan staat wanneer de andere aan de beurt zijn.',
    },
    indicators: [
      {
        name: 'Schoolgebouwen die toegankelijk zijn voor alle leerlingen',
        unit: '% van de gebouwen',
        direction: 'up',
        target: 100,
      },
    ],
  },
  {
    theme: 'onderwijshuisvesting',
    title: 'Ruimte voor hulp en zorg in de school',
    duty: 'joint',
    kind: 'other-subject',
    sectors: ['preschool', 'primary', 'secondary', 'special'],
    legalBasis: ['jeugdwet', 'passend-onderwijs'],
    principles: ['2', '3'],
    reach: 'both',
    body: {
      occasion:
        'Hulp op school werkt alleen als er een plek is om rustig te praten of te behandelen. Nu zit de hulpverlener soms op de gang of in het magazijn.',
      ambition:
        'Elke school heeft een rustige kamer waar hulp en zorg terechtkunnen. Scholen die dicht bij elkaar staan, mogen die kamer delen.',
      result: [
        'Wij spreken af:',
        'wat een goede ruimte is, in één lijst die in de hele regio geldt',
        'wie de inrichting en het onderhoud betaalt',
        'hoe wij groei en krimp van het aantal leerlingen meerekenen',
      ],
    },
    indicators: [
      {
        name: 'Scholen met een geschikte ruimte voor hulp en zorg',
        unit: '% van de scholen',
        direction: 'up',
        target: 90,
      },
    ],
  },
  {
    theme: 'onderwijshuisvesting',
    title: 'Speciale klassen in gewone schoolgebouwen',
    duty: 'school-boards',
    kind: 'other-subject',
    sectors: ['primary', 'secondary', 'special'],
    legalBasis: ['passend-onderwijs'],
    principles: ['1', '2', '3'],
    reach: 'regional',
    body: {
      occasion:
        'Speciaal en gewoon onderwijs zitten meestal in aparte gebouwen. Daardoor komen kinderen uit dezelfde straat elkaar op school niet tegen, en moet kennis steeds worden opgehaald.',
      ambition:
        'Schoolbesturen brengen speciale klassen onder in gewone scholen waar dat goed is voor de leerlingen. De gemeente denkt vroeg mee over het gebouw.',
      result:
        'In elke gemeente is ten minste één school waar speciaal en gewoon onderwijs een gebouw delen en samen activiteiten doen.',
    },
    indicators: [],
  },
]
