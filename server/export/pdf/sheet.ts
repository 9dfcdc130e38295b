/** A4 in points. The margin on the left is wide enough for the numbers that hang in it. */
export const sheet = { width: 595.28, height: 841.89, left: 104, right: 68, top: 84, bottom: 76 } as const
export const measure = sheet.width - sheet.left - sheet.right

/** The colours of the board, on paper. */
export const colours = {
  ink: '#211e1a',
  subtle: '#5c564d',
  line: '#ddd7cb',
  strong: '#857d70',
} as const

export type TextStyle = { size: number; leading: number; colour: string }
