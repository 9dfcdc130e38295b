import { useNavigate } from '@solidjs/router'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { mayReadDraft } from '../../../shared/roles.ts'
import { useAgenda } from '../../live/open-agenda.ts'
import { Icon } from '../../ui/icon.tsx'
import { type Language, useLanguage } from '../../ui/language.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx'
import { PersonMark } from '../../ui/person-mark.tsx'
import { personName } from '../../ui/person-name.ts'
import { ThemeChoices } from '../theme-choices.tsx'
import { useAddresses } from './addresses.ts'
import { useAgendaKeys } from './agenda-keys.tsx'
import type { MenuDialog } from './menu-dialogs.tsx'
import { useUndo } from './undo-buttons.tsx'

const MenuDialogs = lazy(async () => ({ default: (await import('./menu-dialogs.tsx')).MenuDialogs }))

/** Who I am here, and what is not needed every minute. */
export function UserMenu() {
  const agenda = useAgenda()
  const { t } = useLanguage()
  const [dialog, setDialog] = createSignal<MenuDialog>()
  const close = () => setDialog(undefined)
  const me = () => agenda.record.me
  const organisation = () => agenda.record.organisations.find(({ id }) => id === me().organisation)
  const who = () => personName(me().name, organisation()?.name ?? '')
  return (
    <>
      <Menu
        class="oa-button oa-button--quiet oa-button--icon oa-topbar__keep"
        label={t('board.menu.label')}
        heading={`${who()}: ${t(`words.role.${me().role}`)}`}
        buttonLabel={t('board.menu.user', me().initials, who())}
        button={<PersonMark name={who()} initials={me().initials} kind={organisation()?.kind ?? 'other'} hidden />}
      >
        <Choices onDialog={setDialog} />
      </Menu>
      <Suspense>
        <Show when={dialog()}>{(open) => <MenuDialogs open={open()} onClose={close} />}</Show>
      </Suspense>
    </>
  )
}

function Choices(props: { onDialog: (dialog: MenuDialog) => void }) {
  const agenda = useAgenda()
  const keys = useAgendaKeys()
  const steps = useUndo()
  const { t, setLanguage } = useLanguage()
  const navigate = useNavigate()
  const addresses = useAddresses()
  return (
    <>
      <Show when={agenda.mayEdit()}>
        <MenuItem onChoose={steps.undo} disabled={!agenda.undo.canUndo()}>
          <Icon name="undo" />
          {t('board.menu.undo')}
        </MenuItem>
        <MenuItem onChoose={steps.redo} disabled={!agenda.undo.canRedo()}>
          <Icon name="redo" />
          {t('board.menu.redo')}
        </MenuItem>
        <MenuLine />
      </Show>
      <Show when={agenda.mayCoordinate()}>
        <MenuItem onChoose={() => props.onDialog('head')}>
          <Icon name="edit" />
          {t('board.menu.agenda')}
        </MenuItem>
        <MenuItem onChoose={() => props.onDialog('themes')}>
          <Icon name="folder" />
          {t('board.menu.themes')}
        </MenuItem>
        <MenuLine />
      </Show>
      <MenuItem onChoose={() => navigate(`/agenda/${agenda.record.id}/mensen`)}>
        <Icon name="people" />
        {t('board.menu.people')}
      </MenuItem>
      <MenuItem onChoose={() => navigate(addresses.history())}>
        <Icon name="history" />
        {t('board.menu.history')}
      </MenuItem>
      <MenuItem onChoose={() => navigate(addresses.versions())}>
        <Icon name="document" />
        {t('board.menu.versions')}
      </MenuItem>
      <MenuItem onChoose={() => navigate(addresses.adoption())}>
        <Icon name="agreement" />
        {t('board.menu.adoption')}
      </MenuItem>
      <MenuItem onChoose={() => navigate(addresses.answers())}>
        <Icon name="comment" />
        {t('board.menu.answers')}
      </MenuItem>
      <Show when={agenda.mayEdit()}>
        <MenuItem onChoose={() => navigate(`/agenda/${agenda.record.id}/importeren`)}>
          <Icon name="table" />
          {t('board.menu.import')}
        </MenuItem>
      </Show>
      <Show when={mayReadDraft(agenda.record.me.role)}>
        <MenuItem onChoose={() => props.onDialog('export')}>
          <Icon name="export" />
          {t('board.menu.export')}
        </MenuItem>
      </Show>
      <MenuItem onChoose={() => props.onDialog('calendar')}>
        <Icon name="calendar" />
        {t('board.menu.calendar')}
      </MenuItem>
      <MenuItem onChoose={() => navigate('/ik')}>
        <Icon name="user" />
        {t('board.menu.account')}
      </MenuItem>
      <MenuLine />
      <ThemeChoices />
      <MenuLine />
      <MenuItem onChoose={() => setLanguage(t('board.menu.languageCode') as Language)}>
        <Icon name="language" />
        <span lang={t('board.menu.languageCode')}>{t('board.menu.language')}</span>
      </MenuItem>
      <MenuItem onChoose={() => keys.showKeys()}>
        <Icon name="keyboard" />
        {t('board.menu.keys')}
        <kbd>?</kbd>
      </MenuItem>
      <MenuItem onChoose={() => print()}>
        <Icon name="printer" />
        {t('board.menu.print')}
      </MenuItem>
      <MenuLine />
      <MenuItem onChoose={() => props.onDialog('sign-out')}>
        <Icon name="sign-out" />
        {t('board.menu.signOut')}
      </MenuItem>
    </>
  )
}
