import type { Calendar } from '../calendar.ts'
import type { DemoItem } from '../demo-item.ts'

export function monitoring(at: Calendar): DemoItem[] {
  return [
    {
      number: 12,
      theme: 'monitoring',
      title: 'Elk halfjaar dezelfde cijfers over thuiszitters, verzuim en verwijzing',
      duty: 'joint',
      kind: 'oogo-subject',
      status: 'in-progress',
      priority: 'medium',
      reach: 'regional',
      owner: { organisation: 'swv-vo', person: 'directeur-swv-vo' },
      involved: ['swv-po', 'leerplicht', 'dordrecht', 'jeugdhulp', 'regio'],
      sectors: ['primary', 'secondary', 'special', 'vocational'],
      legalBasis: ['jeugdwet', 'passend-onderwijs', 'leerplichtwet'],
      principles: ['5'],
      related: [1, 6, 17],
      plans: ['ondersteuningsplan-vo', 'ondersteuningsplan-po'],
      deadlines: [{ name: 'Halfjaarbericht naar raden en besturen', date: at.month(4) }],
      body: {
        occasion:
          'In het vorige overleg lagen er drie verschillende aantallen thuiszitters op tafel. Elk aantal klopte, maar iedereen had anders geteld.',
        ambition:
          'Wij tellen op dezelfde dagen, op dezelfde manier. Kleine aantallen maken wij onherkenbaar. Bij de cijfers staat wat wij ervan leren.',
        result: 'Elk halfjaar verschijnt één bericht voor raden, besturen en ouders: twee bladzijden, in gewone taal.',
      },
      agreements: [
        {
          text: 'Vastleggen wat wij tellen en wanneer',
          by: 'swv-vo',
          person: 'directeur-swv-vo',
          due: at.day(-140),
          done: at.day(-152),
        },
        { text: 'Eerste halfjaarbericht schrijven', by: 'regio', person: 'coordinator', due: at.month(4) },
      ],
      indicators: [
        {
          name: 'Partijen die hun cijfers op tijd leveren',
          unit: '% van de partijen',
          direction: 'up',
          target: 100,
          targetDate: at.month(12),
          measurements: at.halfYearly([45, 60, 70, 80], 'Regiobureau'),
        },
      ],
    },
  ]
}
