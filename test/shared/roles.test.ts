import { describe, expect, it } from 'vitest'
import { isRole, isTextPart, mayReadDraft, mayWrite, mayWriteText, roles, textParts } from '../../shared/roles.ts'

describe('a role', () => {
  it.each([
    ['coordinator', ['agenda', 'themes', 'items']],
    ['editor', ['items']],
    ['commenter', []],
    ['reader', []],
  ] as const)('[A1] lets a %s write %j of the text', (role, parts) => {
    expect(textParts.filter((part) => mayWrite(role, part))).toEqual(parts)
    expect(mayWriteText(role)).toBe(parts.length > 0)
  })

  it('[A2] lets everyone but a reader see the living agenda', () => {
    expect(roles.filter(mayReadDraft)).toEqual(['coordinator', 'editor', 'commenter'])
  })

  it('is one of four, whatever someone claims', () => {
    for (const claim of ['owner', '', 'toString', '__proto__', 7, null, undefined]) expect(isRole(claim)).toBe(false)
    for (const claim of ['toString', '__proto__', 'constructor', '']) expect(isTextPart(claim)).toBe(false)
  })
})
