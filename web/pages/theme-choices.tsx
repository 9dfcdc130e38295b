import { For } from 'solid-js'
import { Icon } from '../ui/icon.tsx'
import type { IconName } from '../ui/icon-paths.ts'
import { useLanguage } from '../ui/language.tsx'
import { MenuItem } from '../ui/menu.tsx'
import { setTheme, type Theme, theme, themes } from '../ui/theme.ts'

const icons: Record<Theme, IconName> = { system: 'screen', light: 'sun', dark: 'moon' }

/** Menu items for light, dark or what the device asks for. */
export function ThemeChoices() {
  const { t } = useLanguage()
  return (
    <For each={themes}>
      {(choice) => (
        <MenuItem checked={theme() === choice} onChoose={() => setTheme(choice)}>
          <Icon name={icons[choice]} />
          {t(`board.menu.theme.${choice}`)}
        </MenuItem>
      )}
    </For>
  )
}
