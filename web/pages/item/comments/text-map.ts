/** A rendered text beside the plain text it shows: ranges of the one as offsets of the other, and back. */
export type TextMap = {
  /** The range on the screen of these characters. */
  rangeOf: (from: number, to: number) => Range | undefined
  /** What of the text this range holds, without white space at its ends. */
  offsetsOf: (range: Range) => { from: number; to: number } | undefined
}

/**
 * Reads what is on the screen, whichever drew it: the editor, or the rendering for who may not write. Both show the
 * characters of the plain text in their order; the line ends between blocks, which only the plain text has, are stepped over.
 */
export function mapText(root: HTMLElement, plain: string): TextMap {
  const pieces = readPieces(root, plain)

  function rangeOf(from: number, to: number): Range | undefined {
    const range = document.createRange()
    let isBegun = false
    for (const { node, places } of pieces) {
      for (const [index, place] of places.entries()) {
        if (place < from || place >= to) continue
        if (!isBegun) range.setStart(node, index)
        range.setEnd(node, index + 1)
        isBegun = true
      }
    }
    return isBegun ? range : undefined
  }

  function offsetsOf(range: Range): { from: number; to: number } | undefined {
    let [from, to] = [-1, -1]
    for (const { node, places } of pieces) {
      if (!range.intersectsNode(node)) continue
      const first = node === range.startContainer ? range.startOffset : 0
      const end = node === range.endContainer ? range.endOffset : places.length
      const [start, last] = [places[first], places[end - 1]]
      if (first >= end || start === undefined || last === undefined) continue
      if (from === -1) from = start
      to = last + 1
    }
    return from === -1 ? undefined : withoutEdges(plain, from, to)
  }

  return { rangeOf, offsetsOf }
}

/** The same stretch without the white space around it. */
export function withoutEdges(plain: string, from: number, to: number): { from: number; to: number } | undefined {
  const text = plain.slice(from, to)
  const words = text.trim()
  if (words === '') return undefined
  const start = from + text.indexOf(words)
  return { from: start, to: start + words.length }
}

type Piece = { node: Text; places: number[] }

function readPieces(root: HTMLElement, plain: string): Piece[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT
    // A colleague's caret carries a name that is no part of the text.
    return node instanceof Element && node.classList.contains('oa-caret')
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_SKIP
  })
  const pieces: Piece[] = []
  let next = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    const places: number[] = []
    for (const character of node.data.split('')) {
      while (plain[next] !== character && plain[next] === '\n') next++
      places.push(next)
      if (plain[next] === character) next++
    }
    pieces.push({ node, places })
  }
  return pieces
}
