/** What is marked in the text: passages with comments, and the one whose comments somebody is at. */
export type Marks = { passages: Range[]; active: Range[] }

const names = { passages: 'oa-passage', active: 'oa-passage-active' } as const

/**
 * Marks ranges of text without touching the text itself, so that the same is done in the editor and in the rendering for
 * who may not write. A browser that cannot do this shows the comments without the marks.
 */
export function showMarks(marks: Marks): void {
  if (!('highlights' in CSS)) return
  CSS.highlights.set(names.passages, new Highlight(...marks.passages))
  const active = new Highlight(...marks.active)
  active.priority = 1
  CSS.highlights.set(names.active, active)
}

/** Whether a place on the screen lies in this range. */
export function isInRange(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  )
}
