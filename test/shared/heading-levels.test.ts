import { expect, it } from 'vitest'
import type { Block } from '../../shared/document/rich-text.ts'
import { withHeadingLevels } from '../../shared/export/heading-levels.ts'

const heading = (level: 2 | 3, text: string): Block => ({
  type: 'heading',
  level,
  content: text === '' ? [] : [{ type: 'text', text, marks: {} }],
})
const levels = (text: Block[]) => withHeadingLevels(text).flatMap((block) => ('level' in block ? block.level : []))

it('[X12] no heading of a text is skipped to, and none is empty', () => {
  expect(levels([heading(3, 'Eerst'), heading(3, 'Dan')])).toEqual([2, 2])
  expect(levels([heading(3, 'Eerst'), heading(2, 'Dan'), heading(3, 'Daaronder')])).toEqual([2, 2, 3])
  expect(levels([heading(2, ''), heading(3, ' '), heading(3, 'Over')])).toEqual([2])
  const [quote] = withHeadingLevels([{ type: 'blockquote', content: [heading(3, 'Aangehaald')] }])
  expect(quote).toMatchObject({ content: [{ level: 2 }] })
})
