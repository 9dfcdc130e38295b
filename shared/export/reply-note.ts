import type { Organisation } from '../agenda.ts'
import type { Comment } from '../comment.ts'
import type { ItemId } from '../ids.ts'
import { clean, cleanLine } from './clean.ts'
import type { DocumentBlock } from './document.ts'
import type { ExportedContributions, ExportedItemName } from './model.ts'
import type { ExportWords } from './words.ts'

// The reply note (nota van beantwoording): what was said, and what was done with it (rule X9).

/**
 * What each organisation said about these items, with its answers; parent organisations come first. What is hidden,
 * withdrawn or reported is left out; a reply to such a comment stands by itself.
 */
export function makeReplyNote(
  comments: readonly Comment[],
  organisations: readonly Organisation[],
  items: ReadonlyMap<ItemId, ExportedItemName>,
): ExportedContributions[] {
  const shown = comments.filter(({ state, item }) => state.state === 'shown' && items.has(item)).sort(byMoment)
  const names = new Map(organisations.map(({ id, name }) => [id, cleanLine(name)]))
  const roots = new Set(shown.filter(({ id, thread }) => id === thread).map(({ id }) => id))
  const replies = Map.groupBy(
    shown.filter(({ id, thread }) => id !== thread && roots.has(thread)),
    ({ thread }) => thread,
  )
  const places = [...items.keys()]
  const began = shown
    .filter(({ id, thread }) => id === thread || !roots.has(thread))
    .sort((a, b) => places.indexOf(a.item) - places.indexOf(b.item) || byMoment(a, b))
  const byOrganisation = Map.groupBy(began, ({ organisation }) => organisation)
  return [...organisations]
    .sort((a, b) => Number(isOfParents(b)) - Number(isOfParents(a)) || alphabetical(a.name, b.name))
    .flatMap(({ id, name, kind }) => {
      const contributions = byOrganisation.get(id) ?? []
      if (contributions.length === 0) return []
      return [{ organisation: cleanLine(name), kind, comments: contributions.flatMap(toContribution) }]
    })

  function toContribution(comment: Comment): ExportedContributions['comments'] {
    const { id, at, text, anchor, answer } = comment
    const item = items.get(comment.item)
    if (!item) return []
    return [
      {
        id,
        item,
        at,
        ...(anchor && { quote: cleanLine(anchor.quote) }),
        text: clean(text),
        replies: (replies.get(id) ?? []).map((reply) => ({
          organisation: names.get(reply.organisation) ?? '',
          at: reply.at,
          text: clean(reply.text),
        })),
        ...(answer && {
          answer: {
            outcome: answer.outcome,
            reason: clean(answer.reason),
            organisation: names.get(answer.organisation) ?? '',
            at: answer.at,
          },
        }),
      },
    ]
  }
}

/** The same to read: per organisation a table of what it said and what was done with it. */
export function replyNoteBlocks(contributions: readonly ExportedContributions[], words: ExportWords): DocumentBlock[] {
  const { text, itemTitle } = words
  const note = text.replyNote
  if (contributions.length === 0) {
    return [
      { kind: 'heading', level: 1, text: note.heading },
      { kind: 'paragraph', text: note.none },
    ]
  }
  return [
    { kind: 'heading', level: 1, text: note.heading },
    { kind: 'paragraph', text: note.explain },
    ...contributions.flatMap(({ organisation, kind, comments }): DocumentBlock[] => [
      { kind: 'heading', level: 2, text: organisation },
      { kind: 'paragraph', text: note.who(words.words.organisation[kind], comments.length) },
      {
        kind: 'table',
        title: note.of(organisation),
        header: [text.column.item, note.said, note.answer],
        widths: [3, 5, 5],
        rows: comments.map((comment) => [
          text.itemHeading(comment.item.number, itemTitle(comment.item)),
          saidIn(comment, words),
          answerIn(comment, words),
        ]),
      },
    ]),
  ]
}

function saidIn({ quote, text: said, at, replies }: ExportedContributions['comments'][number], words: ExportWords) {
  const { text, dayOf } = words
  return [
    ...(quote ? [text.replyNote.about(quote)] : []),
    said,
    text.replyNote.on(dayOf(at)),
    ...replies.map((reply) => text.replyNote.reply(reply.organisation, reply.text)),
  ].join('\n')
}

function answerIn({ answer }: ExportedContributions['comments'][number], { text, dayOf }: ExportWords): string {
  if (!answer) return text.replyNote.open
  const { outcome, reason, organisation, at } = answer
  return [text.replyNote.outcome[outcome], reason, text.replyNote.by(organisation, dayOf(at))].join('\n')
}

function isOfParents({ kind }: Organisation): boolean {
  return kind === 'parent-organisation'
}

function byMoment(a: Comment, b: Comment): number {
  return alphabetical(a.at, b.at)
}

function alphabetical(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
