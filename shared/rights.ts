import type { Role } from './roles.ts'

/**
 * Who may do what on an agenda: the one table from which the gate, the routes, the interface and the documentation come
 * (rule A5). What nobody but the author of something may do is said beside the action.
 */
export const rights = {
  /** The name of the agenda, its period, and who sits at its table. */
  'read-record': ['coordinator', 'editor', 'commenter', 'reader'],
  /** The living agenda: its text, numbers, history, comments, and who is where. */
  'read-draft': ['coordinator', 'editor', 'commenter'],
  /** The agenda's title and period. */
  'write-agenda': ['coordinator'],
  /** The agenda's themes. */
  'write-themes': ['coordinator'],
  /** Everything of the items: their text and all that is kept of them. */
  'write-items': ['coordinator', 'editor'],
  /** Comment, reply, react; correct and withdraw one's own; report what holds personal data. */
  comment: ['coordinator', 'editor', 'commenter'],
  /** Say what was done with a contribution of a parent organisation. */
  'answer-comment': ['coordinator', 'editor'],
  /** Hide a comment with a reason, and put back what was hidden or reported. */
  'moderate-comments': ['coordinator'],
  /** Invite, change and end memberships, mandates, parties and comment links; see the addresses of people. */
  'manage-people': ['coordinator'],
  /** Freeze what was agreed as a version. */
  'freeze-version': ['coordinator'],
  /** Let everyone read a version without signing in, and take that back. */
  'publish-version': ['coordinator'],
  /** Record how far a party's bodies are, with its mandate; a coordinator also on its behalf, which is recorded as such. */
  'record-adoption': ['coordinator', 'editor', 'commenter', 'reader'],
  /** Follow the adoption for all parties: record on behalf of one, on some ground, and remind one by mail. */
  'follow-adoption': ['coordinator'],
  /** Take everything of the agenda out. */
  'take-dossier': ['coordinator'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof rights

/** Whether someone in this role may do that. */
export function may(role: Role, action: Action): boolean {
  const allowed: readonly Role[] = rights[action]
  return allowed.includes(role)
}
