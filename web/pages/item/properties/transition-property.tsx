import { createSignal, Show } from 'solid-js'
import { setItemValues } from '../../../../shared/document/write.ts'
import { type Sector, sectors } from '../../../../shared/item.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { ChoiceSelect } from '../fields/choice-select.tsx'
import { useItem } from '../item-context.ts'
import { Property } from './property.tsx'

/** From which sector to which the item helps pupils over. Half a transition is none, so it waits for its other half. */
export function TransitionProperty() {
  const { agenda, id, item, mayEdit } = useItem()
  const { t } = useLanguage()
  const [half, setHalf] = createSignal<{ from?: Sector | undefined; to?: Sector | undefined }>({})
  const from = () => item().transition?.from ?? half().from
  const to = () => item().transition?.to ?? half().to
  const choices = () => sectors.map((value) => ({ value, label: t(`words.sector.${value}`) }))
  const choose = (end: 'from' | 'to', sector: Sector | undefined) => {
    const chosen = { from: from(), to: to(), [end]: sector }
    if (chosen.from && chosen.to) {
      setHalf({})
      setItemValues(agenda.doc, id, { transition: { from: chosen.from, to: chosen.to } })
    } else {
      setHalf(chosen)
      if (item().transition) setItemValues(agenda.doc, id, { transition: undefined })
    }
  }
  return (
    <Property label={t('item.property.transition')} field="transition">
      <Show
        when={mayEdit()}
        fallback={
          <Show when={item().transition} fallback={<span class="oa-subtle">{t('item.none')}</span>}>
            {(both) => <>{t('item.transition', t(`words.sector.${both().from}`), t(`words.sector.${both().to}`))}</>}
          </Show>
        }
      >
        <ChoiceSelect
          label={t('item.property.transitionFrom')}
          field="transition"
          value={from()}
          none={t('item.none')}
          choices={choices()}
          onChoose={(sector) => choose('from', sector)}
        />
        <Show when={from()}>
          <Icon name="right" small />
          <ChoiceSelect
            label={t('item.property.transitionTo')}
            field="transition"
            value={to()}
            none={t('item.chooseTo')}
            choices={choices()}
            onChoose={(sector) => choose('to', sector)}
          />
        </Show>
      </Show>
    </Property>
  )
}
