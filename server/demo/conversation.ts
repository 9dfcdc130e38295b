import type { AnswerOutcome, ReactionKind } from '../../shared/comment.ts'
import type { OrganisationKey, PersonKey } from './region.ts'

/** A thread as the demo tells it. Its first comment comes first; each was written so many days ago. */
export type DemoThread = {
  /** The number of the item. */
  item: number
  /** The passage of the body that it is about. */
  passage?: string
  comments: readonly DemoComment[]
  answer?: { by: PersonKey; daysAgo: number; outcome: AnswerOutcome; reason: string }
}

export type DemoComment = {
  by: PersonKey
  daysAgo: number
  text: string
  mentions?: { people?: readonly PersonKey[]; organisations?: readonly OrganisationKey[] }
  reactions?: Partial<Record<ReactionKind, readonly PersonKey[]>>
}

/** What parents and young people said about the demo's agenda, and what was done with it. */
export const demoThreads: readonly DemoThread[] = [
  {
    item: 1,
    passage: 'heeft binnen tien schooldagen een plan',
    comments: [
      {
        by: 'voorzitter-ouderplatform',
        daysAgo: 12,
        text: 'Tien schooldagen is lang voor een kind dat thuis zit. Kan er eerder iemand bellen? Dan weten ouders dat er iets gebeurt.',
        reactions: { thumb: ['lid-jongerenraad', 'teamleider-leerplicht'], heart: ['directeur-swv-po'] },
      },
      {
        by: 'directeur-swv-vo',
        daysAgo: 11,
        text: 'Dat begrijp ik. Bellen kan sneller dan een plan maken. Ik neem het mee naar het overleg van volgende week.',
      },
      {
        by: 'voorzitter-ouderplatform',
        daysAgo: 11,
        text: 'Fijn. Graag steeds dezelfde persoon die belt, dan hoeven ouders hun verhaal maar één keer te vertellen.',
        mentions: { people: ['directeur-swv-vo'] },
      },
    ],
    answer: {
      by: 'coordinator',
      daysAgo: 4,
      outcome: 'partly',
      reason:
        'De school belt voortaan binnen vijf schooldagen. Het plan zelf houdt tien schooldagen, omdat daar meer mensen voor nodig zijn.',
    },
  },
  {
    item: 1,
    comments: [
      {
        by: 'lid-jongerenraad',
        daysAgo: 3,
        text: 'Vraag ook aan jongeren zelf wat zij nodig hebben. Nu praten vooral volwassenen met elkaar.',
        mentions: { organisations: ['swv-vo'] },
        reactions: {
          thumb: ['voorzitter-ouderplatform', 'beleidsadviseur-dordrecht'],
          idea: ['regiomanager-jeugdhulp'],
        },
      },
    ],
  },
  {
    item: 4,
    comments: [
      {
        by: 'lid-jongerenraad',
        daysAgo: 9,
        text: 'Een plan van één bladzijde werkt alleen als de mentor het kent. Zet daarom de naam van de mentor erop.',
      },
    ],
    answer: {
      by: 'teamleider-leerplicht',
      daysAgo: 7,
      outcome: 'taken-over',
      reason: 'De naam van de mentor staat nu boven aan het plan. Dank voor dit idee.',
    },
  },
  {
    item: 7,
    passage: 'Ouders hebben vóór de zomervakantie bericht over het vervoer.',
    comments: [
      {
        by: 'voorzitter-ouderplatform',
        daysAgo: 6,
        text: 'Kan dit vóór de meivakantie? Veel ouders moeten hun werk erop aanpassen en dat kost tijd.',
        reactions: { question: ['wethouder-zwijndrecht'] },
      },
      {
        by: 'wethouder-zwijndrecht',
        daysAgo: 5,
        text: 'In mei weten de scholen nog niet van elke leerling waar die heen gaat. Ik vraag wat er wel eerder kan.',
      },
    ],
    answer: {
      by: 'wethouder-zwijndrecht',
      daysAgo: 2,
      outcome: 'not',
      reason:
        'Vóór de meivakantie lukt niet: dan is nog niet van elke leerling de school bekend. Wie het al wel weet, krijgt eerder bericht.',
    },
  },
  {
    item: 26,
    comments: [
      {
        by: 'voorzitter-ouderplatform',
        daysAgo: 1,
        text: 'Wij testen de teksten graag, ook met ouders die moeite hebben met lezen. Wie maakt de eerste versie?',
        mentions: { organisations: ['swv-po'] },
      },
    ],
  },
]
