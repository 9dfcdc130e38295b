import { cleanJson } from '../../../shared/export/clean.ts'
import type { ExportedAgenda, ExportedItem } from '../../../shared/export/model.ts'
import { namedChange } from '../../../shared/export/named-change.ts'
import { asId } from '../../../shared/ids.ts'

/** An agenda with all its annexes, in which these texts stand wherever somebody could have written one. */
export function withAnnexes(agenda: ExportedAgenda, texts: readonly string[]): ExportedAgenda {
  const items = agenda.themes.flatMap((theme) => theme.items)
  const at = (index: number) => texts[index % texts.length] ?? ''
  const nameOf = ({ id, number, title }: ExportedItem) => ({ id, ...(number !== undefined && { number }), title })
  const moment = '2026-11-01T10:00:00.000Z'
  return cleanJson({
    ...agenda,
    comments: [
      {
        organisation: at(0),
        kind: 'parent-organisation',
        comments: items.slice(0, 60).map((item, index) => ({
          id: `reactie-${index}`,
          item: nameOf(item),
          at: moment,
          quote: at(index + 1),
          text: at(index + 2),
          replies: [{ organisation: at(index + 3), at: moment, text: at(index + 4) }],
          answer: { outcome: 'partly', reason: at(index + 5), organisation: at(index + 6), at: moment },
        })),
      },
    ],
    differences: {
      title: agenda.title,
      region: agenda.region,
      from: { kind: 'version', number: 1, at: moment },
      to: { kind: 'now', at: moment },
      items: items.slice(0, 60).map((item, index) => ({
        item: asId(item.id),
        title: item.title,
        kind: 'changed',
        isMoved: false,
        fields: [
          { field: 'title', before: at(index), after: at(index + 1) },
          { field: 'body', before: paragraph(at(index + 2)), after: paragraph(at(index + 3)) },
        ],
      })),
      progress: items.slice(0, 20).map((item, index) => ({
        item: asId(item.id),
        title: at(index),
        steps: [
          { field: 'status', before: 'proposed', after: 'done' },
          { field: 'done', name: at(index + 1), after: '2026-11-01' },
          { field: 'measured', name: at(index + 2), day: '2026-10-01', before: 'masked', after: 12 },
        ],
      })),
      about: [
        { field: 'title', before: [at(0)], after: [at(1)] },
        { field: 'parties', before: [at(2)], after: [at(2), at(3)] },
      ],
      names: { organisations: {}, people: {}, themes: {}, plans: {} },
    },
    adoption: [
      {
        version: 1,
        date: '2026-11-01',
        parties: texts.map((text, index) => ({
          id: `partij-${index}`,
          organisation: text,
          kind: 'municipality',
          outcome: 'pending',
          steps: [
            {
              id: 'college',
              body: 'other',
              name: at(index + 1),
              capacity: 'adopts',
              outcome: 'pending',
              due: '2027-03-01',
            },
            {
              id: 'raad',
              body: 'council',
              capacity: 'informed',
              outcome: 'done-with-reservation',
              date: '2026-11-02',
              words: at(index + 2),
              reference: at(index + 3),
              link: 'https://example.nl/?a=1&b=<x>',
              ground: at(index + 4),
            },
          ],
        })),
      },
    ],
    history: {
      isCut: true,
      changes: items.slice(0, 200).map((item, index) => ({
        at: moment,
        person: at(index),
        organisation: at(index + 1),
        item: nameOf(item),
        field: index % 2 === 0 ? 'title' : 'indicators',
        ...(index % 2 === 0
          ? namedChange('title', at(index + 2), at(index + 3), nobody)
          : namedChange('indicators', [], [{ id: 'x', name: at(index), unit: '=%', baseline: 2, target: 9 }], nobody)),
      })),
    },
  })
}

function paragraph(text: string) {
  return text === '' ? [] : [{ type: 'paragraph', content: [{ type: 'text', text }] }]
}

const unknown = () => undefined
const nobody = { organisation: unknown, person: unknown, theme: unknown, plan: unknown, item: unknown }
