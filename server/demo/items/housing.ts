import type { Calendar } from '../calendar.ts'
import type { DemoItem } from '../demo-item.ts'

export function housing(at: Calendar): DemoItem[] {
  return [
    {
      number: 9,
      theme: 'onderwijshuisvesting',
      title: 'Ruimte voor jeugdhulp in elk nieuw schoolgebouw',
      duty: 'municipality',
      kind: 'other-subject',
      status: 'in-progress',
      priority: 'medium',
      reach: 'both',
      owner: { organisation: 'papendrecht', person: 'adviseur-huisvesting-papendrecht' },
      involved: ['dordrecht', 'sliedrecht', 'bestuur-po', 'bestuur-vo', 'jeugdhulp'],
      sectors: ['preschool', 'primary', 'secondary'],
      legalBasis: ['jeugdwet', 'passend-onderwijs'],
      principles: ['2', '3'],
      related: [5, 22],
      plans: ['jeugdplan-papendrecht', 'jeugdplan-sliedrecht'],
      deadlines: [{ name: 'Eisen voor nieuwe gebouwen klaar', date: at.month(8) }],
      body: {
        occasion:
          'In de regio komen de komende jaren elf nieuwe schoolgebouwen. In de laatste drie was geen kamer voor de jeugdhulp getekend, omdat niemand erom had gevraagd.',
        ambition:
          'In elk nieuw gebouw is een rustige kamer voor gesprekken en behandeling, met een eigen ingang waar dat kan. De kamer hoort bij de school en staat niet vol met dozen.',
        result: 'De zeven gemeenten gebruiken dezelfde lijst met eisen. Elk nieuw gebouw voldoet eraan.',
      },
      agreements: [
        {
          text: 'Lijst met eisen opstellen met hulpverleners en intern begeleiders',
          by: 'papendrecht',
          person: 'adviseur-huisvesting-papendrecht',
          due: at.month(4),
        },
        {
          text: 'Uitzoeken wie de inrichting en het onderhoud betaalt',
          by: 'bestuur-po',
          person: 'bestuurder-po',
          due: at.month(6),
        },
      ],
      indicators: [
        {
          name: 'Schoolgebouwen met een geschikte kamer voor jeugdhulp',
          unit: '% van de gebouwen',
          direction: 'up',
          target: 60,
          targetDate: at.month(48),
          measurements: at.yearly([22, 24, 29, 33], 'Huisvestingsplannen van de gemeenten'),
        },
      ],
    },
    {
      number: 22,
      theme: 'onderwijshuisvesting',
      title: 'Toegankelijke gebouwen: eerst de scholen met een onderwijszorgarrangement',
      duty: 'municipality',
      kind: 'other-subject',
      status: 'discussing',
      reach: 'local',
      owner: { organisation: 'sliedrecht' },
      involved: ['papendrecht', 'bestuur-so', 'bestuur-vo', 'ouderplatform'],
      sectors: ['primary', 'secondary', 'special'],
      legalBasis: ['wmo-2015', 'passend-onderwijs'],
      principles: ['2'],
      related: [9, 23],
      deadlines: [{ name: 'Gebouwen bekeken met ouders en leerlingen', date: at.month(5) }],
      body: {
        occasion:
          'Er is te weinig geld om alle gebouwen tegelijk aan te passen. Zonder volgorde krijgt de school die het hardst roept als eerste een lift.',
        ambition:
          'Wij beginnen waar onderwijs en zorg samengaan, want daar komen de meeste leerlingen met een rolstoel of een andere beperking. Zij lopen zelf mee door het gebouw en wijzen aan wat knelt.',
        result: 'Er is een lijst met een vaste volgorde en een jaartal per gebouw. Iedereen kan die lijst zien.',
      },
    },
  ]
}
