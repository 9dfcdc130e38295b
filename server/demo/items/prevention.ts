import type { Calendar } from '../calendar.ts'
import type { DemoItem } from '../demo-item.ts'

export function prevention(at: Calendar): DemoItem[] {
  return [
    {
      number: 13,
      theme: 'preventie',
      title: 'Jeugdverpleegkundige op elke school bereikbaar',
      duty: 'municipality',
      kind: 'oogo-subject',
      status: 'in-progress',
      priority: 'medium',
      reach: 'both',
      owner: { organisation: 'jeugdgezondheid', person: 'teammanager-jeugdgezondheid' },
      involved: ['alblasserdam', 'hardinxveld-giessendam', 'bestuur-po', 'bestuur-vo', 'mbo'],
      sectors: ['primary', 'secondary', 'special', 'vocational'],
      legalBasis: ['wpg', 'jeugdwet'],
      principles: ['1', '2'],
      related: [3, 17],
      plans: ['jeugdplan-alblasserdam', 'jeugdplan-hardinxveld-giessendam'],
      links: [{ name: 'Nederlands Centrum Jeugdgezondheid', url: 'https://www.ncj.nl', kind: 'example' }],
      body: {
        occasion:
          'De jeugdverpleegkundige ziet elk kind een paar keer, maar is tussendoor lastig te vinden. Leraren weten vaak niet wie bij hun school hoort.',
        ambition:
          'Elke school heeft een vaste verpleegkundige, met een gezicht en een telefoonnummer. Leraren, ouders en leerlingen kunnen zonder verwijzing een vraag stellen.',
        result: 'Een vraag krijgt binnen twee werkdagen antwoord. Zo worden zorgen klein gehouden.',
      },
      agreements: [
        {
          text: 'Elke school een vaste jeugdverpleegkundige geven',
          by: 'jeugdgezondheid',
          person: 'teammanager-jeugdgezondheid',
          due: at.day(-180),
          done: at.day(-188),
        },
        {
          text: 'Inloopuur in de avond proberen op vier plekken',
          by: 'hardinxveld-giessendam',
          due: at.day(-50),
          done: at.day(-44),
        },
        {
          text: 'Ook het mbo een vaste verpleegkundige geven',
          by: 'jeugdgezondheid',
          person: 'teammanager-jeugdgezondheid',
          due: at.month(4),
        },
      ],
      indicators: [
        {
          name: 'Scholen die hun jeugdverpleegkundige goed bereikbaar vinden',
          unit: '% van de scholen',
          direction: 'up',
          target: 95,
          targetDate: at.month(12),
          measurements: at.halfYearly([55, 63, 71, 80, 86], 'Vragenlijst onder scholen'),
        },
      ],
    },
  ]
}
