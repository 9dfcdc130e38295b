import { For, Show } from 'solid-js'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { SelectField } from '../../ui/text-field.tsx'
import type { Parts } from './create-parts.ts'

/** Whether what was chosen is among what can be: another edition can have other themes and parties. */
export function isOffered(part: string, { themes, parties }: Parts, shown: number | undefined): boolean {
  if (part === 'shown') return shown !== undefined
  return themes.some(({ id }) => part === `theme:${id}`) || parties.some(({ id }) => part === `party:${id}`)
}

/** All of the agenda, or the part of a theme or a party; or what the board shows, which is so many items. */
export function PartChoice(props: {
  chosen: string
  onChoose: (part: string) => void
  parts: Parts
  shown: number | undefined
}) {
  const { t } = useLanguage()
  const format = useFormat()
  const parties = () => [...props.parts.parties].sort((a, b) => format.compare(a.name, b.name))
  const isChosen = (part: string) => props.chosen === part
  return (
    <SelectField label={t('exports.part')} onChange={(event) => props.onChoose(event.currentTarget.value)}>
      <option value="" selected={isChosen('')}>
        {t('exports.wholeAgenda')}
      </option>
      <Show when={props.shown}>
        {(count) => (
          <option value="shown" selected={isChosen('shown')}>
            {t('exports.shown', count())}
          </option>
        )}
      </Show>
      <optgroup label={t('exports.themes')}>
        <For each={props.parts.themes}>
          {({ id, name }) => (
            <option value={`theme:${id}`} selected={isChosen(`theme:${id}`)}>
              {t('exports.ofTheme', name)}
            </option>
          )}
        </For>
      </optgroup>
      <optgroup label={t('exports.parties')}>
        <For each={parties()}>
          {({ id, name }) => (
            <option value={`party:${id}`} selected={isChosen(`party:${id}`)}>
              {t('exports.ofParty', name)}
            </option>
          )}
        </For>
      </optgroup>
    </SelectField>
  )
}
