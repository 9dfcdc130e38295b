import { createSignal, Match, Switch } from 'solid-js'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { OrganisationDialog } from './organisation-dialog.tsx'

/** What a coordinator comes here for. */
export function PeopleActions() {
  const { t } = useLanguage()
  const [dialog, setDialog] = createSignal<'invite' | 'organisation' | 'import'>()
  const close = () => setDialog(undefined)
  return (
    <>
      <div class="oa-row">
        <button type="button" class="oa-button oa-button--primary" onClick={() => setDialog('invite')}>
          <Icon name="mail" />
          {t('people.invite.button')}
        </button>
        <button type="button" class="oa-button" onClick={() => setDialog('organisation')}>
          <Icon name="plus" />
          {t('people.organisations.add')}
        </button>
        <button type="button" class="oa-button oa-button--wrap" onClick={() => setDialog('import')}>
          <Icon name="table" />
          {t('people.import.button')}
        </button>
      </div>
      <Switch>
        <Match when={dialog() === 'invite'}>
          <InviteDialog onClose={close} />
        </Match>
        <Match when={dialog() === 'organisation'}>
          <OrganisationDialog onClose={close} />
        </Match>
        <Match when={dialog() === 'import'}>
          <ImportDialog onClose={close} />
        </Match>
      </Switch>
    </>
  )
}
