import { lazy, type ParentProps, Show, Suspense } from 'solid-js'
import { useAgenda } from '../../live/open-agenda.ts'
import { SkipLink } from '../../ui/skip-link.tsx'
import { Board } from '../board/board.tsx'
import { BoardStateProvider } from '../board/board-state.tsx'
import { ShownCount } from '../board/shown-count.tsx'
import { Loading } from '../loading.tsx'
import { PageTitle } from '../page-title.tsx'
import { useAddresses } from './addresses.ts'
import { AgendaKeys } from './agenda-keys.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { createHouseStyle } from './house-style.ts'
import { createSplitScroll } from './split-scroll.ts'
import { TopBar } from './top-bar.tsx'

const FieldGuards = lazy(async () => ({ default: (await import('./field-guards.tsx')).FieldGuards }))
/** What there is to say before the board: mostly nothing, and the board does not wait for it. */
const Notices = lazy(async () => ({ default: (await import('./notices.tsx')).Notices }))
const TableView = lazy(async () => ({ default: (await import('../table/table-view.tsx')).TableView }))

/** Everything around the board and the table of one agenda; an open item stands beside them. */
export function AgendaShell(props: ParentProps) {
  const agenda = useAgenda()
  const addresses = useAddresses()
  createHouseStyle()
  createSplitScroll(addresses.openItem)
  const isOpen = () => addresses.openItem() !== undefined
  const isLoading = () => agenda.saved().state === 'loading' && agenda.itemIds().length === 0
  return (
    <BoardStateProvider>
      <SkipLink />
      <Show when={!isOpen() && !addresses.isWholePage()}>
        <PageTitle title={agenda.text.head.title || agenda.record.title} />
      </Show>
      <AgendaKeys>
        <TopBar />
        <Suspense>
          <Notices />
        </Suspense>
        <Show when={!isLoading()} fallback={<Loading />}>
          <main id="content" tabindex="-1" classList={{ 'oa-split': isOpen() }}>
            <Show when={!addresses.isWholePage()}>
              <div class="oa-view">
                <ShownCount />
                <Show when={addresses.isTable()} fallback={<Board />}>
                  <Suspense fallback={<Loading />}>
                    <TableView />
                  </Suspense>
                </Show>
              </div>
            </Show>
            <Suspense>{props.children}</Suspense>
          </main>
        </Show>
        <BottomBar />
        <Suspense>
          <FieldGuards />
        </Suspense>
      </AgendaKeys>
    </BoardStateProvider>
  )
}
