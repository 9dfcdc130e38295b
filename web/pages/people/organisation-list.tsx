import { createMemo, createSignal, For, Show } from 'solid-js'
import type { Member, Organisation } from '../../../shared/agenda.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { shapeOf } from '../../ui/organisation-shape.ts'
import { PersonMark } from '../../ui/person-mark.tsx'
import { EndDialog } from './end-dialog.tsx'
import { MandateLines } from './mandate-lines.tsx'
import { MemberDialog } from './member-dialog.tsx'
import { OrganisationDialog } from './organisation-dialog.tsx'
import { usePeople } from './people-state.tsx'

/** The parties at the table, each with its people. */
export function OrganisationList() {
  const { t } = useLanguage()
  const state = usePeople()
  // The ids, so that a row stays the same row when its content changes.
  const ids = createMemo(() => state.organisations().map(({ id }) => id))
  return (
    <section class="oa-stack" aria-labelledby="organisations">
      <h2 id="organisations" tabindex="-1">
        {t('people.organisations.title')}
      </h2>
      <ul class="oa-parties">
        <For each={ids()}>
          {(id) => <Show when={state.organisation(id)}>{(party) => <Party party={party()} />}</Show>}
        </For>
      </ul>
    </section>
  )
}

function Party(props: { party: Organisation }) {
  const { t } = useLanguage()
  const format = useFormat()
  const state = usePeople()
  const [editing, setEditing] = createSignal(false)
  const members = createMemo(() =>
    state.agenda.members
      .filter(({ organisation }) => organisation === props.party.id)
      .sort((a, b) => format.compare(a.name, b.name))
      .map(({ person }) => person),
  )
  return (
    <li class="oa-party">
      <div class="oa-party__head">
        <svg class="oa-organisation__shape" viewBox="0 0 24 24" aria-hidden="true">
          <path d={shapeOf(props.party.kind)} />
        </svg>
        <div>
          <h3>{props.party.name}</h3>
          <p class="oa-subtle">
            {t(`words.organisation.${props.party.kind}`)}
            <Show when={props.party.website}>
              {(website) => (
                <>
                  {', '}
                  <a href={website()} rel="external noreferrer">
                    {t('people.organisations.site')}
                  </a>
                </>
              )}
            </Show>
          </p>
        </div>
        <Show when={state.mayManage()}>
          <button
            type="button"
            class="oa-button oa-button--quiet"
            aria-label={t('people.organisations.editOf', props.party.name)}
            onClick={() => setEditing(true)}
          >
            <Icon name="edit" />
            <span>{t('people.organisations.edit')}</span>
          </button>
        </Show>
      </div>
      <ul class="oa-list oa-party__people">
        <For each={members()} fallback={<li class="oa-subtle oa-party__nobody">{t('people.nobody')}</li>}>
          {(person) => (
            <Show when={state.member(person)}>
              {(member) => <MemberRow member={member()} kind={props.party.kind} />}
            </Show>
          )}
        </For>
      </ul>
      <Show when={editing()}>
        <OrganisationDialog organisation={props.party} onClose={() => setEditing(false)} />
      </Show>
    </li>
  )
}

function MemberRow(props: { member: Member; kind: Organisation['kind'] }) {
  const { t } = useLanguage()
  const format = useFormat()
  const state = usePeople()
  const [dialog, setDialog] = createSignal<'change' | 'end'>()
  const close = () => setDialog(undefined)
  const alsoFor = () =>
    (props.member.alsoFor ?? []).flatMap((id) => {
      const party = state.organisation(id)
      return party ? [party.name] : []
    })
  return (
    <li class="oa-person-row">
      <PersonMark name={props.member.name} initials={props.member.initials} kind={props.kind} hidden />
      <div>
        <p>
          <strong>{props.member.name}</strong>
          <Show when={props.member.person === state.agenda.me.person}>
            <span class="oa-subtle"> ({t('people.you')})</span>
          </Show>
        </p>
        <p class="oa-subtle">
          {t(`people.roleName.${props.member.role}`)}
          <Show when={state.email(props.member.person)}>{(email) => <>{`, ${email()}`}</>}</Show>
        </p>
        <Show when={alsoFor().length > 0}>
          <p class="oa-subtle">{t('people.alsoFor', format.list(alsoFor()))}</p>
        </Show>
        <MandateLines mandates={props.member.mandates ?? []} />
      </div>
      <Show when={state.mayManage()}>
        <div class="oa-person-row__actions">
          <button
            type="button"
            class="oa-button oa-button--quiet"
            aria-label={t('people.change.buttonOf', props.member.name)}
            onClick={() => setDialog('change')}
          >
            <Icon name="edit" />
            <span>{t('people.change.button')}</span>
          </button>
          <button
            type="button"
            class="oa-button oa-button--quiet"
            aria-label={t('people.end.buttonOf', props.member.name)}
            onClick={() => setDialog('end')}
          >
            <Icon name="close" />
            <span>{t('people.end.short')}</span>
          </button>
        </div>
      </Show>
      <Show when={dialog() === 'change'}>
        <MemberDialog member={props.member} onClose={close} />
      </Show>
      <Show when={dialog() === 'end'}>
        <EndDialog member={props.member} onClose={close} />
      </Show>
    </li>
  )
}
