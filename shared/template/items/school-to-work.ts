import type { TemplateItem } from '../template-item.ts'

export const schoolToWork: TemplateItem[] = [
  {
    theme: 'van-school-naar-werk',
    title: 'Na school een passende plek: werk, leren of dagbesteding',
    duty: 'municipality',
    kind: 'oogo-subject',
    sectors: ['special', 'secondary', 'vocational', 'work'],
    legalBasis: ['participatiewet', 'wmo-2015', 'passend-onderwijs'],
    principles: ['1', '2', '4'],
    reach: 'both',
    transition: { from: 'special', to: 'work' },
    body: {
      occasion:
        'Jongeren uit het praktijkonderwijs, het vso en de laagste niveaus van het mbo vinden niet vanzelf werk dat blijft. Na de laatste schooldag valt de steun vaak weg.',
      ambition:
        'Een jaar voor het einde van school ligt er een plan voor daarna. De jongere kiest mee. De gemeente blijft twee jaar lang in de buurt.',
      result: 'Wie van school gaat, heeft werk, een opleiding of dagbesteding, en heeft dat een jaar later nog.',
    },
    indicators: [
      {
        name: 'Schoolverlaters die na een jaar nog een passende plek hebben',
        unit: '% van de schoolverlaters',
        direction: 'up',
        target: 90,
      },
    ],
  },
  {
    theme: 'van-school-naar-werk',
    title: 'Stages en banen: werkgevers aan tafel',
    duty: 'joint',
    kind: 'oogo-subject',
    sectors: ['secondary', 'special', 'vocational', 'work'],
    legalBasis: ['participatiewet'],
    principles: ['3', '4'],
    reach: 'regional',
    body: {
      occasion:
        'Scholen, gemeenten en UWV zoeken elk apart naar stages en banen. Werkgevers krijgen zo drie keer dezelfde vraag, en weten niet wie hen helpt als het stroef gaat.',
      ambition:
        'De regio heeft één plek waar werkgevers terechtkunnen. Wie een jongere begeleidt op het werk, krijgt zelf ook tips en steun.',
      result:
        'Er zijn genoeg stageplekken voor alle jongeren die er een nodig hebben, ook als zij meer begeleiding vragen.',
    },
    indicators: [
      {
        name: 'Jongeren die langer dan een maand op een stageplek wachten',
        unit: 'jongeren',
        direction: 'down',
        target: 0,
      },
    ],
  },
  {
    theme: 'van-school-naar-werk',
    title: 'Achttien worden zonder dat de hulp stopt',
    duty: 'municipality',
    kind: 'other-subject',
    sectors: ['special', 'vocational', 'work'],
    legalBasis: ['jeugdwet', 'wmo-2015', 'participatiewet', 'zvw'],
    principles: ['1', '4'],
    reach: 'both',
    body: {
      occasion:
        'Op je achttiende verjaardag gelden ineens andere wetten, andere loketten en andere hulpverleners. Op dat moment loopt ook de school vaak af.',
      ambition:
        'Vanaf 16 jaar maken jongere, school en hulp een plan voor later: wonen, geld, werk, gezondheid en mensen om op terug te vallen.',
      result:
        'De hulp loopt door tot er iets beters is. De jongere weet zelf wat er verandert en bij wie hij of zij terechtkan.',
    },
    indicators: [
      {
        name: 'Jongeren met jeugdhulp die op hun 17e een plan voor later hebben',
        unit: '% van deze jongeren',
        direction: 'up',
        target: 100,
      },
    ],
  },
]
