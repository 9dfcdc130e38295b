import { For } from 'solid-js'
import { type ExportAnnex, exportAnnexes } from '../../../shared/export/choices.ts'
import { useLanguage } from '../../ui/language.tsx'

/** What stands behind the agenda in the file. What was said of it is for who reads drafts. */
export function AnnexChoices(props: {
  chosen: ExportAnnex[]
  onChange: (annexes: ExportAnnex[]) => void
  mayReadDraft: boolean
  hasEarlier: boolean
}) {
  const { t } = useLanguage()
  const offered = () =>
    exportAnnexes.filter((annex) => props.mayReadDraft || (annex !== 'comments' && annex !== 'history'))
  const isThere = (annex: ExportAnnex) => annex !== 'differences' || props.hasEarlier
  const set = (annex: ExportAnnex, on: boolean) =>
    props.onChange(exportAnnexes.filter((one) => (one === annex ? on : props.chosen.includes(one))))
  return (
    <fieldset class="oa-fieldset">
      <legend>{t('exports.with')}</legend>
      <For each={offered()}>
        {(annex) => (
          <label class="oa-check">
            <input
              type="checkbox"
              checked={props.chosen.includes(annex) && isThere(annex)}
              disabled={!isThere(annex)}
              onChange={(event) => set(annex, event.currentTarget.checked)}
            />
            <span>
              {t(`exports.annexes.${annex}`)}{' '}
              <span class="oa-subtle">
                {isThere(annex) ? t(`exports.annexHints.${annex}`) : t('exports.noEarlier')}
              </span>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  )
}
