import type { TemplateItem } from '../template-item.ts'

export const consultation: TemplateItem[] = [
  {
    theme: 'organisatie-oogo',
    title: 'Wie zit aan tafel, en voor welk gebied',
    duty: 'joint',
    kind: 'oogo-organisation',
    sectors: ['primary', 'secondary', 'special', 'vocational'],
    legalBasis: ['jeugdwet', 'passend-onderwijs'],
    principles: ['4'],
    reach: 'regional',
    body: {
      occasion:
        'Samenwerkingsverbanden en jeugdregio’s hebben niet dezelfde grenzen. Sommige gemeenten praten met drie verbanden, sommige verbanden met tien gemeenten.',
      ambition:
        'Iedereen die nodig is, zit aan tafel, en niemand hoeft twee keer hetzelfde te bespreken. Wat lokaal kan, doen wij lokaal.',
      result:
        'Er is één lijst van deelnemers met hun mandaat. Daarop staat ook welke onderwerpen regionaal en lokaal zijn.',
    },
    indicators: [],
  },
  {
    theme: 'organisatie-oogo',
    title: 'Wat wij doen als wij het niet eens worden',
    duty: 'joint',
    kind: 'oogo-organisation',
    sectors: ['primary', 'secondary', 'special'],
    legalBasis: ['jeugdwet', 'passend-onderwijs'],
    principles: ['4', '5'],
    reach: 'regional',
    body: {
      occasion:
        'Gemeenten en schoolbesturen kunnen elkaar niet dwingen. De wet vraagt wel dat zij hun best doen om het eens te worden. Afspraken over een meningsverschil maak je het best voordat het er is.',
      ambition:
        'Een meningsverschil komt snel en open op tafel. Wij zoeken eerst zelf een uitweg en vragen daarna iemand van buiten om hulp.',
      result: [
        'In onze regeling staat:',
        'wie een meningsverschil kan melden, en hoe',
        'welke stappen er zijn en hoelang elke stap mag duren',
        'wat wij opschrijven als het niet lukt',
      ],
    },
    indicators: [
      {
        name: 'Meningsverschillen die langer dan drie maanden openstaan',
        unit: 'aantal',
        direction: 'down',
        target: 0,
      },
    ],
  },
  {
    theme: 'organisatie-oogo',
    title: 'Stappenplan en kalender voor de komende vier jaar',
    duty: 'joint',
    kind: 'oogo-organisation',
    sectors: ['primary', 'secondary', 'special'],
    legalBasis: ['jeugdwet', 'passend-onderwijs'],
    principles: ['4', '5'],
    reach: 'regional',
    body: {
      occasion:
        'Het jeugdplan en het ondersteuningsplan worden elk om de vier jaar gemaakt, maar niet in hetzelfde jaar. Geen van beide mag worden vastgesteld zonder overleg met de andere kant.',
      ambition:
        'Wij leggen de kalenders naast elkaar. Zo komt elk plan op tijd in het overleg, en heeft elke raad en elk bestuur genoeg tijd om te besluiten.',
      result:
        'Er ligt een kalender voor vier jaar, met voor elk plan de datum van overleg en de datum van vaststelling.',
    },
    indicators: [
      {
        name: 'Plannen die op tijd in het overleg zijn besproken',
        unit: '% van de plannen',
        direction: 'up',
        target: 100,
      },
    ],
  },
  {
    theme: 'organisatie-oogo',
    title: 'Ouders en jongeren praten mee, en horen wat ermee is gedaan',
    duty: 'joint',
    kind: 'oogo-organisation',
    sectors: ['preschool', 'primary', 'secondary', 'special', 'vocational'],
    legalBasis: ['jeugdwet', 'passend-onderwijs'],
    principles: ['1', '4', '5'],
    reach: 'both',
    body: {
      occasion:
        'Het beleid gaat over kinderen en gezinnen, maar zij horen er vaak pas van als het klaar is. Wie wel iets zei, weet niet wat ermee is gebeurd.',
      ambition:
        'Wij praten met ouders en jongeren, en niet alleen over hen. Zij lezen mee vanaf het eerste concept, in taal die iedereen begrijpt.',
      result: 'Elke reactie krijgt binnen een maand een antwoord: overgenomen, deels of niet, met de reden erbij.',
    },
    indicators: [
      { name: 'Reacties met een antwoord binnen een maand', unit: '% van de reacties', direction: 'up', target: 100 },
    ],
  },
]
