import '../../styles/sheet.css'
import '../../styles/plot.css'
import '../../styles/comments.css'
import { useLocation, useNavigate } from '@solidjs/router'
import { createEffect, createMemo, createSignal, createUniqueId, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { bodyFragment } from '../../../shared/document/read.ts'
import type { ItemId } from '../../../shared/ids.ts'
import type { Item } from '../../../shared/item.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useLanguage } from '../../ui/language.tsx'
import { AgreementsSection } from './agreements/agreements-section.tsx'
import { AnnexesSection } from './annexes-section.tsx'
import { columnOf } from './column-order.ts'
import { CommentsHere } from './comments/comments-here.tsx'
import { CommentsLayer } from './comments/comments-layer.tsx'
import { CommentsMargin } from './comments/comments-margin.tsx'
import { CommentsSection } from './comments/comments-section.tsx'
import { createItemComments, ItemCommentsProvider } from './comments/item-comments.ts'
import { FieldPresence } from './field-presence.tsx'
import { HistorySection } from './history-section.tsx'
import { IndicatorsSection } from './indicators/indicators-section.tsx'
import { ItemProvider } from './item-context.ts'
import { ItemTitle } from './item-title.tsx'
import { LinksSection } from './links-section.tsx'
import { OvertakenNotice } from './overtaken-notice.tsx'
import { createPlace, fieldOf } from './place.ts'
import { ItemProperties } from './properties/item-properties.tsx'
import { RelatedSection } from './related-section.tsx'
import { RichTextField } from './rich-text/rich-text-field.tsx'
import { SheetBar } from './sheet-bar.tsx'
import { SheetFacts } from './sheet-facts.tsx'
import { StruckNotice } from './struck-notice.tsx'

export type ItemSheetProps = {
  item: ItemId
  /** Closes the sheet. The sheet puts the focus back on the card itself. */
  onClose: () => void
  /** The items to step through, as the board shows them; without it the item's column by rank. */
  order?: readonly ItemId[]
  onOpen?: (item: ItemId) => void
  hrefOf?: (item: ItemId) => string
  /** Where closing leads, and what that is called. */
  boardHref?: string
  boardName?: string
  /** What became of it since it was agreed last. */
  since?: JSX.Element
}

/** One item beside the board, or as a whole page: everything about it, each thing edited where it stands. */
export function ItemSheet(props: ItemSheetProps) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  // A key that changes only with the item: the same sheet must stay while the item itself changes.
  const shown = createMemo(() => (agenda.text.items[props.item] ? props.item : undefined))
  return (
    <Show
      when={shown()}
      keyed
      fallback={
        <article class="oa-sheet oa-sheet--empty">
          <p role="status">{agenda.saved().state === 'loading' ? t('item.loading') : t('item.notFound')}</p>
        </article>
      }
    >
      {(id) => <Sheet {...props} item={id} />}
    </Show>
  )
}

function Sheet(props: ItemSheetProps) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const location = useLocation()
  const navigate = useNavigate()
  const id = props.item
  const headingId = createUniqueId()
  const place = createPlace(agenda, id)
  let sheet!: HTMLElement
  let last: Item | undefined
  // The item may vanish in the moment in which a fresh copy of the agenda takes the place of a refused one.
  const item = () => {
    last = agenda.text.items[id] ?? last
    return last as Item
  }
  const order = createMemo(
    () => props.order ?? columnOf(Object.values(agenda.text.items), item().duty).map((entry) => entry.id),
  )
  const hrefOf = (other: ItemId) => props.hrefOf?.(other) ?? location.pathname.replace(id, other) + location.search
  const boardHref = () => props.boardHref ?? location.pathname.replace(/\/[^/]+\/[^/]+\/?$/, '') + location.search
  const open = (other: ItemId) => (props.onOpen ? props.onOpen(other) : navigate(hrefOf(other)))
  let isClosing = false
  const close = () => {
    isClosing = true
    props.onClose()
  }
  // The focus goes back to where the item was opened from, once the sheet is gone and the board is drawn.
  onCleanup(() => {
    if (isClosing) requestAnimationFrame(() => focusLinkTo(id))
  })
  const comments = createMemo(() => {
    const store = agenda.comments()
    return store && createItemComments(agenda, store, id)
  })
  const [drawn, setDrawn] = createSignal<HTMLElement>()
  const focusBody = () => sheet.querySelector<HTMLElement>('[data-field="body"]')?.focus()

  onMount(() => {
    setDrawn(sheet)
    // Reading begins at the sheet that was just opened; a field that somebody is in already is left alone.
    if (!sheet.contains(document.activeElement)) sheet.focus({ preventScroll: true })
  })
  createEffect(() => {
    const title = item().title || t('item.untitled')
    const number = agenda.number(id)
    document.title = number === undefined ? title : t('item.pageTitle', number, title)
  })

  return (
    <ItemProvider value={{ id, item, agenda, mayEdit: agenda.mayEdit, place }}>
      <article
        ref={sheet}
        class="oa-sheet"
        aria-labelledby={headingId}
        tabindex="-1"
        onFocusIn={(event) => place.enter(fieldOf(event.target))}
        onFocusOut={(event) => {
          if (!(event.relatedTarget instanceof Node && sheet.contains(event.relatedTarget))) place.enter(undefined)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
          event.preventDefault()
          event.stopPropagation()
          close()
        }}
      >
        <SheetBar
          boardHref={boardHref()}
          boardName={props.boardName ?? t('item.toBoard')}
          order={order()}
          hrefOf={hrefOf}
          onOpen={open}
          onClose={close}
        />
        <div class="oa-sheet__body">
          <div class="oa-sheet__text">
            <p class="oa-subtle">
              <Show when={agenda.number(id)} fallback={t('item.newNumber')}>
                {(number) => <>{t('item.number', number())}</>}
              </Show>
              <ThemeName />
            </p>
            <ItemTitle headingId={headingId} onEnter={focusBody} />
            <WithComments>
              <CommentsHere />
            </WithComments>
            <SheetFacts />
            {props.since}
            <StruckNotice />
            <OvertakenNotice field="title" />
            <div class="oa-sheet__main">
              <RichTextField
                fragment={bodyFragment(agenda.doc, id)}
                label={t('item.body.label')}
                field="body"
                placeholder={t('item.body.placeholder')}
                offersHeadings
                empty={<p class="oa-subtle">{t('item.body.empty')}</p>}
              />
              <FieldPresence field="body" />
            </div>
          </div>
          <section
            class="oa-sheet__aside"
            classList={{
              'oa-sheet__aside--margin':
                (comments()?.inMargin().length ?? 0) > 0 || comments()?.chosenIn() === 'margin',
            }}
            aria-label={t('item.properties')}
          >
            <WithComments>
              <Show when={comments()?.isWide()}>
                <CommentsMargin />
              </Show>
            </WithComments>
            <ItemProperties />
          </section>
          <div class="oa-sheet__sections">
            <AgreementsSection />
            <IndicatorsSection />
            <AnnexesSection />
            <LinksSection />
            <RelatedSection hrefOf={hrefOf} onOpen={open} />
            <WithComments>
              <CommentsSection />
            </WithComments>
            <HistorySection />
          </div>
        </div>
        <WithComments>
          <Show when={drawn()}>{(element) => <CommentsLayer sheet={element()} />}</Show>
        </WithComments>
      </article>
    </ItemProvider>
  )

  /** What needs the comments: they come a moment after the item. */
  function WithComments(needs: { children: JSX.Element }) {
    return (
      <Show when={comments()} keyed>
        {(value) => <ItemCommentsProvider value={value}>{needs.children}</ItemCommentsProvider>}
      </Show>
    )
  }

  function ThemeName() {
    const name = () => agenda.text.themes.find((theme) => theme.id === item().theme)?.name
    return <Show when={name()}>{(theme) => <>{t('item.inTheme', theme())}</>}</Show>
  }
}

/** The card or row of an item: whatever leads to it and can be seen. */
function focusLinkTo(item: ItemId): void {
  const links = document.querySelectorAll<HTMLElement>(`a[href*="/${CSS.escape(item)}"]`)
  ;[...links].find((link) => link.checkVisibility())?.focus()
}
