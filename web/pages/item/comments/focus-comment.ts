/** Puts the focus on a comment, once it is drawn. */
export function focusComment(comment: string): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(`comment-${comment}`) ?? document.getElementById(`waiting-${comment}`)
    element?.scrollIntoView({ block: 'nearest' })
    element?.focus({ preventScroll: true })
  })
}
