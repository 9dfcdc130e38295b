import '../../../styles/editor.css'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { createEffect, createSignal, createUniqueId, onCleanup, onMount, Show } from 'solid-js'
import type * as Y from 'yjs'
import { useFormat } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { NumberDialog } from '../../number-dialog.tsx'
import { useItem } from '../item-context.ts'
import { shortNameOf } from '../table.ts'
import { LinkDialog } from './link-dialog.tsx'
import { linkAt, setLink } from './link-range.ts'
import { makeEditor } from './make-editor.ts'
import type { RefusedInput } from './number-guard.ts'
import { nodesOf } from './rich-text-nodes.ts'
import { Toolbar } from './toolbar.tsx'

type Props = {
  fragment: Y.XmlFragment
  label: string
  field: string
  placeholder: string
  offersHeadings: boolean
  focused: boolean
}

/** The live text with its toolbar and, while it is empty, a first step. */
export function RichTextEditor(props: Props) {
  const { agenda, place } = useItem()
  const { t } = useLanguage()
  const format = useFormat()
  const toast = useToast()
  const id = createUniqueId()
  const [state, setState] = createSignal<EditorState>()
  const [active, setActive] = createSignal(false)
  const [address, setAddress] = createSignal<string>()
  const [refused, setRefused] = createSignal<RefusedInput>()
  const passed = new Set<string>()
  let host!: HTMLDivElement
  let view: EditorView | undefined

  const isEmpty = () => {
    const doc = state()?.doc
    return (
      !!doc && doc.childCount === 1 && doc.firstChild?.type.name === 'paragraph' && doc.firstChild.content.size === 0
    )
  }
  const openLink = () => {
    if (view) setAddress(linkAt(view.state)?.href ?? '')
  }
  const closeLink = () => {
    setAddress(undefined)
    view?.focus()
  }
  // Asked for anew: while the dialog was open, colleagues may have moved the words that it is about.
  const link = (href: string) => {
    if (view) view.dispatch(setLink(view.state, linkAt(view.state) ?? view.state.selection, href))
    closeLink()
  }
  const putIn = ({ numbers, transaction }: RefusedInput) => {
    for (const number of numbers) passed.add(number)
    setRefused(undefined)
    view?.focus()
    // A colleague may have written meanwhile: then the number is typed again, and passes.
    if (!view?.state.doc.eq(transaction.before)) return
    const again = view.state.tr
    for (const step of transaction.steps) again.step(step)
    view.dispatch(again.scrollIntoView())
  }
  const run = (command: Command) => {
    if (!view) return
    command(view.state, view.dispatch)
    view.focus()
  }
  const insertHeadings = () => {
    if (!view) return
    const titles = [t('item.body.occasion'), t('item.body.ambition'), t('item.body.result')]
    const nodes = nodesOf(
      titles.flatMap((text) => [
        { type: 'heading' as const, level: 2 as const, content: [{ type: 'text' as const, text, marks: {} }] },
        { type: 'paragraph' as const, content: [] },
      ]),
    )
    const transaction = view.state.tr.replaceWith(0, view.state.doc.content.size, nodes)
    const firstParagraph = (nodes.firstChild?.nodeSize ?? 0) + 1
    view.dispatch(transaction.setSelection(TextSelection.create(transaction.doc, firstParagraph)))
    view.focus()
  }

  onMount(() => {
    const editor = makeEditor(host, {
      agenda,
      fragment: props.fragment,
      attributes: () => ({
        id,
        class: 'oa-text oa-editor__text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': props.label,
        'data-field': props.field,
        spellcheck: 'true',
      }),
      lookOf: (user) => {
        const organisation = shortNameOf(agenda, user.organisation)
        return { tone: user.tone, short: `${user.initials}, ${organisation}`, full: user.name }
      },
      tell: (cursor) => place.setCursor(props.field, cursor),
      onState: setState,
      onLink: openLink,
      passed,
      onRefused: setRefused,
      onTooLong: (most) => toast({ text: t('item.editor.tooLong', format.number(most)) }),
    })
    view = editor
    if (props.focused) editor.focus()
    // The accessible name is in the language of the page, which can change while the text is open.
    createEffect(() => {
      editor.dom.setAttribute('aria-label', props.label)
    })
    onCleanup(() => editor.destroy())
  })

  return (
    <div class="oa-editor" onFocusIn={() => setActive(true)} onFocusOut={() => setActive(false)}>
      <Toolbar
        label={t('item.editor.toolbar')}
        controls={id}
        state={active() ? state() : undefined}
        onRun={run}
        onLink={openLink}
      />
      <div class="oa-editor__page" data-placeholder={isEmpty() ? props.placeholder : undefined}>
        <div ref={host} />
      </div>
      <Show when={props.offersHeadings && isEmpty()}>
        <p class="oa-row">
          <button type="button" class="oa-button" onClick={insertHeadings}>
            {t('item.body.startWithHeadings')}
          </button>
          <span class="oa-subtle">{t('item.body.headings')}</span>
        </p>
      </Show>
      <Show when={address() !== undefined}>
        <LinkDialog href={address() ?? ''} onClose={closeLink} onLink={link} />
      </Show>
      <Show when={refused()}>
        {(input) => (
          <NumberDialog
            onReference={() => putIn(input())}
            onClose={() => {
              setRefused(undefined)
              view?.focus()
            }}
          />
        )}
      </Show>
    </div>
  )
}
