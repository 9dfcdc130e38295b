import '../styles/table.css'
import { useNavigate, useParams } from '@solidjs/router'
import { createMemo } from 'solid-js'
import type { ItemId } from '../../shared/ids.ts'
import { comment as commentTexts } from '../../shared/messages/nl/comment.ts'
import { item as itemTexts } from '../../shared/messages/nl/item.ts'
import { useAgenda } from '../live/open-agenda.ts'
import { addDutchTexts, useLanguage } from '../ui/language.tsx'
import { useAddresses } from './agenda/addresses.ts'
import { useBoard } from './board/board-state.tsx'
import { ItemSheet } from './item/item-sheet.tsx'

addDutchTexts({ item: itemTexts, comment: commentTexts })

/** The item of this address, with the cards beside it as the order in which to step through. */
export function ItemPage() {
  const agenda = useAgenda()
  const board = useBoard()
  const params = useParams<{ item: string }>()
  const navigate = useNavigate()
  const addresses = useAddresses()
  const { t } = useLanguage()
  // An address can hold anything; the sheet says so when there is no such item.
  const item = () => params.item as ItemId
  const order = createMemo(() => {
    const duty = agenda.text.items[item()]?.duty
    const ids = duty ? board.groups(duty).flatMap((group) => group.ids) : []
    return ids.filter((id) => id === item() || agenda.text.items[id]?.status !== 'struck')
  })
  return (
    <ItemSheet
      item={item()}
      order={order()}
      hrefOf={addresses.item}
      since={board.since()?.notice(item())}
      boardHref={board.viewHref()}
      boardName={t(`board.view.${board.view()}`)}
      onOpen={(other) => navigate(addresses.item(other), { scroll: false })}
      onClose={() => navigate(board.viewHref(), { scroll: false })}
    />
  )
}
