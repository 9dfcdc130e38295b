import { createSignal, For, Show } from 'solid-js'
import type { CommentLink } from '../../../shared/people.ts'
import { useFormat } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { FieldError } from '../../ui/text-field.tsx'
import { today } from '../../ui/today.ts'
import { useCopy } from '../copy-text.ts'
import { CommentLinkDialog } from './comment-link-dialog.tsx'
import { usePeople } from './people-state.tsx'

/** The links that parent organisations share with their members. */
export function CommentLinks() {
  const { t } = useLanguage()
  const state = usePeople()
  const [making, setMaking] = createSignal(false)
  const [failed, setFailed] = createSignal('')
  const parents = () => state.organisations().filter(({ kind }) => kind === 'parent-organisation')
  // The newest first.
  const links = () => [...state.people.links].reverse()
  return (
    <section class="oa-stack" aria-labelledby="comment-links">
      <h2 id="comment-links" tabindex="-1">
        {t('people.links.title')}
      </h2>
      <p class="oa-text-plain">{t('people.links.explain')}</p>
      <Show when={parents().length > 0} fallback={<p class="oa-subtle">{t('people.links.noOrganisation')}</p>}>
        <p class="oa-row">
          <button type="button" class="oa-button" onClick={() => setMaking(true)}>
            <Icon name="plus" />
            {t('people.links.add')}
          </button>
        </p>
        <FieldError text={failed()} />
        <Show when={links().length > 0} fallback={<p class="oa-subtle">{t('people.links.none')}</p>}>
          <ul class="oa-list oa-list--ruled">
            <For each={links()}>{(link) => <Row link={link} onFailed={setFailed} />}</For>
          </ul>
        </Show>
        <Show when={making()}>
          <CommentLinkDialog organisations={parents()} onClose={() => setMaking(false)} />
        </Show>
      </Show>
    </section>
  )
}

function Row(props: { link: CommentLink; onFailed: (why: string) => void }) {
  const { t } = useLanguage()
  const format = useFormat()
  const copy = useCopy()
  const state = usePeople()
  const organisation = () => state.organisation(props.link.organisation)?.name ?? ''
  const address = () => location.origin + props.link.path
  const isOver = () => props.link.until < today()
  const works = () => !props.link.withdrawn && !isOver() && props.link.used < props.link.places
  const facts = () =>
    [
      t('people.links.facts', props.link.used, props.link.places),
      props.link.withdrawn
        ? t('people.links.withdrawnMark')
        : t(`people.links.${isOver() ? 'over' : 'valid'}`, format.day(props.link.until)),
    ].join(', ')
  const withdraw = async () => {
    const why = await state.act(state.door.withdrawCommentLink(props.link.id), t('people.links.withdrawn'))
    props.onFailed(why)
    // The button is gone with what it withdrew.
    if (!why) document.getElementById('comment-links')?.focus()
  }
  return (
    <li class="oa-person-row">
      <Icon name="link" />
      <div>
        <p>
          <strong>{organisation()}</strong>
        </p>
        <p class="oa-subtle">{facts()}</p>
        <Show when={works()}>
          <input
            class="oa-input oa-copyable"
            readonly
            aria-label={t('people.links.address', organisation())}
            value={address()}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Show>
      </div>
      <Show when={!props.link.withdrawn && !isOver()}>
        <div class="oa-person-row__actions">
          <Show when={works()}>
            <button
              type="button"
              class="oa-button"
              aria-label={t('people.links.copyOf', organisation())}
              onClick={() => void copy(address(), t('people.links.copied'))}
            >
              <Icon name="copy" />
              {t('people.links.copy')}
            </button>
          </Show>
          <button
            type="button"
            class="oa-button oa-button--quiet"
            aria-label={t('people.links.withdrawOf', organisation())}
            onClick={() => void withdraw()}
          >
            {t('people.links.withdraw')}
          </button>
        </div>
      </Show>
    </li>
  )
}
