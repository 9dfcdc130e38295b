import type { Calendar } from '../calendar.ts'
import type { DemoItem } from '../demo-item.ts'

export function transitions(at: Calendar): DemoItem[] {
  return [
    {
      number: 3,
      theme: 'overgangen',
      title: 'Warme overdracht van voorschool naar basisschool',
      duty: 'joint',
      kind: 'oogo-subject',
      status: 'in-progress',
      priority: 'medium',
      reach: 'local',
      transition: { from: 'preschool', to: 'primary' },
      owner: { organisation: 'swv-po', person: 'directeur-swv-po' },
      involved: ['alblasserdam', 'hendrik-ido-ambacht', 'bestuur-po', 'jeugdgezondheid', 'ouderplatform'],
      sectors: ['preschool', 'primary'],
      legalBasis: ['wet-oke', 'wet-kinderopvang', 'passend-onderwijs'],
      principles: ['1', '3'],
      related: [13],
      plans: ['ondersteuningsplan-po', 'jeugdplan-alblasserdam'],
      deadlines: [{ name: 'Alle peutergroepen doen mee', date: at.month(5) }],
      body: {
        occasion: 'Elke peutergroep had een eigen formulier. De basisschool las het vaak pas als er al zorgen waren.',
        ambition:
          'Een kind met extra ondersteuning gaat over met een gesprek. Ouders, peutergroep en basisschool zitten samen aan tafel, ten minste zes weken voor de eerste schooldag.',
        result: 'De hulp die een peuter had, loopt door in groep 1. Ouders vertellen hun verhaal één keer.',
      },
      agreements: [
        {
          text: 'Eén formulier kiezen voor de hele regio',
          by: 'swv-po',
          person: 'directeur-swv-po',
          due: at.day(-420),
          done: at.day(-433),
        },
        {
          text: 'Ouders laten meelezen met het formulier',
          by: 'ouderplatform',
          person: 'voorzitter-ouderplatform',
          due: at.day(-380),
          done: at.day(-390),
        },
        {
          text: 'Pedagogisch medewerkers en leraren samen trainen',
          by: 'bestuur-po',
          person: 'bestuurder-po',
          due: at.day(-150),
          done: at.day(-133),
        },
        {
          text: 'Ook de kleine peutergroepen laten instappen',
          by: 'alblasserdam',
          person: 'adviseur-jeugd-alblasserdam',
          due: at.month(5),
        },
      ],
      indicators: [
        {
          name: 'Kinderen met extra ondersteuning die met een gesprek zijn overgedragen',
          unit: '% van deze kinderen',
          direction: 'up',
          target: 100,
          targetDate: at.month(17),
          measurements: at.yearly([62, 70, 78, 84], 'Samenwerkingsverband primair onderwijs'),
        },
      ],
    },
    {
      number: 6,
      theme: 'overgangen',
      title: 'Overstap naar het mbo: niemand uit beeld in de zomer',
      duty: 'joint',
      kind: 'oogo-subject',
      status: 'in-progress',
      priority: 'high',
      reach: 'regional',
      transition: { from: 'secondary', to: 'vocational' },
      owner: { organisation: 'mbo' },
      involved: ['swv-vo', 'leerplicht', 'bestuur-vo', 'bestuur-so', 'jongerenraad', 'dordrecht'],
      sectors: ['secondary', 'special', 'vocational'],
      legalBasis: ['leerplichtwet', 'passend-onderwijs', 'jeugdwet'],
      principles: ['1', '4'],
      related: [20, 12],
      plans: ['ondersteuningsplan-vo'],
      deadlines: [{ name: 'Draaiboek voor de zomer klaar', date: at.month(6) }],
      body: {
        occasion:
          'Vorig jaar stonden 16 jongeren op 1 oktober nergens ingeschreven. De oude school dacht dat zij goed terecht waren gekomen, de nieuwe school had hen nooit gezien.',
        ambition:
          'De oude school laat pas los als de nieuwe school vasthoudt. In de zomer belt één team alle jongeren die nog geen plek hebben, ook ’s avonds.',
        result: 'Op 1 oktober heeft elke jongere een opleiding, werk of een ander passend aanbod.',
      },
      agreements: [
        {
          text: 'Aantal aanmeldingen elke maand delen tussen vo, mbo en RMC',
          by: 'mbo',
          due: at.day(-200),
          done: at.day(-214),
        },
        {
          text: 'Afspreken wie in de zomer belt, en dat betalen',
          by: 'leerplicht',
          person: 'teamleider-leerplicht',
          due: at.day(-5),
        },
        {
          text: 'Draaiboek voor de zomer schrijven met jongeren',
          by: 'jongerenraad',
          person: 'lid-jongerenraad',
          due: at.month(6),
        },
      ],
      indicators: [
        {
          name: 'Jongeren die op 1 oktober nergens staan ingeschreven',
          unit: 'jongeren',
          direction: 'down',
          target: 0,
          targetDate: at.month(24),
          measurements: at.yearly([35, 29, 24, 19, 16], 'Leerplicht en RMC'),
        },
      ],
    },
    {
      number: 19,
      theme: 'overgangen',
      title: 'Plaatsing en terugplaatsing: van speciaal naar gewoon onderwijs, en weer terug als dat nodig is',
      duty: 'school-boards',
      kind: 'oogo-subject',
      status: 'discussing',
      priority: 'high',
      reach: 'regional',
      transition: { from: 'special', to: 'secondary' },
      owner: { organisation: 'swv-vo', person: 'directeur-swv-vo' },
      involved: ['swv-po', 'bestuur-so', 'bestuur-vo', 'jeugdhulp', 'ouderplatform', 'zwijndrecht'],
      sectors: ['primary', 'secondary', 'special'],
      legalBasis: ['passend-onderwijs', 'jeugdwet'],
      principles: ['1', '2'],
      related: [7, 14],
      plans: ['ondersteuningsplan-po', 'ondersteuningsplan-vo'],
      deadlines: [{ name: 'OOGO', date: at.day(11) }],
      body: {
        occasion:
          'Wie naar het speciaal onderwijs gaat, komt zelden terug. Scholen vinden het een risico en ouders zijn bang dat er geen weg terug is als het misgaat.',
        ambition:
          'Elke plaatsing heeft een datum waarop wij opnieuw kijken. Een leerling mag een half jaar proberen, met een plek achter de hand en hulp die meegaat.',
        result:
          'Elk jaar maken dertig leerlingen de stap naar een gewone school. Vier van de vijf zijn daar na een jaar nog.',
      },
      agreements: [
        {
          text: 'Vastleggen dat de oude plek een half jaar vrij blijft',
          by: 'bestuur-so',
          person: 'bestuurder-so',
          due: at.month(3),
        },
        { text: 'Uitzoeken wat terugplaatsing betekent voor het vervoer', by: 'zwijndrecht', due: at.month(4) },
      ],
      indicators: [
        {
          name: 'Leerlingen die van speciaal naar gewoon onderwijs gaan',
          unit: 'leerlingen per jaar',
          direction: 'up',
          target: 30,
          targetDate: at.month(36),
          measurements: at.yearly([9, 11, 8, 14, 17], 'Samenwerkingsverbanden'),
        },
      ],
    },
  ]
}
