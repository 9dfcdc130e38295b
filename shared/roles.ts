import { may } from './rights.ts'

/** What a person may be on an agenda. What each may do is in rights.ts. */
export const roles = ['coordinator', 'editor', 'commenter', 'reader'] as const
export type Role = (typeof roles)[number]

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

/** The parts of the agenda's text that have writers of their own: the roots of the document. */
export const textParts = ['agenda', 'themes', 'items'] as const
export type TextPart = (typeof textParts)[number]

export function isTextPart(value: string): value is TextPart {
  return textParts.some((part) => part === value)
}

/** Whether someone in this role may write that part of the agenda's text. */
export function mayWrite(role: Role, part: TextPart): boolean {
  return may(role, `write-${part}`)
}

/** Whether someone in this role may write any of the agenda's text. */
export function mayWriteText(role: Role): boolean {
  return textParts.some((part) => mayWrite(role, part))
}

/** Whether someone in this role sees the living agenda. A reader sees agreed versions only. */
export function mayReadDraft(role: Role): boolean {
  return may(role, 'read-draft')
}

/** Whether someone in this role may take everything of the agenda out, or carry it elsewhere. */
export function mayTakeDossier(role: Role): boolean {
  return may(role, 'take-dossier')
}
