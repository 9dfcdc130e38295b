import { createSignal, For, Show } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import type { Member } from '../../../shared/agenda.ts'
import { type MandateId, makeId, type OrganisationId } from '../../../shared/ids.ts'
import type { Mandate } from '../../../shared/people.ts'
import { type Role, roles } from '../../../shared/roles.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError, SelectField } from '../../ui/text-field.tsx'
import { today } from '../../ui/today.ts'
import { MandateFields, type MandateMistakes, mandateMistakes } from './mandate-fields.tsx'
import { usePeople } from './people-state.tsx'

/** Role, organisations and mandates of one member. Nothing changes until it is kept. */
export function MemberDialog(props: { member: Member; onClose: () => void }) {
  const { t } = useLanguage()
  const state = usePeople()
  const { person, name } = props.member
  const [role, setRole] = createSignal<Role>(props.member.role)
  const [organisation, setOrganisation] = createSignal<OrganisationId>(props.member.organisation)
  const [alsoFor, setAlsoFor] = createSignal<OrganisationId[]>([...(props.member.alsoFor ?? [])])
  // A copy: what is typed here is not the record until the server has it.
  const [mandates, setMandates] = createStore<Mandate[]>(
    (props.member.mandates ?? []).map((mandate) => ({ ...mandate })),
  )
  const [wrong, setWrong] = createSignal<MandateMistakes[]>([])
  const [failed, setFailed] = createSignal('')
  const others = () => state.organisations().filter(({ id }) => id !== organisation())
  const isLastCoordinator = () =>
    props.member.role === 'coordinator' &&
    role() !== 'coordinator' &&
    state.agenda.members.filter((member) => member.role === 'coordinator').length === 1

  const keep = async () => {
    const found = mandates.map((mandate) => mandateMistakes(mandate, t))
    setWrong(found)
    if (found.some((mistakes) => Object.keys(mistakes).length > 0)) return
    if (isLastCoordinator()) return setFailed(t('people.change.self'))
    const change = {
      role: role(),
      organisation: organisation(),
      alsoFor: alsoFor().filter((id) => id !== organisation()),
      mandates: unwrap(mandates),
    }
    const why = await state.act(state.door.changeMember(person, change), t('people.change.done', name))
    setFailed(why)
    if (why) return
    props.onClose()
    // In another organisation it is another row: the button that opened this is gone with the old one.
    if (document.activeElement === document.body) document.getElementById('organisations')?.focus()
  }
  const add = () => {
    const id = makeId<MandateId>()
    setMandates(mandates.length, { id, organisation: organisation(), from: today(), ground: '' })
  }
  return (
    <Dialog title={t('people.change.title', name)} onClose={props.onClose}>
      <form
        class="oa-stack"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <RoleField role={role()} onChoose={setRole} />
        <p class="oa-subtle">{t('people.change.effect')}</p>
        <SelectField
          label={t('people.change.organisation')}
          onChange={(event) => setOrganisation(event.currentTarget.value as OrganisationId)}
        >
          <For each={state.organisations()}>
            {({ id, name }) => (
              <option value={id} selected={id === organisation()}>
                {name}
              </option>
            )}
          </For>
        </SelectField>
        <Show when={others().length > 0}>
          <details open={alsoFor().length > 0}>
            <summary>{t('people.change.alsoFor')}</summary>
            <fieldset class="oa-stack oa-stack--tight oa-people-choices" aria-label={t('people.change.alsoFor')}>
              <For each={others()}>
                {({ id, name }) => (
                  <label class="oa-check">
                    <input
                      type="checkbox"
                      checked={alsoFor().includes(id)}
                      onChange={(event) =>
                        setAlsoFor(
                          event.currentTarget.checked ? [...alsoFor(), id] : alsoFor().filter((other) => other !== id),
                        )
                      }
                    />
                    <span>{name}</span>
                  </label>
                )}
              </For>
            </fieldset>
          </details>
        </Show>
        <section class="oa-stack" aria-labelledby="mandates">
          <div>
            <h3 id="mandates">{t('people.mandate.title')}</h3>
            <p class="oa-subtle">{t('people.mandate.explain')}</p>
          </div>
          <For each={mandates}>
            {(mandate, index) => (
              <MandateFields
                mandate={mandate}
                number={index() + 1}
                person={person}
                wrong={wrong()[index()] ?? {}}
                onChange={(change) => setMandates(index(), change)}
                onRemove={() => setMandates(mandates.filter(({ id }) => id !== mandate.id))}
              />
            )}
          </For>
          <p class="oa-row">
            <button type="button" class="oa-button" onClick={add}>
              <Icon name="plus" />
              {t('people.mandate.add')}
            </button>
          </p>
        </section>
        <FieldError text={failed()} />
        <DialogActions go={t('people.change.go')} onCancel={props.onClose} />
      </form>
    </Dialog>
  )
}

/** A role with what it may do, so that nobody has to know the words by heart. */
export function RoleField(props: { role: Role; onChoose: (role: Role) => void }) {
  const { t } = useLanguage()
  return (
    <fieldset class="oa-fieldset">
      <legend>{t('people.role.label')}</legend>
      <For each={roles}>
        {(role) => (
          <label class="oa-check">
            <input type="radio" name="role" checked={props.role === role} onChange={() => props.onChoose(role)} />
            <span>{t(`people.role.${role}`)}</span>
          </label>
        )}
      </For>
    </fieldset>
  )
}
