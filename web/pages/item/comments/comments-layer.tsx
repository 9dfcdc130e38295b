import { createEffect, on, onCleanup, onMount, Show } from 'solid-js'
import type { CommentId } from '../../../../shared/ids.ts'
import { makeAnchor } from '../../../../shared/passage.ts'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { isTyping, singleKeys } from '../../../ui/single-keys.ts'
import { focusComment } from './focus-comment.ts'
import { type ItemComments, useItemComments } from './item-comments.ts'
import { createPassages, type SelectedText } from './passages.ts'
import { authorOf } from './people.ts'
import { SelectionButton } from './selection-button.tsx'

/** From this width of the sheet on, comments stand beside the text: as in sheet.css. */
const wideFromRem = 50

/** What lies over the whole sheet: the marks in the text, the button at a selection, and the keys. */
export function CommentsLayer(props: { sheet: HTMLElement }) {
  const comments = useItemComments()
  const { agenda, item } = comments
  const { t } = useLanguage()
  const announce = useAnnounce()
  announceArrivals(comments)
  const passages = createPassages(props.sheet, comments, (thread) => lead(thread))
  comments.setPassages(passages)

  const lead = (thread: CommentId) => {
    comments.setActive(thread)
    const target = props.sheet.querySelector<HTMLElement>(`[data-thread="${CSS.escape(thread)}"]`)
    // Who writes in the text goes on writing: the comment shows itself, and takes nothing away.
    if (isTyping(document.activeElement)) {
      if (comments.isWide()) target?.scrollIntoView({ block: 'nearest' })
    } else focusComment(thread)
  }

  const commentOn = (selected: SelectedText | undefined) => {
    const anchor = selected && makeAnchor(agenda.doc, item, selected.field, selected.from, selected.to)
    if (anchor && comments.isWide()) return comments.choose(anchor, 'margin')
    comments.choose(anchor, 'section')
    if (!anchor) announce(t('comment.selection.nothing'))
    const form = props.sheet.querySelector<HTMLElement>('[data-comments] .oa-new-comment')
    form?.scrollIntoView({ block: 'center' })
    form?.querySelector<HTMLElement>(anchor ? 'textarea' : 'select')?.focus({ preventScroll: true })
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return
    if (!isCommentKey(event) || !comments.mayComment()) return
    event.preventDefault()
    const thread = passages.threadAtCaret()
    if (thread && !passages.selected()) focusComment(thread)
    else commentOn(passages.lastSelected())
  }
  onMount(() => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const resized = new ResizeObserver(() => comments.setWide(props.sheet.clientWidth >= wideFromRem * rem))
    resized.observe(props.sheet)
    document.addEventListener('keydown', onKeyDown)
    const aside = props.sheet.querySelector('.oa-properties')
    const enter = () => comments.setBelow(true)
    const leave = () => comments.setBelow(false)
    aside?.addEventListener('focusin', enter)
    aside?.addEventListener('focusout', leave)
    onCleanup(() => {
      resized.disconnect()
      document.removeEventListener('keydown', onKeyDown)
      aside?.removeEventListener('focusin', enter)
      aside?.removeEventListener('focusout', leave)
    })
  })

  // An address can name a comment: a mail and the page of answers lead to it.
  const asked = /^#comment-([\w-]+)$/.exec(location.hash)?.[1]
  createEffect(
    on(
      () => asked !== undefined && comments.threads().length > 0,
      (isThere) => {
        if (isThere && asked !== undefined) focusComment(asked)
      },
    ),
  )
  comments.onComment(commentOn)
  return (
    <Show when={comments.mayComment()}>
      <SelectionButton
        passages={passages}
        onComment={commentOn}
        onThread={comments.isWide() ? undefined : focusComment}
      />
    </Show>
  )
}

/** Ctrl+Alt+M anywhere on the sheet; where nothing takes text, r alone. */
function isCommentKey(event: KeyboardEvent): boolean {
  const { ctrlKey, metaKey, altKey, shiftKey } = event
  // AltGr is control and alt at the same time on Windows, and writes a letter.
  if ((ctrlKey || metaKey) && altKey && !event.getModifierState('AltGraph')) return event.code === 'KeyM'
  if (ctrlKey || metaKey || altKey || shiftKey || !singleKeys() || isTyping(event.target)) return false
  return event.key === 'r'
}

/** Says what others wrote on this item while it is open. */
function announceArrivals({ agenda, store, threads, item }: ItemComments): void {
  const { t } = useLanguage()
  const announce = useAnnounce()
  const all = () => [...threads(), ...threads().flatMap((thread) => store.replies(thread))]
  const me = agenda.record.me.person
  createEffect(
    on(
      () => (store.isKnown() ? all() : undefined),
      (now, before) => {
        if (!now || !before) return now
        for (const id of now) {
          const comment = store.comment(id)
          if (before.includes(id) || !comment || comment.person === me || comment.item !== item) continue
          announce(
            t('comment.arrived', authorOf(agenda, comment.person, comment.organisation, t('comment.former')).name),
          )
        }
        return now
      },
    ),
  )
  createEffect(
    on(
      () => threads().map((id) => ({ id, answer: store.comment(id)?.answer, at: store.comment(id)?.answer?.at })),
      (now, before) => {
        for (const { id, answer, at } of before ? now : []) {
          const last = before?.find((one) => one.id === id)
          if (!answer || !last || last.at === at || answer.person === me) continue
          const by = authorOf(agenda, answer.person, answer.organisation, t('comment.former')).name
          announce(t('comment.answered', by, t(`comment.answer.outcome.${answer.outcome}`)))
        }
        return now
      },
    ),
  )
}
