import type { JSX } from 'solid-js'
import { Icon, Logo } from '../ui/icon.tsx'
import { type Language, useLanguage } from '../ui/language.tsx'
import { Menu } from '../ui/menu.tsx'
import { SkipLink } from '../ui/skip-link.tsx'
import { ThemeChoices } from './theme-choices.tsx'

/** The top bar of a page that is not about one agenda. */
export function PlainTopBar(props: { children?: JSX.Element }) {
  const { t } = useLanguage()
  return (
    <>
      <SkipLink />
      <header class="oa-topbar">
        <div class="oa-topbar__row">
          <a class="oa-topbar__logo" href="/" aria-label={t('board.myAgendas')}>
            <Logo />
          </a>
          <div class="oa-topbar__name">
            <p class="oa-topbar__title">{t('words.product')}</p>
          </div>
          <div class="oa-topbar__tools">
            {props.children}
            <LanguageButton />
            <Menu
              class="oa-button oa-button--quiet oa-button--icon"
              label={t('board.menu.theme.label')}
              buttonLabel={t('board.menu.theme.label')}
              button={<Icon name="theme" />}
            >
              <ThemeChoices />
            </Menu>
          </div>
        </div>
      </header>
    </>
  )
}

/** Names the other language, in that language. */
function LanguageButton() {
  const { t, setLanguage } = useLanguage()
  const other = () => t('board.menu.languageCode') as Language
  return (
    <button type="button" class="oa-button oa-button--quiet" lang={other()} onClick={() => setLanguage(other())}>
      {t('board.menu.language')}
    </button>
  )
}
