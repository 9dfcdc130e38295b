import { createEffect, createSignal, For, on, onCleanup, onMount } from 'solid-js'
import type { ItemId } from '../../../shared/ids.ts'
import { type Duty, duties } from '../../../shared/item.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useLanguage } from '../../ui/language.tsx'
import { useAddresses } from '../agenda/addresses.ts'

/** Names all three columns where they do not fit side by side, shows which one is in view, and goes to another. */
export function ColumnSwitch(props: { columns: () => HTMLElement; open?: ItemId | undefined }) {
  const { t } = useLanguage()
  const agenda = useAgenda()
  const addresses = useAddresses()
  const [current, setCurrent] = createSignal<Duty>('joint')

  const columnOf = (duty: Duty) => props.columns().querySelector<HTMLElement>(`[data-duty="${duty}"]`)
  const goTo = (duty: Duty, behavior: ScrollBehavior) => {
    const [columns, column] = [props.columns(), columnOf(duty)]
    if (!column) return
    // At two columns the joint one stands in the middle, with part of both neighbours in view: neither side comes first.
    const room = columns.clientWidth - column.offsetWidth
    const inset =
      room > column.offsetWidth / 2 ? room / 2 : Number.parseFloat(getComputedStyle(columns).paddingInlineStart)
    columns.scrollTo({ left: column.offsetLeft - inset, behavior })
  }
  const follow = () => {
    const columns = props.columns()
    if (columns.scrollWidth <= columns.clientWidth + 1) return
    const centre = columns.scrollLeft + columns.clientWidth / 2
    const distance = (duty: Duty) => {
      const column = columnOf(duty)
      return column ? Math.abs(column.offsetLeft + column.offsetWidth / 2 - centre) : Number.POSITIVE_INFINITY
    }
    setCurrent([...duties].sort((a, b) => distance(a) - distance(b))[0] ?? 'joint')
  }
  // Beside an open item the board shows the column that the item is in.
  const openItem = () => props.open ?? addresses.openItem()
  createEffect(
    on(openItem, (open) => {
      // An address can hold any text; where there is no such item nothing happens.
      const duty = open && agenda.text.items[open as ItemId]?.duty
      if (!duty) return
      setCurrent(duty)
      goTo(duty, 'instant')
    }),
  )
  onMount(() => {
    const columns = props.columns()
    goTo(current(), 'instant')
    // A change of width keeps the column that was in view, in view.
    const resized = new ResizeObserver(() => goTo(current(), 'instant'))
    resized.observe(columns)
    columns.addEventListener('scroll', follow, { passive: true })
    onCleanup(() => {
      resized.disconnect()
      columns.removeEventListener('scroll', follow)
    })
  })

  return (
    <fieldset class="oa-board__switch oa-segments" aria-label={t('board.column.switch')}>
      <For each={duties as readonly Duty[]}>
        {(duty) => (
          <button type="button" aria-pressed={current() === duty} onClick={() => goTo(duty, 'smooth')}>
            {t(`board.column.short.${duty}`)}
          </button>
        )}
      </For>
    </fieldset>
  )
}
