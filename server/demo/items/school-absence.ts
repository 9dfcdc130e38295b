import type { Calendar } from '../calendar.ts'
import type { DemoItem } from '../demo-item.ts'

export function schoolAbsence(at: Calendar): DemoItem[] {
  return [
    {
      number: 1,
      theme: 'thuiszitters',
      title: 'Geen kind langer dan drie maanden thuis zonder passend aanbod',
      duty: 'joint',
      kind: 'other-subject',
      status: 'in-progress',
      priority: 'high',
      reach: 'both',
      lineage: 'Ontwikkelagenda 2023–2026, punt 9',
      owner: { organisation: 'swv-vo', person: 'directeur-swv-vo' },
      involved: ['dordrecht', 'swv-po', 'leerplicht', 'jeugdhulp', 'jeugdgezondheid', 'ouderplatform'],
      sectors: ['primary', 'secondary', 'special'],
      legalBasis: ['jeugdwet', 'passend-onderwijs', 'leerplichtwet'],
      principles: ['1', '2', '4'],
      related: [4, 12, 17],
      plans: ['jeugdplan-dordrecht', 'jeugdplan-sliedrecht', 'ondersteuningsplan-po', 'ondersteuningsplan-vo'],
      deadlines: [{ name: 'Niemand meer langer dan drie maanden thuis', date: at.month(9) }],
      links: [
        { name: 'Passend onderwijs', url: 'https://www.passendonderwijs.nl', kind: 'document' },
        { name: 'Nederlands Jeugdinstituut', url: 'https://www.nji.nl', kind: 'example' },
      ],
      body: {
        occasion:
          'In onze regio zaten op de laatste teldag 38 kinderen langer dan drie maanden thuis. Ouders vertellen dat zij vaak zelf moeten uitzoeken wie helpt. School en wijkteam weten niet altijd van elkaar wat er al is geprobeerd.',
        ambition:
          'Elk kind dat dreigt uit te vallen, heeft binnen tien schooldagen een plan. Ouders en kind zitten vanaf het eerste gesprek aan tafel. Onderwijs en jeugdhulp brengen samen hun mensen en middelen in, zonder eerst te bepalen wie er betaalt.',
        result: [
          'Hieraan houden wij elkaar:',
          'Niemand zit langer dan drie maanden thuis zonder passend aanbod.',
          'Elke ouder weet wie de vaste contactpersoon is.',
          'Lukt het niet, dan beslist de doorbraaktafel binnen vijf werkdagen.',
        ],
      },
      agreements: [
        {
          text: 'Een vaste contactpersoon per school voor verzuim benoemen',
          by: 'swv-vo',
          person: 'directeur-swv-vo',
          due: at.day(-3),
        },
        {
          text: 'Een doorbraaktafel instellen met mandaat van gemeenten en schoolbesturen',
          by: 'dordrecht',
          person: 'beleidsadviseur-dordrecht',
          due: at.month(2),
        },
        {
          text: 'Ouders krijgen één gids met rechten, stappen en wie zij kunnen bellen',
          by: 'ouderplatform',
          person: 'voorzitter-ouderplatform',
          due: at.month(4),
        },
        {
          text: 'De aantallen thuiszitters elke maand samen doornemen',
          by: 'leerplicht',
          person: 'teamleider-leerplicht',
          due: at.day(-40),
          done: at.day(-47),
        },
        {
          text: 'Eén begrip van ‘thuiszitter’ vastleggen voor alle zeven gemeenten',
          by: 'swv-vo',
          due: at.day(-60),
          done: at.day(-69),
        },
      ],
      indicators: [
        {
          name: 'Kinderen die langer dan drie maanden thuiszitten zonder passend aanbod',
          unit: 'kinderen',
          direction: 'down',
          target: 0,
          targetDate: at.month(9),
          measurements: at.halfYearly([61, 57, 49, 44, 38], 'Leerplicht en RMC'),
        },
        {
          name: 'Thuiszitters met een plan binnen tien schooldagen',
          unit: '% van de thuiszitters',
          direction: 'up',
          target: 100,
          targetDate: at.month(9),
          measurements: at.halfYearly([34, 41, 55, 62], 'Samenwerkingsverbanden'),
        },
      ],
      annexes: {
        dordrecht: [
          'Dordrecht levert de voorzitter van de doorbraaktafel. Het wijkteam houdt twee plekken per week vrij voor een gesprek met spoed.',
        ],
        sliedrecht: [
          'Sliedrecht heeft geen eigen doorbraaktafel en sluit aan bij die van Dordrecht. Ons wijkteam belt ouders binnen twee werkdagen terug.',
        ],
      },
    },
    {
      number: 4,
      theme: 'thuiszitters',
      title: 'Terug naar school: een vast plan voor de eerste zes weken',
      duty: 'joint',
      kind: 'other-subject',
      status: 'discussing',
      priority: 'medium',
      reach: 'regional',
      owner: { organisation: 'leerplicht', person: 'teamleider-leerplicht' },
      involved: ['swv-po', 'swv-vo', 'jeugdhulp', 'ouderplatform', 'jongerenraad'],
      sectors: ['primary', 'secondary', 'special'],
      legalBasis: ['leerplichtwet', 'passend-onderwijs', 'jeugdwet'],
      principles: ['1', '3'],
      related: [1, 21],
      deadlines: [{ name: 'Proef op vier scholen bespreken', date: at.day(54) }],
      body: {
        occasion:
          'De eerste weken na een lange tijd thuis gaan vaak mis. Het rooster is te vol, de klas weet van niets en de hulp thuis is al gestopt.',
        ambition:
          'Teruggaan gebeurt stap voor stap, in een tempo dat de leerling aankan. School, ouders en hulpverlener spreken elkaar elke week, met de leerling erbij.',
        result:
          'Negen van de tien leerlingen die teruggaan, zijn na zes weken nog op school. Elke school heeft hetzelfde plan van één bladzijde.',
      },
      agreements: [
        {
          text: 'Plan van één bladzijde maken met leerlingen die het hebben meegemaakt',
          by: 'jongerenraad',
          person: 'lid-jongerenraad',
          due: at.month(2),
        },
        { text: 'Proef doen op vier scholen', by: 'swv-po', person: 'directeur-swv-po', due: at.month(3) },
      ],
    },
    {
      number: 17,
      theme: 'thuiszitters',
      title: 'Verzuim: vroeg bellen, samen kijken wat er speelt',
      duty: 'joint',
      kind: 'other-subject',
      status: 'done',
      priority: 'medium',
      reach: 'regional',
      owner: { organisation: 'dordrecht', person: 'beleidsadviseur-dordrecht' },
      involved: ['leerplicht', 'jeugdgezondheid', 'bestuur-vo', 'mbo'],
      sectors: ['primary', 'secondary', 'vocational'],
      legalBasis: ['leerplichtwet', 'wpg'],
      principles: ['1', '5'],
      related: [1, 13],
      body: {
        occasion: 'Scholen meldden verzuim vaak pas na weken, met een brief aan de ouders. Dan was het al een patroon.',
        ambition:
          'De school belt op de eerste dag. Bij de derde keer in korte tijd volgt een open gesprek. De jeugdarts of leerplichtambtenaar denkt mee en komt niet meteen met een boete.',
        result:
          'Alle scholen in de regio werken met dezelfde stappen. De werkwijze is ingevoerd en wordt elk jaar bekeken.',
      },
      agreements: [
        {
          text: 'Eén stappenkaart voor verzuim maken',
          by: 'leerplicht',
          person: 'teamleider-leerplicht',
          due: at.day(-300),
          done: at.day(-311),
        },
        {
          text: 'Alle verzuimcoördinatoren trainen',
          by: 'jeugdgezondheid',
          person: 'teammanager-jeugdgezondheid',
          due: at.day(-120),
          done: at.day(-98),
        },
      ],
      indicators: [
        {
          name: 'Gesprekken binnen vijf schooldagen na een zorgelijk patroon',
          unit: '% van de signalen',
          direction: 'up',
          target: 90,
          targetDate: at.month(1),
          measurements: at.halfYearly([52, 60, 71, 83, 92], 'Verzuimloket'),
        },
      ],
    },
    {
      number: 21,
      theme: 'thuiszitters',
      title: 'Digitaal onderwijs als brug terug naar school',
      duty: 'school-boards',
      kind: 'other-subject',
      status: 'proposed',
      priority: 'low',
      reach: 'regional',
      owner: { organisation: 'bestuur-so', person: 'bestuurder-so' },
      involved: ['swv-vo', 'leerplicht'],
      sectors: ['secondary', 'special'],
      legalBasis: ['passend-onderwijs', 'leerplichtwet'],
      principles: ['1', '2'],
      related: [4],
      body: {
        occasion:
          'Voor sommige leerlingen is een klas even te veel. Zonder les raken zij achter, en wordt de weg terug langer.',
        ambition:
          'Een leerling kan tijdelijk lessen op afstand volgen, bij de eigen school en met de eigen mentor. Het is een brug en geen eindpunt.',
        result: 'Vijf scholen doen een proef van een jaar. Vooraf ligt vast hoe een leerling terugkomt in de klas.',
      },
    },
    {
      number: 26,
      theme: 'thuiszitters',
      title: 'Ouders weten waar zij terechtkunnen: één plek met uitleg',
      duty: 'school-boards',
      kind: 'oogo-subject',
      status: 'proposed',
      reach: 'regional',
      involved: ['ouderplatform', 'swv-po', 'swv-vo', 'dordrecht'],
      sectors: ['primary', 'secondary', 'special'],
      legalBasis: ['passend-onderwijs'],
      principles: ['1', '4'],
      related: [2, 14],
      links: [{ name: 'Ouders & Onderwijs', url: 'https://www.oudersenonderwijs.nl', kind: 'example' }],
      body: {
        occasion:
          'Het Ouderplatform stelt dit punt voor. Uitleg over verzuim, ondersteuning en klachten staat nu op meer dan twintig websites, en die spreken elkaar soms tegen.',
        ambition:
          'Er is één plek met uitleg in gewone taal. Ouders testen de teksten voordat die online gaan. Wie liever belt, krijgt een mens aan de lijn.',
        result: 'De beide samenwerkingsverbanden en de zeven gemeenten verwijzen allemaal naar die ene plek.',
      },
    },
  ]
}
