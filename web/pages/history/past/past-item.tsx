import { createEffect, createMemo, createUniqueId, on, onMount, Show } from 'solid-js'
import type * as Y from 'yjs'
import { readField } from '../../../../shared/document/field.ts'
import { readItem } from '../../../../shared/document/read.ts'
import type { ItemId } from '../../../../shared/ids.ts'
import type { Item } from '../../../../shared/item.ts'
import { type OpenAgenda, OpenAgendaProvider, useAgenda } from '../../../live/open-agenda.ts'
import { useFormat } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { itemPath } from '../../agenda/addresses.ts'
import { createValueWords } from '../value-words.ts'
import { createLiveDifference } from './live-difference.ts'
import {
  type PartProps,
  PastAgreements,
  PastAnnexes,
  PastBody,
  PastFacts,
  PastIndicators,
  PutBack,
} from './past-item-parts.tsx'
import { usePastFieldName, usePutBack } from './put-back.ts'

type Props = {
  id: ItemId
  at: string
  doc: Y.Doc
  /** The agenda as it was. */
  past: OpenAgenda
  onClose: () => void
}

/** One item as it was, what of it is otherwise now, and the way back. */
export function PastItem(props: Props) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const format = useFormat()
  const headingId = createUniqueId()
  let heading!: HTMLHeadingElement
  const item = createMemo(() => readItem(props.doc, props.id))
  // Who opened it by a card goes on reading here; and where a button was that did its work and went.
  const focus = () => heading.focus()
  onMount(focus)
  createEffect(on(() => props.id, focus, { defer: true }))
  const title = () => {
    const name = item()?.title || agenda.text.items[props.id]?.title || t('item.untitled')
    const number = agenda.number(props.id)
    return number === undefined ? name : t('item.pageTitle', number, name)
  }
  return (
    <section
      class="oa-past-item"
      aria-labelledby={headingId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose()
      }}
    >
      <div class="oa-past-item__head">
        <div>
          <h2 id={headingId} ref={heading} tabindex="-1">
            {title()}
          </h2>
          <p class="oa-subtle">{t('past.item.asOf', format.moment(props.at))}</p>
        </div>
        <button
          type="button"
          class="oa-button oa-button--quiet oa-button--icon"
          aria-label={t('past.item.close')}
          onClick={() => props.onClose()}
        >
          <Icon name="close" />
        </button>
      </div>
      <Show when={item()} fallback={<p>{t('past.item.notThere')}</p>}>
        {(known) => <Known {...props} item={known()} onPutBack={focus} />}
      </Show>
      <Show when={agenda.text.items[props.id]}>
        <p>
          <a href={itemPath(agenda.record.id, props.id)}>{t('past.item.toNow')}</a>
        </p>
      </Show>
    </section>
  )
}

function Known(props: Props & { item: Item; onPutBack: () => void }) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const format = useFormat()
  const fieldName = usePastFieldName()
  const valueWords = createValueWords()
  const putBack = usePutBack()
  const differing = createLiveDifference(
    agenda.doc,
    () => props.doc,
    () => props.id,
  )
  const isLive = () => agenda.text.items[props.id] !== undefined
  const mayPutBack = (field: string) => agenda.mayEdit() && differing().includes(field)
  const parts = (): PartProps => ({
    item: props.item,
    doc: props.doc,
    differing: differing(),
    now: (field) => valueWords(field, readField(agenda.doc, props.id, field)),
    mayPutBack,
    putBack: (field) => {
      putBack.field(props.doc, props.id, field)
      props.onPutBack()
    },
  })
  const putAllBack = () => {
    putBack.all(props.doc, props.id)
    props.onPutBack()
  }
  return (
    <>
      <div class="oa-notice" classList={{ 'oa-notice--caution': !isLive() }}>
        <div class="oa-stack">
          <p>
            <Show when={isLive()} fallback={t('past.item.gone')}>
              <Show when={differing().length > 0} fallback={t('past.item.same')}>
                {t('past.item.differs', format.list(differing().map(fieldName)))}
              </Show>
            </Show>
          </p>
          <Show when={agenda.mayEdit() && differing().length > 0}>
            <button type="button" class="oa-button oa-button--primary" onClick={putAllBack}>
              <Icon name="undo" />
              {t('past.item.putAllBack')}
            </button>
          </Show>
        </div>
      </div>
      <Show when={differing().includes('title')}>
        <div class="oa-row oa-row--apart">
          <p class="oa-subtle">{t('past.item.now', valueWords('title', readField(agenda.doc, props.id, 'title')))}</p>
          <PutBack {...parts()} field="title" />
        </div>
      </Show>
      <OpenAgendaProvider value={props.past}>
        <PastFacts {...parts()} />
        <PastBody {...parts()} />
        <PastAgreements {...parts()} />
        <PastIndicators {...parts()} />
        <PastAnnexes {...parts()} />
      </OpenAgendaProvider>
    </>
  )
}
