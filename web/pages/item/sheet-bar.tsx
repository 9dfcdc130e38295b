import { createSignal, Show } from 'solid-js'
import { putItemBack, setItemValues, strikeItem } from '../../../shared/document/write.ts'
import type { ItemId } from '../../../shared/ids.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useCopy } from '../copy-text.ts'
import { StrikeDialog } from '../strike-dialog.tsx'
import { useItem } from './item-context.ts'

type Props = {
  boardHref: string
  boardName: string
  /** The items to step through, and how an item is reached. */
  order: readonly ItemId[]
  hrefOf: (item: ItemId) => string
  onOpen: (item: ItemId) => void
  onClose: () => void
}

export function SheetBar(props: Props) {
  const { agenda, id, item, mayEdit } = useItem()
  const { t } = useLanguage()
  const copy = useCopy()
  const toast = useToast()
  const [striking, setStriking] = createSignal(false)
  const place = () => props.order.indexOf(id)

  const copyLink = () => copy(new URL(props.hrefOf(id), location.href).href, t('item.linkCopied'))
  const strike = (reason: string) => {
    setStriking(false)
    const { status } = item()
    if (status === 'struck') return
    agenda.undo.boundary()
    strikeItem(agenda.doc, id, reason)
    agenda.undo.boundary()
    toast({
      text: t('item.strike.done'),
      // Not as putting back does, which begins anew: it was struck a moment ago and had a status.
      action: { label: t('item.undo'), icon: 'undo', run: () => setItemValues(agenda.doc, id, { status }) },
    })
  }
  const closeByLink = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    props.onClose()
  }

  return (
    <div class="oa-sheet__bar">
      <a class="oa-button oa-button--quiet" href={props.boardHref} on:click={closeByLink}>
        <Icon name="left" />
        {props.boardName}
      </a>
      <Show when={place() >= 0}>
        <span class="oa-saved oa-wide">
          {t('item.placeOf', place() + 1, props.order.length, t(`words.duty.${item().duty}`))}
        </span>
      </Show>
      <span class="oa-sheet__gap" />
      <Step label={t('item.previous')} icon="up" to={props.order[place() - 1]} onOpen={props.onOpen} />
      <Step
        label={t('item.next')}
        icon="down"
        to={place() < 0 ? undefined : props.order[place() + 1]}
        onOpen={props.onOpen}
      />
      <button
        type="button"
        class="oa-button oa-button--quiet oa-button--icon oa-wide"
        aria-label={t('item.copyLink')}
        title={t('item.copyLink')}
        onClick={() => void copyLink()}
      >
        <Icon name="link" />
      </button>
      <Menu
        class="oa-button oa-button--quiet oa-button--icon"
        label={t('item.more')}
        buttonLabel={t('item.more')}
        button={<Icon name="more" />}
      >
        <MenuItem onChoose={() => void copyLink()}>
          <Icon name="link" />
          {t('item.copyLink')}
        </MenuItem>
        <MenuItem onChoose={() => window.print()}>
          <Icon name="printer" />
          {t('item.print')}
        </MenuItem>
        <Show when={mayEdit()}>
          <MenuLine />
          <Show
            when={item().status === 'struck'}
            fallback={
              <MenuItem onChoose={() => setStriking(true)}>
                <Icon name="trash" />
                {t('item.strike.open')}
              </MenuItem>
            }
          >
            <MenuItem onChoose={() => putItemBack(agenda.doc, id)}>
              <Icon name="undo" />
              {t('item.strike.putBack')}
            </MenuItem>
          </Show>
        </Show>
      </Menu>
      <button
        type="button"
        class="oa-button oa-button--quiet oa-button--icon oa-wide"
        aria-label={t('item.close')}
        title={t('item.close')}
        onClick={() => props.onClose()}
      >
        <Icon name="close" />
      </button>
      <Show when={striking()}>
        <StrikeDialog title={t('item.strike.title')} onStrike={strike} onClose={() => setStriking(false)} />
      </Show>
    </div>
  )
}

type StepProps = { label: string; icon: 'up' | 'down'; to: ItemId | undefined; onOpen: (item: ItemId) => void }

function Step(props: StepProps) {
  return (
    <button
      type="button"
      class="oa-button oa-button--quiet oa-button--icon"
      aria-label={props.label}
      title={props.label}
      aria-disabled={props.to ? undefined : 'true'}
      onClick={() => props.to && props.onOpen(props.to)}
    >
      <Icon name={props.icon} />
    </button>
  )
}
