import { For } from 'solid-js'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { belongsTo } from './belongs-to.ts'
import { useItem } from './item-context.ts'

/** In the place itself: a colleague set this value at the same moment as I did, with a way to put mine back. */
export function OvertakenNotice(props: { field: string }) {
  const { agenda, id } = useItem()
  const { t } = useLanguage()
  const mine = () => agenda.overtaken().filter(({ item, field }) => item === id && belongsTo(field, props.field))
  /** The notice goes; the focus stays at the value that it was about. */
  const leave = (deal: () => void) => {
    deal()
    const control = `.oa-sheet :is(select, input, textarea)[data-field^="${CSS.escape(props.field)}"]`
    document.querySelector<HTMLElement>(control)?.focus({ preventScroll: true })
  }
  return (
    <For each={mine()}>
      {(overtaken) => (
        <div class="oa-notice oa-notice--accent oa-notice--field" role="status">
          <Icon name="info" />
          <div class="oa-stack oa-stack--tight">
            <p>{t('item.overtaken', { by: overtaken.by })}</p>
            <p class="oa-row">
              <button type="button" class="oa-button" onClick={() => leave(overtaken.putBack)}>
                {t('item.putMineBack')}
              </button>
              <button type="button" class="oa-button oa-button--quiet" onClick={() => leave(overtaken.dismiss)}>
                {t('item.fine')}
              </button>
            </p>
          </div>
        </div>
      )}
    </For>
  )
}
