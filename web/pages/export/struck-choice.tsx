import { Show } from 'solid-js'
import { useLanguage } from '../../ui/language.tsx'

/** Whether the struck items go along, apart from the others. */
export function StruckChoice(props: { on: boolean; onChange: (on: boolean) => void; isAllData: boolean }) {
  const { t } = useLanguage()
  return (
    <label class="oa-check">
      <input type="checkbox" checked={props.on} onChange={(event) => props.onChange(event.currentTarget.checked)} />
      <span>
        {t('exports.struck')}
        <Show when={props.isAllData}>
          {' '}
          <span class="oa-subtle">{t('exports.struckHint')}</span>
        </Show>
      </span>
    </label>
  )
}
