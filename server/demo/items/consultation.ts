import type { Calendar } from '../calendar.ts'
import type { DemoItem } from '../demo-item.ts'

export function consultation(at: Calendar): DemoItem[] {
  return [
    {
      number: 8,
      theme: 'organisatie-oogo',
      title: 'Geschillenregeling: zo lossen wij een meningsverschil op',
      duty: 'joint',
      kind: 'oogo-organisation',
      status: 'discussing',
      priority: 'medium',
      reach: 'regional',
      owner: { organisation: 'swv-po', person: 'directeur-swv-po' },
      involved: [
        'alblasserdam',
        'dordrecht',
        'hardinxveld-giessendam',
        'hendrik-ido-ambacht',
        'papendrecht',
        'sliedrecht',
        'zwijndrecht',
        'swv-vo',
        'regio',
      ],
      sectors: ['primary', 'secondary', 'special'],
      legalBasis: ['jeugdwet', 'passend-onderwijs'],
      principles: ['4'],
      related: [10],
      deadlines: [{ name: 'OOGO', date: at.day(11) }],
      links: [{ name: 'Wetten en regels', url: 'https://wetten.overheid.nl', kind: 'document' }],
      body: {
        occasion:
          'Vorige keer duurde een meningsverschil over geld voor vervoer bijna een jaar. Er was geen afspraak over wie de volgende stap moest zetten.',
        ambition:
          'Wij zeggen het eerlijk als wij het niet eens zijn. Eerst praten de bestuurders met elkaar. Lukt dat niet, dan vragen wij iemand van buiten om te bemiddelen of advies te geven.',
        result: [
          'In de regeling staat:',
          'wie een meningsverschil kan melden',
          'welke stappen er zijn, met een termijn per stap',
          'dat het gewone werk voor kinderen intussen doorgaat',
        ],
      },
      agreements: [
        {
          text: 'Voorstel voor de regeling rondsturen',
          by: 'swv-po',
          person: 'directeur-swv-po',
          due: at.day(-25),
          done: at.day(-27),
        },
        {
          text: 'Bemiddelaar zoeken die alle partijen vertrouwen',
          by: 'regio',
          person: 'coordinator',
          due: at.month(2),
        },
      ],
    },
    {
      number: 10,
      theme: 'organisatie-oogo',
      title: 'Wie zit aan tafel: samenstelling en schaal van het overleg',
      duty: 'joint',
      kind: 'oogo-organisation',
      status: 'done',
      reach: 'regional',
      owner: { organisation: 'regio', person: 'coordinator' },
      involved: ['dordrecht', 'swv-po', 'swv-vo', 'ouderplatform', 'jongerenraad'],
      sectors: ['primary', 'secondary', 'special', 'vocational'],
      legalBasis: ['jeugdwet', 'passend-onderwijs'],
      principles: ['4'],
      related: [8],
      body: {
        occasion:
          'Zeven gemeenten, twee samenwerkingsverbanden en veel scholen: met iedereen aan tafel kom je niet tot een besluit.',
        ambition:
          'Wat in de hele regio speelt, bespreken wij samen. Wat één gemeente aangaat, bespreken wij daar. Ouders en jongeren hebben een vaste plek.',
        result: 'De samenstelling ligt vast. Van iedere deelnemer is bekend namens wie die spreekt.',
      },
      agreements: [
        {
          text: 'Lijst van deelnemers en mandaten maken',
          by: 'regio',
          person: 'coordinator',
          due: at.day(-250),
          done: at.day(-255),
        },
        {
          text: 'Indelen welke onderwerpen regionaal en lokaal zijn',
          by: 'dordrecht',
          person: 'beleidsadviseur-dordrecht',
          due: at.day(-220),
          done: at.day(-219),
        },
        {
          text: 'Vaste plek voor ouders en jongeren afspreken',
          by: 'ouderplatform',
          person: 'voorzitter-ouderplatform',
          due: at.day(-200),
          done: at.day(-206),
        },
      ],
    },
  ]
}
