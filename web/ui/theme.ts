import { createSignal } from 'solid-js'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const [theme, choose] = createSignal<Theme>(remembered())

export { theme }

/** Light, dark, or what the system asks for; remembered on this device. */
export function setTheme(chosen: Theme): void {
  localStorage.setItem('theme', chosen)
  choose(chosen)
  applyTheme()
}

export function applyTheme(): void {
  const root = document.documentElement
  if (theme() === 'system') delete root.dataset.theme
  else root.dataset.theme = theme()
}

function remembered(): Theme {
  const stored = localStorage.getItem('theme')
  return themes.find((known) => known === stored) ?? 'system'
}
