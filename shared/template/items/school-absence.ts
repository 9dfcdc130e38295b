import type { TemplateItem } from '../template-item.ts'

export const schoolAbsence: TemplateItem[] = [
  {
    theme: 'thuiszitters',
    title: 'Geen kind langer dan drie maanden thuis zonder passend aanbod',
    duty: 'joint',
    kind: 'other-subject',
    sectors: ['primary', 'secondary', 'special'],
    legalBasis: ['jeugdwet', 'passend-onderwijs', 'leerplichtwet'],
    principles: ['1', '2', '4'],
    reach: 'both',
    body: {
      occasion:
        'Een kind dat thuiszit, mist lessen, vrienden en soms ook hulp. Onderwijs, leerplicht en jeugdhulp hebben elk een stuk van de oplossing in handen. Niemand kan het alleen.',
      ambition:
        'Elk kind leert en ontwikkelt zich, ook als naar school gaan een tijd niet lukt. Wij starten binnen tien schooldagen met een plan, samen met kind en ouders.',
      result: [
        'Dit is er dan anders:',
        'Geen kind zit langer dan drie maanden thuis zonder passend aanbod van onderwijs, hulp of beide.',
        'Elke ouder weet wie de vaste contactpersoon is.',
        'Loopt het vast, dan hakt een tafel met mandaat de knoop door.',
      ],
    },
    indicators: [
      {
        name: 'Kinderen die langer dan drie maanden thuiszitten zonder passend aanbod',
        unit: 'kinderen',
        direction: 'down',
        target: 0,
      },
      {
        name: 'Thuiszitters met een plan binnen tien schooldagen',
        unit: '% van de thuiszitters',
        direction: 'up',
        target: 100,
      },
    ],
  },
  {
    theme: 'thuiszitters',
    title: 'Verzuim vroeg zien en samen bespreken',
    duty: 'school-boards',
    kind: 'other-subject',
    sectors: ['primary', 'secondary', 'special', 'vocational'],
    legalBasis: ['leerplichtwet', 'passend-onderwijs', 'wpg'],
    principles: ['1', '5'],
    reach: 'regional',
    body: {
      occasion:
        'Lang thuiszitten begint bijna altijd klein: een keer te laat, vaak ziek, een les gemist. Wie dat vroeg ziet, kan veel voorkomen.',
      ambition:
        'Elke school kijkt naar alle verzuim, ook als het geoorloofd is. Bij zorgen praat de school eerst met leerling en ouders. Daarna sluit zo nodig de jeugdarts of de leerplichtambtenaar aan.',
      result:
        'Alle scholen in de regio werken met dezelfde stappen. Ouders krijgen een open gesprek en geen brief vol regels.',
    },
    indicators: [
      {
        name: 'Gesprekken binnen vijf schooldagen na een zorgelijk patroon van verzuim',
        unit: '% van de signalen',
        direction: 'up',
        target: 90,
      },
    ],
  },
  {
    theme: 'thuiszitters',
    title: 'Leerplicht: eerst kijken wat wél kan',
    duty: 'municipality',
    kind: 'other-subject',
    sectors: ['primary', 'secondary', 'special'],
    legalBasis: ['leerplichtwet', 'jeugdwet'],
    principles: ['1', '4'],
    reach: 'both',
    body: {
      occasion:
        'Een vrijstelling van de leerplicht lost op korte termijn iets op. Voor het kind kan zij ook betekenen dat er jaren geen onderwijs meer is.',
      ambition:
        'Wij denken vanuit het recht om te leren. Vóór een vrijstelling kijken ouders, school, leerplicht en jeugdarts samen wat een kind wel kan leren, en waar.',
      result:
        'Een vrijstelling is het laatste antwoord. Wie er toch een heeft, krijgt elk jaar een gesprek over de weg terug naar onderwijs.',
    },
    indicators: [
      {
        name: 'Vrijstellingen waarbij vooraf samen is gekeken naar wat kan',
        unit: '% van de vrijstellingen',
        direction: 'up',
        target: 100,
      },
    ],
  },
  {
    theme: 'thuiszitters',
    title: 'Minder jongeren van school zonder diploma',
    duty: 'joint',
    kind: 'other-subject',
    sectors: ['secondary', 'special', 'vocational'],
    legalBasis: ['leerplichtwet', 'jeugdwet', 'participatiewet'],
    principles: ['1', '4', '5'],
    reach: 'regional',
    body: {
      occasion:
        'Jongeren die zonder diploma stoppen, vinden moeilijker vast werk. Vaak spelen er naast school ook zorgen over geld, wonen of gezondheid.',
      ambition:
        'School, RMC en jongerenwerk weten van elkaar wie dreigt te stoppen. Er is steeds één persoon die contact houdt, tot er een nieuwe plek is.',
      result: 'Het aandeel jongeren dat zonder diploma stopt, daalt elk jaar. Wie toch stopt, is niet uit beeld.',
    },
    indicators: [
      {
        name: 'Jongeren die zonder diploma van school gaan',
        unit: '% van de leerlingen per schooljaar',
        direction: 'down',
        target: 1.5,
      },
    ],
  },
]
