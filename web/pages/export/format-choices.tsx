import { createUniqueId, For } from 'solid-js'
import type { FileForm } from '../../live/export.ts'
import { useLanguage } from '../../ui/language.tsx'

/** What most people come for is on top. */
const forms: readonly FileForm[] = ['pdf', 'odt', 'docx', 'html', 'xlsx', 'csv', 'ics', 'md', 'json']

/** In which form. */
export function FormatChoices(props: {
  chosen: FileForm
  onChoose: (form: FileForm) => void
  /** A package to archive is of a version. */
  hasPackage: boolean
}) {
  const { t } = useLanguage()
  const name = createUniqueId()
  return (
    <fieldset class="oa-fieldset">
      <legend>{t('exports.format')}</legend>
      <For each={props.hasPackage ? [...forms, 'zip' as const] : forms}>
        {(one) => (
          <label class="oa-check">
            <input type="radio" name={name} checked={props.chosen === one} onChange={() => props.onChoose(one)} />
            <span>
              {t(`exports.formats.${one}.name`)} <span class="oa-subtle">{t(`exports.formats.${one}.hint`)}</span>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  )
}
