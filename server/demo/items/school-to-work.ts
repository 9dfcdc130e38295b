import type { Calendar } from '../calendar.ts'
import type { DemoItem } from '../demo-item.ts'

export function schoolToWork(at: Calendar): DemoItem[] {
  return [
    {
      number: 20,
      theme: 'van-school-naar-werk',
      title: 'Na het praktijkonderwijs een passende werkplek of dagbesteding',
      duty: 'municipality',
      kind: 'oogo-subject',
      status: 'in-progress',
      reach: 'regional',
      priority: 'medium',
      transition: { from: 'secondary', to: 'work' },
      owner: { organisation: 'hendrik-ido-ambacht', person: 'adviseur-werk-ambacht' },
      involved: ['dordrecht', 'zwijndrecht', 'bestuur-vo', 'bestuur-so', 'mbo', 'leerplicht', 'jongerenraad'],
      sectors: ['secondary', 'special', 'vocational', 'work'],
      legalBasis: ['participatiewet', 'wmo-2015', 'passend-onderwijs'],
      principles: ['1', '2', '4'],
      related: [6, 24],
      plans: ['jeugdplan-hendrik-ido-ambacht', 'ondersteuningsplan-vo'],
      deadlines: [{ name: 'Eerste groep heeft een plan voor daarna', date: at.month(10) }],
      body: {
        occasion:
          'Een jaar na school heeft drie op de tien jongeren uit praktijkonderwijs en vso geen werk, opleiding of dagbesteding meer. De begeleiding stopte op de laatste schooldag.',
        ambition:
          'Een jaar voor het einde van school maakt elke jongere een plan voor daarna. De jobcoach leert de jongere al op school kennen en blijft twee jaar.',
        result: 'Ten minste 85 van de 100 jongeren hebben na een jaar nog een plek die bij hen past.',
      },
      agreements: [
        {
          text: 'Jobcoaches laten meedraaien op vier scholen',
          by: 'hendrik-ido-ambacht',
          person: 'adviseur-werk-ambacht',
          due: at.month(3),
        },
        {
          text: 'Twintig werkgevers vinden die een jongere een kans geven',
          by: 'dordrecht',
          person: 'beleidsadviseur-dordrecht',
          due: at.month(7),
        },
        {
          text: 'Met jongeren bespreken wat zij van een jobcoach verwachten',
          by: 'jongerenraad',
          person: 'lid-jongerenraad',
          due: at.month(2),
        },
      ],
      indicators: [
        {
          name: 'Schoolverlaters die na een jaar nog een passende plek hebben',
          unit: '% van de schoolverlaters',
          direction: 'up',
          target: 85,
          targetDate: at.month(36),
          measurements: at.yearly([58, 61, 63, 66, 70], 'Gemeenten en scholen samen'),
        },
      ],
    },
  ]
}
