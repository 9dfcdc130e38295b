import type { TemplateItem } from '../template-item.ts'

export const transport: TemplateItem[] = [
  {
    theme: 'leerlingenvervoer',
    title: 'Wat passend onderwijs verandert voor het leerlingenvervoer',
    duty: 'municipality',
    kind: 'other-subject',
    sectors: ['primary', 'secondary', 'special'],
    legalBasis: ['passend-onderwijs'],
    principles: ['2', '4'],
    reach: 'both',
    body: {
      occasion:
        'Scholen bepalen samen waar een leerling een passende plek krijgt. De gemeente regelt daarna het vervoer. Wie de plek kiest, bepaalt dus ook de reistijd en de kosten.',
      ambition:
        'Wij kijken vooraf samen naar plek en reis. Een leerling gaat naar school zo dicht bij huis als kan, en komt daar uitgerust aan.',
      result: [
        'Over vier jaar zien wij dit:',
        'De reistijd staat in elk advies over een plaatsing.',
        'Scholen en gemeenten delen elk voorjaar hoeveel leerlingen waarheen reizen.',
        'Niemand zit langer dan een uur in de bus of taxi, heen of terug.',
      ],
    },
    indicators: [
      { name: 'Leerlingen die langer dan 60 minuten onderweg zijn', unit: 'leerlingen', direction: 'down', target: 0 },
      {
        name: 'Adviezen over een plaatsing waarin de reistijd staat',
        unit: '% van de adviezen',
        direction: 'up',
        target: 100,
      },
    ],
  },
  {
    theme: 'leerlingenvervoer',
    title: 'Zelf leren reizen',
    duty: 'municipality',
    kind: 'other-subject',
    sectors: ['secondary', 'special', 'vocational'],
    legalBasis: ['wmo-2015'],
    principles: ['1', '2'],
    reach: 'local',
    body: {
      occasion:
        'Veel leerlingen reizen jarenlang met de taxi, ook als zij met wat oefening de fiets of de bus kunnen nemen. Later, bij een stage of een baan, rijdt die taxi niet meer.',
      ambition:
        'Elke leerling die het kan leren, krijgt de kans om zelf te leren reizen. Ouders en leerling kiezen het tempo. Lukt het niet, dan blijft het vervoer.',
      result:
        'School en gemeente bieden samen reistraining aan. Bij de start van de stage kunnen meer leerlingen zelf op weg.',
    },
    indicators: [
      {
        name: 'Leerlingen met vervoer die reistraining volgen',
        unit: '% van de leerlingen met vervoer',
        direction: 'up',
        target: 15,
      },
    ],
  },
]
