import { For } from 'solid-js'
import type { Theme } from '../../../shared/agenda.ts'
import { plainWord } from '../../../shared/import/table.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { useLanguage } from '../../ui/language.tsx'
import { SelectField } from '../../ui/text-field.tsx'
import type { ImportState } from './import-state.ts'

/** What to do with themes that are not on this agenda. Only a coordinator makes themes. */
export function ThemeQuestions(props: { state: ImportState; names: string[]; themes: readonly Theme[] }) {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const chosen = (name: string) => {
    const choice = props.state.themes().get(plainWord(name)) ?? (agenda.mayCoordinate() ? { make: true } : 'none')
    if (choice === 'none') return 'none'
    return 'make' in choice ? 'make' : `theme:${choice.id}`
  }
  const choose = (name: string, value: string) => {
    const theme = props.themes.find(({ id }) => value === `theme:${id}`)
    const choice = theme ? { id: theme.id } : value === 'make' ? { make: true as const } : ('none' as const)
    props.state.setThemes((before) => new Map([...before, [plainWord(name), choice]]))
  }
  return (
    <fieldset class="oa-stack">
      <legend class="oa-field__label">{t('imports.preview.themes')}</legend>
      <p class="oa-subtle">
        {agenda.mayCoordinate() ? t('imports.preview.themesHint') : t('imports.preview.themesEditor')}
      </p>
      <div class="oa-fields">
        <For each={props.names}>
          {(name) => (
            <SelectField
              label={t('imports.preview.theme', name)}
              onChange={(event) => choose(name, event.currentTarget.value)}
            >
              <option value="none" selected={chosen(name) === 'none'}>
                {t('imports.preview.themeNone')}
              </option>
              {agenda.mayCoordinate() && (
                <option value="make" selected={chosen(name) === 'make'}>
                  {t('imports.preview.themeMake')}
                </option>
              )}
              <For each={props.themes.filter(({ hidden }) => !hidden)}>
                {(theme) => (
                  <option value={`theme:${theme.id}`} selected={chosen(name) === `theme:${theme.id}`}>
                    {t('imports.preview.themeInstead', theme.name)}
                  </option>
                )}
              </For>
            </SelectField>
          )}
        </For>
      </div>
    </fieldset>
  )
}
