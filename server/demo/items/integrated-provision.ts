import type { Calendar } from '../calendar.ts'
import type { DemoItem } from '../demo-item.ts'

export function integratedProvision(at: Calendar): DemoItem[] {
  return [
    {
      number: 5,
      theme: 'integraal-aanbod',
      title: 'Jeugdhulp op school: vaste mensen op zestien scholen',
      duty: 'joint',
      kind: 'oogo-subject',
      status: 'in-progress',
      priority: 'high',
      reach: 'both',
      owner: { organisation: 'jeugdhulp', person: 'regiomanager-jeugdhulp' },
      involved: ['dordrecht', 'papendrecht', 'zwijndrecht', 'swv-po', 'swv-vo', 'bestuur-po', 'bestuur-vo'],
      sectors: ['primary', 'secondary', 'special'],
      legalBasis: ['jeugdwet', 'passend-onderwijs'],
      principles: ['2', '3'],
      related: [9, 16],
      plans: ['jeugdplan-dordrecht', 'jeugdplan-papendrecht', 'jeugdplan-zwijndrecht'],
      deadlines: [{ name: 'Zestien scholen doen mee', date: at.month(10) }],
      links: [{ name: 'Nederlands Jeugdinstituut', url: 'https://www.nji.nl', kind: 'example' }],
      body: {
        occasion:
          'Leraren zagen per jaar soms tien verschillende hulpverleners. Elk van hen kende één gezin en niemand kende de school.',
        ambition:
          'Op zestien scholen hoort een hulpverlener bij het team. Die is er op vaste dagen, helpt ook de leraar, en praat met ouders bij het hek of aan de keukentafel.',
        result:
          'Op deze scholen hebben minder leerlingen zwaardere hulp nodig. Werkt het, dan volgen in de jaren daarna de andere scholen.',
      },
      agreements: [
        {
          text: 'Samen kiezen welke zestien scholen beginnen',
          by: 'jeugdhulp',
          person: 'regiomanager-jeugdhulp',
          due: at.day(-260),
          done: at.day(-270),
        },
        {
          text: 'Eén contract voor alle gemeenten sluiten',
          by: 'dordrecht',
          person: 'beleidsadviseur-dordrecht',
          due: at.day(-110),
          done: at.day(-104),
        },
        {
          text: 'De laatste vier hulpverleners vinden',
          by: 'jeugdhulp',
          person: 'regiomanager-jeugdhulp',
          due: at.month(2),
        },
        {
          text: 'Leraren en ouders vragen wat het oplevert',
          by: 'bestuur-po',
          person: 'bestuurder-po',
          due: at.month(7),
        },
      ],
      indicators: [
        {
          name: 'Scholen met een vaste hulpverlener in het team',
          unit: 'scholen',
          direction: 'up',
          target: 16,
          targetDate: at.month(10),
          measurements: at.halfYearly([5, 7, 9, 12], 'Aanbieder van jeugdhulp'),
        },
      ],
      annexes: {
        papendrecht: [
          [
            'In Papendrecht geldt daarnaast:',
            'De hulpverlener werkt ook op de twee peutergroepen naast de school.',
            'In de zomervakantie is er een vaste inloop in het buurthuis.',
          ],
        ],
      },
    },
    {
      number: 23,
      theme: 'integraal-aanbod',
      title: 'Onderwijszorgarrangement voor leerlingen met een ernstige meervoudige beperking',
      duty: 'joint',
      kind: 'oogo-subject',
      status: 'proposed',
      reach: 'regional',
      owner: { organisation: 'bestuur-so', person: 'bestuurder-so' },
      involved: ['swv-po', 'swv-vo', 'jeugdhulp', 'ouderplatform'],
      sectors: ['special'],
      legalBasis: ['passend-onderwijs', 'wlz', 'zvw', 'jeugdwet'],
      principles: ['1', '2', '3'],
      related: [22],
      body: {
        occasion:
          'Voor leerlingen die de hele dag zorg nodig hebben, is er in de regio te weinig plek. Een aantal van hen reist daarom elke dag ver, of gaat niet naar school.',
        ambition:
          'School en zorg vormen één team, in één gebouw, met één plan. Ook deze leerlingen leren elke dag iets nieuws, en zien andere kinderen.',
        result:
          'Geen leerling hoeft hiervoor de regio uit. De financiers maken samen één afspraak, zodat ouders niet hoeven te puzzelen.',
      },
      indicators: [
        {
          name: 'Leerlingen die hiervoor naar een andere regio reizen',
          unit: 'leerlingen',
          direction: 'down',
          target: 0,
          targetDate: at.month(36),
          measurements: at.yearly([12, 9, 6, 'masked'], 'Schoolbestuur speciaal onderwijs'),
        },
      ],
    },
    {
      number: 16,
      theme: 'integraal-aanbod',
      title: 'Basisondersteuning: wat mag elke ouder van elke school verwachten?',
      duty: 'school-boards',
      kind: 'oogo-subject',
      status: 'in-progress',
      priority: 'high',
      reach: 'regional',
      lineage: 'Ontwikkelagenda 2023–2026, punt 3',
      owner: { organisation: 'swv-po', person: 'directeur-swv-po' },
      involved: ['swv-vo', 'bestuur-po', 'bestuur-vo', 'ouderplatform', 'papendrecht'],
      sectors: ['primary', 'secondary'],
      legalBasis: ['passend-onderwijs'],
      principles: ['2', '5'],
      related: [5, 25],
      plans: ['ondersteuningsplan-po', 'ondersteuningsplan-vo'],
      links: [{ name: 'Passend onderwijs', url: 'https://www.passendonderwijs.nl', kind: 'document' }],
      body: {
        occasion:
          'Op de ene school hoort hulp bij lezen of bij druk gedrag bij het gewone werk, op de andere moet je ervoor in de rij. Dat is niet uit te leggen.',
        ambition:
          'Elke school biedt hetzelfde goede begin. Wat daarbij hoort, staat op één bladzijde. Een school die er nog niet is, krijgt hulp van een school die er al is.',
        result:
          'Alle scholen bieden de afgesproken basisondersteuning. Ouders en medezeggenschapsraad kunnen dat zelf nagaan.',
      },
      agreements: [
        {
          text: 'De bladzijde schrijven en door ouders laten toetsen',
          by: 'ouderplatform',
          person: 'voorzitter-ouderplatform',
          due: at.day(-230),
          done: at.day(-236),
        },
        {
          text: 'Alle scholen bezoeken en meten waar zij staan',
          by: 'swv-po',
          person: 'directeur-swv-po',
          due: at.day(-80),
          done: at.day(-76),
        },
        { text: 'Scholen aan elkaar koppelen die van elkaar kunnen leren', by: 'bestuur-vo', due: at.month(3) },
      ],
      indicators: [
        {
          name: 'Scholen die de afgesproken basisondersteuning bieden',
          unit: '% van de scholen',
          direction: 'up',
          target: 100,
          targetDate: at.month(21),
          measurements: at.halfYearly([48, 55, 61, 68, 73], 'Schoolbezoeken van de samenwerkingsverbanden'),
        },
      ],
    },
    {
      number: 25,
      theme: 'integraal-aanbod',
      title: 'Dyslexie: één aanpak voor school en behandelaar',
      duty: 'school-boards',
      kind: 'oogo-subject',
      status: 'discussing',
      priority: 'low',
      reach: 'regional',
      owner: { organisation: 'bestuur-po', person: 'bestuurder-po' },
      involved: ['swv-po', 'jeugdhulp', 'hendrik-ido-ambacht', 'ouderplatform'],
      sectors: ['primary'],
      legalBasis: ['passend-onderwijs', 'jeugdwet'],
      principles: ['1', '3'],
      related: [16],
      body: {
        occasion:
          'Leesles is een taak van de school, behandeling van ernstige dyslexie een taak van de gemeente. Leraar en behandelaar gebruiken soms verschillende methoden bij dezelfde leerling.',
        ambition:
          'Wat een kind bij de behandelaar oefent, oefent het de volgende dag in de klas. School geeft eerst goede extra leesles, zodat minder kinderen een behandeling nodig hebben.',
        result: 'School en behandelaar gebruiken één leeslijn. Zij spreken elkaar ten minste elke zes weken.',
      },
      agreements: [
        {
          text: 'Leeslijnen van scholen en behandelaars naast elkaar leggen',
          by: 'bestuur-po',
          person: 'bestuurder-po',
          due: at.month(5),
        },
      ],
    },
  ]
}
