import { createSignal, For, Show } from 'solid-js'
import type { Invitation } from '../../../shared/people.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import { usePeople } from './people-state.tsx'

/** Who was invited and is not in yet: since when, and what can be done about it. */
export function InvitationList(props: { invitations: Invitation[] }) {
  const { t } = useLanguage()
  const [failed, setFailed] = createSignal('')
  let heading!: HTMLHeadingElement
  return (
    <section class="oa-stack" aria-labelledby="invitations">
      <h2 ref={heading} id="invitations" tabindex="-1">
        {t('people.invitations.title')}
      </h2>
      <FieldError text={failed()} />
      <Show when={props.invitations.length > 0} fallback={<p class="oa-subtle">{t('people.invitations.none')}</p>}>
        <ul class="oa-list oa-list--ruled">
          <For each={props.invitations}>
            {(invitation) => <Row invitation={invitation} onFailed={setFailed} onGone={() => heading.focus()} />}
          </For>
        </ul>
      </Show>
    </section>
  )
}

function Row(props: { invitation: Invitation; onFailed: (why: string) => void; onGone: () => void }) {
  const { t } = useLanguage()
  const format = useFormat()
  const state = usePeople()
  const { id, email } = props.invitation
  const organisation = () => state.organisation(props.invitation.organisation)?.name ?? ''
  const isExpired = () => props.invitation.state === 'expired'
  const again = async () =>
    props.onFailed(await state.act(state.door.sendAgain(id), t('people.invitations.sent', email)))
  const withdraw = async () => {
    const why = await state.act(state.door.withdrawInvitation(id), t('people.invitations.withdrawn', email))
    props.onFailed(why)
    if (!why) props.onGone()
  }
  return (
    <li class="oa-person-row">
      <Icon name="mail" />
      <div>
        <p class="oa-person-row__name">
          <strong>{email}</strong>
        </p>
        <p class="oa-subtle">
          {[organisation(), t(`people.roleName.${props.invitation.role}`)].filter(Boolean).join(', ')}
        </p>
        <p classList={{ 'oa-subtle': !isExpired(), 'oa-expired': isExpired() }}>
          {isExpired()
            ? t('people.invitations.expired', format.moment(props.invitation.until))
            : t('people.invitations.since', format.moment(props.invitation.sentAt))}
        </p>
      </div>
      <div class="oa-person-row__actions">
        <button
          type="button"
          class="oa-button"
          aria-label={t('people.invitations.againTo', email)}
          onClick={() => void again()}
        >
          {t('people.invitations.again')}
        </button>
        <button
          type="button"
          class="oa-button oa-button--quiet"
          aria-label={t('people.invitations.withdrawOf', email)}
          onClick={() => void withdraw()}
        >
          {t('people.invitations.withdraw')}
        </button>
      </div>
    </li>
  )
}
