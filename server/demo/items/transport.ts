import type { Calendar } from '../calendar.ts'
import type { DemoItem } from '../demo-item.ts'

export function transport(at: Calendar): DemoItem[] {
  return [
    {
      number: 7,
      theme: 'leerlingenvervoer',
      title: 'Gevolgen van passend onderwijs voor het leerlingenvervoer',
      duty: 'municipality',
      kind: 'other-subject',
      status: 'in-progress',
      priority: 'high',
      reach: 'both',
      lineage: 'Ontwikkelagenda 2023–2026, punt 12',
      owner: { organisation: 'zwijndrecht', person: 'wethouder-zwijndrecht' },
      involved: ['dordrecht', 'sliedrecht', 'swv-po', 'swv-vo', 'bestuur-so', 'ouderplatform'],
      sectors: ['primary', 'secondary', 'special'],
      legalBasis: ['passend-onderwijs'],
      principles: ['2', '4'],
      related: [18, 19, 11],
      plans: ['jeugdplan-zwijndrecht', 'jeugdplan-dordrecht', 'ondersteuningsplan-po', 'ondersteuningsplan-vo'],
      deadlines: [{ name: 'Eerste overzicht van plaatsen en reizen', date: at.month(3) }],
      links: [{ name: 'Rijksoverheid', url: 'https://www.rijksoverheid.nl', kind: 'document' }],
      body: {
        occasion:
          'De samenwerkingsverbanden plaatsen leerlingen, de zeven gemeenten betalen de reis. Tot nu toe hoorden de gemeenten pas van een plaatsing als de aanvraag voor vervoer binnenkwam.',
        ambition:
          'School en gemeente kijken samen naar plek en reis, nog voordat de ouders kiezen. Een goede plek verder weg blijft mogelijk, maar iedereen weet wat dat voor de leerling betekent.',
        result: [
          'Over vier jaar is dit gewoon:',
          'De reistijd staat in elk advies over een plaatsing.',
          'Elk voorjaar leggen wij de nieuwe plaatsen en routes naast elkaar.',
          'Ouders hebben vóór de zomervakantie bericht over het vervoer.',
        ],
      },
      agreements: [
        {
          text: 'Reistijd opnemen in het formulier voor een plaatsing',
          by: 'swv-po',
          person: 'directeur-swv-po',
          due: at.day(-70),
          done: at.day(-82),
        },
        {
          text: 'Vaste contactpersoon voor vervoer noemen op elke gemeentelijke website',
          by: 'dordrecht',
          due: at.month(2),
        },
        {
          text: 'Overzicht maken van plaatsen en reizen in de hele regio',
          by: 'zwijndrecht',
          person: 'wethouder-zwijndrecht',
          due: at.month(3),
        },
        {
          text: 'Met ouders bespreken wat een goed bericht over vervoer is',
          by: 'ouderplatform',
          person: 'voorzitter-ouderplatform',
          due: at.month(4),
        },
      ],
      indicators: [
        {
          name: 'Ouders met bericht over vervoer vóór de zomervakantie',
          unit: '% van de aanvragen',
          direction: 'up',
          target: 100,
          targetDate: at.month(21),
          measurements: at.yearly([58, 64, 71, 79], 'Vervoersbureau van de gemeenten'),
        },
      ],
    },
    {
      number: 18,
      theme: 'leerlingenvervoer',
      title: 'Geen leerling langer dan 45 minuten in de bus',
      duty: 'municipality',
      kind: 'other-subject',
      status: 'discussing',
      priority: 'medium',
      reach: 'both',
      owner: { organisation: 'dordrecht', person: 'beleidsadviseur-dordrecht' },
      involved: ['zwijndrecht', 'papendrecht', 'hardinxveld-giessendam', 'bestuur-so', 'ouderplatform'],
      sectors: ['primary', 'secondary', 'special'],
      legalBasis: ['passend-onderwijs', 'wmo-2015'],
      principles: ['1', '2'],
      related: [7],
      plans: ['jeugdplan-dordrecht'],
      deadlines: [{ name: 'OOGO', date: at.day(11) }],
      body: {
        occasion:
          'Ouders vertellen dat kinderen moe en overprikkeld op school aankomen. Op de laatste teldag zaten 22 leerlingen langer dan 45 minuten in de bus, meestal door omrijden voor andere haltes.',
        ambition:
          'De reis hoort bij de schooldag. Wij kiezen voor kleinere bussen en vaste chauffeurs op de langste routes, en voor schooltijden die op elkaar aansluiten.',
        result:
          'Geen leerling zit langer dan 45 minuten in de bus, heen of terug. Kan het echt niet korter, dan ligt er een plan dat met de ouders is besproken.',
      },
      indicators: [
        {
          name: 'Leerlingen die langer dan 45 minuten in de bus zitten',
          unit: 'leerlingen',
          direction: 'down',
          target: 0,
          targetDate: at.month(9),
          measurements: at.halfYearly([41, 36, 33, 27, 22], 'Vervoersbureau van de gemeenten'),
        },
      ],
      annexes: {
        'hardinxveld-giessendam': [
          'Onze leerlingen reizen vaak naar een school buiten de gemeente. Wij onderzoeken of een deel van hen met een vaste begeleider met het openbaar vervoer kan.',
        ],
      },
    },
    {
      number: 24,
      theme: 'leerlingenvervoer',
      title: 'Zelf leren reizen met een buddy',
      duty: 'municipality',
      kind: 'other-subject',
      status: 'proposed',
      reach: 'local',
      involved: ['ouderplatform', 'jongerenraad', 'bestuur-so'],
      sectors: ['secondary', 'special', 'vocational'],
      legalBasis: ['wmo-2015'],
      principles: ['1', '2'],
      related: [7, 20],
      body: {
        occasion:
          'Het Ouderplatform en de Jongerenraad stellen dit punt samen voor. Veel jongeren willen graag zelf reizen, maar niemand oefent het met hen.',
        ambition:
          'Een jongere die wil leren reizen, krijgt een buddy: een student of vrijwilliger die een paar weken meereist. Het recht op vervoer blijft tot het echt lukt.',
        result: 'In het eerste jaar oefenen dertig jongeren met een buddy. Wij bespreken met hen wat beter kan.',
      },
    },
    {
      number: 11,
      theme: 'leerlingenvervoer',
      title: 'Aparte busdienst per school',
      duty: 'municipality',
      kind: 'other-subject',
      status: { struck: 'Opgegaan in punt 7: één plan voor alle routes geeft kortere ritten en kost minder.' },
      priority: 'low',
      reach: 'local',
      lineage: 'Ontwikkelagenda 2023–2026, punt 14',
      owner: { organisation: 'sliedrecht' },
      involved: ['bestuur-so'],
      sectors: ['special'],
      legalBasis: ['passend-onderwijs'],
      principles: ['2'],
      related: [7],
      body: {
        occasion: 'Scholen vroegen om een eigen bus, zodat alle leerlingen tegelijk aankomen.',
        ambition: 'Elke school voor speciaal onderwijs heeft een eigen busdienst.',
        result: 'Leerlingen komen rustig en op tijd op school.',
      },
    },
  ]
}
