import type { Calendar } from '../calendar.ts'
import type { DemoItem } from '../demo-item.ts'

export function access(at: Calendar): DemoItem[] {
  return [
    {
      number: 2,
      theme: 'toegang',
      title: 'Eén plek waar ouders en school hulp aanvragen',
      duty: 'joint',
      kind: 'oogo-subject',
      status: 'discussing',
      priority: 'high',
      reach: 'both',
      owner: { organisation: 'swv-po', person: 'directeur-swv-po' },
      involved: ['alblasserdam', 'dordrecht', 'papendrecht', 'swv-vo', 'jeugdhulp', 'ouderplatform'],
      sectors: ['preschool', 'primary', 'secondary', 'special'],
      legalBasis: ['jeugdwet', 'passend-onderwijs'],
      principles: ['1', '3', '4'],
      related: [15, 14, 26],
      plans: ['jeugdplan-dordrecht', 'jeugdplan-papendrecht', 'ondersteuningsplan-po', 'ondersteuningsplan-vo'],
      deadlines: [{ name: 'OOGO', date: at.day(11) }],
      links: [{ name: 'Vereniging van Nederlandse Gemeenten', url: 'https://vng.nl', kind: 'document' }],
      body: {
        occasion:
          'Een gezin dat hulp thuis én op school nodig heeft, vult nu twee aanvragen in. Gemiddeld duurt het tien weken voor er iets begint. Ouders noemen dit in elk gesprek als eerste.',
        ambition: [
          'Wij maken één plek, en die plek is de school:',
          'De ouder of de school vraagt één keer.',
          'Binnen een week is er een gesprek met iemand van de gemeente en iemand van het samenwerkingsverband.',
          'Lichte hulp begint meteen, zonder besluit op papier.',
        ],
        result: 'Tussen de vraag en de start van de hulp zitten hoogstens vier weken, in alle zeven gemeenten.',
      },
      agreements: [
        {
          text: 'Eén aanvraag ontwerpen en testen met ouders',
          by: 'swv-po',
          person: 'directeur-swv-po',
          due: at.month(4),
        },
        {
          text: 'Vaste mensen per school aanwijzen bij de gemeentelijke toegang',
          by: 'dordrecht',
          person: 'beleidsadviseur-dordrecht',
          due: at.month(5),
        },
      ],
      indicators: [
        {
          name: 'Tijd tussen de vraag en de start van de hulp',
          unit: 'dagen',
          direction: 'down',
          target: 28,
          targetDate: at.month(25),
          measurements: at.halfYearly([98, 91, 77, 77, 70], 'Gemeentelijke toegang'),
        },
      ],
    },
    {
      number: 15,
      theme: 'toegang',
      title: 'Samen beslissen over onderwijs en jeugdhulp: één gezin, één plan',
      duty: 'joint',
      kind: 'oogo-subject',
      status: 'in-progress',
      priority: 'medium',
      reach: 'both',
      owner: { organisation: 'alblasserdam', person: 'adviseur-jeugd-alblasserdam' },
      involved: ['swv-po', 'swv-vo', 'jeugdhulp', 'jeugdgezondheid', 'ouderplatform', 'jongerenraad'],
      sectors: ['primary', 'secondary', 'special'],
      legalBasis: ['jeugdwet', 'passend-onderwijs'],
      principles: ['1', '4'],
      related: [2],
      plans: ['jeugdplan-alblasserdam', 'ondersteuningsplan-po'],
      body: {
        occasion:
          'School maakt een plan, het wijkteam maakt een plan, en soms de behandelaar ook. Ouders moeten zelf zorgen dat die plannen bij elkaar passen.',
        ambition:
          'Er is één plan, geschreven met kind en ouders. Daarin staat wie wat doet op school, thuis en in de vrije tijd. Eén persoon houdt het bij, en het gezin kiest wie dat is.',
        result: 'Ouders en jongeren geven het samen beslissen ten minste een acht.',
      },
      agreements: [
        {
          text: 'Voorbeeld maken van een plan op twee bladzijden',
          by: 'alblasserdam',
          person: 'adviseur-jeugd-alblasserdam',
          due: at.month(2),
        },
        {
          text: 'Afspreken wat wij delen en wat niet, en dat uitleggen aan ouders',
          by: 'jeugdhulp',
          person: 'regiomanager-jeugdhulp',
          due: at.month(3),
        },
        {
          text: 'Jongeren vragen wanneer zij zich gehoord voelen',
          by: 'jongerenraad',
          person: 'lid-jongerenraad',
          due: at.month(4),
        },
      ],
      indicators: [
        {
          name: 'Oordeel van ouders en jongeren over het samen beslissen',
          unit: 'rapportcijfer',
          direction: 'up',
          target: 8,
          targetDate: at.month(30),
          measurements: at.yearly([6.1, 6.4, 6.6, 6.9], 'Jaarlijkse vragenlijst'),
        },
      ],
    },
    {
      number: 14,
      theme: 'toegang',
      title: 'Toelaatbaarheid: één uitleg voor alle ouders',
      duty: 'school-boards',
      kind: 'oogo-subject',
      status: 'in-progress',
      priority: 'medium',
      reach: 'regional',
      owner: { organisation: 'swv-po', person: 'directeur-swv-po' },
      involved: ['swv-vo', 'bestuur-so', 'bestuur-po', 'ouderplatform'],
      sectors: ['primary', 'secondary', 'special'],
      legalBasis: ['passend-onderwijs'],
      principles: ['1', '4'],
      related: [2, 26, 19],
      plans: ['ondersteuningsplan-po', 'ondersteuningsplan-vo'],
      deadlines: [{ name: 'Uitleg in vijf talen beschikbaar', date: at.month(4) }],
      body: {
        occasion:
          'Wie naar het speciaal onderwijs wil, heeft toestemming nodig van het samenwerkingsverband. De twee verbanden legden dat elk anders uit, in lange brieven.',
        ambition:
          'Een ouder begrijpt in vijf minuten hoe het gaat, wie beslist en wat je kunt doen als je het er niet mee eens bent.',
        result: 'Er is één uitleg voor po en vo. Een besluit komt binnen zes weken, met de reden in gewone taal.',
      },
      agreements: [
        {
          text: 'Uitleg schrijven en laten lezen door ouders',
          by: 'swv-po',
          person: 'directeur-swv-po',
          due: at.day(-90),
          done: at.day(-101),
        },
        { text: 'Alle standaardbrieven herschrijven', by: 'swv-vo', person: 'directeur-swv-vo', due: at.day(-16) },
      ],
      indicators: [
        {
          name: 'Tijd tot een besluit over toelating',
          unit: 'weken',
          direction: 'down',
          target: 6,
          targetDate: at.month(9),
          measurements: at.halfYearly([11, 10, 9, 8, 7], 'Samenwerkingsverbanden'),
        },
      ],
    },
    {
      number: 27,
      theme: 'toegang',
      title: 'Een eigen toelatingscommissie per gemeente',
      duty: 'school-boards',
      kind: 'oogo-subject',
      status: {
        struck: 'Niet nodig: met één uitleg voor alle ouders (punt 14) werkt de bestaande commissie goed genoeg.',
      },
      reach: 'local',
      owner: { organisation: 'bestuur-vo' },
      involved: ['swv-vo', 'hendrik-ido-ambacht'],
      sectors: ['secondary', 'special'],
      legalBasis: ['passend-onderwijs'],
      principles: ['2'],
      related: [14],
      body: {
        occasion: 'Ouders vonden de commissie van het samenwerkingsverband ver weg.',
        ambition: 'Elke gemeente heeft een eigen commissie, dicht bij de ouders.',
        result: 'Ouders kunnen in hun eigen gemeente met de commissie praten.',
      },
    },
  ]
}
