import { createSignal, createUniqueId, For, onMount } from 'solid-js'
import { type Organisation, type OrganisationKind, organisationKinds } from '../../../shared/agenda.ts'
import { makeId, type OrganisationId } from '../../../shared/ids.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { DialogActions } from '../../ui/dialog-actions.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError, SelectField, TextField } from '../../ui/text-field.tsx'
import { usePeople } from './people-state.tsx'

const longestShort = 24
type Field = 'name' | 'short' | 'code' | 'website'

/** A new party at the table, or one that is there. */
export function OrganisationDialog(props: { organisation?: Organisation; onClose: () => void }) {
  const { t } = useLanguage()
  const state = usePeople()
  const id = props.organisation?.id ?? makeId<OrganisationId>()
  const then = props.organisation
  const [wrong, setWrong] = createSignal<Partial<Record<Field, string>>>({})
  const [failed, setFailed] = createSignal('')
  const [known, setKnown] = createSignal<Organisation[]>([])
  const listId = createUniqueId()
  let form!: HTMLFormElement

  /** Those of my other agendas, once each, without those that are at this table. */
  const askKnown = async () => {
    const answer = await state.door.knownOrganisations()
    if (!answer.ok) return
    const here = new Set(state.organisations().flatMap(({ name, code = name }) => [name.toLowerCase(), code]))
    const others = answer.value.organisations.filter(
      ({ name, code = name }) => !here.has(name.toLowerCase()) && !here.has(code),
    )
    setKnown([...new Map(others.map((party) => [party.name.toLowerCase(), party])).values()])
  }
  /** Who chooses one of them has the rest filled in; a name that only looks like it changes nothing. */
  const fillIn = (name: string) => {
    const chosen = known().find((party) => party.name === name)
    if (!chosen) return
    const { short, kind, code = '', website = '' } = chosen
    for (const [field, value] of Object.entries({ short, kind, code, website })) {
      const input = form.elements.namedItem(field)
      if (input instanceof HTMLInputElement || input instanceof HTMLSelectElement) input.value = value
    }
  }
  onMount(() => {
    if (!then) void askKnown()
  })

  const keep = async () => {
    const filled = new FormData(form)
    const text = (field: Field) => String(filled.get(field) ?? '').trim()
    const [name, code, website] = [text('name'), text('code'), text('website')]
    const short = text('short') || (name.length <= longestShort ? name : '')
    const mistakes: Partial<Record<Field, string>> = {
      ...(!name && { name: t('people.organisations.nameWrong') }),
      ...((!short || short.length > longestShort) && name && { short: t('people.organisations.shortWrong') }),
      ...(code && !/^[A-Za-z0-9_:/.-]{1,100}$/.test(code) && { code: t('people.organisations.codeWrong') }),
      ...(website && !/^https?:\/\/[^\s]+$/.test(website) && { website: t('people.organisations.websiteWrong') }),
    }
    setWrong(mistakes)
    const first = (['name', 'short', 'code', 'website'] as const).find((field) => mistakes[field])
    if (first) return form.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus()
    const organisation = {
      id,
      name,
      short,
      // The choices of the select are these kinds and no other.
      kind: String(filled.get('kind')) as OrganisationKind,
      ...(code && { code }),
      ...(website && { website }),
    }
    const why = then
      ? await state.act(state.door.changeOrganisation(organisation), t('people.organisations.changed', name))
      : await state.act(state.door.addOrganisations([organisation]), t('people.organisations.added', name))
    setFailed(why)
    if (!why) props.onClose()
  }
  return (
    <Dialog title={t(`people.organisations.${then ? 'editTitle' : 'addTitle'}`)} onClose={props.onClose}>
      <form
        ref={form}
        class="oa-stack"
        novalidate
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <TextField
          label={t('people.organisations.name')}
          wrong={wrong().name}
          name="name"
          maxlength="200"
          autofocus
          required
          value={then?.name ?? ''}
          {...(!then && { list: listId, hint: known().length > 0 ? t('people.organisations.knownHint') : undefined })}
          autocomplete="off"
          onInput={(event) => fillIn(event.currentTarget.value)}
        />
        <datalist id={listId}>
          <For each={known()}>
            {(party) => <option value={party.name}>{t(`words.organisation.${party.kind}`)}</option>}
          </For>
        </datalist>
        <TextField
          label={t('people.organisations.short')}
          hint={t('people.organisations.shortHint')}
          wrong={wrong().short}
          name="short"
          maxlength={longestShort}
          value={then?.short ?? ''}
        />
        <SelectField label={t('people.organisations.kind')} name="kind">
          <For each={organisationKinds}>
            {(kind) => (
              <option value={kind} selected={kind === then?.kind}>
                {t(`words.organisation.${kind}`)}
              </option>
            )}
          </For>
        </SelectField>
        <TextField
          label={t('people.organisations.code')}
          hint={t('people.organisations.codeHint')}
          wrong={wrong().code}
          name="code"
          maxlength="100"
          value={then?.code ?? ''}
        />
        <TextField
          label={t('people.organisations.website')}
          wrong={wrong().website}
          name="website"
          type="url"
          maxlength="300"
          value={then?.website ?? ''}
        />
        <FieldError text={failed()} />
        <DialogActions go={t('people.organisations.go')} onCancel={props.onClose} />
      </form>
    </Dialog>
  )
}
