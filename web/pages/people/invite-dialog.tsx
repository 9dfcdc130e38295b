import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js'
import type { OrganisationId } from '../../../shared/ids.ts'
import { type InvitationId, makeId } from '../../../shared/ids.ts'
import type { Role } from '../../../shared/roles.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { useFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError, SelectField } from '../../ui/text-field.tsx'
import { RoleField } from './member-dialog.tsx'
import { parseAddresses } from './parse-addresses.ts'
import { usePeople } from './people-state.tsx'

const mostAtOnce = 200

/** Invites by pasted addresses: what was recognised shows while one types, and what was not is named. */
export function InviteDialog(props: { onClose: () => void }) {
  const { t } = useLanguage()
  const format = useFormat()
  const state = usePeople()
  const id = createUniqueId()
  const [text, setText] = createSignal('')
  const [organisation, setOrganisation] = createSignal<OrganisationId>()
  const [chosenRole, chooseRole] = createSignal<Role>()
  const [tried, setTried] = createSignal(false)
  const [failed, setFailed] = createSignal('')
  const ids = new Map<string, InvitationId>()
  let addresses!: HTMLTextAreaElement
  let organisations!: HTMLSelectElement

  const parsed = createMemo(() => parseAddresses(text()))
  const known = createMemo(
    () =>
      new Set([
        ...state.people.contacts.flatMap(({ email }) => (email ? [email.toLowerCase()] : [])),
        ...state.people.invitations.filter(({ state }) => state === 'open').map(({ email }) => email),
      ]),
  )
  const already = () => parsed().addresses.filter((address) => known().has(address))
  const fresh = () => parsed().addresses.filter((address) => !known().has(address))
  const role = (): Role => chosenRole() ?? defaultRole()
  const defaultRole = (): Role => {
    const chosen = organisation()
    return chosen && state.organisation(chosen)?.kind === 'parent-organisation' ? 'commenter' : 'editor'
  }
  const addressesWrong = () => {
    if (fresh().length > mostAtOnce) return t('people.invite.tooMany')
    return tried() && fresh().length === 0 && parsed().wrong.length === 0 ? t('people.invite.none') : ''
  }
  const organisationWrong = () => (tried() && !organisation() ? t('people.invite.organisationWrong') : '')

  const send = async () => {
    setTried(true)
    const party = organisation()
    if (addressesWrong() || parsed().wrong.length > 0 || fresh().length === 0) return addresses.focus()
    if (!party) return organisations.focus()
    const invitations = fresh().map((email) => {
      // The same id when it is sent again after a lost answer, so that nobody is invited twice.
      const id = ids.get(email) ?? makeId<InvitationId>()
      ids.set(email, id)
      return { id, email }
    })
    const command = state.door.invite({ invitations, organisation: party, role: role() })
    const why = await state.act(command, t('people.invite.done', invitations.length))
    setFailed(why)
    if (!why) props.onClose()
  }
  return (
    <Dialog title={t('people.invite.title')} onClose={props.onClose}>
      <Show when={state.organisations().length > 0} fallback={<p>{t('people.invite.noOrganisations')}</p>}>
        <form
          class="oa-stack"
          novalidate
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <div class="oa-field">
            <label class="oa-field__label" for={id}>
              {t('people.invite.addresses')}
            </label>
            <span class="oa-field__hint" id={`${id}-hint`}>
              {t('people.invite.addressesHint')}
            </span>
            <textarea
              ref={addresses}
              class="oa-input"
              id={id}
              rows="4"
              autofocus
              autocomplete="off"
              spellcheck={false}
              aria-invalid={addressesWrong() ? 'true' : undefined}
              aria-describedby={`${id}-hint ${id}-found`}
              onInput={(event) => setText(event.currentTarget.value)}
            />
            <div id={`${id}-found`} role="status" class="oa-stack oa-stack--tight">
              <Show when={fresh().length > 0}>
                <p class="oa-invited">
                  {t('people.invite.found', fresh().length)}:{' '}
                  <span class="oa-subtle">{format.list(fresh().slice(0, mostAtOnce))}</span>
                </p>
              </Show>
              <Show when={already().length > 0}>
                <p class="oa-invited">{t('people.invite.already', format.list(already()))}</p>
              </Show>
              <Show when={parsed().wrong.length > 0}>
                <div>
                  <FieldError text={t('people.invite.wrong', parsed().wrong.length)} />
                  <ul>
                    <For each={parsed().wrong.slice(0, 20)}>{(wrong) => <li>{wrong}</li>}</For>
                  </ul>
                </div>
              </Show>
            </div>
            <FieldError text={addressesWrong()} />
          </div>
          <SelectField
            ref={organisations}
            label={t('people.invite.organisation')}
            hint={t('people.invite.organisationHint')}
            wrong={organisationWrong()}
            onChange={(event) =>
              setOrganisation((event.currentTarget.value || undefined) as OrganisationId | undefined)
            }
          >
            <option value="">{t('people.invite.choose')}</option>
            <For each={state.organisations()}>{({ id, name }) => <option value={id}>{name}</option>}</For>
          </SelectField>
          <RoleField role={role()} onChoose={chooseRole} />
          <FieldError text={failed()} />
          <DialogActions go={t('people.invite.go', fresh().length)} onCancel={props.onClose} />
        </form>
      </Show>
    </Dialog>
  )
}
